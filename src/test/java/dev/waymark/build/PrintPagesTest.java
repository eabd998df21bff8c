package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.link.SitePath;
import dev.waymark.source.SourceBlocks;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages that hold all pages of a section, or of the site. */
class PrintPagesTest {
  private static final String CONTENT =
      """
      -- site.yaml --
      title: Kit
      print: true
      navigation: [parts/one/index.md, a.md]
      -- glossary.yaml --
      terms:
        - term: MASH
          definition: A team.
      -- index.md --
      # Welcome
      [A](a.md) and [One](parts/one/index.md) and [all of it](print.html)
      -- a.md --
      # Alone
      ## Same
      See [x](parts/one/x.md#same), [below](#same) and [more](https://example.org/?a=1&b=2).
      ![Way](flowcharts/way.yaml)
      -- parts/one/index.md --
      # Part one
      Start with [X](x.md), then [Z](z.md).
      -- parts/one/x.md --
      ---
      title: X
      order: 1
      owner: lead
      review-by: 2027-01-31
      ---
      ## Same
      [Here](#same), [Y](y%20y.md#same), [home](../../index.md), [file](form.txt).

      | a | b |
      | - | - |
      | 1 | 2 |
      -- parts/one/y y.md --
      # Y
      ## Same
      The MASH. ![Way](../../flowcharts/way.yaml)

      | a | b |
      | - | - |
      | 1 | 2 |
      -- parts/one/z.md --
      # Z
      ![Way](../../flowcharts/way.yaml)
      -- parts/one/form.txt --
      form
      -- flowcharts/way.yaml --
      title: Which way
      start: end
      nodes:
        end:
          outcome: Arrived
          severity: stop
          cites: [x]
      """;

  private static TestSite site(String content) {
    return TestSite.of(content);
  }

  @Test
  void everyLinkLeadsSomewhereAndNoIdIsThereTwice() {
    assertEquals(List.of(), SiteRules.breaches(site(CONTENT)));
  }

  @Test
  void partHoldsItsPagesInOrderWithLinksWithinIt() {
    String part = site(CONTENT).text("parts/one/print.html");
    assertInOrder(
        part,
        "<meta name=\"robots\" content=\"noindex\">",
        "<li><a href=\"#parts:one:x\">X</a>",
        "<section class=\"printed guide\" id=\"parts:one:index\">",
        "<h1 id=\"parts:one:index.part-one\">Part one</h1>",
        "<a href=\"#parts:one:x\">X</a>",
        "<section class=\"printed guide\" id=\"parts:one:x\">",
        "<h2>X</h2>",
        "<h3 id=\"parts:one:x.same\"",
        "<a href=\"#parts:one:x.same\">Here</a>",
        "<a href=\"#parts:one:y_20y.same\">Y</a>",
        "<a href=\"../../index.html\">home</a>",
        "<a href=\"form.txt\">file</a>",
        "31 January 2027",
        "id=\"parts:one:y_20y.same\"",
        "<a class=\"term\" href=\"../../glossary.html#mash\"",
        "id=\"parts:one:y_20y.wm.flow.way\"",
        "aria-label=\"Table 1, number 2\"",
        "id=\"parts:one:z.wm.flow.way\"");
    assertFalse(part.contains("id=\"a.alone\""), "a page of another folder");
  }

  @Test
  void wholeSiteFollowsTheMenuAndShowsEachChartOnce() {
    String all = site(CONTENT).text("print.html");
    assertInOrder(
        all,
        "<h1 id=\"index.welcome\">Welcome</h1>",
        "<h2>Parts</h2>",
        "<h3 id=\"parts:one:index.part-one\">Part one</h3>",
        "<h4>X</h4>",
        "<p class=\"flow-caption\"><a href=\"#flowcharts:way\">Way</a></p>",
        "<h2 id=\"a.alone\">Alone</h2>",
        "<a href=\"#parts:one:x.same\">x</a>",
        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">more</a>",
        "<h2>Flowcharts</h2>",
        "id=\"flowcharts:way.wm.flow.way\"",
        "<section class=\"printed guide\" id=\"glossary\">",
        "id=\"glossary.mash\"");
    assertEquals(1, count("<svg class=\"flow\"", all));
  }

  @Test
  void pagesForPrintingAreLinkedFromTheirSectionAndNotFoundByMachines() {
    TestSite site = site(CONTENT);
    assertTrue(site.text("parts/one/index.html").contains("<a href=\"print.html\">"));
    assertTrue(site.text("index.html").contains("<a href=\"print.html\">Print all of this site"));
    assertFalse(site.text("parts/one/x.html").contains("print.html"));
    site.files().keySet().stream()
        .filter(path -> path.value().startsWith("search/"))
        .forEach(path -> assertFalse(site.text(path.value()).contains("print.html"), path.value()));
    TestSite known =
        TestSite.of(
            new BuildOptions(
                Optional.empty(), false, 1, Optional.of(URI.create("https://kit.example/"))),
            SourceBlocks.content(CONTENT));
    assertFalse(known.text("sitemap.xml").contains("print.html"));
    assertFalse(known.text("print.html").contains("rel=\"canonical\""));
  }

  @Test
  void onlyWhereAskedForAndOfABearableSize() {
    assertFalse(
        site(CONTENT.replace("print: true\n", "").replace(" and [all of it](print.html)", ""))
            .files()
            .containsKey(new SitePath("print.html")));
    StringBuilder many = new StringBuilder("-- site.yaml --\nprint: true\n");
    for (int i = 0; i < 199; i++) {
      many.append("-- big/p%03d.md --\n# Page\n".formatted(i));
    }
    many.append("-- small/a.md --\n# A\n-- small/b.md --\n# B\n-- lone/c.md --\n# C\n");
    TestSite site = site(many.toString());
    assertEquals(
        List.of("big/print.html", "small/print.html"),
        site.files().keySet().stream()
            .map(SitePath::value)
            .filter(path -> path.endsWith("print.html"))
            .toList());
  }

  @Test
  void pageOfTheContentKeepsItsPlace() {
    TestSite site = site(CONTENT + "-- parts/one/print.md --\n# How to print\n");
    assertTrue(site.text("parts/one/print.html").contains("<h1 id=\"how-to-print\">"));
    assertFalse(site.text("parts/one/index.html").contains("Print all of"));
    assertEquals(List.of(), SiteRules.breaches(site));
  }

  @Test
  void idsArePortableAndUnlikeEachOther() {
    TestSite site =
        site(
            """
            -- site.yaml --
            print: true
            -- a_b.md --
            # One
            -- a/b.md --
            # Two
            -- a.b.md --
            # Three
            -- 1.md --
            # Four
            -- tŷ.md --
            # Five
            """);
    String all = site.text("print.html");
    for (String id : List.of("a__b", "a:b", "a_2Eb", "_31", "t_C5_B7")) {
      assertEquals(1, count("id=\"" + id + "\"", all), id);
      assertEquals(1, count("href=\"#" + id + "\"", all), id);
    }
    assertEquals(List.of(), SiteRules.breaches(site));
  }

  private static int count(String part, String text) {
    return (int) Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  private static void assertInOrder(String text, String... parts) {
    int at = 0;
    for (String part : parts) {
      int found = text.indexOf(part, at);
      assertTrue(found >= 0, () -> part + " is not there, or earlier, in\n" + text);
      at = found + part.length();
    }
  }
}
