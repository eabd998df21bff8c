package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A frame around nodes and other frames.
 *
 * @param id unique among nodes and subgraphs; a made-up one where the author gave none
 * @param title empty where there is none
 * @param direction its own, or empty for that of what it stands in
 * @param members the ids of the nodes directly in it, in the order of the diagram's nodes; may be
 *     empty. A node is in one subgraph at most
 * @param subgraphs the frames directly in it, in the order they were written
 * @param classes in the order of the constants, unmodifiable
 * @param location the word {@code subgraph}
 */
public record Subgraph(
    String id,
    Label title,
    Optional<Direction> direction,
    List<String> members,
    List<Subgraph> subgraphs,
    Set<ThemeClass> classes,
    Location location) {
  public Subgraph {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(direction);
    Objects.requireNonNull(location);
    members = List.copyOf(members);
    subgraphs = List.copyOf(subgraphs);
    classes = ThemeClass.sorted(classes);
  }
}
