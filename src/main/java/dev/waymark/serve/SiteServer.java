package dev.waymark.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a {@link Tree} on the loopback address. It answers what is asked for by a name of this
 * machine alone, so that no page of another site can read it by a name that it has made to lead
 * here; it changes nothing, and reads no request but its first lines. Thread-safe.
 */
final class SiteServer implements AutoCloseable {
  /** No file of a site has such a name. */
  static final String SCRIPT = "/_waymark/preview.js";

  private static final String EVENTS = "/_waymark/events";
  private static final SitePath ROOT_PAGE = new SitePath("index.html");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Browsers browsers;
  private final Set<Path> roots;
  private final Set<String> hosts;
  private final byte[] script;
  private volatile Tree tree = Tree.EMPTY;

  /**
   * @param port 0 for any that is free
   * @param roots the folders that copied files may come from
   * @throws IOException if the port is taken
   */
  SiteServer(int port, Browsers browsers, Set<Path> roots) throws IOException {
    // Without it an answer waits for the browser to say that it got the first part.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.browsers = browsers;
    this.roots = Set.copyOf(roots);
    this.script = resource();
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    this.server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    int bound = server.getAddress().getPort();
    this.hosts = Set.of("127.0.0.1:" + bound, "localhost:" + bound, "[::1]:" + bound);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static byte[] resource() {
    try (InputStream in = SiteServer.class.getResourceAsStream("preview.js")) {
      if (in == null) {
        throw new IllegalStateException("not packed: preview.js");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code http://127.0.0.1:8080/}. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  Tree tree() {
    return tree;
  }

  void show(Tree next) {
    tree = next;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      List<String> host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
      if (host.size() != 1 || !isOurs(host.getFirst())) {
        send(exchange, 403, "text/plain; charset=utf-8", bytes("This is no address of Waymark.\n"));
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, "text/plain; charset=utf-8", bytes("Pages can be read only.\n"));
      } else {
        answerPath(exchange, exchange.getRequestURI().getRawPath());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A browser leaves the usual port out. */
  private boolean isOurs(String host) {
    String given = host.toLowerCase(Locale.ROOT);
    return hosts.contains(given) || hosts.contains(given + ":80");
  }

  private void answerPath(HttpExchange exchange, String path)
      throws IOException, InterruptedException {
    if (path.equals(SCRIPT)) {
      send(exchange, 200, MediaTypes.of(SCRIPT), script);
    } else if (path.equals(EVENTS)) {
      events(exchange);
    } else if (path.startsWith("/")) {
      page(exchange, path.substring(1));
    } else {
      send(exchange, 400, "text/plain; charset=utf-8", bytes("This is no path.\n"));
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    Tree now = tree;
    boolean folder = path.isEmpty() || path.endsWith("/");
    Optional<SitePath> address = SitePath.of(folder ? path + "index.html" : path);
    Optional<OutputFile> file = address.flatMap(now::find);
    if (file.isEmpty() && !folder) {
      Optional<SitePath> index =
          SitePath.of(path + "/index.html").filter(found -> now.find(found).isPresent());
      if (index.isPresent()) {
        String link = ROOT_PAGE.linkTo(index.get());
        String to = link.startsWith("./") ? link.substring(2) : link;
        exchange
            .getResponseHeaders()
            .set("Location", "/" + to.substring(0, to.length() - "index.html".length()));
        send(exchange, 302, "text/plain; charset=utf-8", bytes("It is a folder.\n"));
        return;
      }
    }
    Optional<byte[]> content = file.flatMap(found -> Tree.bytes(found, roots));
    if (content.isPresent()) {
      sendFile(exchange, file.get(), address.orElse(ROOT_PAGE), content.get());
    } else {
      notFound(exchange, address, now);
    }
  }

  private void notFound(HttpExchange exchange, Optional<SitePath> address, Tree now)
      throws IOException {
    Optional<OutputFile> page = now.notFound().or(() -> now.find(new SitePath("404.html")));
    if (page.isPresent() && address.isPresent()) {
      byte[] content = Tree.bytes(page.get(), roots).orElseGet(() -> new byte[0]);
      send(
          exchange,
          404,
          MediaTypes.HTML,
          PreviewHtml.of(content, address.get(), now.version(address.get())));
    } else {
      send(exchange, 404, "text/plain; charset=utf-8", bytes("There is no such page.\n"));
    }
  }

  private static void sendFile(
      HttpExchange exchange, OutputFile file, SitePath address, byte[] content) throws IOException {
    String type = MediaTypes.of(address.name());
    boolean preview = file.role() == OutputFile.Role.PAGE && type.equals(MediaTypes.HTML);
    send(
        exchange,
        200,
        type,
        preview ? PreviewHtml.of(content, address, Tree.version(content)) : content);
  }

  private void events(HttpExchange exchange) throws IOException, InterruptedException {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    String version = "";
    Optional<SitePath> page = Optional.empty();
    for (String part : query.split("&")) {
      if (part.startsWith("page=")) {
        page = SitePath.of(part.substring("page=".length()));
      } else if (part.startsWith("version=")) {
        version = part.substring("version=".length());
      }
    }
    if (page.isEmpty() || exchange.getRequestMethod().equals("HEAD")) {
      send(exchange, 400, "text/plain; charset=utf-8", bytes("Which page?\n"));
      return;
    }
    headers(exchange, "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream to = exchange.getResponseBody()) {
      browsers.serve(page.get(), version, this::tree, to);
    } catch (IOException e) {
      // The browser has gone, which it tells nobody.
    }
  }

  private static void headers(HttpExchange exchange, String type) {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    headers(exchange, type);
    boolean body = content.length > 0 && !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, body ? content.length : -1);
    if (body) {
      try (OutputStream to = exchange.getResponseBody()) {
        to.write(content);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    browsers.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
