package dev.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages can hold beyond the specification, and what becomes of it. */
final class MarkdownReaderTest {
  @Test
  void tableSaysItsAlignmentByClass() {
    assertEquals(
        """
        <div class="table-scroll" role="region" aria-label="Table 1" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col">Left</th>
        <th scope="col" class="align-center">Middle</th>
        <th scope="col" class="align-right">Right</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="align-center">2 | 3</td>
        <td class="align-right"></td>
        </tr>
        </tbody>
        </table>
        </div>
        """,
        Reading.html(
            """
            | Left | Middle | Right |
            | :--- | :----: | ----: |
            | 1 | 2 \\| 3 |
            """));
  }

  @Test
  void emptyCellOfAHeadIsNoHeading() {
    assertEquals(
        true, Reading.html("| | b |\n|-|-|\n| 1 | 2 |\n").contains("<td></td>\n<th scope"));
  }

  @Test
  void tablesAreCounted() {
    String html = Reading.html("|a|\n|-|\n\ntext\n\n|b|\n|-|\n");
    assertEquals(true, html.contains("aria-label=\"Table 1\""));
    assertEquals(true, html.contains("aria-label=\"Table 2\""));
  }

  @Test
  void twoTildesStrikeThrough() {
    assertEquals("<p>a <del>b</del> c</p>\n", Reading.html("a ~~b~~ c"));
  }

  @Test
  void bareAddressIsALink() {
    assertEquals(
        "<p><a href=\"https://a.example/b\" rel=\"noreferrer\">https://a.example/b</a> and"
            + " <a href=\"mailto:x@y.example\">x@y.example</a>,"
            + " <a href=\"http://www.c.example\" rel=\"noreferrer\">www.c.example</a>.</p>\n",
        Reading.html("https://a.example/b and x@y.example, www.c.example."));
    assertEquals("<p><code>https://a.example</code></p>\n", Reading.html("`https://a.example`"));
    assertEquals(1, links("[see https://a.example](b.md)").size());
  }

  @Test
  void taskHasAMarkAndAWord() {
    assertEquals(
        """
        <ul>
        <li><span class="task" role="img" aria-label="To do:"></span> ring</li>
        <li><span class="task task-done" role="img" aria-label="Done:"></span> write</li>
        </ul>
        """,
        Reading.html("- [ ] ring\n- [x] write\n"));
  }

  @Test
  void footnoteStandsAtTheEndAndLeadsBack() {
    String html = Reading.html("One[^n] two[^n].\n\n[^n]: The *note*.\n\nAfter.\n");
    assertEquals(
        true, html.startsWith("<p>One<sup class=\"footnote-ref\"><a href=\"#fn-n\""), html);
    assertEquals(true, html.indexOf("After.") < html.indexOf("The <em>note</em>."), html);
    assertEquals(true, html.contains("<li id=\"fn-n\">"), html);
    assertEquals(true, html.contains("href=\"#fnref-n\""), html);
    assertEquals(true, html.contains("href=\"#fnref-n-2\""), html);
    assertEquals("<p>a[^none]</p>\n", Reading.html("a[^none]"));
  }

