package dev.waymark.serve;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.json.JsonText;
import dev.waymark.link.SitePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The browsers that show a page, and what each is to be told, as Server-Sent Events: {@code reload}
 * when the page has changed, {@code picture} with the path of a copied file that has, {@code
 * problems} with all that is wrong. Thread-safe.
 */
final class Browsers {
  /** More are counted only. */
  private static final int MOST_PROBLEMS = 50;

  /** So often a browser that has gone is found out. */
  private static final long BEAT_SECONDS = 15;

  private static final String END = "";
  private static final SitePath ROOT_PAGE = new SitePath("index.html");

  private final Set<Browser> open = ConcurrentHashMap.newKeySet();
  private volatile Problems problems = new Problems(List.of(), Map.of());

  /**
   * @param page that it shows
   * @param version of that page
   */
  private record Browser(SitePath page, String version, BlockingQueue<String> events) {}

  private record Problems(List<Diagnostic> diagnostics, Map<String, SitePath> addresses) {}

  /** The pages that are looked at. */
  Set<SitePath> pages() {
    Set<SitePath> pages = ConcurrentHashMap.newKeySet();
    open.forEach(browser -> pages.add(browser.page()));
    return pages;
  }

  /** Tells of new files. */
  void tell(
      Tree tree,
      Set<SitePath> pictures,
      List<Diagnostic> diagnostics,
      Map<String, SitePath> addresses) {
    Problems next = new Problems(diagnostics, addresses);
    boolean changed = !problems.diagnostics().equals(diagnostics);
    problems = next;
    for (Browser browser : open) {
      if (!tree.version(browser.page()).equals(browser.version())) {
        browser.events().add(event("reload", "1"));
        continue;
      }
      pictures.forEach(path -> browser.events().add(event("picture", ROOT_PAGE.linkTo(path))));
      if (changed) {
        browser.events().add(problems(next, browser.page()));
      }
    }
  }

  /** Tells one browser, until it has gone. */
  void serve(SitePath page, String version, Supplier<Tree> tree, OutputStream to)
      throws IOException, InterruptedException {
    Browser browser = new Browser(page, version, new LinkedBlockingQueue<>());
    open.add(browser);
    try {
      send("retry: 500\n\n", to);
      // What has changed since the page was sent, before anybody knew that it is looked at.
      if (!tree.get().version(page).equals(version)) {
        send(event("reload", "1"), to);
      }
      send(problems(problems, page), to);
      while (true) {
        String event = browser.events().poll(BEAT_SECONDS, TimeUnit.SECONDS);
        if (END.equals(event)) {
          return;
        }
        send(event == null ? ":\n\n" : event, to);
      }
    } finally {
      open.remove(browser);
    }
  }

  /** Ends all connections. */
  void close() {
    open.forEach(browser -> browser.events().add(END));
  }

  private static void send(String text, OutputStream to) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  private static String event(String name, String line) {
    return "event: " + name + "\ndata: " + line + "\n\n";
  }

  private static String problems(Problems problems, SitePath page) {
    List<Diagnostic> all = problems.diagnostics();
    List<Diagnostic> first =
        Stream.concat(
                all.stream().filter(found -> isOn(problems, found, page)),
                all.stream().filter(found -> !isOn(problems, found, page)))
            .limit(MOST_PROBLEMS)
            .toList();
    String text =
        JsonText.line(it ->
            it.put("count", all.size())
                .array(
                    "problems",
                    items ->
                        first.forEach(found ->
                            items.object(problem ->
                                problem
                                    .put("severity", found.severity().word())
                                    .put("code", found.code().id())
                                    .put("place", found.location().toString())
                                    .put("here", isOn(problems, found, page))
                                    .put("message", found.message())
                                    .put("detail", found.detail())
                                    .put("help", found.help())))));
    return event("problems", text.strip());
  }

  private static boolean isOn(Problems problems, Diagnostic found, SitePath page) {
    return Optional.ofNullable(problems.addresses().get(found.location().file()))
        .filter(page::equals)
        .isPresent();
  }
}
