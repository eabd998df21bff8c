package dev.waymark.source;

import java.util.Objects;

/**
 * The place of a file below the content folder: {@code parts/part-5/consent.md}. Always forward
 * slashes, never absolute, without {@code .} or {@code ..} segments. Ordered by UTF-16 units, the
 * same on every machine.
 */
public record SourcePath(String value) implements Comparable<SourcePath> {
  public SourcePath {
    Objects.requireNonNull(value);
    if (value.isEmpty() || value.startsWith("/") || value.endsWith("/") || value.contains("//")) {
      throw new IllegalArgumentException("not a source path: '" + value + "'");
    }
  }

  /** The folder, with a slash at its end, or the empty string for a file at the root. */
  public String folder() {
    return value.substring(0, value.lastIndexOf('/') + 1);
  }

  /** The last segment, with its ending. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** The name without its ending: {@code consent} for {@code parts/consent.md}. */
  public String stem() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * The path without the ending of its name: {@code parts/consent} for {@code parts/consent.md}.
   */
  public String withoutEnding() {
    return folder() + stem();
  }

  @Override
  public int compareTo(SourcePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
