package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphabeticalIndexTest {
  @ParameterizedTest
  @CsvSource({
    "Apple, A",
    "apple, A",
    "Éclair, E",
    "E\u0301clair, E",
    "Ŵyna, W",
    "Ångström, A",
    "ijs, I",
    "ıslak, I",
    "İstanbul, I",
    "ßtrange, S",
    "\uFB01sh, F",
    "\u01C6ep, D",
    "'(SAR) form', S",
    "“Quoted”, Q",
    "999, 0–9",
    "5p, 0–9",
    "٣ things, 0–9",
    "'  3 things', 0–9",
    "日本, 日",
    "Ελλάδα, Ε",
    "Привет, П",
    "\uD835\uDC00, A",
    "🦆, '#'",
    "!?, '#'",
    "'', '#'",
  })
  void letterOf(String title, String letter) {
    assertEquals(letter, AlphabeticalIndex.letter(title));
  }

  @Test
  void everythingIsInOrderUnderItsLetter() {
    Site site =
        LinkedSite.of(
                """
                -- a.md --
                ---
                title: Zoo
                summary: Animals.
                ---
                # The zoo of zoos
                -- b.md --
                ---
                title: écluse
                ---
                -- c.md --
                ---
                title: Ebb
                ---
                -- d.md --
                ---
                title: "(Every) tide"
                ---
                -- e.md --
                ---
                title: 10 knots
                ---
                -- f.md --
                ---
                title: "!"
                ---
                -- p1.md --
                ---
                title: Look out
                kind: principle
                statement: Look.
                ---
                -- p2.md --
                ---
                title: ebb
                kind: excerpt
                source: {title: T, publisher: P}
                ---
                -- glossary.yaml --
                terms:
                  - term: VHF
                    expansion: very high frequency
                    definition: Radio.
                  - term: Ebb
                    definition: Falling tide.
                """)
            .site();
    assertEquals(
        List.of(
            "# ! f.html",
            "0–9 10 knots e.html",
            "E Ebb c.html",
            "E Ebb glossary.html#ebb [Glossary]",
            "E ebb p2.html [Learning excerpt]",
            "E écluse b.html",
            "E (Every) tide d.html",
            "L Look out p1.html [Principle]",
            "V Very high frequency glossary.html#vhf [Glossary] VHF",
            "V VHF glossary.html#vhf [Glossary] very high frequency",
            "Z Zoo a.html Animals."),
        site.index().stream().map(AlphabeticalIndexTest::line).toList());
  }

  private static String line(IndexEntry entry) {
    return "%s %s %s%s%s %s"
        .formatted(
            AlphabeticalIndex.letter(entry.title()),
            entry.title(),
            entry.target(),
            entry.anchor().isEmpty() ? "" : "#" + entry.anchor(),
            entry.kind().isEmpty() ? "" : " [" + entry.kind() + "]",
            entry.detail())
        .strip();
  }
}
