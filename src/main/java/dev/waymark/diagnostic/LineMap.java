package dev.waymark.diagnostic;

import java.util.Arrays;

/**
 * Turns 0-based offsets of a text into 1-based lines and columns. Lines end at LF, CRLF or a lone
 * CR. Immutable.
 */
public final class LineMap {
  private final int[] starts;
  private final int length;

  private LineMap(int[] starts, int length) {
    this.starts = starts;
    this.length = length;
  }

  public static LineMap of(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = i + 1;
      }
    }
    return new LineMap(Arrays.copyOf(starts, lines), text.length());
  }

  /** The 1-based line that holds {@code offset}; the end of the text belongs to the last line. */
  public int line(int offset) {
    if (offset < 0 || offset > length) {
      throw new IllegalArgumentException("offset " + offset + " in a text of " + length);
    }
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The 1-based column of {@code offset} in UTF-16 units. */
  public int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  /** The 0-based offset at which the 1-based {@code line} starts. */
  public int start(int line) {
    return starts[line - 1];
  }

  /** How many lines there are; an empty text has one. */
  public int lines() {
    return starts.length;
  }
}
