package dev.waymark.render;

import dev.waymark.flowchart.mermaid.Diagram;
import dev.waymark.flowchart.mermaid.Edge;
import dev.waymark.flowchart.mermaid.Label;
import dev.waymark.flowchart.mermaid.Node;
import dev.waymark.flowchart.mermaid.Shape;
import dev.waymark.flowchart.mermaid.Subgraph;
import dev.waymark.flowchart.svg.DiagramRenderer;
import dev.waymark.flowchart.svg.MermaidDiagram;
import dev.waymark.link.LinkTarget;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Diagrams in the text of one page as templates see them. */
final class DiagramViews {
  private final DiagramRenderer renderer;
  private final Views views;

  DiagramViews(DiagramRenderer renderer, Views views) {
    this.renderer = renderer;
    this.views = views;
  }

  /**
   * A diagram.
   *
   * @param number of the diagram in the page, from 1
   * @param targets of the nodes that lead somewhere, in the order of the nodes
   */
  DiagramView view(Diagram diagram, int number, List<LinkTarget> targets) {
    Map<String, String> hrefs = new HashMap<>();
    int at = 0;
    for (Node node : diagram.nodes()) {
      if (node.link().isPresent()) {
        String href = views.href(targets.get(at));
        at++;
        if (!href.isEmpty()) {
          hrefs.put(node.id(), href);
        }
      }
    }
    String own = diagram.accTitle().isEmpty() ? diagram.title() : diagram.accTitle();
    String title = "Diagram " + number + (own.isEmpty() ? "" : ": " + own);
    String picture =
        renderer.render(
            MermaidDiagram.of(
                diagram,
                title,
                diagram.accDescr().isEmpty()
                    ? "The same stands as text below the picture."
                    : diagram.accDescr(),
                node -> Optional.ofNullable(hrefs.get(node.id()))),
            "wm-diagram-" + number);
    return new DiagramView(
        title,
        diagram.title(),
        diagram.accDescr(),
        new SafeString(picture),
        new Text(diagram, hrefs).items());
  }

  /** A diagram as a list. */
  private static final class Text {
    private final Diagram diagram;
    private final Map<String, String> hrefs;

    /** What each box and frame is called, in the order of the list. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Map<String, String> groups = new HashMap<>();

    Text(Diagram diagram, Map<String, String> hrefs) {
      this.diagram = diagram;
      this.hrefs = hrefs;
      diagram.nodes().forEach(node -> names.put(node.id(), name(node)));
      diagram.subgraphs().forEach(subgraph -> enter(subgraph, ""));
    }

    private static String name(Node node) {
      return node.label().isEmpty() ? nameOf(node.shape()) : line(node.label());
    }

    private static String nameOf(Shape shape) {
      return switch (shape) {
        case DOT -> "Start";
        case RING -> "End";
        case BAR -> "Bar";
        default -> "Box without words";
      };
    }

    private static String line(Label label) {
      return label.text().replaceAll("\n+", " ");
    }

    private void enter(Subgraph subgraph, String outer) {
      String title = subgraph.title().isEmpty() ? "Group without a title" : line(subgraph.title());
      String path = outer.isEmpty() ? title : outer + ", " + title;
      subgraph.members().forEach(member -> groups.put(member, path));
      subgraph.subgraphs().forEach(inner -> enter(inner, path));
      // A frame is an item of its own only where a line leads to it or from it.
      if (diagram.edges().stream()
          .anyMatch(edge -> edge.from().equals(subgraph.id()) || edge.to().equals(subgraph.id()))) {
        names.put(subgraph.id(), "Group: " + title);
        if (!outer.isEmpty()) {
          groups.put(subgraph.id(), outer);
        }
      }
    }

    List<DiagramItemView> items() {
      Map<String, List<String>> edges = new HashMap<>();
      List<String> order = List.copyOf(names.keySet());
      Map<String, Integer> numbers = new HashMap<>();
      for (String id : order) {
        numbers.put(id, numbers.size() + 1);
      }
      for (Edge edge : diagram.edges()) {
        if (edge.line() != Edge.Line.INVISIBLE) {
          String words = edge.label().isEmpty() ? "" : line(edge.label()) + ": ";
          edges
              .computeIfAbsent(edge.from(), id -> new ArrayList<>())
              .add(
                  "%s%s %s, %s"
                      .formatted(words, way(edge), numbers.get(edge.to()), names.get(edge.to())));
        }
      }
      return order.stream()
          .map(id -> {
            String href = hrefs.getOrDefault(id, "");
            return new DiagramItemView(
                names.getOrDefault(id, ""),
                href,
                Views.rel(href),
                groups.getOrDefault(id, ""),
                edges.getOrDefault(id, List.of()));
          })
          .toList();
    }

    private static String way(Edge edge) {
      boolean there = edge.head() != Edge.End.NONE;
      boolean back = edge.tail() != Edge.End.NONE;
      return there ? back ? "to and from" : "to" : back ? "from" : "joined to";
    }
  }
}
