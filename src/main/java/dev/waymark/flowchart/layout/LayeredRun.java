package dev.waymark.flowchart.layout;

import dev.waymark.flowchart.layout.Placement.Point;
import dev.waymark.flowchart.layout.Placement.Rect;
import dev.waymark.flowchart.layout.Placement.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.elk.alg.layered.ElkLayered;
import org.eclipse.elk.alg.layered.graph.LEdge;
import org.eclipse.elk.alg.layered.graph.LGraph;
import org.eclipse.elk.alg.layered.graph.LGraphUtil;
import org.eclipse.elk.alg.layered.graph.LLabel;
import org.eclipse.elk.alg.layered.graph.LNode;
import org.eclipse.elk.alg.layered.graph.LPadding;
import org.eclipse.elk.alg.layered.graph.LPort;
import org.eclipse.elk.alg.layered.options.CenterEdgeLabelPlacementStrategy;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.GraphProperties;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.InternalProperties;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.alg.layered.options.PortType;
import org.eclipse.elk.core.math.ElkMargin;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.math.KVectorChain;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.util.ElkReflect;

/**
 * One run of the layered algorithm.
 *
 * <p>The algorithm's own graph is built here, without the kernel's general graph and its registry
 * of algorithms: those load three hundred classes of EMF and more than double the time of a cold
 * start.
 */
final class LayeredRun {
  private static final double BETWEEN_BOXES = 24;
  private static final double BETWEEN_LAYERS = 28;
  private static final double BESIDE_EDGES = 14;
  private static final double FRAME = 16;

  static {
    // What the registry would do: defaults of these types are copied at each use.
    ElkReflect.registerClone(KVector.class, value -> ((KVector) value).clone());
    ElkReflect.registerClone(KVectorChain.class, value -> new KVectorChain((KVectorChain) value));
    ElkReflect.registerClone(ElkMargin.class, value -> ((ElkMargin) value).clone());
    ElkReflect.registerClone(ElkPadding.class, value -> ((ElkPadding) value).clone());
    ElkReflect.registerClone(EnumSet.class, value -> ((EnumSet<?>) value).clone());
    ElkReflect.registerClone(ArrayList.class, value -> ((ArrayList<?>) value).clone());
  }

  private final Graph graph;
  private final boolean strict;
  private final LGraph root;
  private final Map<String, LNode> nodes = new HashMap<>();
  private final Map<String, LGraph> inside = new HashMap<>();
  private final Map<String, LGraph> holders = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<LGraph, KVector> origins = new HashMap<>();
  private final List<LEdge> edges = new ArrayList<>();
  private final Map<Entry, LPort> entries = new HashMap<>();

  /**
   * @param strict whether boxes and labels keep their order whatever it costs in crossings
   */
  LayeredRun(Graph graph, boolean strict) {
    this.graph = graph;
    this.strict = strict;
    this.root = newGraph();
  }

  Placement place() {
    findOrder();
    addGroups();
    for (Graph.Box box : graph.boxes()) {
      addNode(box.id(), box.size(), box.group());
    }
    Comparator<LNode> inOrder =
        Comparator.comparing(node -> node.getProperty(InternalProperties.MODEL_ORDER));
    root.getLayerlessNodes().sort(inOrder);
    inside.values().forEach(nested -> nested.getLayerlessNodes().sort(inOrder));
    Set<String> branched = branched();
    for (Graph.Edge edge : graph.edges()) {
      addEdge(edge, branched);
    }
    if (inside.isEmpty()) {
      new ElkLayered().doLayout(root, new NullElkProgressMonitor());
    } else {
      new ElkLayered().doCompoundLayout(root, new NullElkProgressMonitor());
    }
    return result();
  }

