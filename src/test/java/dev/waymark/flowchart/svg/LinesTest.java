package dev.waymark.flowchart.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels in lines, and how wide they are. */
final class LinesTest {
  @Test
  void widthsAreThoseOfTheTable() {
    assertEquals(0.318 * 14 + 0.685 * 14, TextWidths.of(" A", 14), 1e-9);
    assertEquals(2 * 14, TextWidths.of("日本", 14), 1e-9);
    assertEquals(TextWidths.of("e", 14), TextWidths.of("e\u0301", 14), 1e-9);
    assertTrue(TextWidths.ofBold("Urgent", 14) > TextWidths.of("Urgent", 14));
  }

  @Test
  void linesAreAsEqualAsTheyCanBe() {
    Lines lines = Lines.wrap("Could someone be seriously hurt very soon?", 14, 190);
    assertEquals(List.of("Could someone be", "seriously hurt very soon?"), lines.lines());
    assertTrue(lines.width() <= 190);
    for (String line : lines.lines()) {
      assertTrue(TextWidths.of(line, 14) <= lines.width());
    }
  }

  @Test
  void breaksOfTheAuthorStay() {
    assertEquals(List.of("one", "", "two"), Lines.wrap("one\n\ntwo", 14, 190).lines());
    assertEquals(Lines.NONE, Lines.wrap(" \n ", 14, 190));
  }

  @Test
  void aWordThatIsTooWideIsCut() {
    Lines lines = Lines.wrap("see " + "W".repeat(40) + " now", 14, 190);
    assertEquals("see" + "W".repeat(40) + "now", String.join("", lines.lines()).replace(" ", ""));
    assertTrue(lines.width() <= 190);
    assertTrue(lines.lines().size() >= 3);
  }
}
