package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.page.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flowcharts and diagrams among the pages of a site. */
final class FlowchartsTest {
  private static final String CHART =
      """
      -- flowcharts/way.yaml --
      title: Which way?
      summary: Left or right.
      start: ask
      nodes:
        ask:
          question: Left?
          help: See [home](../index.md#top) and [[p1]].
          options:
            - { label: "Yes", to: left }
            - { label: "No", to: right }
        left:
          outcome: Go left
          severity: act
          cites: [p1]
        right:
          outcome: Go right
          severity: stop
          cites: [p1]
          see: [home]
      -- principles/p1.md --
      ---
      id: p1
      kind: principle
      title: Be safe
      statement: Always.
      ---
      """;

  private static final String HOME =
      """
      -- index.md --
      ---
      id: home
      ---
      # Home

      ## Top

      """;

  @Test
  void aChartIsAPageWithAnIdAndItsNodesAreItsAnchors() {
    LinkedSite site =
        LinkedSite.of(
            CHART
                + HOME
                + """
                [[way]] and [ask](flowcharts/way.yaml#way--ask) and ![all](flowcharts/way.yaml)
                and [there](flowcharts/way.html#way--right).
                """);
    SitePath path = new SitePath("flowcharts/way.html");
    assertEquals(List.of(), site.messages());
    assertEquals(
        List.of(
            new LinkTarget.Page(path, "", "Which way?"),
            new LinkTarget.Page(path, "way--ask", "Left?"),
            new LinkTarget.Page(path, "", "Which way?"),
            new LinkTarget.Page(path, "way--right", "Go right")),
        site.page("index.html").targets());
    assertEquals(Kind.FLOWCHART, site.page("flowcharts/way.html").frontMatter().kind());
    assertEquals(
        List.of("flowcharts/way.html"),
        site.site().flowcharts().keySet().stream().map(SitePath::value).toList());
    assertFalse(site.site().assets().containsKey(new SitePath("flowcharts/way.yaml")));
  }

  @Test
  void whatItsNodesCiteCounts() {
    LinkedSite site = LinkedSite.of(CHART + HOME + "[[way]]\n");
    Citation citation = site.site().citationsOf(new SitePath("principles/p1.html")).getFirst();
    assertEquals("flowcharts/way.html", citation.from().path().value());
    assertEquals(
        List.of("way--ask", "way--left", "way--right"),
        citation.links().stream().map(LinkReference::section).toList());
    assertEquals(
        List.of("way--ask", "way--right"),
        site.site().citationsOf(new SitePath("index.html")).getFirst().links().stream()
            .map(LinkReference::section)
            .toList());
  }

  @Test
  void aChartIsInTheAToZAndInTheListOfItsFolder() {
    LinkedSite site = LinkedSite.of(CHART + HOME + "[[way]]\n");
    assertTrue(
        site.site()
            .index()
            .contains(
                new IndexEntry(
                    "Which way?",
                    new SitePath("flowcharts/way.html"),
                    "",
                    "Flowchart",
                    "Left or right.")));
    assertEquals(
        List.of("Which way?"),
        site.site().folderOf(new SitePath("flowcharts/way.html")).children().stream()
            .map(Folder.Child::title)
            .toList());
  }

  @Test
  void anUnknownIdInAChartIsSuggestedAsYamlHasIt() {
    LinkedSite site =
        LinkedSite.of(
            CHART
                    .replace("see: [home]", "see: [hom, mash, nothing-like-it]")
                    .replaceFirst("cites: \\[p1\\]", "cites: [p11, home]")
                + HOME
                + """
                [[way]]
                -- glossary.yaml --
                terms:
                  - term: MASH
                    definition: A hub.
                """);
    assertEquals(
        List.of(
            "content/flowcharts/way.yaml:14:13-16 WM211 there is no principle p11 -> p1",
            "content/flowcharts/way.yaml:14:18-22 WM211 there is no principle home -> write the id"
                + " of a principle, such as p1, or take it out",
            "content/flowcharts/way.yaml:19:11-14 WM101 there is no id hom -> home",
            "content/flowcharts/way.yaml:19:16-20 WM101 there is no id mash -> glossary:mash",
            "content/flowcharts/way.yaml:19:22-37 WM101 there is no id nothing-like-it -> give a"
                + " page this id in its front matter, or take it out here"),
        site.messages());
  }

