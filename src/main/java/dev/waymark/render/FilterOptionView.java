package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a filter.
 *
 * @param value as the search index has it: {@code part-5}
 * @param label in words
 */
record FilterOptionView(String value, String label) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "value" -> value;
      case "label" -> label;
      default -> NONE;
    };
  }
}
