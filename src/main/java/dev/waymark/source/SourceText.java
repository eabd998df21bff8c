package dev.waymark.source;

import dev.waymark.diagnostic.Location;
import java.util.Objects;

/**
 * Text that knows where it came from: a whole file, or a part of one such as its front matter.
 *
 * @param file the file as reached from the working folder
 * @param firstLine the 1-based line of the file at which {@code text} starts
 */
public record SourceText(String file, int firstLine, String text) {
  public SourceText {
    Objects.requireNonNull(file);
    Objects.requireNonNull(text);
    if (firstLine < 1) {
      throw new IllegalArgumentException("first line " + firstLine);
    }
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
