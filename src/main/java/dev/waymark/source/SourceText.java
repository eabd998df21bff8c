package dev.waymark.source;

import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text that knows where it came from: a whole file, or a part of one such as its front matter.
 * Immutable.
 */
public final class SourceText {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String file;
  private final int firstLine;
  private final @Nullable String text;
  private final Utf8 utf8;
  private final @Nullable Origins origins;

  /** Where the bytes of a text come from that is not held as one. */
  private interface Utf8 {
    byte[] bytes() throws IOException;

    /** Whether the bytes are the same at each call. */
    default boolean held() {
      return true;
    }
  }

  private record OnDisk(Path origin) implements Utf8 {
    @Override
    public byte[] bytes() throws IOException {
      return Files.readAllBytes(origin);
    }

    @Override
    public boolean held() {
      return false;
    }
  }

  /** The 1-based line and column of the file for each character of the text, and for its end. */
  private record Origins(LineMap textLines, int[] lines, int[] columns) {}

  /**
   * @param file the file as reached from the working folder
   * @param firstLine the 1-based line of the file at which {@code text} starts
   */
  public SourceText(String file, int firstLine, String text) {
    this(file, firstLine, Objects.requireNonNull(text), () -> new byte[0], null);
  }

  private SourceText(
      String file, int firstLine, @Nullable String text, Utf8 utf8, @Nullable Origins origins) {
    this.file = Objects.requireNonNull(file);
    this.firstLine = firstLine;
    this.text = text;
    this.utf8 = utf8;
    this.origins = origins;
    if (firstLine < 1) {
      throw new IllegalArgumentException("first line " + firstLine);
    }
  }

  /**
   * A whole file that is kept as it was read, which takes half the memory: one typographic quote
   * doubles the size of a string.
   */
  static SourceText ofUtf8(String file, byte[] utf8) {
    return new SourceText(file, 1, null, () -> utf8, null);
  }

  /**
   * A whole file that is read anew whenever its text is asked for: a large site is not held in
   * memory besides what is made of it.
   */
  static SourceText onDisk(String file, Path origin) {
    return new SourceText(file, 1, null, new OnDisk(origin), null);
  }

  /**
   * A text whose characters stand apart in the file, such as a YAML value with escapes or folded
   * lines.
   *
   * @param lines the 1-based line of the file for each character, and for the end of the text
   * @param columns the 1-based column, likewise
   */
  public static SourceText scattered(String file, String text, int[] lines, int[] columns) {
    if (lines.length != text.length() + 1 || columns.length != lines.length) {
      throw new IllegalArgumentException(
          "%d lines and %d columns for %d characters"
              .formatted(lines.length, columns.length, text.length()));
    }
    Origins origins = new Origins(LineMap.of(text), lines.clone(), columns.clone());
    return new SourceText(file, lines[0], text, () -> new byte[0], origins);
  }

  /** The file as reached from the working folder. */
  public String file() {
    return file;
  }

  /** The 1-based line of the file at which the text starts. */
  public int firstLine() {
    return firstLine;
  }

  /** Whether it is the text that was read, not what the file holds whenever it is asked for. */
  boolean isHeld() {
    return utf8.held();
  }

  /** The same, with its text at hand, for who asks for it again and again. */
  public SourceText decoded() {
    return text != null ? this : new SourceText(file, firstLine, text());
  }

  /**
   * The text itself; for a whole file it is made anew at each call, unless {@link #decoded}.
   *
   * @throws UncheckedIOException if it is on disk and has gone since the folder was read
   */
  public String text() {
    if (text != null) {
      return text;
    }
    try {
      String whole = new String(utf8.bytes(), StandardCharsets.UTF_8);
      return whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " again: it has changed or gone", e);
    }
  }

  /**
   * The place of a range within one line of the text; {@code line} and {@code column} are 0-based
   * and relative to this text.
   */
  public Location locate(int line, int column, int length) {
    if (origins != null) {
      int from = origins.textLines.start(line + 1) + column;
      int last = length == 0 ? from : from + length - 1;
      return new Location(
          file,
          origins.lines[from],
          origins.columns[from],
          origins.lines[last],
          origins.columns[last] + (length == 0 ? 0 : 1));
    }
    return Location.onLine(file, firstLine + line, column + 1, length);
  }

  /** The place before the first character. */
  public Location start() {
    return origins == null ? new Location(file, firstLine, 1, firstLine, 1) : locate(0, 0, 0);
  }
}
