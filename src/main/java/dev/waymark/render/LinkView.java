package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A link: where to, and its words.
 *
 * @param href relative to the page
 */
record LinkView(String href, String title) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "title" -> title;
      default -> NONE;
    };
  }
}
