package dev.waymark.markdown;

import dev.waymark.diagnostic.Location;
import java.util.Objects;

/**
 * A heading of a page.
 *
 * @param level 1 to 6, as written
 * @param text plain text
 * @param anchor unique in the page, by GitHub's rule
 */
public record Heading(int level, String text, String anchor, Location location) {
  public Heading {
    Objects.requireNonNull(text);
    Objects.requireNonNull(anchor);
    Objects.requireNonNull(location);
    if (level < 1 || level > 6) {
      throw new IllegalArgumentException("heading level " + level);
    }
  }

  /** Whether it opens a section with an address of its own: all but level 4 to 6. */
  public boolean opensSection() {
    return level <= 3;
  }
}
