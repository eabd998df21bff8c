package dev.waymark.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A site, such as the one in {@code content/}, built by the packaged tool, in a folder and on a
 * loopback server.
 */
final class BuiltSite implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  private final Path folder;
  private final HttpServer server;

  private BuiltSite(Path folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
  }

  static BuiltSite in(Path folder) throws IOException, InterruptedException {
    return of(Path.of("content"), folder);
  }

  /** A site that has no problems. */
  static BuiltSite of(Path content, Path folder) throws IOException, InterruptedException {
    Path project = Path.of("").toAbsolutePath();
    Tool.Result built =
        Tool.run(
            project,
            List.of("build", "-c", content.toString(), "-o", folder.toString(), "--strict"));
    if (built.exitCode() != 0) {
      throw new IllegalStateException("the build failed: " + built.out() + built.err());
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path =
              URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
          Path file = folder.resolve(path.substring(1)).normalize();
          boolean found = file.startsWith(folder) && Files.isRegularFile(file);
          Path sent = found ? file : folder.resolve("404.html");
          byte[] bytes = Files.readAllBytes(sent);
          String name = sent.getFileName().toString();
          exchange
              .getResponseHeaders()
              .set(
                  "Content-Type",
                  TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"));
          exchange.sendResponseHeaders(found ? 200 : 404, bytes.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
    server.start();
    return new BuiltSite(folder, server);
  }

  Path folder() {
    return folder;
  }

  /** {@code http://127.0.0.1:12345/}. */
  String http() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** {@code file:///tmp/site/}. */
  String file() {
    String uri = folder.toUri().toString();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  /** All pages, by their paths. */
  List<String> pages() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> pages = new ArrayList<>();
      files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(".html"))
          .sorted()
          .forEach(pages::add);
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
