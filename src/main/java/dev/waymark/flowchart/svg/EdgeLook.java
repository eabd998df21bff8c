package dev.waymark.flowchart.svg;

/** How an edge looks; one element of the picture says it for all edges that look alike. */
record EdgeLook(Diagram.Stroke stroke, Diagram.Head start, Diagram.Head end) {
  static EdgeLook of(Diagram.Edge edge) {
    return new EdgeLook(edge.stroke(), edge.start(), edge.end());
  }
}
