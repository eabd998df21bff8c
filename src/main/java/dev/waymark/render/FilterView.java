package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that search results can be narrowed by.
 *
 * @param name {@code kind}, {@code part}, {@code audience} or {@code nation}: the key in an address
 * @param title in words
 * @param options two or more
 */
record FilterView(String name, String title, List<FilterOptionView> options) implements View {
  @Override
  public @Nullable Object part(String part) {
    return switch (part) {
      case "name" -> name;
      case "title" -> title;
      case "options" -> options;
      default -> NONE;
    };
  }
}