  private LGraph newGraph() {
    LGraph made = new LGraph();
    made.setProperty(InternalProperties.GRAPH_PROPERTIES, EnumSet.noneOf(GraphProperties.class));
    made.setProperty(LayeredOptions.DIRECTION, direction());
    made.setProperty(LayeredOptions.RANDOM_SEED, 1);
    made.setProperty(
        InternalProperties.MAX_MODEL_ORDER_NODES, graph.boxes().size() + graph.groups().size());
    made.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.DEPTH_FIRST);
    made.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    made.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    made.setProperty(
        LayeredOptions.EDGE_LABELS_CENTER_LABEL_PLACEMENT_STRATEGY,
        CenterEdgeLabelPlacementStrategy.TAIL_LAYER);
    made.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
    made.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    made.setProperty(LayeredOptions.SPACING_EDGE_NODE, BESIDE_EDGES);
    made.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BESIDE_EDGES);
    made.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BESIDE_EDGES);
    made.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BESIDE_EDGES);
    if (!graph.groups().isEmpty()) {
      made.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    } else {
      made.setProperty(
          LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    }
    if (strict) {
      made.setProperty(
          LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.NONE);
      made.setProperty(
          LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.OFF);
    }
    return made;
  }

  private org.eclipse.elk.core.options.Direction direction() {
    return switch (graph.direction()) {
      case DOWN -> org.eclipse.elk.core.options.Direction.DOWN;
      case UP -> org.eclipse.elk.core.options.Direction.UP;
      case RIGHT -> org.eclipse.elk.core.options.Direction.RIGHT;
      case LEFT -> org.eclipse.elk.core.options.Direction.LEFT;
    };
  }

  /** The place of each box in the list; a group has that of the first box in it. */
  private void findOrder() {
    graph.groups().forEach(group -> group.parent().ifPresent(up -> parents.put(group.id(), up)));
    for (int i = 0; i < graph.boxes().size(); i++) {
      Graph.Box box = graph.boxes().get(i);
      order.put(box.id(), i);
      box.group().ifPresent(group -> parents.put(box.id(), group));
      for (String up = parents.get(box.id()); up != null; up = parents.get(up)) {
        order.putIfAbsent(up, i);
      }
    }
    for (Graph.Group empty : graph.groups()) {
      order.putIfAbsent(empty.id(), order.size());
    }
  }

  /** A group without anything in it is a box. */
  private void addGroups() {
    Set<String> filled = new HashSet<>();
    graph.boxes().forEach(box -> box.group().ifPresent(filled::add));
    graph.groups().forEach(group -> group.parent().ifPresent(filled::add));
    for (Graph.Group group : graph.groups()) {
      Graph.Size title = group.title();
      Graph.Size least = new Graph.Size(title.width() + 2 * FRAME, title.height() + 2 * FRAME);
      LNode node = addNode(group.id(), least, group.parent());
      if (!filled.contains(group.id())) {
        continue;
      }
      LGraph nested = newGraph();
      LPadding padding = nested.getPadding();
      padding.left = FRAME;
      padding.right = FRAME;
      padding.bottom = FRAME;
      padding.top = title.height() == 0 ? FRAME : title.height() + 1.5 * FRAME;
      nested.setProperty(
          LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
      // The algorithm lays out from left to right and turns the result; this size is not turned.
      boolean turned = graph.direction() == Direction.DOWN || graph.direction() == Direction.UP;
      nested.setProperty(
          LayeredOptions.NODE_SIZE_MINIMUM,
          turned
              ? new KVector(least.height(), least.width())
              : new KVector(least.width(), least.height()));
      node.setNestedGraph(nested);
      node.setProperty(InternalProperties.COMPOUND_NODE, true);
      nested.setParentNode(node);
      inside.put(group.id(), nested);
    }
  }

  private LNode addNode(String id, Graph.Size size, Optional<String> group) {
    LGraph around = around(group);
    holders.put(id, around);
    LNode node = new LNode(around);
    node.getSize().x = size.width();
    node.getSize().y = size.height();
    node.setProperty(InternalProperties.ORIGIN, id);
    node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FREE);
    node.setProperty(InternalProperties.MODEL_ORDER, order.get(id));
    around.getLayerlessNodes().add(node);
    nodes.put(id, node);
    return node;
  }

  /** Boxes whose edges can be kept in their order: those without an edge to themselves. */
  private Set<String> branched() {
    Set<String> branched = new HashSet<>();
    if (graph.ordered() && graph.groups().isEmpty()) {
      graph.edges().forEach(edge -> branched.add(edge.from()));
      graph.edges().stream()
          .filter(edge -> edge.from().equals(edge.to()))
          .forEach(edge -> branched.remove(edge.from()));
    }
    return branched;
  }

  private void addEdge(Graph.Edge edge, Set<String> branched) {
    LNode from = nodes.get(edge.from());
    LNode to = nodes.get(edge.to());
    Set<GraphProperties> properties =
        from.getGraph().getProperty(InternalProperties.GRAPH_PROPERTIES);
    LEdge made = new LEdge();
    made.setProperty(InternalProperties.ORIGIN, edge);
    made.setProperty(InternalProperties.MODEL_ORDER, edges.size());
    if (from == to) {
      properties.add(GraphProperties.SELF_LOOPS);
    }
    made.setSource(exit(from, branched.contains(edge.from())));
    made.setTarget(from == to ? port(to, PortType.INPUT) : entry(to, edge.kind()));
    if (made.getTarget().getIncomingEdges().size() > 1) {
      properties.add(GraphProperties.HYPEREDGES);
    }
    if (edge.label().width() > 0) {
      LLabel label = new LLabel("label");
      label.getSize().x = edge.label().width();
      label.getSize().y = edge.label().height();
      label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
      made.getLabels().add(label);
      properties.add(GraphProperties.CENTER_LABELS);
    }
    edges.add(made);
  }

  /** A new port, to the right of or below those before it where the order is to be kept. */
  private LPort exit(LNode node, boolean inOrder) {
    LPort port = port(node, PortType.OUTPUT);
    if (inOrder) {
      node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_ORDER);
      node.getGraph()
          .getProperty(InternalProperties.GRAPH_PROPERTIES)
          .add(GraphProperties.NON_FREE_PORTS);
      // Ports are counted clockwise around the box.
      boolean clockwise = port.getSide() == PortSide.NORTH || port.getSide() == PortSide.EAST;
      int number = node.getPorts().size();
      port.setProperty(LayeredOptions.PORT_INDEX, clockwise ? number : -number);
    }
    return port;
  }

  /** Edges of one kind arrive at a box in one place. */
  private LPort entry(LNode node, int kind) {
    return entries.computeIfAbsent(new Entry(node, kind), entry -> port(node, PortType.INPUT));
  }

  private static LPort port(LNode node, PortType type) {
    return LGraphUtil.createPort(node, null, type, node.getGraph());
  }

  private record Entry(LNode node, int kind) {}

  private Placement result() {
    List<Rect> groups = new ArrayList<>();
    origins.put(root, origin(root, new KVector()));
    for (Graph.Group group : graph.groups()) {
      Rect frame = rect(group.id(), group.parent());
      groups.add(frame);
      LGraph nested = inside.get(group.id());
      if (nested != null) {
        origins.put(nested, origin(nested, new KVector(frame.x(), frame.y())));
      }
    }
    List<Rect> boxes = graph.boxes().stream().map(box -> rect(box.id(), box.group())).toList();
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      routes.add(route(graph.edges().get(i), edges.get(i)));
    }
    KVector size = root.getActualSize();
    return new Placement(size.x, size.y, boxes, routes, groups);
  }

  /** Where the coordinates of a graph start, seen from the whole picture. */
  private static KVector origin(LGraph in, KVector corner) {
    return corner.add(in.getOffset()).add(in.getPadding().left, in.getPadding().top);
  }

  private LGraph around(Optional<String> group) {
    return group.map(inside::get).orElse(root);
  }

  private Rect rect(String id, Optional<String> group) {
    LNode node = nodes.get(id);
    KVector at = new KVector(origins.get(around(group))).add(node.getPosition());
    return new Rect(at.x, at.y, node.getSize().x, node.getSize().y);
  }

  private Route route(Graph.Edge edge, LEdge routed) {
    // A way into its own group counts from within, any other from where it starts.
    boolean inwards = isWithin(edge.to(), edge.from());
    KVector origin = origins.get(inwards ? inside.get(edge.from()) : holders.get(edge.from()));
    List<Point> points = new ArrayList<>();
    points.add(
        point(routed.getSource().getAbsoluteAnchor(), origins.get(holders.get(edge.from()))));
    routed.getBendPoints().forEach(bend -> points.add(point(bend, origin)));
    points.add(point(routed.getTarget().getAbsoluteAnchor(), origins.get(holders.get(edge.to()))));
    return new Route(
        Jogs.straighten(points),
        routed.getLabels().stream()
            .findFirst()
            .map(label -> {
              Point at = point(label.getPosition(), origin);
              return new Rect(at.x(), at.y(), label.getSize().x, label.getSize().y);
            }));
  }

  private boolean isWithin(String id, String group) {
    Optional<String> parent = Optional.ofNullable(parents.get(id));
    return parent.isPresent() && (parent.get().equals(group) || isWithin(parent.get(), group));
  }

  private static Point point(KVector at, KVector origin) {
    return new Point(at.x + origin.x, at.y + origin.y);
  }
}
