package dev.waymark.flowchart.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Graphs of all sorts: loops, parallel edges, cycles, islands, nested groups, all directions. */
final class RandomGraph {
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());

  private RandomGraph() {}

  static Graph of(Random random, int maxBoxes) {
    int count = 1 + random.nextInt(maxBoxes);
    List<Graph.Group> groups = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      for (int i = random.nextInt(5); i >= 0; i--) {
        groups.add(group(random, groups));
      }
    }
    List<Graph.Box> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boxes.add(
          new Graph.Box(
              "b" + i,
              new Graph.Size(20 + random.nextInt(220), 20 + random.nextInt(90)),
              groups.isEmpty() || random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(groups.get(random.nextInt(groups.size())).id())));
    }
    boolean flow = random.nextBoolean();
    List<Graph.Edge> edges = new ArrayList<>();
    for (int i = random.nextInt(2 * count + 1); i > 0; i--) {
      edge(random, boxes, groups, flow).ifPresent(edges::add);
    }
    Direction direction = DIRECTIONS.get(random.nextInt(4));
    return new Graph(direction, flow, boxes, edges, groups);
  }

  private static Graph.Group group(Random random, List<Graph.Group> groups) {
    return new Graph.Group(
        "g" + groups.size(),
        groups.isEmpty() || random.nextBoolean()
            ? Optional.empty()
            : Optional.of(groups.get(random.nextInt(groups.size())).id()),
        random.nextInt(4) == 0 ? Graph.Size.NONE : new Graph.Size(20 + random.nextInt(160), 18),
        random.nextInt(3) == 0 ? Optional.of(DIRECTIONS.get(random.nextInt(4))) : Optional.empty());
  }

  private static Optional<Graph.Edge> edge(
      Random random, List<Graph.Box> boxes, List<Graph.Group> groups, boolean flow) {
    int from = random.nextInt(boxes.size());
    int to = random.nextInt(boxes.size());
    Graph.Size label =
        random.nextInt(3) == 0
            ? Graph.Size.NONE
            : new Graph.Size(20 + random.nextInt(110), 16 * (1 + random.nextInt(3)));
    int kind = random.nextInt(4) == 0 ? 1 : 0;
    if (flow) {
      return from == to
          ? Optional.empty()
          : Optional.of(
              new Graph.Edge("b" + Math.min(from, to), "b" + Math.max(from, to), label, 0));
    }
    boolean toGroup =
        !groups.isEmpty() && boxes.get(from).group().isEmpty() && random.nextInt(4) == 0;
    return Optional.of(
        new Graph.Edge(
            "b" + from,
            toGroup ? groups.get(random.nextInt(groups.size())).id() : "b" + to,
            label,
            kind));
  }
}
