package dev.waymark.flowchart.layout;

/** Finds a place for every box, edge, label and group of a graph. */
public interface GraphLayout {
  /**
   * Places a graph. The same graph is placed the same way each time, on every machine and thread.
   * No box covers another, no label covers a box or another label, every edge ends on the border of
   * its boxes, every group holds its members and nobody else.
   */
  Placement place(Graph graph);

  /** A layout in layers by the Eclipse Layout Kernel. Thread-safe. */
  static GraphLayout layered() {
    return new LayeredLayout();
  }
}
