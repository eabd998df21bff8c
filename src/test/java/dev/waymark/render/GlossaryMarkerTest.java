package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.site.LinkedSite;
import dev.waymark.site.SitePage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a page are marked as terms of the glossary. */
class GlossaryMarkerTest {
  private static final Pattern MARK =
      Pattern.compile("<a class=\"term\" href=\"glossary\\.html#([^\"]*)\" title=\"[^\"]*\">");

  private static final String GLOSSARY =
      """
      -- glossary.yaml --
      terms:
        - {term: MASH, expansion: Multi-agency safeguarding hub, definition: A team.}
        - {term: GP, definition: A doctor.}
        - {term: Safeguarding hub, definition: Another.}
        - {term: capacity, definition: To decide.}
        - {term: amp, definition: A unit.}
        - {term: R&D, definition: Research.}
        - {term: "C (see)", definition: With marks.}
        - {term: Pŵer, definition: Power.}
        - {term: consent, definition: Yes., mark: false}
        - {term: "(odd)", definition: Starts with a mark.}
        - {term: UK GDPR, definition: Law.}
        - {term: UK, definition: A kingdom.}
        - {term: UK GDPR audit, definition: A look at it.}
        - {term: GDPR, definition: More law.}
      """;

  private static String body(String text) {
    LinkedSite site = LinkedSite.of(GLOSSARY + "-- a.md --\n" + text + "\n-- b.md --\n# B\n");
    SitePage page = site.page("a.html");
    return TestViews.of(site.site(), Optional.empty()).page(page).body().toString();
  }

  /** The text with marked words in square brackets, and the anchor of the term behind. */
  private static String marked(String text) {
    String html = body(text).replaceAll("(</?p>|\n)", "");
    StringBuilder shown = new StringBuilder();
    var mark = MARK.matcher(html);
    int at = 0;
    while (mark.find()) {
      int end = html.indexOf("</a>", mark.end());
      shown.append(html, at, mark.start()).append('[').append(html, mark.end(), end);
      shown.append("](").append(mark.group(1)).append(')');
      at = end + 4;
    }
    return shown.append(html.substring(at)).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          Ask the MASH. => Ask the [MASH](mash).
          The MASH and the MASH. => The [MASH](mash) and the MASH.
          mash the potatoes, Mash them => mash the potatoes, Mash them
          MASHed, XMASH, MASH2 => MASHed, XMASH, MASH2
          the MASH's GP's => the [MASH](mash)'s [GP](gp)'s
          (MASH)/GP => ([MASH](mash))/[GP](gp)
          a multi-agency safeguarding hub => a [multi-agency safeguarding hub](mash)
          a safeguarding hub => a [safeguarding hub](safeguarding-hub)
          Capacity and capacity => [Capacity](capacity) and capacity
          CAPACITY => [CAPACITY](capacity)
          incapacity, capacityless => incapacity, capacityless
          R&D and A&E &amp; & => [R&amp;D](rd) and A&amp;E &amp; &amp;
          an amp & a half => an [amp](amp) &amp; a half
          A&B or A & B => A&amp;B or A &amp; B
          "amp" => &quot;[amp](amp)&quot;
          C (see) => [C (see)](c-see)
          pŵer => [pŵer](p%C5%B5er)
          consent => consent
          (odd) => (odd)
          UK GDPR and uk gdpr => [UK GDPR](uk-gdpr) and uk gdpr
          UK GDPR, UK GDPR, UK, UK => [UK GDPR](uk-gdpr), UK GDPR, [UK](uk), UK
          UK, UK GDPR, GDPR => [UK](uk), [UK GDPR](uk-gdpr), [GDPR](gdpr)
          UK GDPR audit of UK GDPR => [UK GDPR audit](uk-gdpr-audit) of [UK GDPR](uk-gdpr)
          UK GDPR audits => [UK GDPR](uk-gdpr) audits
          UK-GDPR => [UK](uk)-[GDPR](gdpr)
          **MASH** and *GP* => <strong>[MASH](mash)</strong> and <em>[GP](gp)</em>
          `MASH` then MASH => <code>MASH</code> then [MASH](mash)
          [MASH](b.md) then MASH => <a href="b.html">MASH</a> then [MASH](mash)
          [[b|MASH]] then MASH => <a href="b.html">MASH</a> then [MASH](mash)
          [MASH](nowhere.md) => <span class="broken-link">MASH</span>
          ![GP](x.png) GP => <span class="broken-link">GP</span> [GP](gp)
          """)
  void marksTheFirstUse(String text, String shown) {
    assertEquals(shown, marked(text));
  }

  @Test
  void marksNothingInHeadingsAndCode() {
    assertEquals(
        "<h2 id=\"mash\">MASH</h2><pre><code>GP</code></pre><ul><li>[GP](gp)</li></ul>",
        marked("## MASH\n\n    GP\n\n- GP"));
  }

  @Test
  void theMarkLinksToTheTermAndSaysWhatItMeans() {
    assertEquals(
        "<p><a class=\"term\" href=\"glossary.html#mash\""
            + " title=\"Multi-agency safeguarding hub: A team.\">MASH</a>"
            + " <a class=\"term\" href=\"glossary.html#gp\" title=\"A doctor.\">GP</a></p>\n",
        body("MASH GP"));
  }

  @Test
  void aLongDefinitionIsCut() {
    LinkedSite site =
        LinkedSite.of(
            "-- glossary.yaml --\nterms:\n  - term: GP\n    definition: %s\n-- a.md --\nGP\n"
                .formatted("word ".repeat(2000)));
    String body =
        TestViews.of(site.site(), Optional.empty()).page(site.page("a.html")).body().toString();
    assertEquals(true, body.length() < 600, () -> body.length() + " characters");
    assertEquals(true, body.contains("word\u2026\">GP</a>"), body);
  }

  @Test
  void theLinkIsRelativeToThePage() {
    LinkedSite site = LinkedSite.of(GLOSSARY + "-- f/g/a.md --\nGP\n");
    assertEquals(
        "<p><a class=\"term\" href=\"../../glossary.html#gp\" title=\"A doctor.\">GP</a></p>\n",
        TestViews.of(site.site(), Optional.empty())
            .page(site.page("f/g/a.html"))
            .body()
            .toString());
  }

  @Test
  void capitalsAreTheSameInTurkish() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals("[CAPACITY](capacity)", marked("CAPACITY"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
