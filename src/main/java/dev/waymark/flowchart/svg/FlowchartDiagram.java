package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.FlowNode;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.Outline.Answer;
import dev.waymark.flowchart.Outline.Item;
import dev.waymark.flowchart.layout.Direction;
import dev.waymark.flowchart.svg.Diagram.Head;
import dev.waymark.flowchart.svg.Diagram.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A decision flowchart as a diagram, numbered as its outline. Shape and words tell the kinds of
 * nodes apart, not colour alone: a question is a hexagon, an action a rectangle, an outcome has
 * round ends and a word such as <i>Urgent</i>.
 */
public final class FlowchartDiagram {
  private FlowchartDiagram() {}

  /**
   * The diagram of a sound chart.
   *
   * @param href the address of the text of a node, by the id of the node
   */
  public static Diagram of(Flowchart chart, UnaryOperator<String> href) {
    List<Diagram.Node> nodes = new ArrayList<>();
    List<Diagram.Edge> edges = new ArrayList<>();
    for (Item item : chart.outline().items()) {
      nodes.add(node(item, href));
      for (Answer answer : item.answers()) {
        edges.add(
            new Diagram.Edge(
                item.node().id().value(),
                answer.to().orElseThrow(),
                answer.label(),
                Stroke.SOLID,
                Head.NONE,
                Head.ARROW));
      }
    }
    return new Diagram(
        chart.title(), description(chart), Direction.DOWN, true, nodes, edges, List.of());
  }

  private static Diagram.Node node(Item item, UnaryOperator<String> href) {
    FlowNode node = item.node();
    String numbered = item.number() + ". " + node.label();
    String id = node.id().value();
    return switch (node) {
      case FlowNode.Question question -> box(id, Shape.HEXAGON, "", numbered, "question", href);
      case FlowNode.Action action -> box(id, Shape.RECTANGLE, "", numbered, "action", href);
      case FlowNode.Outcome outcome ->
          box(
              id,
              Shape.STADIUM,
              item.number() + ". " + outcome.severity().label(),
              node.label(),
              outcome.severity().word(),
              href);
    };
  }

  private static Diagram.Node box(
      String id,
      Shape shape,
      String heading,
      String label,
      String word,
      UnaryOperator<String> href) {
    return new Diagram.Node(
        id, shape, heading, label, List.of(word), Optional.of(href.apply(id)), Optional.empty());
  }

  private static String description(Flowchart chart) {
    long questions =
        chart.nodes().stream().filter(node -> node instanceof FlowNode.Question).count();
    long outcomes = chart.nodes().stream().filter(node -> node instanceof FlowNode.Outcome).count();
    return "A flowchart with %s and %s. The same steps stand in a numbered list."
        .formatted(count(questions, "question"), count(outcomes, "outcome"));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
