package dev.waymark.markdown;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.source.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds text that would cost the parser, or the size of the page, far more than its own length,
 * before it is parsed. What the parser bounds itself (nesting) or what shows only in the tree
 * (reference links) is not looked at here.
 */
final class SourceGuard {
  /** How deep blocks, and how deep inline marks, may be nested. */
  static final int MAX_DEPTH = 100;

  /** The longest run of one mark; each mark of a run may pair with one of every other run. */
  static final int MAX_RUN = 500;

  /** By how much the cells of all tables together may outnumber the characters of their rows. */
  static final int MAX_SPARSE_CELLS = 10_000;

  private SourceGuard() {}

  static Optional<Diagnostic> check(SourceText source) {
    return longRun(source).or(() -> sparseTable(source));
  }

  private static Optional<Diagnostic> longRun(SourceText source) {
    String text = source.text();
    // A run that is too long covers one of these offsets, wherever it starts.
    for (int i = MAX_RUN; i < text.length(); i += MAX_RUN) {
      char c = text.charAt(i);
      if (c != '*' && c != '_' && c != '~') {
        continue;
      }
      int start = i;
      while (start > 0 && text.charAt(start - 1) == c) {
        start--;
      }
      int end = i + 1;
      while (end < text.length() && end <= start + MAX_RUN && text.charAt(end) == c) {
        end++;
      }
      if (end - start > MAX_RUN) {
        LineMap lines = LineMap.of(text);
        return Optional.of(
            Diagnostic.of(
                    Code.DELIMITER_RUN,
                    source.locate(lines.line(start) - 1, lines.column(start) - 1, MAX_RUN + 1))
                .withDetail(
                    String.format(
                        Locale.ROOT,
                        "more than %d times %s; the page is shown as its source",
                        MAX_RUN,
                        c))
                .withHelp("shorten it; for a line across the page write --- on a line of its own"));
      }
    }
    return Optional.empty();
  }

  /**
   * Every row of a table has as many cells as its head, written or not, so that a wide head over
   * many short rows makes cells by the million out of a few kilobytes.
   */
  private static Optional<Diagnostic> sparseTable(SourceText source) {
    String text = source.text();
    if (text.indexOf('|') < 0) {
      return Optional.empty();
    }
    long sparse = 0;
    List<Head> heads = new ArrayList<>();
    int line = 0;
    for (int start = 0; start <= text.length(); line++) {
      int end = lineEnd(text, start);
      boolean blank = isBlank(text, start, end);
      long columns = blank ? 0 : columns(text, start, end);
      if (columns > 1) {
        heads.add(new Head(columns, line, start, end - start));
      }
      if ((blank || end == text.length()) && !heads.isEmpty()) {
        int endLine = blank ? line : line + 1;
        int endOfRows = blank ? start : end;
        heads.forEach(head -> head.close(endLine, endOfRows));
        Head worst = Collections.max(heads, Comparator.comparingLong(Head::sparse));
        sparse += worst.sparse();
        if (sparse > MAX_SPARSE_CELLS) {
          return Optional.of(tooSparse(worst, source));
        }
        heads.clear();
      }
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    return Optional.empty();
  }

  private static Diagnostic tooSparse(Head head, SourceText source) {
    return Diagnostic.of(Code.SPARSE_TABLE, source.locate(head.line, 0, head.length))
        .withDetail(
            String.format(
                Locale.ROOT,
                "%,d columns and %,d rows; the page is shown as its source",
                head.columns,
                head.rows))
        .withHelp("split the table, or take columns out of it");
  }

  /** A line that may stand under the head of a table, whose rows reach to the next blank line. */
  private static final class Head {
    private final long columns;
    private final int line;
    private final int start;
    private final int length;
    private int rows;
    private int characters;

    Head(long columns, int line, int start, int length) {
      this.columns = columns;
      this.line = line;
      this.start = start;
      this.length = length;
    }

    /**
     * @param endLine the line after the last row
     * @param end the offset at which the last row ends
     */
    void close(int endLine, int end) {
      rows = endLine - line - 1;
      characters = end - start;
    }

    /** By how much its cells outnumber its characters. */
    long sparse() {
      return Math.max(0, columns * rows - characters);
    }
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Whether a table ends here, be it in a quotation. */
  private static boolean isBlank(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '>' && !Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many columns this line opens if it is the line under the head of a table, otherwise 0. */
  private static long columns(String text, int start, int end) {
    long columns = 1;
    for (int i = start; i < end; i++) {
      switch (text.charAt(i)) {
        case '|' -> columns++;
        case '-', ':', ' ', '\t', '>' -> {}
        default -> {
          return 0;
        }
      }
    }
    return columns;
  }
}
