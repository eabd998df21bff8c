package dev.waymark.source;

import dev.waymark.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text that knows where it came from: a whole file, or a part of one such as its front matter.
 * Immutable.
 */
public final class SourceText {
  private final String file;
  private final int firstLine;
  private final @Nullable String text;
  private final byte[] utf8;

  /**
   * @param file the file as reached from the working folder
   * @param firstLine the 1-based line of the file at which {@code text} starts
   */
  public SourceText(String file, int firstLine, String text) {
    this(file, firstLine, Objects.requireNonNull(text), new byte[0]);
  }

  private SourceText(String file, int firstLine, @Nullable String text, byte[] utf8) {
    this.file = Objects.requireNonNull(file);
    this.firstLine = firstLine;
    this.text = text;
    this.utf8 = utf8;
    if (firstLine < 1) {
      throw new IllegalArgumentException("first line " + firstLine);
    }
  }

  /**
   * A whole file that is kept as it was read, which takes half the memory: one typographic quote
   * doubles the size of a string.
   */
  static SourceText ofUtf8(String file, byte[] utf8) {
    return new SourceText(file, 1, null, utf8);
  }

  /** The file as reached from the working folder. */
  public String file() {
    return file;
  }

  /** The 1-based line of the file at which the text starts. */
  public int firstLine() {
    return firstLine;
  }

  /** The text itself; for a whole file it is made anew at each call. */
  public String text() {
    return text != null ? text : new String(utf8, StandardCharsets.UTF_8);
  }

  /**
   * The place of a range within one line; {@code line} and {@code column} are 0-based and relative
   * to this text.
   */
  public Location locate(int line, int column, int length) {
    return Location.onLine(file, firstLine + line, column + 1, length);
  }

  /** The place before the first character. */
  public Location start() {
    return new Location(file, firstLine, 1, firstLine, 1);
  }
}
