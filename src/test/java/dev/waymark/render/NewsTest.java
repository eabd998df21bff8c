package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.link.SitePath;
import dev.waymark.site.LinkedSite;
import dev.waymark.site.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the home page says of changes. */
class NewsTest {
  private static String page(String name, String... changes) {
    return "-- %s.md --\n---\ntitle: %s\nchanges:\n%s---\n"
        .formatted(
            name,
            name.toUpperCase(Locale.ROOT),
            List.of(changes).stream()
                .map(change -> {
                  String[] parts = change.split(" ", 2);
                  return "  - {date: " + parts[0] + ", text: " + parts[1] + "}\n";
                })
                .collect(Collectors.joining()));
  }

  private static List<String> news(String blocks) {
    Site site = LinkedSite.of(blocks).site();
    return News.of(site, new Views(site, Site.HOME)).stream()
        .map(item ->
            "%s %s: %s, %d more"
                .formatted(
                    item.date().iso(),
                    item.pages().stream()
                        .map(link -> link.title() + " " + link.href())
                        .collect(Collectors.joining(", ")),
                    item.text(),
                    item.more()))
        .toList();
  }

  @Test
  void theNewestComesFirst() {
    assertEquals(
        List.of(
            "2026-03-01 B b.html: third, 0 more",
            "2026-02-01 A a.html: second, 0 more",
            "2026-01-01 A a.html: first, 0 more"),
        news(page("a", "2026-01-01 first", "2026-02-01 second") + page("b", "2026-03-01 third")));
  }

  @Test
  void pagesThatSayTheSameOfOneDayStandTogetherAfterWhatIsParticular() {
    String all =
        IntStream.range(0, 5)
            .mapToObj(i -> page("a" + i, "2026-06-30 First version."))
            .collect(Collectors.joining());
    assertEquals(
        List.of(
            "2026-06-30 B b.html: Something, 0 more",
            "2026-06-30 A0 a0.html, A1 a1.html, A2 a2.html: First version., 2 more",
            "2026-01-01 C c.html: First version., 0 more"),
        news(all + page("b", "2026-06-30 Something") + page("c", "2026-01-01 First version.")));
  }

  @Test
  void onlyTheNewestFewAreListed() {
    String[] changes =
        IntStream.range(10, 29)
            .mapToObj(day -> "2026-01-" + day + " on day " + day)
            .toArray(String[]::new);
    List<String> news = news(page("a", changes));
    assertEquals(6, news.size());
    assertEquals("2026-01-28 A a.html: on day 28, 0 more", news.getFirst());
    assertEquals("2026-01-23 A a.html: on day 23, 0 more", news.getLast());
  }

  @Test
  void onlyTheHomePageHasThem() {
    LinkedSite site = LinkedSite.of(page("index", "2026-01-01 x") + page("a", "2026-01-02 y"));
    PageViews views = TestViews.of(site.site(), Optional.empty());
    assertEquals(2, views.page(site.page("index.html")).news().size());
    assertEquals(List.of(), views.page(site.page("a.html")).news());
    // Without a page of its own, too.
    Site plain = LinkedSite.of(page("a", "2026-01-02 y")).site();
    assertEquals(
        1, TestViews.of(plain, Optional.empty()).folder(plain.folderOf(Site.HOME)).news().size());
    assertEquals(
        List.of(), TestViews.of(plain, Optional.empty()).index(new SitePath("a-z.html")).news());
  }
}
