package dev.waymark.flowchart.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.flowchart.layout.Placement.Point;
import dev.waymark.flowchart.layout.Placement.Rect;
import dev.waymark.flowchart.layout.Placement.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is true of every placement. */
final class LayoutLawsTest {
  private static final int GRAPHS = Integer.getInteger("waymark.graphs", 1_000);
  private static final int MAX_BOXES = 40;
  private static final long SEED = Long.getLong("waymark.seed", 20_261_126L);
  private static final double HAIR = 0.01;

  private final GraphLayout layout = GraphLayout.layered();

  @Test
  void nothingOverlapsAndEverythingIsJoined() {
    System.out.println("LayoutLawsTest seed " + SEED);
    Random random = new Random(SEED);
    Tally tally = new Tally();
    for (int i = 0; i < GRAPHS; i++) {
      Graph graph = RandomGraph.of(random, MAX_BOXES);
      Placement placement = layout.place(graph);
      try {
        check(graph, placement, tally);
      } catch (AssertionError e) {
        throw new AssertionError("graph " + i + " of seed " + SEED + ": " + graph, e);
      }
    }
    System.out.println("LayoutLawsTest: " + tally);
    assertTrue(tally.labels > GRAPHS && tally.groups > GRAPHS / 10, tally::toString);
    // Two labels may change places where the layers of a dense graph leave no other way.
    assertTrue(tally.exchanged * 100 <= tally.branches, tally::toString);
  }

  /** How much was checked. */
  private static final class Tally {
    private int graphs;
    private int boxes;
    private int edges;
    private int labels;
    private int groups;
    private int branches;
    private int exchanged;

    @Override
    public String toString() {
      return """
      %d graphs, %d boxes, %d edges, %d labels, %d groups, 0 overlaps; %d branches in order, \
      %d of their labels not\
      """
          .formatted(graphs, boxes, edges, labels, groups, branches, exchanged);
    }
  }

  private static void check(Graph graph, Placement placement, Tally tally) {
    assertEquals(graph.boxes().size(), placement.boxes().size());
    assertEquals(graph.edges().size(), placement.edges().size());
    assertEquals(graph.groups().size(), placement.groups().size());
    Map<String, Rect> places = new HashMap<>();
    for (int i = 0; i < graph.boxes().size(); i++) {
      Graph.Size size = graph.boxes().get(i).size();
      Rect box = placement.boxes().get(i);
      assertEquals(size, new Graph.Size(box.width(), box.height()));
      places.put(graph.boxes().get(i).id(), box);
    }
    for (int i = 0; i < graph.groups().size(); i++) {
      places.put(graph.groups().get(i).id(), placement.groups().get(i));
    }
    List<Rect> solid = new ArrayList<>(placement.boxes());
    placement.edges().forEach(edge -> edge.label().ifPresent(solid::add));
    for (int i = 0; i < solid.size(); i++) {
      for (int j = 0; j < i; j++) {
        Rect a = solid.get(i);
        Rect b = solid.get(j);
        assertTrue(!shrunk(a).overlaps(shrunk(b)), () -> a + " overlaps " + b);
      }
    }
    checkGroups(graph, placement, places);
    checkEdges(graph, placement, places, tally);
    Rect picture =
        new Rect(-HAIR, -HAIR, placement.width() + 2 * HAIR, placement.height() + 2 * HAIR);
    places.values().forEach(box -> assertTrue(picture.contains(box), () -> box + " is outside"));
    solid.forEach(box -> assertTrue(picture.contains(box), () -> box + " is outside"));
    tally.graphs++;
    tally.boxes += graph.boxes().size();
    tally.groups += graph.groups().size();
  }

  private static Rect shrunk(Rect rect) {
    return new Rect(
        rect.x() + HAIR, rect.y() + HAIR, rect.width() - 2 * HAIR, rect.height() - 2 * HAIR);
  }

  /** A group holds its members, and nothing else gets into it. */
  private static void checkGroups(Graph graph, Placement placement, Map<String, Rect> places) {
    Map<String, Optional<String>> parents = new HashMap<>();
    graph.groups().forEach(group -> parents.put(group.id(), group.parent()));
    graph.boxes().forEach(box -> parents.put(box.id(), box.group()));
    for (Graph.Group group : graph.groups()) {
      Rect frame = places.get(group.id());
      parents
          .keySet()
          .forEach(id -> {
            Rect box = places.get(id);
            if (isWithin(id, group.id(), parents)) {
              assertTrue(frame.contains(shrunk(box)), () -> id + " is not in " + group.id());
            } else if (!id.equals(group.id()) && !isWithin(group.id(), id, parents)) {
              assertTrue(!frame.overlaps(shrunk(box)), () -> id + " gets into " + group.id());
            }
          });
    }
    assertTrue(placement.groups().stream().allMatch(frame -> frame.width() > 0));
  }

