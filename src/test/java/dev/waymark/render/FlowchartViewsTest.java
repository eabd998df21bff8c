package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.flowchart.layout.GraphLayout;
import dev.waymark.flowchart.svg.DiagramRenderer;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.TermMarker;
import dev.waymark.site.LinkedSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What templates are told of flowcharts and diagrams. */
final class FlowchartViewsTest {
  private static final String SITE =
      """
      -- flowcharts/way.yaml --
      title: Which way?
      summary: Left or right.
      review-by: 2027-01-31
      start: ask
      nodes:
        right:
          outcome: Go right
          severity: stop
          cites: [p1]
          see: [home, "glossary:mash"]
        ask:
          question: Left & right?
          help: See [home](../index.md#top).
          options:
            - { label: "Yes", to: wait }
            - { label: "No", to: right }
        wait:
          action: Wait
          next: left
        left:
          outcome: Go left
          severity: urgent
          cites: [p1]
      -- principles/p1.md --
      ---
      id: p1
      kind: principle
      title: Be safe
      statement: Always.
      ---
      [[way]]
      -- glossary.yaml --
      terms:
        - term: MASH
          definition: A hub.
      -- index.md --
      ---
      id: home
      ---
      # Home

      ## Top

      """;

  private static final SitePath CHART = new SitePath("flowcharts/way.html");

  private static FlowchartView view(LinkedSite site, String from, String caption, int occurrence) {
    return new FlowchartViews(site.site(), new DiagramRenderer(GraphLayout.layered()))
        .view(new SitePath(from), CHART, caption, occurrence, TermMarker.NONE);
  }

  private static String line(FlowStepView step) {
    return "%d %s %s %s %s [%s] %s %s %s"
        .formatted(
            step.number(),
            step.anchor(),
            step.kind() + (step.severity().isEmpty() ? "" : "/" + step.severity()),
            step.severityText(),
            step.label(),
            step.body().toString().strip(),
            step.options().stream().map(option -> option.text() + " " + option.href()).toList(),
            step.cites().stream().map(cited -> cited.number() + " " + cited.href()).toList(),
            step.see().stream().map(link -> link.title() + " " + link.href()).toList());
  }

  @Test
  void theStepsAreInReadingOrderWithTheirLinks() {
    FlowchartView view = view(LinkedSite.of(SITE), "flowcharts/way.html", "", 1);
    assertEquals(
        List.of(
            "1 way--ask question  Left & right? [<p>See <a"
                + " href=\"../index.html#top\">home</a>.</p>] [Yes: go to 2 #way--wait, No: go to 4"
                + " #way--right] [] []",
            "2 way--wait action  Wait [] [Go to 3 #way--left] [] []",
            "3 way--left outcome/urgent Urgent Go left [] [] [P1 ../principles/p1.html] []",
            "4 way--right outcome/stop Stop Go right [] [] [P1 ../principles/p1.html] [Home"
                + " ../index.html, MASH ../glossary.html#mash]"),
        view.steps().stream().map(FlowchartViewsTest::line).toList());
    assertEquals("way--ask", view.start());
    assertEquals("", view.href());
    assertEquals("Which way?", view.caption());
    assertEquals("31 January 2027", assertNotNullReview(view));
  }

  private static String assertNotNullReview(FlowchartView view) {
    ReviewView review = view.review();
    assertNotNull(review);
    DateView due = review.reviewBy();
    assertNotNull(due);
    return due.text();
  }

  @Test
  void aSecondTimeInAPageHasAddressesOfItsOwn() {
    FlowchartView view = view(LinkedSite.of(SITE), "index.html", "Look here", 2);
    assertEquals("way--2", view.anchor());
    assertEquals("way--ask--2", view.start());
    assertEquals("flowcharts/way.html", view.href());
    assertEquals("Look here", view.caption());
    assertEquals(
        List.of("way--ask--2", "way--wait--2", "way--left--2", "way--right--2"),
        view.steps().stream().map(FlowStepView::anchor).toList());
    assertEquals("#way--wait--2", view.steps().getFirst().options().getFirst().href());
    assertEquals("principles/p1.html", view.steps().get(2).cites().getFirst().href());
    assertEquals(
        List.of("#way--ask--2", "#way--wait--2", "#way--left--2", "#way--right--2"),
        all("href=\"([^\"]*)\"", String.valueOf(view.picture())));
    assertTrue(String.valueOf(view.picture()).contains("id=\"wm-flow-way--2-t\""));
  }

