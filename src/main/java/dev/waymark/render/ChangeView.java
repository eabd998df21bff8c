package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/** One line of the history of a page. */
record ChangeView(DateView date, String text) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "date" -> date;
      case "text" -> text;
      default -> NONE;
    };
  }
}
