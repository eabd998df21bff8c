package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Direction;
import dev.waymark.flowchart.mermaid.Edge;
import dev.waymark.flowchart.mermaid.Node;
import dev.waymark.flowchart.mermaid.Subgraph;
import dev.waymark.flowchart.mermaid.ThemeClass;
import dev.waymark.flowchart.svg.Diagram.Head;
import dev.waymark.flowchart.svg.Diagram.Stroke;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Mermaid flowchart as a diagram. Shapes that differ in a detail from one that can be drawn are
 * drawn as that one; words lose their bold and italic type; an edge that asks for more than one
 * rank gets as many as it needs.
 */
public final class MermaidDiagram {
  private MermaidDiagram() {}

  /**
   * The diagram to draw.
   *
   * @param title its name for screen readers
   * @param description what they say about it besides, or empty
   * @param href where a node leads, if anywhere
   */
  public static Diagram of(
      dev.waymark.flowchart.mermaid.Diagram mermaid,
      String title,
      String description,
      Function<Node, Optional<String>> href) {
    List<Diagram.Group> groups = new ArrayList<>();
    Map<String, String> groupOfNode = new HashMap<>();
    for (Subgraph subgraph : mermaid.subgraphs()) {
      add(subgraph, Optional.empty(), groups, groupOfNode);
    }
    List<Diagram.Node> nodes = new ArrayList<>();
    for (Node node : mermaid.nodes()) {
      nodes.add(
          new Diagram.Node(
              node.id(),
              shape(node.shape()),
              "",
              node.label().text(),
              words(node.classes()),
              href.apply(node),
              Optional.ofNullable(groupOfNode.get(node.id()))));
    }
    return new Diagram(
        title,
        description,
        direction(mermaid.direction()),
        false,
        nodes,
        mermaid.edges().stream().map(MermaidDiagram::edge).toList(),
        groups);
  }

  private static void add(
      Subgraph subgraph,
      Optional<String> parent,
      List<Diagram.Group> groups,
      Map<String, String> groupOfNode) {
    groups.add(
        new Diagram.Group(
            subgraph.id(),
            parent,
            subgraph.title().text(),
            subgraph.direction().map(MermaidDiagram::direction),
            words(subgraph.classes())));
    subgraph.members().forEach(member -> groupOfNode.put(member, subgraph.id()));
    for (Subgraph inner : subgraph.subgraphs()) {
      add(inner, Optional.of(subgraph.id()), groups, groupOfNode);
    }
  }

  private static Diagram.Edge edge(Edge edge) {
    return new Diagram.Edge(
        edge.from(),
        edge.to(),
        edge.label().text(),
        switch (edge.line()) {
          case NORMAL -> Stroke.SOLID;
          case THICK -> Stroke.THICK;
          case DOTTED -> Stroke.DOTTED;
          case INVISIBLE -> Stroke.INVISIBLE;
        },
        head(edge.tail()),
        head(edge.head()));
  }

  private static Head head(Edge.End end) {
    return switch (end) {
      case NONE -> Head.NONE;
      case ARROW -> Head.ARROW;
      case CIRCLE -> Head.CIRCLE;
      case CROSS -> Head.CROSS;
    };
  }

  private static Direction direction(dev.waymark.flowchart.mermaid.Direction direction) {
    return switch (direction) {
      case DOWN -> Direction.DOWN;
      case UP -> Direction.UP;
      case RIGHT -> Direction.RIGHT;
      case LEFT -> Direction.LEFT;
    };
  }

  private static List<String> words(Collection<ThemeClass> classes) {
    return classes.stream().map(ThemeClass::word).toList();
  }

  private static Shape shape(dev.waymark.flowchart.mermaid.Shape shape) {
    return switch (shape) {
      case RECTANGLE, STACK, CARD, SLOPED, BAR -> Shape.RECTANGLE;
      case ROUNDED -> Shape.ROUNDED;
      case STADIUM, DELAY -> Shape.STADIUM;
      case SUBROUTINE -> Shape.SUBROUTINE;
      case CYLINDER -> Shape.CYLINDER;
      case CIRCLE, DOT, CROSSED_CIRCLE -> Shape.CIRCLE;
      case DOUBLE_CIRCLE, RING -> Shape.DOUBLE_CIRCLE;
      case FLAG -> Shape.FLAG;
      case RHOMBUS, BOLT -> Shape.RHOMBUS;
      case HEXAGON, HOURGLASS -> Shape.HEXAGON;
      case LEAN_RIGHT -> Shape.PARALLELOGRAM;
      case LEAN_LEFT -> Shape.PARALLELOGRAM_LEFT;
      case TRAPEZOID, TRIANGLE -> Shape.TRAPEZOID;
      case INVERTED_TRAPEZOID, INVERTED_TRIANGLE -> Shape.TRAPEZOID_INVERTED;
      case TEXT, COMMENT -> Shape.TEXT;
      case DOCUMENT, DOCUMENTS -> Shape.DOCUMENT;
    };
  }
}
