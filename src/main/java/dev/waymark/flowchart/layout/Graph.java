package dev.waymark.flowchart.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be placed.
 *
 * <p>Ids are those of boxes and groups alike, each used once. An edge may end on a group, but not
 * on one that it starts in.
 *
 * @param ordered whether the edges of a box leave it in the order of the list, their labels from
 *     left to right or from top to bottom, at the price of more crossings; not where there are
 *     groups, and not for a box with an edge to itself
 * @param groups outer ones before those in them
 */
public record Graph(
    Direction direction, boolean ordered, List<Box> boxes, List<Edge> edges, List<Group> groups) {
  public Graph {
    Objects.requireNonNull(direction);
    boxes = List.copyOf(boxes);
    edges = List.copyOf(edges);
    groups = List.copyOf(groups);
    Set<String> ids = new HashSet<>();
    for (Group group : groups) {
      group.parent().ifPresent(parent -> known(ids, parent));
      added(ids, group.id());
    }
    Set<String> groupIds = Set.copyOf(ids);
    for (Box box : boxes) {
      box.group().ifPresent(group -> known(groupIds, group));
      added(ids, box.id());
    }
    for (Edge edge : edges) {
      known(ids, edge.from());
      known(ids, edge.to());
    }
  }

  private static void known(Set<String> ids, String id) {
    if (!ids.contains(id)) {
      throw new IllegalArgumentException("nothing has the id '" + id + "'");
    }
  }

  private static void added(Set<String> ids, String id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("the id '" + id + "' is used twice");
    }
  }

  /** Width and height. */
  public record Size(double width, double height) {
    /** No room at all. */
    public static final Size NONE = new Size(0, 0);

    public Size {
      if (!(width >= 0) || !(height >= 0)) {
        throw new IllegalArgumentException("no such size: " + width + " by " + height);
      }
    }
  }

  /**
   * A box.
   *
   * @param group that it stands in
   */
  public record Box(String id, Size size, Optional<String> group) {
    public Box {
      Objects.requireNonNull(id);
      Objects.requireNonNull(size);
      Objects.requireNonNull(group);
    }
  }

  /**
   * An edge.
   *
   * @param label the size of its label, {@link Size#NONE} without one
   * @param kind how it looks, as a number: edges of one kind come together where they arrive
   */
  public record Edge(String from, String to, Size label, int kind) {
    public Edge {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(label);
    }
  }

  /**
   * A frame around boxes and other groups.
   *
   * @param parent the group that it stands in
   * @param title the size of its title, which stands at the top
   * @param direction its own, which counts where no edge leads into or out of it
   */
  public record Group(
      String id, Optional<String> parent, Size title, Optional<Direction> direction) {
    public Group {
      Objects.requireNonNull(id);
      Objects.requireNonNull(parent);
      Objects.requireNonNull(title);
      Objects.requireNonNull(direction);
    }
  }
}
