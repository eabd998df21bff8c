package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the statements of a diagram say. Statements may speak of what comes later, so what
 * an id means is decided at the end.
 */
final class DiagramBuilder {
  static final int MAX_NODES = 500;
  static final int MAX_EDGES = 2000;
  static final int MAX_SUBGRAPHS = 200;
  static final int MAX_DEPTH = 20;

  private final Cursor cursor;
  private final Notices notices;
  private final SequencedMap<String, NodeDraft> nodes = new LinkedHashMap<>();
  private final List<EdgeDraft> edges = new ArrayList<>();
  private final Set<String> edgeIds = new HashSet<>();
  private final SequencedMap<String, SubgraphDraft> subgraphs = new LinkedHashMap<>();
  private final Deque<SubgraphDraft> open = new ArrayDeque<>();
  private final List<Requested<ThemeClass>> classes = new ArrayList<>();
  private final List<Requested<Link>> links = new ArrayList<>();
  private final List<Requested<String>> edgeStyles = new ArrayList<>();
  private Direction direction = Direction.DOWN;
  private String accTitle = "";
  private String accDescr = "";

  DiagramBuilder(Cursor cursor, Notices notices) {
    this.cursor = cursor;
    this.notices = notices;
  }

  /** What a statement asks for a node that may not be there yet. */
  private record Requested<T>(Id id, T value) {}

  private record EdgeDraft(Optional<String> id, Id from, Id to, Arrow arrow) {}

  private static final class NodeDraft {
    private final Id id;
    private @Nullable Id described;
    private @Nullable Label label;
    private Shape shape = Shape.RECTANGLE;
    private @Nullable SubgraphDraft owner;

    NodeDraft(Id id) {
      this.id = id;
    }
  }

  private static final class SubgraphDraft {
    private final String id;
    private final int from;
    private final @Nullable SubgraphDraft parent;
    private final Set<NodeDraft> mentioned = new LinkedHashSet<>();
    private final List<SubgraphDraft> inner = new ArrayList<>();
    private Label title = Label.EMPTY;
    private Optional<Direction> direction = Optional.empty();

    SubgraphDraft(String id, int from, @Nullable SubgraphDraft parent) {
      this.id = id;
      this.from = from;
      this.parent = parent;
    }

    boolean isWithin(SubgraphDraft outer) {
      for (SubgraphDraft at = this; at != null; at = at.parent) {
        if (at == outer) {
          return true;
        }
      }
      return false;
    }
  }

  /** Sets the direction of the innermost open subgraph, or of the diagram. */
  void direction(Direction newDirection) {
    if (open.isEmpty()) {
      direction = newDirection;
    } else {
      open.getLast().direction = Optional.of(newDirection);
    }
  }

  void accTitle(String text) {
    accTitle = text;
  }

  void accDescr(String text) {
    accDescr = text;
  }

  /** Notes that a node, or a subgraph, is spoken of here. */
  void mention(Id id) throws MisreadException {
    for (SubgraphDraft subgraph : open) {
      if (subgraph.id.equals(id.name())) {
        throw cursor.misread(
            id.from(),
            id.to(),
            "the subgraph around this has the same id",
            "give the subgraph an id of its own: subgraph id [title]");
      }
    }
    NodeDraft node = nodes.computeIfAbsent(id.name(), name -> new NodeDraft(id));
    if (nodes.size() > MAX_NODES) {
      throw tooLarge(
          id.from(), id.to(), String.format(Locale.ROOT, "more than %,d nodes", MAX_NODES));
    }
    if (!open.isEmpty()) {
      open.getLast().mentioned.add(node);
    }
  }

  /** Gives a node that was mentioned its text; the last one counts. */
  void label(Id id, Label label) {
    NodeDraft node = described(id);
    node.label = label;
  }

  /** Gives a node that was mentioned its outline; the last one counts. */
  void shape(Id id, Shape shape) {
    described(id).shape = shape;
  }

