package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box of a diagram, or a frame around boxes.
 *
 * @param label the words in it
 * @param href where it leads, or empty
 * @param rel the {@code rel} of that link, or empty
 * @param group the words of the frames that it stands in, or empty
 * @param edges each line that leaves it: {@code yes: to 2, Ring 999}
 */
record DiagramItemView(String label, String href, String rel, String group, List<String> edges)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "label" -> label;
      case "href" -> href;
      case "rel" -> rel;
      case "group" -> group;
      case "edges" -> edges;
      default -> NONE;
    };
  }
}
