package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Graph.Size;

/** The words on an edge. */
final class EdgeLabel {
  static final double SIZE = 13;
  static final double LEADING = 16;
  private static final double MAX_WIDTH = 120;
  private static final double AROUND = 3;

  private EdgeLabel() {}

  static Lines lines(String label) {
    return Lines.wrap(label, SIZE, MAX_WIDTH);
  }

  static Size size(Lines lines) {
    return lines.lines().isEmpty()
        ? Size.NONE
        : new Size(
            Math.ceil(lines.width() + 2 * AROUND), lines.lines().size() * LEADING + 2 * AROUND);
  }
}
