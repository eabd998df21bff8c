package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the contents list of a page: a second-level heading with the third-level ones below
 * it.
 *
 * @param href {@code #anchor}
 */
record ContentsItemView(String href, String title, List<LinkView> children) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "title" -> title;
      case "children" -> children;
      default -> NONE;
    };
  }
}