  @Test
  void aLinkToANodeThatIsNotThereGetsTheNearest() {
    LinkedSite site = LinkedSite.of(CHART + HOME + "[x](flowcharts/way.yaml#way--rigth)\n");
    assertEquals(
        List.of(
            "content/index.md:8:5-35 WM102 content/flowcharts/way.yaml has no heading way--rigth ->"
                + " flowcharts/way.yaml#way--right"),
        site.messages());
  }

  @Test
  void aChartAndAPageCannotHaveOneId() {
    LinkedSite site =
        LinkedSite.of(
            CHART + HOME + "[[way]]\n-- zoo.md --\n---\nid: way\n---\n# Zoo\n[home](index.md)\n");
    assertEquals(
        List.of(
            "content/zoo.md:2:5-8 WM210 content/flowcharts/way.yaml has it already -> give one of"
                + " the two another id: this page could be zoo"),
        site.messages());
  }

  @Test
  void onlyAChartThatNothingLinksToIsAnOrphan() {
    String settings = "-- site.yaml --\ntitle: T\nnavigation: [principles/p1.md]\n";
    assertEquals(
        List.of("WM108"),
        LinkedSite.of(CHART + settings + HOME).diagnostics().stream()
            .map(found -> found.code().id())
            .toList());
    assertEquals(
        List.of(), LinkedSite.of(CHART + settings + HOME + "![x](flowcharts/way.yaml)").messages());
  }

  @Test
  void aDraftIsLeftOutAndALinkToItIsAnError() {
    String blocks = CHART.replace("start: ask", "draft: true\nstart: ask") + HOME + "[[way]]\n";
    LinkedSite site = LinkedSite.of(blocks);
    assertEquals(
        List.of(
            "content/index.md:8:1-8 WM110 content/flowcharts/way.yaml has draft: true -> publish"
                + " that page, or take the link out for now"),
        site.messages());
    assertTrue(site.site().flowcharts().isEmpty());
    assertEquals(1, LinkedSite.withDrafts(blocks).site().flowcharts().size());
  }

  @Test
  void aBrokenChartIsAPageStill() {
    LinkedSite site =
        LinkedSite.of(CHART.replace("to: right", "to: rihgt") + HOME + "![x](flowcharts/way.yaml)");
    assertTrue(
        site.diagnostics().stream()
            .map(Diagnostic::code)
            .anyMatch(code -> code.id().equals("WM501")));
    assertFalse(site.site().flowcharts().get(new SitePath("flowcharts/way.html")).sound());
    assertEquals("Which way?", site.page("flowcharts/way.html").title());
  }

  @Test
  void markdownIsNoFlowchart() {
    assertEquals(
        List.of(
            "content/index.md:2:7-16 WM207 kind: takes guide, principle, excerpt -> use one of"
                + " guide, principle, excerpt"),
        LinkedSite.of("-- index.md --\n---\nkind: flowchart\n---\n# X\n").messages().stream()
            .map(line ->
                line.replaceAll(
                    "WM207 .*",
                    "WM207 kind: takes guide, principle, excerpt -> use one of guide, principle,"
                        + " excerpt"))
            .toList());
  }

  @Test
  void yamlElsewhereIsAFileAsEver() {
    LinkedSite site = LinkedSite.of("-- index.md --\n# X\n-- data/x.yaml --\na: 1\n");
    assertEquals(List.of(), site.messages());
    assertTrue(site.site().assets().containsKey(new SitePath("data/x.yaml")));
  }

  @Test
  void theLinksOfADiagramAreThoseOfItsPage() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- index.md --
            # Home

            [b](b.md)

            ## Picture

            ```mermaid
            flowchart TD
              a[To the<br>page] --> b --> c --> d
              click a "b.md#sub"
              click b "nowhere.md"
              click c "https://example.org/"
              click d "javascript:alert(1)"
            ```
            -- b.md --
            # B

            ## Sub

            [home](index.md)
            """);
    assertEquals(
        List.of(
            "content/index.md:11:12-22 WM104 there is no page at content/nowhere.md -> b.md",
            "content/index.md:13:12-31 WM103 javascript: is not one of https, http, mailto, tel ->"
                + " link to a page or a file of the site, or to an https address"),
        site.messages());
    Citation citation = site.site().citationsOf(new SitePath("b.html")).getFirst();
    assertEquals(
        List.of("", "picture"), citation.links().stream().map(LinkReference::section).toList());
    assertEquals("To the page", citation.links().getLast().sentence().text());
  }
}
