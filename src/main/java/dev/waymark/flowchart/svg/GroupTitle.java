package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Graph.Size;

/** The title of a group, in one bold line. */
final class GroupTitle {
  static final double SIZE = 14;
  static final double LEADING = 18;

  private GroupTitle() {}

  static Size size(String title) {
    return title.isBlank()
        ? Size.NONE
        : new Size(Math.ceil(TextWidths.ofBold(title, SIZE)), LEADING);
  }
}
