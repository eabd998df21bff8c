package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Location;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A node of a diagram.
 *
 * @param id as written; no other node and no subgraph of the diagram has it
 * @param label the id where nothing else was given; empty where the author wrote an empty one
 * @param shape one that holds no text only where no label was given
 * @param link of a {@code click} statement; the last one counts
 * @param classes in the order of the constants, unmodifiable
 * @param location the id where it was first written
 */
public record Node(
    String id,
    Label label,
    Shape shape,
    Optional<Link> link,
    Set<ThemeClass> classes,
    Location location) {
  public Node {
    Objects.requireNonNull(id);
    Objects.requireNonNull(label);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(link);
    Objects.requireNonNull(location);
    classes = ThemeClass.sorted(classes);
  }
}
