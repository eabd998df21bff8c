package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.site.LinkedSite;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advice about good writing: what is told, what is not, and how it is switched off. */
class AdviceTest {
  private static final String SETTINGS = "-- site.yaml --\ntitle: Kit\n";

  /** What is said of the page {@code index.md}, each as {@code LINE:COLUMN CODE}. */
  private static List<String> advice(String page, String others) {
    return TestSite.of(SETTINGS + "-- index.md --\n" + page + "\n" + others).diagnostics().stream()
        .map(LinkedSite::message)
        .filter(message -> message.contains(" WM6"))
        .map(message -> message.replaceFirst("content/index\\.md:", "").replaceFirst("-\\S+", ""))
        .map(message -> message.substring(0, message.indexOf(' ') + 6))
        .toList();
  }

  private static final String LONG = "Word" + " word".repeat(50);

  @ParameterizedTest
  @CsvSource({
    "'# A|## B|### C|## D', ''",
    "'# A|### B', 2:1 WM601",
    "'# A|## B|#### C|##### D', 3:1 WM601",
    "'## A|### B', ''",
    "'### A', 1:1 WM601",
    "'# A|# B', 2:1 WM602",
    "'---|title: T|---|# A', ''",
    "'[Here](a.md), [read more >](a.md), [consent](a.md), ![map](m.png)', '1:8 WM603;1:29 WM603'",
    "'![](m.png) ![ ](m.png)', '1:5 WM604;1:17 WM604'",
    "'![](flowcharts/f.yaml)', ''",
    "'[![map](m.png)](a.md)', ''",
    "'| | ||---|---||a|b|', ''",
    "'Short. LONG.', 1:8 WM606",
    "'- LONG', 1:3 WM606",
    "'LONG e.g. this', 1:1 WM606",
    "'# LONG', ''",
    "'`LONG`', ''",
    "'Ask the MARAC. The MARAC meets.', 1:9 WM607",
    "'Ask the (MARAC). The MARAC meets.', ''",
    "'A MARAC (risk assessment conference) meets.', ''",
    "'The MASH and the NHS, Part IV, `MARAC`, [[glossary:mash|MASH]].', ''",
    "'All MAPPAs meet.', 1:5 WM607",
    "'DO NOT WAIT', ''",
  })
  void tellsWhatIsHardToRead(String page, String expected) {
    String text = page.replace('|', '\n').replace("LONG", LONG);
    assertEquals(
        expected.isEmpty() ? List.of() : List.of(expected.split(";")),
        advice(
            text,
            """
            -- a.md --
            # A
            -- m.png --
            x
            -- flowcharts/f.yaml --
            title: F
            start: e
            nodes: { e: { outcome: E, severity: act } }
            -- glossary.yaml --
            terms:
              - term: MASH
                definition: A team.
            """));
  }

  @Test
  void looksAtTableHeaders() {
    assertEquals(List.of("1:1 WM605"), advice("| | |\n|---|---|\n|a|b|", ""));
    assertEquals(List.of(), advice("| | A |\n|---|---|\n|a|b|", ""));
  }

  @Test
  void wantsASummaryWhereMostPagesHaveOne() {
    String summary = "---\nsummary: S.\n---\n";
    String bare = "-- b.md --\n# B\n";
    assertEquals(List.of(), advice("# A", "-- a.md --\n# A\n" + bare));
    assertEquals(
        List.of("content/b.md:1:1 WM608"),
        advice("# A", "-- a.md --\n" + summary + "-- c.md --\n" + summary + bare));
  }

  /** One cause, one message. */
  @ParameterizedTest
  @CsvSource({"summary: a: b", "sumary: S.", "'summary: S.|title: [x'"})
  void wantsNoSummaryWhereOneMayHaveBeenMisread(String written) {
    String summary = "---\nsummary: S.\n---\n";
    String others = "-- a.md --\n" + summary + "-- c.md --\n" + summary;
    String page = "-- b.md --\n---\n" + written.replace('|', '\n') + "\n---\n# B\n";
    assertEquals(List.of(), advice("# A", others + page));
  }

  @Test
  void countsOverdueFromTheDateOfTheBuild() {
    String due = "---\nreview-by: 2026-06-30\n---\n";
    assertEquals(List.of(), advice(due, "-- a.md --\n---\nreviewed: 2026-06-30\n---\n"));
    assertEquals(List.of("1:1 WM609"), advice(due, "-- a.md --\n---\nreviewed: 2026-07-01\n---\n"));
  }

  private static final String PASSAGE =
      "Ask the person before you share, unless that would put somebody at risk or take time that"
          + " you do not have. Say what you would like to share, who would get it, why, and what"
          + " may happen next. Then write down what they said and on which day they said it.";

  @Test
  void findsPassagesThatAreNearlyTheSame() {
    String other = PASSAGE.replace("Then write down", "Please write down");
    assertEquals(List.of("1:1 WM610"), advice(PASSAGE, "-- a.md --\n" + other + "\n"));
    // Twice on one page is that page's own matter, and half of it is another passage.
    assertEquals(List.of(), advice(PASSAGE + "\n\n" + PASSAGE, ""));
    String half =
        PASSAGE.substring(0, 130)
            + "talk to your safeguarding lead, who can tell you"
            + " much more about this and will help you to decide what is best to do today.";
    assertEquals(List.of(), advice(PASSAGE, "-- a.md --\n" + half + "\n"));
  }

  @Test
  void isSwitchedOffByCode() {
    String page = "-- index.md --\n# A\n\n### B\n\n[here](index.md)\n";
    assertEquals(Map.of("WM601", 1L, "WM603", 1L), codes(SETTINGS + page));
    assertEquals(Map.of("WM603", 1L), codes(SETTINGS + "advice: {off: WM601}\n" + page));
    assertEquals(Map.of(), codes(SETTINGS + "advice:\n  off: [WM601, WM603]\n" + page));
    assertEquals(
        Map.of("WM601", 1L, "WM603", 1L, "WM207", 1L),
        codes(SETTINGS + "advice: {off: [WM104]}\n" + page));
    // A folder that somebody only tries out is left in peace.
    assertEquals(Map.of(), codes(page));
  }

  private static Map<String, Long> codes(String blocks) {
    return TestSite.of(blocks).diagnostics().stream()
        .collect(Collectors.groupingBy(found -> found.code().id(), Collectors.counting()));
  }

  @Test
  void measuresTheReadingAge() {
    List<BuildResult.Reading> readings =
        TestSite.of(
                SETTINGS
                    + """
                    -- easy.md --
                    The cat sat on the mat. It was a big cat.
                    -- hard.md --
                    Confidentiality obligations notwithstanding, practitioners occasionally disclose information proportionately.
                    -- none.md --
                    # Only a heading
                    """)
            .result()
            .readings();
    assertEquals(
        List.of("content/hard.md", "content/easy.md"),
        readings.stream().map(BuildResult.Reading::file).toList());
    // 11 words of one syllable in 2 sentences: 0.39 * 5.5 + 11.8 * 1 - 15.59 + 5.
    assertEquals(11, readings.get(1).words());
    assertEquals(3.355, readings.get(1).age(), 1e-9);
    assertTrue(readings.get(0).age() > 30, readings.toString());
  }
}
