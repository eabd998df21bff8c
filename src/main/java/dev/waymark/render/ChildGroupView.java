package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one kind in a folder, in order.
 *
 * @param kind {@code guide}, {@code principle}, {@code excerpt} or {@code folder}; a class name
 * @param title {@code Principles}
 */
record ChildGroupView(String kind, String title, List<ChildView> children) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "kind" -> kind;
      case "title" -> title;
      case "children" -> children;
      default -> NONE;
    };
  }
}
