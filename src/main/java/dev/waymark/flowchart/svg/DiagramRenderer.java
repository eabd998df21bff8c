package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Graph;
import dev.waymark.flowchart.layout.GraphLayout;
import dev.waymark.flowchart.layout.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Draws diagrams. The same diagram gives the same text on every machine and thread. Thread-safe.
 *
 * <p>The SVG is made to stand in a page: an {@code svg} element with the natural size of the
 * picture, role {@code group} (it holds links, which an image cannot), named by its {@code title}
 * and described by its {@code desc}. Nodes with an address are links. It has no styles of its own:
 * {@code assets/flowchart.css} has the rules for its classes.
 */
public final class DiagramRenderer {
  private final GraphLayout layout;

  public DiagramRenderer(GraphLayout layout) {
    this.layout = layout;
  }

  /**
   * Draws a diagram.
   *
   * @param idPrefix unique in the page; letters, digits and hyphens
   */
  public String render(Diagram diagram, String idPrefix) {
    return place(diagram).write(idPrefix, UnaryOperator.identity());
  }

  /** Lays a diagram out, which costs most of drawing it. */
  public Placed place(Diagram diagram) {
    List<NodeText> texts = diagram.nodes().stream().map(NodeText::of).toList();
    List<Lines> labels =
        diagram.edges().stream().map(edge -> EdgeLabel.lines(edge.label())).toList();
    return new Placed(diagram, layout.place(graph(diagram, texts, labels)), texts, labels);
  }

  /** A diagram with its layout, to be drawn in one page or in several. Immutable. */
  public static final class Placed {
    private final Diagram diagram;
    private final Placement placement;
    private final List<NodeText> texts;
    private final List<Lines> labels;

    private Placed(Diagram diagram, Placement placement, List<NodeText> texts, List<Lines> labels) {
      this.diagram = diagram;
      this.placement = placement;
      this.texts = texts;
      this.labels = labels;
    }

    /**
     * Draws it.
     *
     * @param idPrefix unique in the page; letters, digits and hyphens
     * @param href the address of a node in this page, by the one it has in the diagram
     */
    public String write(String idPrefix, UnaryOperator<String> href) {
      return new DiagramWriter(diagram, placement, texts, labels, idPrefix, href).write();
    }
  }

  private static Graph graph(Diagram diagram, List<NodeText> texts, List<Lines> labels) {
    List<Graph.Box> boxes = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Diagram.Node node = diagram.nodes().get(i);
      boxes.add(new Graph.Box(node.id(), texts.get(i).box(node.shape()), node.group()));
    }
    List<Graph.Edge> edges = new ArrayList<>();
    List<EdgeLook> looks = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Diagram.Edge edge = diagram.edges().get(i);
      EdgeLook look = EdgeLook.of(edge);
      if (!looks.contains(look)) {
        looks.add(look);
      }
      edges.add(
          new Graph.Edge(
              edge.from(), edge.to(), EdgeLabel.size(labels.get(i)), looks.indexOf(look)));
    }
    return new Graph(
        diagram.direction(),
        diagram.ordered(),
        boxes,
        edges,
        diagram.groups().stream()
            .map(group ->
                new Graph.Group(
                    group.id(), group.parent(), GroupTitle.size(group.title()), group.direction()))
            .toList());
  }
}
