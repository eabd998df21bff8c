package dev.waymark.serve;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.IncrementalBuild;
import dev.waymark.diagnostic.Checked;
import dev.waymark.link.SitePath;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceFolder;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A preview of a folder, and its readers. */
final class RunningPreview implements AutoCloseable {
  private final Path content;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Heard heard = new Heard();
  private final Preview preview;
  private int marks;

  /** Keeps what the preview tells, and wakes those who wait for it. */
  private static final class Heard implements Preview.Listener {
    private Optional<IncrementalBuild.Settled> settled = Optional.empty();
    private final List<Exception> failures = new ArrayList<>();
    private final List<Integer> rendered = new ArrayList<>();

    @Override
    public void shown(IncrementalBuild.Shown shown, long millis) {}

    @Override
    public synchronized void settled(
        IncrementalBuild.Settled now,
        Checked<SourceTree> content,
        Checked<SourceTree> theme,
        long millis) {
      settled = Optional.of(now);
      rendered.add(now.shown().rendered().size());
      notifyAll();
    }

    @Override
    public synchronized void failed(Exception failure) {
      failures.add(failure);
      notifyAll();
    }

    synchronized IncrementalBuild.Settled await(Predicate<IncrementalBuild.Settled> wanted)
        throws InterruptedException {
      while (settled.filter(wanted).isEmpty()) {
        wait();
      }
      return settled.orElseThrow();
    }
  }

  RunningPreview(Path content, boolean poll) throws IOException {
    this.content = content;
    SourceFolder folder =
        new SourceFolder(SourceReader.sequential(), content, "content", List.of());
    this.preview =
        Preview.start(
            folder,
            Optional.empty(),
            new IncrementalBuild(BuildOptions.defaults(), RunningPreview::bytes),
            new Preview.Settings(0, poll),
            heard);
  }

  private static Optional<byte[]> bytes(SourceFile.Binary file) {
    return Optional.empty();
  }

  URI address() {
    return preview.address();
  }

  /** How many pages each build rendered. */
  List<Integer> rendered() {
    synchronized (heard) {
      return List.copyOf(heard.rendered);
    }
  }

  /** Waits for a build that comes to nothing. */
  void awaitFailure() throws InterruptedException {
    synchronized (heard) {
      while (heard.failures.isEmpty()) {
        heard.wait();
      }
    }
  }

  List<Exception> failures() {
    synchronized (heard) {
      return List.copyOf(heard.failures);
    }
  }

  /**
   * Waits until all that was done to the folder so far is served: a page that is written now is
   * told of after all else.
   */
  IncrementalBuild.Settled settle() throws IOException, InterruptedException {
    String name = "mark-" + ++marks;
    Files.writeString(content.resolve(name + ".md"), "# Mark\n");
    SitePath page = new SitePath(name + ".html");
    heard.await(settled -> settled.shown().files().containsKey(page));
    Files.delete(content.resolve(name + ".md"));
    return heard.await(settled -> !settled.shown().files().containsKey(page));
  }

  /** Waits until all is settled and a page holds this text. */
  IncrementalBuild.Settled settledWith(String page, String text) throws InterruptedException {
    return heard.await(settled ->
        Optional.ofNullable(settled.shown().files().get(new SitePath(page)))
            .flatMap(file -> Tree.bytes(file, Set.of()))
            .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(text))
            .isPresent());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The status of a request that no browser would send. */
  int raw(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address().getPort())) {
      socket
          .getOutputStream()
          .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readNBytes(12);
      return Integer.parseInt(new String(answer, StandardCharsets.ISO_8859_1).substring(9));
    }
  }

  /** The lines that a browser with this page gets. */
  Iterator<String> events(String page, String version) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(
                    address().resolve("_waymark/events?page=" + page + "&version=" + version))
                .build(),
            HttpResponse.BodyHandlers.ofLines())
        .body()
        .iterator();
  }

  /** The version that the page names to the script. */
  static String version(String html) {
    int at = html.indexOf("data-version=\"") + "data-version=\"".length();
    return html.substring(at, html.indexOf('"', at));
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    preview.close();
  }
}
