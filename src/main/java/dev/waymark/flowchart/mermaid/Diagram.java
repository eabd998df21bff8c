package dev.waymark.flowchart.mermaid;

import java.util.List;
import java.util.Objects;

/**
 * A Mermaid flowchart as its author meant it. What it names, it has: the ends of every edge and the
 * members of every subgraph are there, and no edge joins a subgraph with something in it.
 *
 * @param nodes in the order of their first mention
 * @param edges in the order of the source; {@code a & b --> c & d} is a to c, a to d, b to c, b to
 *     d
 * @param subgraphs the outermost ones, in the order they were written
 * @param title of the front matter, to be shown; or empty
 * @param accTitle a title for those who do not see the drawing, or empty
 * @param accDescr what the drawing says, in one line, or empty
 */
public record Diagram(
    Direction direction,
    List<Node> nodes,
    List<Edge> edges,
    List<Subgraph> subgraphs,
    String title,
    String accTitle,
    String accDescr) {
  public Diagram {
    Objects.requireNonNull(direction);
    Objects.requireNonNull(title);
    Objects.requireNonNull(accTitle);
    Objects.requireNonNull(accDescr);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    subgraphs = List.copyOf(subgraphs);
  }
}
