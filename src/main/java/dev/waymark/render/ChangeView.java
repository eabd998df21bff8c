package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed on a page on one day. */
record ChangeView(DateView date, List<String> texts) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "date" -> date;
      case "texts" -> texts;
      default -> NONE;
    };
  }
}
