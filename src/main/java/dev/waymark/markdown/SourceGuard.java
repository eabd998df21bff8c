package dev.waymark.markdown;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.source.SourceText;
import java.util.List;
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

  /** A table with fewer cells than this may be as sparse as it likes. */
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
                    "more than %d times %s; the page is shown as its source".formatted(MAX_RUN, c))
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
    if (source.text().indexOf('|') < 0) {
      return Optional.empty();
    }
    List<String> lines = source.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      long columns = columns(lines.get(i));
      if (columns < 2) {
        continue;
      }
      long characters = 0;
      int end = i + 1;
      while (end < lines.size() && !lines.get(end).isBlank()) {
        characters += lines.get(end++).length();
      }
      if (columns * (end - i) > Math.max(MAX_SPARSE_CELLS, characters)) {
        return Optional.of(
            Diagnostic.of(Code.SPARSE_TABLE, source.locate(i, 0, lines.get(i).length()))
                .withDetail(
                    "%,d columns and %,d rows; the page is shown as its source"
                        .formatted(columns, end - i - 1))
                .withHelp("split the table, or take columns out of it"));
      }
    }
    return Optional.empty();
  }

  /** How many columns this line opens if it is the line under the head of a table, otherwise 0. */
  private static long columns(String line) {
    long columns = 1;
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
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
