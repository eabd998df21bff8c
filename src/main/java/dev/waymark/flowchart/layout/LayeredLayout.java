package dev.waymark.flowchart.layout;

import dev.waymark.flowchart.layout.Placement.Rect;
import dev.waymark.flowchart.layout.Placement.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Layout in layers. A group with a direction of its own, and without edges across its frame, is
 * placed first and by itself; in the graph around it, it is a box.
 */
final class LayeredLayout implements GraphLayout {
  @Override
  public Placement place(Graph graph) {
    Optional<Graph.Group> apart =
        graph.groups().reversed().stream().filter(group -> standsApart(graph, group)).findFirst();
    if (apart.isPresent()) {
      return placeApart(graph, apart.get());
    }
    Placement placement = new LayeredRun(graph, false).place();
    return graph.ordered() && graph.groups().isEmpty() && !isInOrder(graph, placement)
        ? new LayeredRun(graph, true).place()
        : placement;
  }

  /**
   * Whether the labels of each box stand in the order of its edges. The ends of the edges do
   * anyway, but saving crossings may have exchanged two labels.
   */
  private static boolean isInOrder(Graph graph, Placement placement) {
    boolean sideways = graph.direction() == Direction.DOWN || graph.direction() == Direction.UP;
    Map<String, Double> last = new HashMap<>();
    for (int i = 0; i < graph.edges().size(); i++) {
      Optional<Rect> label = placement.edges().get(i).label();
      if (label.isPresent()) {
        Rect place = label.get();
        double at = sideways ? place.x() + place.width() / 2 : place.y() + place.height() / 2;
        Double before = last.put(graph.edges().get(i).from(), at);
        if (before != null && before > at) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean standsApart(Graph graph, Graph.Group group) {
    Set<String> members = members(graph, group);
    return group.direction().filter(direction -> direction != graph.direction()).isPresent()
        && members.size() > 1
        && graph.edges().stream()
            .allMatch(edge ->
                isInside(members, group, edge.from()) == isInside(members, group, edge.to()));
  }

  /** An edge to the frame itself stays outside. */
  private static boolean isInside(Set<String> members, Graph.Group group, String id) {
    return members.contains(id) && !id.equals(group.id());
  }

  /** The group itself and everything in it. */
  private static Set<String> members(Graph graph, Graph.Group group) {
    Set<String> members = new HashSet<>();
    members.add(group.id());
    for (Graph.Group inner : graph.groups()) {
      if (inner.parent().filter(members::contains).isPresent()) {
        members.add(inner.id());
      }
    }
    for (Graph.Box box : graph.boxes()) {
      if (box.group().filter(members::contains).isPresent()) {
        members.add(box.id());
      }
    }
    return members;
  }

  private Placement placeApart(Graph graph, Graph.Group group) {
    Set<String> members = members(graph, group);
    Graph inner = inner(graph, group, members);
    Placement innerPlacement = place(inner);
    Rect frame = innerPlacement.groups().getFirst();
    Graph outer = outer(graph, group, members, new Graph.Size(frame.width(), frame.height()));
    return join(graph, outer, place(outer), inner, innerPlacement, group.id());
  }

  /** The group and what is in it, with the direction of the group. */
  private static Graph inner(Graph graph, Graph.Group group, Set<String> members) {
    List<Graph.Group> groups = new ArrayList<>();
    groups.add(new Graph.Group(group.id(), Optional.empty(), group.title(), Optional.empty()));
    graph.groups().stream()
        .filter(each -> !each.id().equals(group.id()) && members.contains(each.id()))
        .forEach(groups::add);
    return new Graph(
        group.direction().orElse(graph.direction()),
        graph.ordered(),
        graph.boxes().stream().filter(box -> members.contains(box.id())).toList(),
        graph.edges().stream().filter(edge -> isInside(members, group, edge.from())).toList(),
        groups);
  }

  /** Everything else, with a box in place of the group, where the first of its boxes stood. */
  private static Graph outer(
      Graph graph, Graph.Group group, Set<String> members, Graph.Size frame) {
    Graph.Box whole = new Graph.Box(group.id(), frame, group.parent());
    List<Graph.Box> boxes = new ArrayList<>();
    for (Graph.Box box : graph.boxes()) {
      if (!members.contains(box.id())) {
        boxes.add(box);
      } else if (!boxes.contains(whole)) {
        boxes.add(whole);
      }
    }
    if (!boxes.contains(whole)) {
      boxes.add(whole);
    }
    return new Graph(
        graph.direction(),
        graph.ordered(),
        boxes,
        graph.edges().stream().filter(edge -> !isInside(members, group, edge.from())).toList(),
        graph.groups().stream().filter(each -> !members.contains(each.id())).toList());
  }

  private static Placement join(
      Graph graph, Graph outer, Placement around, Graph inner, Placement within, String group) {
    Map<String, Rect> places = new HashMap<>();
    Map<Graph.Edge, List<Route>> routes = new HashMap<>();
    collect(outer, around, 0, 0, places, routes);
    Rect box = places.get(group);
    Rect frame = within.groups().getFirst();
    collect(inner, within, box.x() - frame.x(), box.y() - frame.y(), places, routes);
    return new Placement(
        around.width(),
        around.height(),
        graph.boxes().stream().map(each -> places.get(each.id())).toList(),
        graph.edges().stream().map(edge -> routes.get(edge).removeFirst()).toList(),
        graph.groups().stream().map(each -> places.get(each.id())).toList());
  }

  private static void collect(
      Graph graph,
      Placement placement,
      double dx,
      double dy,
      Map<String, Rect> places,
      Map<Graph.Edge, List<Route>> routes) {
    for (int i = 0; i < graph.boxes().size(); i++) {
      places.put(graph.boxes().get(i).id(), placement.boxes().get(i).moved(dx, dy));
    }
    for (int i = 0; i < graph.groups().size(); i++) {
      places.put(graph.groups().get(i).id(), placement.groups().get(i).moved(dx, dy));
    }
    for (int i = 0; i < graph.edges().size(); i++) {
      routes
          .computeIfAbsent(graph.edges().get(i), edge -> new ArrayList<>())
          .add(placement.edges().get(i).moved(dx, dy));
    }
  }
}
