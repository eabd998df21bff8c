package dev.waymark.flowchart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Located;
import dev.waymark.link.LinkReference;
import dev.waymark.page.Kind;
import dev.waymark.page.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A chart as a page of the site. */
final class FlowchartPageTest {
  private static final String YAML =
      """
      summary: Short.
      start: ask
      nodes:
        ask:
          question: Left?
          help: See [home](../index.md).
          options:
            - { label: "Yes", to: left }
            - { label: "No", to: left }
        left:
          outcome: Go left
          severity: act
          cites: [p1]
          see: [home]
      """;

  @Test
  void hasTheLinksAndAnchorsOfTheNodes() {
    Page page = Charts.read("way", YAML).value().asPage();
    assertEquals(Kind.FLOWCHART, page.frontMatter().kind());
    assertEquals(Set.of("way--ask", "way--left"), page.document().anchors());
    assertEquals(
        List.of("way--ask Left?", "way--left Go left"),
        page.document().headings().stream()
            .map(heading -> heading.anchor() + " " + heading.text())
            .toList());
    assertEquals(
        List.of(
            "LINK ../index.md way--ask See home.",
            "BARE_PRINCIPLE p1 way--left Go left",
            "BARE_ID home way--left Go left"),
        page.links().stream().map(FlowchartPageTest::line).toList());
    assertTrue(page.diagrams().isEmpty());
  }

  private static String line(LinkReference link) {
    return "%s %s %s %s"
        .formatted(link.kind(), link.destination(), link.section(), link.sentence().text());
  }

  @Test
  void withoutAnIdItGoesByItsFile() {
    Page page = Charts.read("way", YAML).value().asPage();
    assertEquals("way", page.frontMatter().id().map(Located::value).orElse(""));
    Page named = Charts.read("way", "id: other\n" + YAML).value().asPage();
    assertEquals("other", named.frontMatter().id().map(Located::value).orElse(""));
    assertTrue(named.document().anchors().contains("other--ask"));
  }
}