  private NodeDraft described(Id id) {
    NodeDraft node = nodes.get(id.name());
    if (node == null) {
      throw new IllegalArgumentException("never mentioned: " + id);
    }
    if (node.described == null) {
      node.described = id;
    }
    return node;
  }

  /**
   * Joins each of the first nodes with each of the second ones.
   *
   * @param edgeId the name of the first of these edges
   */
  void edges(List<Id> from, Arrow arrow, List<Id> to, Optional<String> edgeId)
      throws MisreadException {
    if (edges.size() + (long) from.size() * to.size() > MAX_EDGES) {
      throw tooLarge(
          arrow.from(), arrow.to(), String.format(Locale.ROOT, "more than %,d edges", MAX_EDGES));
    }
    Optional<String> name = edgeId.filter(edgeIds::add);
    for (Id first : from) {
      for (Id second : to) {
        edges.add(new EdgeDraft(name, first, second, arrow));
        name = Optional.empty();
      }
    }
  }

  /** Opens a subgraph; where there is no id, or another subgraph has it, one is made up. */
  void open(String id, Label title, int from, int to) throws MisreadException {
    if (subgraphs.size() == MAX_SUBGRAPHS) {
      throw tooLarge(
          from, to, String.format(Locale.ROOT, "more than %,d subgraphs", MAX_SUBGRAPHS));
    }
    if (open.size() == MAX_DEPTH) {
      throw tooLarge(
          from,
          to,
          String.format(Locale.ROOT, "more than %,d subgraphs in one another", MAX_DEPTH));
    }
    String unique = id;
    // No node has such an id: there is a space in it.
    for (int i = subgraphs.size() + 1; unique.isEmpty() || subgraphs.containsKey(unique); i++) {
      unique = "subgraph " + i;
    }
    SubgraphDraft subgraph = new SubgraphDraft(unique, from, open.peekLast());
    subgraph.title = title;
    if (!open.isEmpty()) {
      open.getLast().inner.add(subgraph);
    }
    subgraphs.put(unique, subgraph);
    open.addLast(subgraph);
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Where the innermost open subgraph began. */
  int openedAt() {
    return open.getLast().from;
  }

  /** Closes the innermost subgraph: it has the nodes that no subgraph closed before it has. */
  void close() {
    SubgraphDraft closed = open.removeLast();
    for (NodeDraft node : closed.mentioned) {
      if (node.owner == null) {
        node.owner = closed;
      }
    }
  }

  void themeClass(Id id, ThemeClass theme) {
    classes.add(new Requested<>(id, theme));
  }

  void link(Id id, Link link) {
    links.add(new Requested<>(id, link));
  }

  /** Notes that something was said of an edge that only matters to how it looks. */
  void edgeStyle(Id id, String key) {
    edgeStyles.add(new Requested<>(id, key));
  }

  private MisreadException tooLarge(int from, int to, String detail) {
    return cursor.misread(
        Code.MERMAID_TOO_LARGE, from, to, detail, "make several smaller diagrams of it");
  }

  /** The whole diagram; every subgraph has been closed. */
  Diagram build(String title) throws MisreadException {
    checkIds();
    List<Edge> made = new ArrayList<>();
    for (EdgeDraft edge : edges) {
      made.add(edge(edge));
    }
    Map<String, Link> linked = linked();
    Map<String, Set<ThemeClass>> themed = themed();
    checkEdgeStyles();
    List<Node> plain = new ArrayList<>();
    Map<SubgraphDraft, List<String>> members = new HashMap<>();
    for (NodeDraft node : nodes.sequencedValues()) {
      String id = node.id.name();
      if (subgraphs.containsKey(id)) {
        continue;
      }
      if (node.owner != null) {
        members.computeIfAbsent(node.owner, owner -> new ArrayList<>()).add(id);
      }
      plain.add(
          new Node(
              id,
              label(node),
              node.label == null || node.label.isEmpty() ? node.shape : node.shape.forText(),
              Optional.ofNullable(linked.get(id)),
              themed.getOrDefault(id, Set.of()),
              location(node.id)));
    }
    List<Subgraph> outermost = new ArrayList<>();
    for (SubgraphDraft subgraph : subgraphs.sequencedValues()) {
      if (subgraph.parent == null) {
        outermost.add(subgraph(subgraph, members, themed));
      }
    }
    return new Diagram(direction, plain, made, outermost, title, accTitle, accDescr);
  }

  private static Label label(NodeDraft node) {
    if (node.label != null) {
      return node.label;
    }
    return node.shape.holdsText() ? LabelReader.literal(node.id.name()) : Label.EMPTY;
  }

  private Location location(Id id) {
    return cursor.location(id.from(), id.to());
  }

  private void checkIds() throws MisreadException {
    for (NodeDraft node : nodes.sequencedValues()) {
      if (node.described != null && subgraphs.containsKey(node.id.name())) {
        throw cursor.misread(
            node.described.from(),
            node.described.to(),
            "a node and a subgraph have this id",
            "give one of them another id");
      }
    }
  }

  private Edge edge(EdgeDraft draft) throws MisreadException {
    Arrow arrow = draft.arrow();
    if (isWithin(draft.from(), draft.to()) || isWithin(draft.to(), draft.from())) {
      throw cursor.misread(
          arrow.from(),
          arrow.to(),
          "this edge joins a subgraph with what is in it",
          "let the edge end at a node, or at another subgraph");
    }
    return new Edge(
        draft.id(),
        draft.from().name(),
        draft.to().name(),
        arrow.label(),
        arrow.line(),
        arrow.tail(),
        arrow.head(),
        arrow.length(),
        cursor.location(arrow.from(), arrow.to()));
  }

  private boolean isWithin(Id inner, Id outer) {
    SubgraphDraft around = subgraphs.get(outer.name());
    SubgraphDraft own = subgraphs.get(inner.name());
    SubgraphDraft parent = own != null ? own.parent : nodes.get(inner.name()).owner;
    return around != null && parent != null && parent.isWithin(around);
  }

  private Map<String, Link> linked() {
    Map<String, Link> found = new HashMap<>();
    for (Requested<Link> link : links) {
      String id = link.id().name();
      if (nodes.containsKey(id) && !subgraphs.containsKey(id)) {
        found.put(id, link.value());
      } else {
        unknown(link.id());
      }
    }
    return found;
  }

  private Map<String, Set<ThemeClass>> themed() {
    Map<String, Set<ThemeClass>> found = new HashMap<>();
    for (Requested<ThemeClass> theme : classes) {
      String id = theme.id().name();
      if (edgeIds.contains(id)) {
        notices.styleDropped("a class of an edge", location(theme.id()));
      } else if (nodes.containsKey(id) || subgraphs.containsKey(id)) {
        found.computeIfAbsent(id, key -> new HashSet<>()).add(theme.value());
      } else {
        unknown(theme.id());
      }
    }
    return found;
  }

  private void checkEdgeStyles() {
    for (Requested<String> style : edgeStyles) {
      if (edgeIds.contains(style.id().name())) {
        notices.styleDropped(style.value(), location(style.id()));
      } else {
        unknown(style.id());
      }
    }
  }

  private void unknown(Id id) {
    notices.unknownNode(id.name(), location(id), nodes.sequencedKeySet());
  }

  // As deep as MAX_DEPTH at most.
  private Subgraph subgraph(
      SubgraphDraft draft,
      Map<SubgraphDraft, List<String>> members,
      Map<String, Set<ThemeClass>> themed) {
    List<Subgraph> inner =
        draft.inner.stream().map(part -> subgraph(part, members, themed)).toList();
    return new Subgraph(
        draft.id,
        draft.title,
        draft.direction,
        members.getOrDefault(draft, List.of()),
        inner,
        themed.getOrDefault(draft.id, Set.of()),
        cursor.location(draft.from, draft.from + "subgraph".length()));
  }
}
