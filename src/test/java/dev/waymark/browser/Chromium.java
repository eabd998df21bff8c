package dev.waymark.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The browser of the tests, with pages of the client's modules and of built sites. */
public final class Chromium implements AutoCloseable {
  /** Where pages find the client's modules; nothing listens there. */
  private static final String MODULES = "http://modules.test/";

  private static final Map<String, String> TYPES =
      Map.of("html", "text/html; charset=utf-8", "js", "text/javascript; charset=utf-8");

  private final Playwright playwright;
  private final Browser browser;
  private final List<HttpServer> servers = new ArrayList<>();

  public Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    String named = System.getenv("WAYMARK_CHROMIUM");
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(named == null || named.isEmpty() ? "/usr/bin/chromium" : named))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** The browser itself, for windows of one's own. */
  Browser browser() {
    return browser;
  }

  /**
   * An empty page whose scripts may {@code import("./search/text.js")}, the sources as they are.
   */
  public Page modules() {
    Page page = browser.newPage();
    page.route(MODULES + "**", Chromium::fulfil);
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
    Page page = browser.newPage();
    page.navigate(root + "index.html");
    if ((boolean) page.evaluate("!window.waymark")) {
      page.addScriptTag(new Page.AddScriptTagOptions().setUrl(root + "search/entry.js"));
    }
    return page;
  }

  /** Serves a folder on this machine; the root ends in a slash. */
  public String serve(Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path =
              URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
          Path file = folder.resolve(path.substring(1)).normalize();
          boolean found = file.startsWith(folder) && Files.isRegularFile(file);
          byte[] bytes = found ? Files.readAllBytes(file) : new byte[0];
          String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
          if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
          }
          exchange.sendResponseHeaders(found ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
    server.start();
    servers.add(server);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** {@code file:///tmp/site/}. */
  public static String file(Path folder) {
    String uri = folder.toUri().toString();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  @Override
  public void close() {
    playwright.close();
    servers.forEach(server -> server.stop(0));
  }
}
