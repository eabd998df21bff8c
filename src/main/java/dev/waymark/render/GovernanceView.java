package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps which page and when it is to be reviewed.
 *
 * @param pages how many pages there are
 * @param overdue how many of them are overdue at the date of the build
 * @param tableHref the same for spreadsheets, or empty
 * @param owners the one first whose page is to be reviewed first
 */
record GovernanceView(int pages, int overdue, String tableHref, List<OwnerView> owners)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "pages" -> pages;
      case "overdue" -> overdue;
      case "tableHref" -> tableHref;
      case "owners" -> owners;
      default -> NONE;
    };
  }
}