  @Test
  void everyWordOfThePictureIsInTheList() {
    FlowchartView view = view(LinkedSite.of(SITE), "index.html", "", 1);
    String picture = String.valueOf(view.picture());
    assertEquals(
        List.of(
            "1. Left &amp; right?",
            "2. Wait",
            "3. Urgent Go left",
            "4. Stop Go right",
            "Yes",
            "No"),
        all("<text[^>]*>(.*?)</text>", picture).stream()
            .map(text -> text.replaceAll("<[^>]*>", ""))
            .toList());
  }

  @Test
  void aBrokenChartIsAListAlone() {
    FlowchartView view =
        view(LinkedSite.of(SITE.replace("next: left", "next: lost")), "index.html", "", 1);
    assertNull(view.picture());
    assertEquals("", view.start());
    assertEquals(4, view.steps().size());
    FlowOptionView option = view.steps().get(1).options().getFirst();
    assertEquals("", option.href());
    assertEquals("Leads nowhere", option.text());
  }

  @Test
  void aPageShowsItsChartsAndDiagramsAndSaysSo() {
    LinkedSite site =
        LinkedSite.of(
            SITE
                + """
                ![](flowcharts/way.yaml) and ![again](flowcharts/way.yaml)

                ```mermaid
                ---
                title: A way
                ---
                flowchart LR
                  a[Home] -->|now| b((( )))
                  a -.- c & d
                  subgraph s [Side]
                    d
                  end
                  c <--> s
                  click a "principles/p1.md"
                  click c "https://example.org/?a&b"
                ```
                """);
    PageView page = TestViews.of(site.site(), Optional.empty()).page(site.page("index.html"));
    String body = page.body().toString();
    assertTrue(page.flowcharts());
    assertEquals(
        List.of("wm.flow.way", "wm.flow.way--2"),
        all("class=\"flowchart flow-embedded\" id=\"([^\"]*)\"", body));
    assertEquals(
        List.of("principles/p1.html", "https://example.org/?a&amp;b"),
        all("<a class=\"flow-node\" href=\"([^#\"]*)\"", body));
    String text = body.substring(body.indexOf("<details"));
    assertEquals(
        List.of(
            "Home",
            "now: to 2, Box without words",
            "joined to 3, c",
            "joined to 4, d",
            "Box without words",
            "c",
            "to and from 5, Group: Side",
            "d (in Side)",
            "Group: Side"),
        text.replaceAll("<summary>.*?</summary>", "")
            .replaceAll("<[^>]*>", "")
            .lines()
            .filter(line -> !line.isBlank())
            .toList());
    assertTrue(text.contains("rel=\"noreferrer\""));
    assertTrue(body.contains("<p class=\"flow-caption\">A way</p>"));
    assertFalse(
        TestViews.of(site.site(), Optional.empty())
            .page(site.page("principles/p1.html"))
            .flowcharts());
  }

  @Test
  void reliedOnBySaysTheWordsOfAStepOnce() {
    LinkedSite site = LinkedSite.of(SITE);
    CitationView citation =
        TestViews.of(site.site(), Optional.empty())
            .page(site.page("principles/p1.html"))
            .reliedOnBy()
            .getFirst();
    assertEquals("Flowchart", citation.kindText());
    assertEquals(
        List.of(
            "../flowcharts/way.html#way--right||Go right",
            "../flowcharts/way.html#way--left||Go left"),
        citation.sentences().stream()
            .map(said -> said.href() + "|" + said.section() + "|" + said.text())
            .toList());
    SentenceView inBody =
        TestViews.of(site.site(), Optional.empty())
            .page(site.page("index.html"))
            .reliedOnBy()
            .getFirst()
            .sentences()
            .getLast();
    assertEquals("Left & right?", inBody.section());
    assertEquals("", inBody.mark());
  }

  private static List<String> all(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
