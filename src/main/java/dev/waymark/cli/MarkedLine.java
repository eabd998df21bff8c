package dev.waymark.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A source line as it is printed, and below it the spaces and carets that mark a part of it:
 *
 * <pre>
 * Ring the [duty worker](dutty.md).
 *                        ^^^^^^^^
 * </pre>
 *
 * <p>Tabs are four columns wide, and letters that take two columns or none are reckoned so; joined
 * emoji differ from terminal to terminal and may be a column or two off. Of a long line only the
 * part around the mark is shown.
 */
record MarkedLine(String text, String marker) {
  /** The most columns that are shown of a line. */
  static final int WIDTH = 100;

  private static final int BEFORE_LONG_MARK = 10;
  private static final String CUT = "...";

  /**
   * @param line the source line, without its line end
   * @param column the 1-based first column of the mark, in UTF-16 units
   * @param endColumn the column after the mark; the mark has at least one caret
   */
  static MarkedLine of(String line, int column, int endColumn) {
    // More than can be shown need not be measured: a file of one line may have two million letters.
    int offset = Math.min(column - 1, line.length());
    int first = boundary(line, offset - 2 * WIDTH);
    int last = boundary(line, offset + 3 * WIDTH);
    List<Cell> cells = cells(line, first, last);
    int total = cells.stream().mapToInt(Cell::width).sum();
    int start = widthBefore(cells, offset);
    int length = Math.max(1, widthBefore(cells, endColumn - 1) - start);
    int before = length > WIDTH - BEFORE_LONG_MARK ? BEFORE_LONG_MARK : (WIDTH - length) / 2;
    int from = Math.clamp(start - before, 0, Math.max(0, total - WIDTH));
    int to = Math.min(from + WIDTH, total);
    String left = first > 0 || from > 0 ? CUT : "";
    String right = last < line.length() || to < total ? CUT : "";
    int room = Math.max(1, from + WIDTH - start);
    return new MarkedLine(
        left + text(cells, from, to) + right,
        marker(left.length() + start - firstFrom(cells, from), Math.min(length, room)));
  }

  /** The offset within the line that is nearest to this one and not inside a character. */
  private static int boundary(String line, int offset) {
    int inside = Math.clamp(offset, 0, line.length());
    boolean splits =
        inside > 0
            && inside < line.length()
            && Character.isSurrogatePair(line.charAt(inside - 1), line.charAt(inside));
    return splits ? inside - 1 : inside;
  }

  private static String marker(int start, int length) {
    return " ".repeat(start) + "^".repeat(length);
  }

  /** The columns of all cells that start before this 0-based offset of the line. */
  private static int widthBefore(List<Cell> cells, int offset) {
    return cells.stream().takeWhile(cell -> cell.offset < offset).mapToInt(Cell::width).sum();
  }

  /**
   * The column of the first cell at or after {@code from}: a wide letter may stand across the cut.
   */
  private static int firstFrom(List<Cell> cells, int from) {
    int at = 0;
    for (Cell cell : cells) {
      if (at >= from) {
        break;
      }
      at += cell.width;
    }
    return at;
  }

  private static String text(List<Cell> cells, int from, int to) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Cell cell : cells) {
      if (at >= from && at + cell.width <= to) {
        text.append(cell.text);
      }
      at += cell.width;
    }
    return text.toString();
  }

  private static List<Cell> cells(String line, int first, int last) {
    List<Cell> cells = new ArrayList<>(last - first);
    for (int i = first; i < last; ) {
      int codePoint = line.codePointAt(i);
      cells.add(
          codePoint == '\t'
              ? new Cell(i, "    ", 4)
              : new Cell(i, Character.toString(PlainText.of(codePoint)), width(codePoint)));
      i += Character.charCount(codePoint);
    }
    return cells;
  }

  private static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      case Character.FORMAT -> PlainText.of(codePoint) == codePoint ? 0 : 1;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  // The blocks that Unicode's EastAsianWidth.txt calls wide or fullwidth; Java does not know them.
  private static boolean isWide(int codePoint) {
    return Character.isEmojiPresentation(codePoint)
        || Character.isIdeographic(codePoint)
        || (codePoint >= 0x1100 && codePoint <= 0x115f)
        || (codePoint >= 0x2e80 && codePoint <= 0x33ff && codePoint != 0x303f)
        || (codePoint >= 0xa000 && codePoint <= 0xa4cf)
        || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
        || (codePoint >= 0xfe30 && codePoint <= 0xfe6f)
        || (codePoint >= 0xff00 && codePoint <= 0xff60)
        || (codePoint >= 0xffe0 && codePoint <= 0xffe6);
  }

  /** One code point as it is printed. */
  private record Cell(int offset, String text, int width) {}
}
