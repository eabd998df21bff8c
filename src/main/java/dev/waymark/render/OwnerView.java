package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role with the pages that it keeps.
 *
 * @param anchor of its list
 * @param name of the role; empty for the pages that nobody keeps
 * @param overdue how many of its pages are overdue at the date of the build
 * @param pages the one first that is to be reviewed first; those without a date last
 */
record OwnerView(String anchor, String name, int overdue, List<KeptPageView> pages)
    implements View {
  @Override
  public @Nullable Object part(String part) {
    return switch (part) {
      case "anchor" -> anchor;
      case "name" -> name;
      case "overdue" -> overdue;
      case "pages" -> pages;
      default -> NONE;
    };
  }
}
