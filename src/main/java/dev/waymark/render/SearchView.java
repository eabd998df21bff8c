package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of search results needs beside the words of its templates.
 *
 * @param kinds every kind of document that a search can find here, with its name in words
 * @param filters what results can be narrowed by; only what makes a difference
 */
record SearchView(List<FilterOptionView> kinds, List<FilterView> filters) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "kinds" -> kinds;
      case "filters" -> filters;
      default -> NONE;
    };
  }
}
