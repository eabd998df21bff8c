package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A page in the list of review dates.
 *
 * @param kindText {@code Principle}, or empty for a guide
 */
record KeptPageView(String href, String title, String kindText, ReviewView review) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "title" -> title;
      case "kindText" -> kindText;
      case "review" -> review;
      default -> NONE;
    };
  }
}
