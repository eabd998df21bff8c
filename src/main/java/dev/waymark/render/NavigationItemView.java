package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a navigation list.
 *
 * @param href relative to the page
 * @param current whether it is the page itself
 * @param inside whether the page stands below it
 */
record NavigationItemView(String href, String title, boolean current, boolean inside)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "title" -> title;
      case "current" -> current;
      case "inside" -> inside;
      default -> NONE;
    };
  }
}
