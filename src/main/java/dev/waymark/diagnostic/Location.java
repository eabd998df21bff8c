package dev.waymark.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/**
 * A range in one file, born where the file was read.
 *
 * <p>Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive: in {@code see
 * [a](b.md)} the destination is {@code 1:9} to {@code 1:13}.
 *
 * @param file the file as reached from the working folder, with forward slashes
 */
public record Location(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column)
          .thenComparingInt(Location::endLine)
          .thenComparingInt(Location::endColumn);

  public Location {
    Objects.requireNonNull(file);
    if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
      throw new IllegalArgumentException(
          "no such range: %s:%s:%s to %s:%s".formatted(file, line, column, endLine, endColumn));
    }
  }

  /** The place just before the first character of a file, for what concerns the file as a whole. */
  public static Location startOf(String file) {
    return new Location(file, 1, 1, 1, 1);
  }

  /** A range within one line. */
  public static Location onLine(String file, int line, int column, int length) {
    return new Location(file, line, column, line, column + length);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** The form that editors turn into a link: {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
