package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A principle that a page names in its front matter.
 *
 * @param number such as {@code P3}
 */
record PrincipleView(String href, String number, String title, String statement) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "number" -> number;
      case "title" -> title;
      case "statement" -> statement;
      default -> NONE;
    };
  }
}
