package dev.waymark.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures from a save to the new page in the hands of a browser, and to the search that has it, on
 * a preview that runs: {@code ServeBenchmark ADDRESS CONTENT PAGE [EDITS]}. PAGE is a Markdown file
 * below CONTENT, which is written.
 */
final class ServeBenchmark {
  private static final long PAUSE_MILLIS = 700;

  private ServeBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    URI address = URI.create(arguments[0]);
    Path file = Path.of(arguments[1], arguments[2]);
    String page = arguments[2].replaceFirst("\\.md$", ".html");
    int edits = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 50;
    String before = Files.readString(file);
    HttpClient client = HttpClient.newHttpClient();
    double[] shown = new double[edits];
    try {
      for (int i = 0; i < edits; i++) {
        String html = get(client, address.resolve(page));
        String version = RunningPreview.version(html);
        try (Stream<String> lines =
            client
                .send(
                    HttpRequest.newBuilder(
                            address.resolve(
                                "/_waymark/events?page=" + page + "&version=" + version))
                        .build(),
                    HttpResponse.BodyHandlers.ofLines())
                .body()) {
          Iterator<String> events = lines.iterator();
          waitFor(events, "event: problems");
          // As people save: not while the last change is still being indexed.
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
          String word = "edit" + i + "x" + Long.toString(System.nanoTime(), 36);
          long started = System.nanoTime();
          Files.writeString(file, before + "\n\nA sentence with " + word + " in it.\n");
          waitFor(events, "event: reload");
          if (!get(client, address.resolve(page)).contains(word)) {
            throw new IllegalStateException("told to reload, and nothing new");
          }
          shown[i] = (System.nanoTime() - started) / 1e6;
        }
      }
      Arrays.sort(shown);
      System.out.printf(
          Locale.ROOT,
          "save to page, %d edits of %s: median %.1f ms, 90 %% %.1f, most %.1f%n",
          edits,
          page,
          shown[edits / 2],
          shown[edits * 9 / 10],
          shown[edits - 1]);
      System.out.printf(
          Locale.ROOT, "save to search, 3 edits: %s ms%n", search(client, address, file, before));
    } finally {
      Files.writeString(file, before);
      client.shutdownNow();
    }
  }

  /** The entry file names the shards, which change with every word. */
  private static List<Long> search(HttpClient client, URI address, Path file, String before)
      throws IOException, InterruptedException {
    Long[] taken = new Long[3];
    for (int i = 0; i < taken.length; i++) {
      // Until what came before is in.
      String entry;
      do {
        entry = get(client, address.resolve("search/entry.js"));
        TimeUnit.SECONDS.sleep(3);
      } while (!entry.equals(get(client, address.resolve("search/entry.js"))));
      long started = System.nanoTime();
      Files.writeString(file, before + "\n\nA sentence with another" + i + " in it.\n");
      while (entry.equals(get(client, address.resolve("search/entry.js")))) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      taken[i] = (System.nanoTime() - started) / 1_000_000;
    }
    return List.of(taken);
  }

  private static void waitFor(Iterator<String> lines, String wanted) {
    while (!lines.next().equals(wanted)) {
      // Another event.
    }
  }

  private static String get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
