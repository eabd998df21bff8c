package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed in the site.
 *
 * @param text what the pages say of it, all in the same words
 * @param pages the first few of those that changed
 * @param more how many others there are
 */
record NewsView(DateView date, String text, List<LinkView> pages, int more) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "date" -> date;
      case "text" -> text;
      case "pages" -> pages;
      case "more" -> more;
      default -> NONE;
    };
  }
}
