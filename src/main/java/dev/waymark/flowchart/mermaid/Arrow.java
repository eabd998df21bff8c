package dev.waymark.flowchart.mermaid;

import dev.waymark.flowchart.mermaid.Edge.End;
import dev.waymark.flowchart.mermaid.Edge.Line;

/**
 * An arrow as it stands between two nodes.
 *
 * @param from the offset of its first mark
 * @param to the offset behind its last mark or its label
 */
record Arrow(End tail, End head, Line line, int length, Label label, int from, int to) {
  Arrow {
    length = Math.clamp(length, 1, Edge.MAX_LENGTH);
  }

  Arrow withLabel(Label newLabel, int newTo) {
    return new Arrow(tail, head, line, length, newLabel, from, newTo);
  }
}
