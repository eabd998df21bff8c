package dev.waymark.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The browser of the search's tests, with pages of the client's modules and of built sites. */
public final class ClientPages implements AutoCloseable {
  /** Where pages find the client's modules; nothing listens there. */
  private static final String MODULES = "http://modules.test/";

  private final Chromium chromium = new Chromium();
  private final List<FolderServer> servers = new ArrayList<>();

  /**
   * An empty page whose scripts may {@code import("./search/text.js")}, the sources as they are.
   */
  public Page modules() {
    Page page = chromium.browser().newPage();
    page.route(MODULES + "**", ClientPages::fulfil);
    page.navigate(MODULES + "page.html");
    return page;
  }

  private static void fulfil(Route route) {
    String path = URI.create(route.request().url()).getPath().substring(1);
    if (path.equals("page.html")) {
      route.fulfill(
          new Route.FulfillOptions()
              .setContentType("text/html; charset=utf-8")
              .setBody("<!doctype html><title>Modules</title>"));
      return;
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/javascript; charset=utf-8")
            .setBodyBytes(read(Path.of("src/main/web").resolve(path))));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of a site, with {@code window.waymark.search}. */
  public Page site(String root) {
    Page page = chromium.browser().newPage();
    page.navigate(root + "index.html");
    if ((boolean) page.evaluate("!window.waymark")) {
      page.addScriptTag(new Page.AddScriptTagOptions().setUrl(root + "search/entry.js"));
    }
    return page;
  }

  /** Serves a folder on this machine; the root ends in a slash. */
  public String serve(Path folder) throws IOException {
    FolderServer server = new FolderServer(folder);
    servers.add(server);
    return server.root();
  }

  /** {@code file:///tmp/site/}. */
  public static String file(Path folder) {
    return FolderServer.file(folder);
  }

  @Override
  public void close() {
    chromium.close();
    servers.forEach(FolderServer::close);
  }
}
