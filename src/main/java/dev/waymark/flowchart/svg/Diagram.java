package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Direction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is to be drawn. Ids are those of nodes and groups alike, each used once; an edge joins two
 * of them. In labels a line break is {@code \n}; longer lines are broken where they must be.
 *
 * @param title its name for screen readers
 * @param description what they say about it besides, or empty
 * @param ordered whether the edges of a node keep their order in the picture, as the answers to a
 *     question should
 * @param nodes in the order in which the keyboard goes through them
 * @param groups outer ones before those in them
 */
public record Diagram(
    String title,
    String description,
    Direction direction,
    boolean ordered,
    List<Node> nodes,
    List<Edge> edges,
    List<Group> groups) {
  private static final Pattern CLASS_WORD = Pattern.compile("[a-z0-9-]+");

  public Diagram {
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(direction);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    groups = List.copyOf(groups);
  }

  private static List<String> checked(List<String> classes) {
    for (String word : classes) {
      if (!CLASS_WORD.matcher(word).matches()) {
        throw new IllegalArgumentException("not a class word: '" + word + "'");
      }
    }
    return List.copyOf(classes);
  }

  /**
   * A box.
   *
   * @param heading a bold line above the label, or empty
   * @param classes words for the style sheet, to which {@code flow-} is prefixed
   * @param href where it leads
   * @param group that it stands in
   */
  public record Node(
      String id,
      Shape shape,
      String heading,
      String label,
      List<String> classes,
      Optional<String> href,
      Optional<String> group) {
    public Node {
      Objects.requireNonNull(id);
      Objects.requireNonNull(shape);
      Objects.requireNonNull(heading);
      Objects.requireNonNull(label);
      classes = checked(classes);
      Objects.requireNonNull(href);
      Objects.requireNonNull(group);
    }
  }

  /**
   * A line from one node or group to another.
   *
   * @param label the words on it, or empty
   */
  public record Edge(String from, String to, String label, Stroke stroke, Head start, Head end) {
    public Edge {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(label);
      Objects.requireNonNull(stroke);
      Objects.requireNonNull(start);
      Objects.requireNonNull(end);
    }
  }

  /**
   * A frame around nodes and other groups.
   *
   * @param parent the group that it stands in
   * @param title or empty
   * @param direction its own, which counts where no edge leads into or out of it
   * @param classes words for the style sheet, to which {@code flow-} is prefixed
   */
  public record Group(
      String id,
      Optional<String> parent,
      String title,
      Optional<Direction> direction,
      List<String> classes) {
    public Group {
      Objects.requireNonNull(id);
      Objects.requireNonNull(parent);
      Objects.requireNonNull(title);
      Objects.requireNonNull(direction);
      classes = checked(classes);
    }
  }

  /** How a line is drawn. */
  public enum Stroke {
    SOLID,
    DOTTED,
    THICK,
    /** Keeps its nodes apart and is not seen. */
    INVISIBLE
  }

  /** What stands at the end of a line. */
  public enum Head {
    NONE,
    ARROW,
    CIRCLE,
    CROSS
  }
}
