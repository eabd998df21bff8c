package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MarkedLineTest {

  @Test
  void marksFromColumnToBeforeEndColumn() {
    assertMarked("see [a](b.md)", "        ^^^^", MarkedLine.of("see [a](b.md)", 9, 13));
  }

  @Test
  void emptyRangeHasOneCaret() {
    assertMarked("title:", "      ^", MarkedLine.of("title:", 7, 7));
    assertMarked("", "^", MarkedLine.of("", 1, 1));
  }

  @Test
  void columnsPastTheEndMarkTheEnd() {
    assertMarked("ab", "  ^", MarkedLine.of("ab", 50, 60));
    assertMarked("ab", "  ^", MarkedLine.of("ab", 5000, 5010));
    assertMarked("ab", " ^", MarkedLine.of("ab", 2, 60));
  }

  @Test
  void tabsAreFourColumns() {
    assertMarked("    a    b", "         ^", MarkedLine.of("\ta\tb", 4, 5));
    assertMarked("    a", "^^^^", MarkedLine.of("\ta", 1, 2));
  }

  @Test
  void wideLettersCountTwice() {
    assertMarked("保護 x", "     ^", MarkedLine.of("保護 x", 4, 5));
    assertMarked("保護", "  ^^", MarkedLine.of("保護", 2, 3));
    // An emoji is two UTF-16 units, one character and two columns.
    assertMarked("😀 x", "   ^", MarkedLine.of("😀 x", 4, 5));
  }

  @Test
  void combiningMarksTakeNoColumn() {
    assertMarked("e\u0301 x", "  ^", MarkedLine.of("e\u0301 x", 4, 5));
  }

  @Test
  void whatSteersATerminalIsShownInstead() {
    assertMarked("a␛[31mb�c", "        ^", MarkedLine.of("a\u001b[31mb\u202ec", 9, 10));
  }

  @Test
  void longLinesAreCutAroundTheMark() {
    String line = "a".repeat(150) + "MARK" + "b".repeat(150);
    MarkedLine marked = MarkedLine.of(line, 151, 155);
    assertMarked(
        "..." + "a".repeat(48) + "MARK" + "b".repeat(48) + "...", " ".repeat(51) + "^^^^", marked);
  }

  @Test
  void longLinesAreCutOnOneSideWhenTheMarkIsNearTheOther() {
    assertMarked(
        "MARK" + "b".repeat(96) + "...", "^^^^", MarkedLine.of("MARK" + "b".repeat(300), 1, 5));
    assertMarked(
        "..." + "a".repeat(96) + "MARK",
        " ".repeat(99) + "^^^^",
        MarkedLine.of("a".repeat(300) + "MARK", 301, 305));
  }

  @Test
  void longMarksAreCutToo() {
    MarkedLine marked = MarkedLine.of("a".repeat(20) + "b".repeat(500), 21, 521);
    assertMarked(
        "..." + "a".repeat(10) + "b".repeat(90) + "...", " ".repeat(13) + "^".repeat(90), marked);
  }

  @Test
  void aMillionLettersInOneLineTakeNoTime() {
    String line = "x".repeat(2_000_000);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (int column = 1; column < 2_000_000; column += 10_000) {
            MarkedLine.of(line, column, column + 3);
          }
        });
  }

  /** Whatever the line and the range, the caret stands below the shown line or just behind it. */
  @RepeatedTest(200)
  void caretsStandBelowTheText(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    String letters = "ab\t保😀e\u0301\u200d\ud800\udc00 ";
    StringBuilder line = new StringBuilder();
    int length = random.nextInt(400);
    for (int i = 0; i < length; i++) {
      line.append(letters.charAt(random.nextInt(letters.length())));
    }
    int column = 1 + random.nextInt(length + 2);
    MarkedLine marked = MarkedLine.of(line.toString(), column, column + random.nextInt(300));
    assertTrue(marked.marker().matches(" *\\^+"), () -> "seed " + seed + ": " + marked);
    // A letter takes at most two columns.
    assertTrue(
        marked.marker().length() <= 2 * marked.text().length() + 1,
        () -> "seed " + seed + ": " + marked);
    assertTrue(marked.marker().length() <= MarkedLine.WIDTH + 6, () -> "seed " + seed);
  }

  private static void assertMarked(String text, String marker, MarkedLine marked) {
    assertEquals(text + "\n" + marker, marked.text() + "\n" + marked.marker());
  }
}
