package dev.waymark.site;

import dev.waymark.diagnostic.Location;
import dev.waymark.link.SitePath;
import java.util.Objects;

/**
 * A place in the content: a page, a section of one, or a node of a flowchart.
 *
 * @param anchor of the section or node; empty for a whole page, and for what stands on a page
 *     before its first section
 * @param title of the page
 * @param heading of the section, or the words of the node; empty where {@code anchor} is
 * @param location where it starts; for a place that cites, of what it cites with
 */
public record Place(
    Part part, SitePath path, String anchor, String title, String heading, Location location) {
  public Place {
    Objects.requireNonNull(part);
    Objects.requireNonNull(path);
    Objects.requireNonNull(anchor);
    Objects.requireNonNull(title);
    Objects.requireNonNull(heading);
    Objects.requireNonNull(location);
  }

  /** How much of a page a place is. */
  public enum Part {
    PAGE("page"),
    SECTION("section"),
    NODE("node"),

    /** An entry of the glossary. */
    TERM("term");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    /** The word for it in reports. */
    public String word() {
      return word;
    }
  }

  /** Its address below the root of the site. */
  public String address() {
    return anchor.isEmpty() ? path.value() : path.value() + "#" + anchor;
  }
}
