package dev.waymark.render;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagram in a page.
 *
 * @param title its name, which is unique in the page
 * @param caption the title that its author gave it to be shown, or empty
 * @param description what its author says that it shows, or empty
 * @param picture the SVG
 * @param items the same as text: its boxes, numbered from 1 in the order of the list
 */
record DiagramView(
    String title,
    String caption,
    String description,
    SafeString picture,
    List<DiagramItemView> items)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "title" -> title;
      case "caption" -> caption;
      case "description" -> description;
      case "picture" -> picture;
      case "items" -> items;
      default -> NONE;
    };
  }
}
