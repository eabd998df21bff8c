package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Graph.Size;

/**
 * What stands in a box.
 *
 * @param heading one bold line, or empty
 */
record NodeText(String heading, Lines lines) {
  static final double SIZE = 14;
  static final double LEADING = 18;
  private static final double MAX_WIDTH = 190;

  static NodeText of(Diagram.Node node) {
    return new NodeText(node.heading(), Lines.wrap(node.label(), SIZE, MAX_WIDTH));
  }

  /** How many lines there are, the heading among them. */
  int count() {
    return lines.lines().size() + (heading.isEmpty() ? 0 : 1);
  }

  Size box(Shape shape) {
    double width = Math.max(lines.width(), TextWidths.ofBold(heading, SIZE));
    return shape.around(width, Math.max(1, count()) * LEADING);
  }
}
