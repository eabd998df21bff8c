package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A label for whom or where a page holds.
 *
 * @param kind {@code audience} or {@code nation}; a class name
 */
record LabelView(String kind, String text) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "kind" -> kind;
      case "text" -> text;
      default -> NONE;
    };
  }
}
