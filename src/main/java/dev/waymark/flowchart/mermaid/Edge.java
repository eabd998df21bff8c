package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * An edge of a diagram.
 *
 * @param id the name given by {@code id@-->}; no two edges have the same
 * @param from the id of a node or of a subgraph
 * @param to the id of a node or of a subgraph; it may be the same as {@code from}
 * @param label often empty
 * @param tail what is drawn where the edge leaves {@code from}
 * @param head what is drawn where the edge meets {@code to}
 * @param length how many ranks the edge spans at least, 1 to {@value #MAX_LENGTH}; longer ones are
 *     shortened to that
 * @param location the arrow
 */
public record Edge(
    Optional<String> id,
    String from,
    String to,
    Label label,
    Line line,
    End tail,
    End head,
    int length,
    Location location) {
  /** No edge asks for more ranks than this. */
  public static final int MAX_LENGTH = 10;

  public Edge {
    Objects.requireNonNull(id);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(label);
    Objects.requireNonNull(line);
    Objects.requireNonNull(tail);
    Objects.requireNonNull(head);
    Objects.requireNonNull(location);
    if (length < 1 || length > MAX_LENGTH) {
      throw new IllegalArgumentException("an edge of length " + length);
    }
  }

  /** How the line of an edge is drawn; an invisible one only keeps its ends apart. */
  public enum Line {
    NORMAL,
    THICK,
    DOTTED,
    INVISIBLE
  }

  /** What is drawn at the end of an edge. */
  public enum End {
    NONE,
    ARROW,
    CIRCLE,
    CROSS
  }
}
