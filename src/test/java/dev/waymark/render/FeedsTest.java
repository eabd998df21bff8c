package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.output.OutputFile;
import dev.waymark.site.LinkedSite;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FeedsTest {
  private static Map<String, String> feeds(String base, String blocks) {
    return Feeds.of(LinkedSite.of(blocks).site(), URI.create(base)).stream()
        .collect(
            Collectors.toMap(
                file -> file.path().value(),
                file ->
                    new String(
                        ((OutputFile.Content.Bytes) file.content()).bytes(),
                        StandardCharsets.UTF_8)));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList nodes = document.getElementsByTagName(element);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  private static final String SITE =
      """
      -- index.md --
      # Home & away
      -- f/ŵ x.md --
      ---
      changes:
        - {date: 2026-02-01, text: "Said <more> & \\u0001 better."}
        - {date: 2026-01-01, text: Begun.}
        - {date: 2026-01-01, text: Begun.}
      ---
      # Ŵ
      -- a.md --
      ---
      changes:
        - {date: 2026-02-01, text: Also.}
      ---
      -- draft.md --
      ---
      draft: true
      changes: [{date: 2026-09-09, text: Hidden.}]
      ---
      """;

  @Test
  void theSiteMapListsEveryPage() throws Exception {
    assertEquals(
        List.of(
            "https://example.org/t/a.html",
            "https://example.org/t/f/%C5%B5%20x.html",
            "https://example.org/t/index.html"),
        texts(parsed(feeds("https://example.org/t", SITE).get("sitemap.xml")), "loc"));
  }

  @Test
  void theFeedHasTheNewestChangesFirst() throws Exception {
    Document feed = parsed(feeds("https://example.org/t/", SITE).get("feed.xml"));
    assertEquals(List.of("Home & away", "A", "Ŵ", "Ŵ"), texts(feed, "title"));
    assertEquals(
        List.of("Also.", "Said <more> & \uFFFD better.", "Begun."), texts(feed, "summary"));
    assertEquals(
        List.of(
            "2026-02-01T00:00:00Z",
            "2026-02-01T00:00:00Z",
            "2026-02-01T00:00:00Z",
            "2026-01-01T00:00:00Z"),
        texts(feed, "updated"));
    List<String> ids = texts(feed, "id");
    assertEquals(4, ids.stream().distinct().count(), ids::toString);
    assertEquals("https://example.org/t/index.html", ids.getFirst());
    assertTrue(ids.get(1).startsWith("https://example.org/t/a.html#2026-02-01-"), ids::toString);
  }

  @Test
  void aSiteWithoutChangesHasNoFeed() {
    assertEquals(
        List.of("sitemap.xml"),
        List.copyOf(feeds("https://example.org/", "-- a.md --\n").keySet()));
  }

  @Test
  void theFeedEndsAfterThirty() throws Exception {
    StringBuilder changes = new StringBuilder("-- a.md --\n---\nchanges:\n");
    for (int i = 10; i < 50; i++) {
      changes.append("  - {date: 20").append(i).append("-01-01, text: Change.}\n");
    }
    Document feed = parsed(feeds("https://example.org/", changes + "---\n").get("feed.xml"));
    assertEquals(30, texts(feed, "entry").size());
    assertEquals("2049-01-01T00:00:00Z", texts(feed, "updated").getFirst());
  }

  @Test
  void filesOfTheContentGoFirst() {
    String own = "-- sitemap.xml --\n-- feed.xml --\n";
    assertEquals(Map.of(), feeds("https://example.org/", own + SITE));
  }
}
