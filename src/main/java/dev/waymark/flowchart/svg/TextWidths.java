package dev.waymark.flowchart.svg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * How wide a text is at most, in any of the fonts that a page may be shown in: by the widths of
 * DejaVu Sans, the widest of those that style sheets and systems fall back to. No font is asked, so
 * that the answer is the same on every machine.
 *
 * <p>Kerning, which only narrows, is left out. What the table does not know is one em wide.
 */
final class TextWidths {
  private static final int EM = 1000;
  private static final TextWidths TABLE = read();

  private final int[] widths;
  private final int bold;

  private TextWidths(int[] widths, int bold) {
    this.widths = widths;
    this.bold = bold;
  }

  /** The width in pixels of one line in letters of this size. */
  static double of(String text, double size) {
    return text.codePoints().mapToLong(TABLE::width).sum() * size / EM;
  }

  /** The same in bold letters. */
  static double ofBold(String text, double size) {
    return of(text, size) * TABLE.bold / EM;
  }

  private int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    int known = c < widths.length ? widths[c] : 0;
    return known == 0 ? EM : known;
  }

  private static TextWidths read() {
    int[] widths = new int[0x2800];
    int bold = EM;
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TextWidths.class.getResourceAsStream("widths.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = table.readLine(); line != null; line = table.readLine()) {
        String[] words = line.split(" ");
        if (words[0].equals("bold")) {
          bold = Integer.parseInt(words[1]);
        } else if (!words[0].equals("#")) {
          int first = Integer.parseInt(words[0], 16);
          int[] run = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
          System.arraycopy(run, 0, widths, first, run.length);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TextWidths(widths, bold);
  }
}
