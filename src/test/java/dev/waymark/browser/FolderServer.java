package dev.waymark.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves a built site on the loopback address, its 404.html included. */
final class FolderServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  private final HttpServer server;

  FolderServer(Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          // As it was asked for: what follows two slashes would be taken for a host.
          String asked = exchange.getRequestURI().toString().replaceFirst("[?#].*", "");
          String path = URLDecoder.decode(asked, StandardCharsets.UTF_8);
          if (path.equals("/favicon.ico")) {
            // Browsers ask for it by themselves where a page names no icon, as the plain 404 page
            // does.
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
          }
          // Many servers take two slashes for one.
          Path file = folder.resolve(path.replaceFirst("^/+", "")).normalize();
          boolean found = file.startsWith(folder) && Files.isRegularFile(file);
          Path sent = found ? file : folder.resolve("404.html");
          byte[] bytes = Files.readAllBytes(sent);
          String name = sent.getFileName().toString();
          exchange
              .getResponseHeaders()
              .set(
                  "Content-Type",
                  TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"));
          exchange.sendResponseHeaders(found ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
    server.start();
  }

  /** {@code http://127.0.0.1:12345/}. */
  String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** {@code file:///tmp/site/}. */
  static String file(Path folder) {
    String uri = folder.toUri().toString();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
