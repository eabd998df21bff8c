package dev.waymark.edit;

import dev.waymark.diagnostic.Location;
import java.util.Objects;

/**
 * One range of a file that gets another text.
 *
 * @param start the 0-based offset in the text as it was read, in UTF-16 units
 * @param end exclusive; the same as {@code start} where text is only put in
 * @param location the same range as lines and columns
 * @param before what stands there
 * @param after what is to stand there
 */
public record Edit(Kind kind, int start, int end, Location location, String before, String after) {
  public Edit {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(location);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    if (start < 0 || end - start != before.length()) {
      throw new IllegalArgumentException("no such range: %s to %s".formatted(start, end));
    }
  }

  /** What an edit is for. */
  public enum Kind {
    /** A link that would lead elsewhere, or nowhere. */
    LINK,
    /** The old address of a page, so that its readers find it. */
    ALIAS,
    /** The id that a page had from its name, so that links by id still lead to it. */
    ID
  }
}