  @Test
  void onlyAShownFootnoteIsAnAnchor() {
    String text =
        """
        # Title[^title]

        Text[^a].

        [^a]: See[^b].

        [^b]: B.

        [^c]: Nobody refers here[^d].

        [^d]: D.

        [^title]: T.
        """;
    assertEquals(Set.of("fn-a", "fn-b", "title"), anchors(text));
    for (String anchor : List.of("fn-a", "fn-b", "fn-c", "fn-d", "fn-title")) {
      assertEquals(
          anchors(text).contains(anchor),
          Reading.html(text).contains("id=\"" + anchor + "\""),
          anchor);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Who's asking? (Part 2); whos-asking-part-2",
        "A  B; a--b",
        "snake_case and-hyphen; snake_case-and-hyphen",
        "Ärzte über 18; ärzte-über-18",
        "日本語 の見出し; 日本語-の見出し",
        "*Bold* `code` [link](a.md); bold-code-link",
        "I İ; i-i̇",
        "100 %; 100-",
        "!!!; section"
      })
  void anchorOfAHeadingFollowsGitHub(String heading, String anchor) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertEquals(List.of(anchor), anchorsInOrder("## " + heading + "\n"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void equalHeadingsAreNumbered() {
    assertEquals(
        List.of("same", "same-1", "same-2", "same-1-1", "other"),
        anchorsInOrder("## Same\n## Same\n## Same\n## Same 1\n## Other\n"));
  }

  @Test
  void firstHeadingOfLevelOneIsTheTitleAndNotInTheBody() {
    MarkdownDocument document =
        Reading.check("# The *title*\n\nText.\n\n# Later\n\n### Deep\n").value();
    assertEquals("The title", document.title().orElseThrow().text());
    assertEquals("The <em>title</em>", Reading.link(document, document.titleHtml()));
    assertEquals(
        "<p>Text.</p>\n<h2 id=\"later\">Later</h2>\n<h3 id=\"deep\">Deep</h3>\n",
        Reading.link(document));
    assertEquals(
        List.of("Later", "Deep"), document.headings().stream().map(Heading::text).toList());
  }

  @Test
  void headingOfLevelTwoIsNoTitle() {
    assertEquals(true, Reading.check("## A\n").value().title().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"NOTE,Note", "tip,Tip", "Important,Important", "WARNING,Warning", "CAUTION,Caution"})
  void alertHasATitle(String marker, String title) {
    assertEquals(
        "<div class=\"alert alert-%s\" role=\"note\">\n<p class=\"alert-title\">%s</p>\n<p>Ring.</p>\n</div>\n"
            .formatted(title.toLowerCase(Locale.ROOT), title),
        Reading.html("> [!" + marker + "]\n> Ring.\n"));
  }

  @Test
  void alertHoldsAllItsBlocks() {
    assertEquals(
        """
        <div class="alert alert-note" role="note">
        <p class="alert-title">Note</p>
        <ul>
        <li>a</li>
        </ul>
        </div>
        """,
        Reading.html("> [!NOTE]\n>\n> - a\n"));
  }

  @Test
  void quotationThatOnlyLooksLikeAnAlertIsOne() {
    assertEquals(true, Reading.html("> [!SHOUT]\n> a\n").startsWith("<blockquote>"));
    assertEquals(true, Reading.html("> [!NOTE] a\n").startsWith("<blockquote>"));
    assertEquals(true, Reading.html("> [!NOTE]\n").startsWith("<blockquote>"));
  }

  @Test
  void imageTakesWholePixels() {
    assertEquals(
        "<p><img src=\"image.png\" alt=\"a &quot;b&quot;\" title=\"t\" width=\"400\""
            + " height=\"30\"></p>\n",
        Reading.html("![a \"b\"](c.png \"t\"){width=400 height=30px}"));
  }

  @ParameterizedTest
  @CsvSource({"50%", "10em", "12.5", "wide", "-3", "1000000"})
  void otherSizeOfAnImageIsLeftOutAndSaid(String size) {
    Checked<MarkdownDocument> read = Reading.check("![a](b.png){width=" + size + " height=3}");
    assertEquals(
        "<p><img src=\"image.png\" alt=\"a\" height=\"3\"></p>\n", Reading.link(read.value()));
    Diagnostic said = read.diagnostics().getFirst();
    assertEquals(Code.IMAGE_SIZE, said.code());
    assertEquals("width=" + size + " is not a number of pixels", said.detail());
    assertEquals("1:12", said.location().line() + ":" + said.location().column());
    assertEquals(1, read.diagnostics().size());
  }

  @Test
  void rawHtmlIsTextAndSaid() {
    Checked<MarkdownDocument> read =
        Reading.check("a <b onclick=\"x\">c</b>\n\n<script>\nalert(1)\n</script>\n");
    assertEquals(
        """
        <p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>
        <pre class="raw-html">&lt;script&gt;
        alert(1)
        &lt;/script&gt;</pre>
        """,
        Reading.link(read.value()));
    assertEquals(List.of(Code.RAW_HTML, Code.RAW_HTML), Reading.codes(read));
    assertEquals(List.of("1:3", "3:1"), Reading.places(read));
  }

  @Test
  void commentIsNotShown() {
    Checked<MarkdownDocument> read = Reading.check("a<!-- b -->c\n\n<!-- d\n-->\n");
    assertEquals("<p>ac</p>\n", Reading.link(read.value()));
    assertEquals(List.of(), read.diagnostics());
  }

  @Test
  void allowedElementIsKeptIfItIsClosedAndHasNoAttributes() {
    assertEquals("<p>H<sub>2</sub>O<br>x</p>\n", allowed("H<sub>2</sub>O<br>x"));
    assertEquals("<p><SUB>2</SUB></p>\n", allowed("<SUB>2</SUB>"));
    assertEquals("<p>&lt;sub&gt;2</p>\n", allowed("<sub>2"));
    assertEquals("<p>2&lt;/sub&gt;</p>\n", allowed("2</sub>"));
    assertEquals(
        "<p>&lt;sub class=&quot;a&quot;&gt;2&lt;/sub&gt;</p>\n",
        allowed("<sub class=\"a\">2</sub>"));
    assertEquals("<p>&lt;b&gt;2&lt;/b&gt;</p>\n", allowed("<b>2</b>"));
    assertEquals("<p><em>a&lt;sub&gt;b</em>c&lt;/sub&gt;</p>\n", allowed("*a<sub>b*c</sub>"));
  }

  private static String allowed(String text) {
    return new MarkdownReader(new MarkdownOptions(Set.of("sub", "br")))
        .read(new SourceText("page.md", 1, text))
        .value()
        .body()
        .link(new SitePath("page.html"), List.of(), List.of(), TermMarker.NONE, Embedder.NONE);
  }

  @Test
  void linkByIdTakesItsWordsFromItsTarget() {
    assertEquals("<p>See <a href=\"id.html\">Title of p3</a>.</p>\n", Reading.html("See [[p3]]."));
    assertEquals(
        "<p><a href=\"id.html\">other &amp; words</a></p>\n", Reading.html("[[p3|other & words]]"));
    assertEquals(List.of("glossary:mash"), links("[[glossary:mash]]"));
    assertEquals(List.of("share-child-concern"), links("[[ share-child-concern ]]"));
    assertEquals(List.of("p3", "p4"), links("*[[p3]]* [[p4|x]]"));
  }

  @Test
  void linkByIdStandsInATable() {
    String html = Reading.html("| a |\n|-|\n| [[p3\\|x]] [[p4]] |\n");
    assertEquals(
        true,
        html.contains("<td><a href=\"id.html\">x</a> <a href=\"id.html\">Title of p4</a></td>"),
        html);
  }

  @Test
  void whatOnlyLooksLikeALinkByIdIsNone() {
    assertEquals("<p>[[p3]]</p>\n", Reading.html("\\[[p3]]"));
    assertEquals("<p><code>[[p3]]</code></p>\n", Reading.html("`[[p3]]`"));
    assertEquals("<p>[[p3]</p>\n", Reading.html("[[p3]"));
    assertEquals("<p>[[]]</p>\n", Reading.html("[[]]"));
    assertEquals("<p>[[a b]]</p>\n", Reading.html("[[a b]]"));
    assertEquals(List.of("b.md"), links("[[p3]](b.md)"));
    assertEquals(List.of("b.md"), links("[[p3]]\n\n[p3]: b.md\n"));
  }

  @Test
  void destinationIsKeptAsWrittenWhateverItsScheme() {
    assertEquals(
        List.of("javascript:alert(1)", "file:///a", "tel:999", "b%20c.md#d", "e f.md"),
        links(
            "[a](javascript:alert(1)) [a](file:///a) [a](tel:999) [a](b%20c.md#d) [a](<e f.md>)"));
  }

  @Test
  void brokenLinkAndImageAreMarkedText() {
    MarkdownDocument document = Reading.check("[*a*](b.md) ![c](d.png) ![](e.png) [[f]]").value();
    List<LinkTarget> broken =
        document.links().stream().<LinkTarget>map(link -> new LinkTarget.Broken()).toList();
    assertEquals(
        "<p><span class=\"broken-link\"><em>a</em></span> <span class=\"broken-link\">c</span>"
            + " <span class=\"broken-link\">e.png</span> <span"
            + " class=\"broken-link\">f</span></p>\n",
        document
            .body()
            .link(
                new SitePath("page.html"),
                document.links(),
                broken,
                TermMarker.NONE,
                Embedder.NONE));
  }

  @Test
  void linkKnowsItsSectionAndItsSentence() {
    List<LinkReference> links =
        Reading.check(
                """
                Lead. See [one](a.md) first! Then.

                ## Section

                #### Deep

                Ask: "Why?" Because [[p3]] says so. End.
                """)
            .value()
            .links();
    assertEquals(List.of("", "section"), links.stream().map(LinkReference::section).toList());
    assertEquals("See one first!", links.get(0).sentence().text());
    assertEquals("Because SHARE says so.", links.get(1).sentence().fill(id -> "SHARE"));
  }

  private static List<String> links(String text) {
    return Reading.check(text).value().links().stream().map(LinkReference::destination).toList();
  }

  private static Set<String> anchors(String text) {
    return new TreeSet<>(Reading.check(text).value().anchors());
  }

  private static List<String> anchorsInOrder(String text) {
    return Reading.check(text).value().headings().stream().map(Heading::anchor).toList();
  }
}