  private static boolean isWithin(String id, String group, Map<String, Optional<String>> parents) {
    Optional<String> parent = parents.get(id);
    return parent.isPresent()
        && (parent.get().equals(group) || isWithin(parent.get(), group, parents));
  }

  private static void checkEdges(
      Graph graph, Placement placement, Map<String, Rect> places, Tally tally) {
    Map<String, Double> lastExit = new HashMap<>();
    Map<String, Rect> lastLabel = new HashMap<>();
    boolean sideways = graph.direction() == Direction.DOWN || graph.direction() == Direction.UP;
    for (int i = 0; i < graph.edges().size(); i++) {
      Graph.Edge edge = graph.edges().get(i);
      Route route = placement.edges().get(i);
      List<Point> points = route.points();
      assertTrue(points.size() >= 2, () -> "no way: " + route);
      assertTrue(isOnBorder(points.getFirst(), places.get(edge.from())), () -> "start " + edge);
      assertTrue(isOnBorder(points.getLast(), places.get(edge.to())), () -> "end " + edge);
      for (int j = 1; j < points.size(); j++) {
        Point a = points.get(j - 1);
        Point b = points.get(j);
        assertTrue(
            Math.abs(a.x() - b.x()) < HAIR || Math.abs(a.y() - b.y()) < HAIR,
            () -> "slanted: " + a + " to " + b);
        crossed(graph, placement, edge, a, b);
      }
      assertEquals(edge.label().width() > 0, route.label().isPresent());
      tally.edges++;
      if (route.label().isPresent()) {
        tally.labels++;
        Rect label = route.label().get();
        assertEquals(edge.label(), new Graph.Size(label.width(), label.height()));
        boolean onLine = false;
        for (int j = 1; j < points.size(); j++) {
          onLine |= crosses(points.get(j - 1), points.get(j), label);
        }
        assertTrue(onLine || edge.from().equals(edge.to()), () -> "label off its line: " + edge);
      }
      if (graph.ordered() && graph.groups().isEmpty()) {
        Point exit = points.getFirst();
        double at = sideways ? exit.x() : exit.y();
        Double last = lastExit.put(edge.from(), at);
        assertTrue(last == null || last < at, () -> "out of order: " + edge);
        tally.branches++;
        if (route.label().isPresent()) {
          Rect label = route.label().get();
          Rect before = lastLabel.put(edge.from(), label);
          if (before != null && !isBefore(before, label, sideways)) {
            tally.exchanged++;
          }
        }
      }
    }
  }

  /** Labels that stand in different layers are not to be compared. */
  private static boolean isBefore(Rect a, Rect b, boolean sideways) {
    boolean beside =
        sideways
            ? a.y() < b.y() + b.height() && b.y() < a.y() + a.height()
            : a.x() < b.x() + b.width() && b.x() < a.x() + a.width();
    return !beside || (sideways ? a.x() < b.x() : a.y() < b.y());
  }

  /** No edge runs through a box. */
  private static void crossed(Graph graph, Placement placement, Graph.Edge edge, Point a, Point b) {
    for (int i = 0; i < graph.boxes().size(); i++) {
      Rect box = shrunk(placement.boxes().get(i));
      String id = graph.boxes().get(i).id();
      assertTrue(!crosses(a, b, box), () -> edge + " runs through " + id);
    }
  }

  private static boolean crosses(Point a, Point b, Rect box) {
    Rect line =
        new Rect(
            Math.min(a.x(), b.x()),
            Math.min(a.y(), b.y()),
            Math.abs(a.x() - b.x()) + HAIR / 2,
            Math.abs(a.y() - b.y()) + HAIR / 2);
    return line.overlaps(box);
  }

  private static boolean isOnBorder(Point at, Rect box) {
    double left = Math.abs(at.x() - box.x());
    double right = Math.abs(at.x() - box.x() - box.width());
    double top = Math.abs(at.y() - box.y());
    double bottom = Math.abs(at.y() - box.y() - box.height());
    boolean within =
        at.x() > box.x() - HAIR
            && at.x() < box.x() + box.width() + HAIR
            && at.y() > box.y() - HAIR
            && at.y() < box.y() + box.height() + HAIR;
    return within && Math.min(Math.min(left, right), Math.min(top, bottom)) < HAIR;
  }

  @Test
  void oneGraphHasOnePlacementOnAnyThread() throws ExecutionException, InterruptedException {
    Random random = new Random(SEED + 1);
    List<Graph> graphs = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      graphs.add(RandomGraph.of(random, MAX_BOXES));
    }
    List<Placement> expected = graphs.stream().map(layout::place).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<List<Placement>>> rounds = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        rounds.add(() -> graphs.stream().map(layout::place).toList());
      }
      for (Future<List<Placement>> round : threads.invokeAll(rounds)) {
        assertEquals(expected, round.get());
      }
    }
    System.out.println(
        "LayoutLawsTest: 100 graphs, 5 times each, on 4 threads, seed " + (SEED + 1));
  }
}
