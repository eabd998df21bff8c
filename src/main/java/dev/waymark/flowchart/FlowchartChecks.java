package dev.waymark.flowchart;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.flowchart.FlowchartReader.WrittenNode;
import dev.waymark.flowchart.FlowchartReader.WrittenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong between the nodes of one chart. One cause, one message. */
final class FlowchartChecks {
  static final int MAX_NODES = 25;
  static final int MAX_NODE_LABEL = 160;
  static final int MAX_OPTION_LABEL = 60;

  private final Optional<Located<String>> start;
  private final Map<String, WrittenNode> nodes = new LinkedHashMap<>();
  private final Set<String> ids = new TreeSet<>();
  private final List<Diagnostic> found = new ArrayList<>();

  /** Whether something leads to nobody knows where, so that other nodes may lack a way to them. */
  private boolean lost;

  /**
   * @param broken the ids of nodes that could not be read, which has been said
   */
  FlowchartChecks(Optional<Located<String>> start, List<WrittenNode> nodes, List<String> broken) {
    this.start = start;
    nodes.forEach(node -> this.nodes.put(node.id(), node));
    ids.addAll(this.nodes.keySet());
    ids.addAll(broken);
    lost = start.isEmpty() || !broken.isEmpty();
  }

  List<Diagnostic> run() {
    for (WrittenNode node : nodes.values()) {
      checkNode(node);
    }
    Optional<String> first =
        start.flatMap(to -> target(to, "the flowchart starts at a node that does not exist"));
    checkSize();
    Map<String, List<Way>> ways = ways();
    checkCycles(ways);
    if (!lost && first.isPresent()) {
      checkReached(first.get(), ways);
    }
    return found;
  }

  /** A way on to a node that exists, with the place where it is written. */
  private record Way(String to, Location location) {}

  private Map<String, List<Way>> ways() {
    Map<String, List<Way>> ways = new HashMap<>();
    for (WrittenNode node : nodes.values()) {
      List<Way> from = new ArrayList<>();
      for (WrittenOption option : node.options()) {
        option
            .to()
            .flatMap(to ->
                target(to, Code.FLOW_NO_TARGET.message()).map(id -> new Way(id, to.location())))
            .ifPresent(from::add);
        lost |= option.to().isEmpty();
      }
      ways.put(node.id(), from);
    }
    return ways;
  }

  /**
   * The node that is meant: what is named, else what it is likely to be a slip for, so that a slip
   * is one message and not another one about the node that it should have led to.
   */
  private Optional<String> target(Located<String> to, String message) {
    if (ids.contains(to.value())) {
      return Optional.of(to.value());
    }
    Optional<String> meant = Spelling.nearest(to.value(), ids);
    Diagnostic unknown =
        Diagnostic.of(Code.FLOW_NO_TARGET, to.location())
            .withMessage(message)
            .withDetail("there is no node " + to.value());
    found.add(
        meant
            .map(unknown::withSuggestion)
            .orElse(unknown.withHelp("write the id of a node, or add this one below nodes:")));
    lost |= meant.isEmpty();
    return meant;
  }

  private void checkNode(WrittenNode written) {
    FlowNode node = written.node();
    written.label().ifPresent(label -> checkLength(label, MAX_NODE_LABEL));
    switch (node) {
      case FlowNode.Question question -> checkOptions(question, written.options());
      case FlowNode.Action action -> {}
      case FlowNode.Outcome outcome -> {
        if (written.label().isPresent() && outcome.cites().isEmpty()) {
          found.add(
              Diagnostic.of(Code.FLOW_UNCITED, node.id().location())
                  .withDetail("readers cannot tell what it rests on")
                  .withHelp("add cites: and the ids of principles, such as [p3]"));
        }
      }
    }
  }

  private void checkLength(Located<String> label, int limit) {
    int length = label.value().codePointCount(0, label.value().length());
    if (length > limit) {
      found.add(
          Diagnostic.of(Code.FLOW_LABEL_LONG, label.location())
              .withDetail("it has %s characters, more than %s".formatted(length, limit))
              .withHelp("keep the core of it here and move the rest to help: or body:"));
    }
  }

  private void checkOptions(FlowNode.Question question, List<WrittenOption> options) {
    if (options.isEmpty()) {
      lost = true;
      found.add(
          Diagnostic.of(Code.FLOW_NO_OPTIONS, question.id().location())
              .withDetail("there is no way on from here")
              .withHelp("add options: and below it - label: and to: for each answer"));
    }
    Map<String, WrittenOption> byLabel = new HashMap<>();
    for (WrittenOption option : options) {
      option
          .label()
          .ifPresent(label -> {
            checkLength(label, MAX_OPTION_LABEL);
            WrittenOption first = byLabel.putIfAbsent(label.value().strip(), option);
            if (first != null) {
              found.add(repeated(label, first, option));
            }
          });
    }
  }

  private static Diagnostic repeated(
      Located<String> label, WrittenOption first, WrittenOption second) {
    boolean same =
        first.to().map(Located::value).equals(second.to().map(Located::value))
            && first.to().isPresent();
    String where =
        first.label().map(each -> each.location().line()).map(line -> "line " + line).orElse("");
    Diagnostic repeated =
        Diagnostic.of(Code.FLOW_LABEL_REPEATED, label.location())
            .withDetail("the first is on %s".formatted(where));
    return same
        ? repeated
            .withMessage("this option is given twice")
            .withHelp("both lead to the same node: take one of them out")
        : repeated.withHelp("say in each label what tells the answers apart");
  }

  private void checkSize() {
    if (nodes.size() > MAX_NODES) {
      WrittenNode first = nodes.values().stream().skip(MAX_NODES).findFirst().orElseThrow();
      found.add(
          Diagnostic.of(Code.FLOW_TOO_LARGE, first.node().id().location())
              .withDetail(
                  "it has %s nodes; this is the first beyond %s".formatted(nodes.size(), MAX_NODES))
              .withHelp("make two charts, and let an outcome of the first lead to the second"));
    }
  }

  private void checkCycles(Map<String, List<Way>> ways) {
    Set<String> done = new HashSet<>();
    Stream.concat(start.map(Located::value).stream(), nodes.keySet().stream())
        .forEach(id -> findCycles(id, ways, done, new ArrayList<>()));
  }

  private void findCycles(
      String id, Map<String, List<Way>> ways, Set<String> done, List<String> path) {
    if (!done.add(id)) {
      return;
    }
    path.add(id);
    for (Way way : ways.getOrDefault(id, List.of())) {
      int from = path.indexOf(way.to());
      if (from >= 0) {
        found.add(
            Diagnostic.of(Code.FLOW_CYCLE, way.location())
                .withDetail(
                    Stream.concat(path.subList(from, path.size()).stream(), Stream.of(way.to()))
                        .collect(Collectors.joining(" > ")))
                .withHelp("lead to an outcome that says to start again later"));
      } else {
        findCycles(way.to(), ways, done, path);
      }
    }
    path.removeLast();
  }

  /** Of what cannot be reached, only what nothing leads to is told, unless it leads to itself. */
  private void checkReached(String first, Map<String, List<Way>> ways) {
    Set<String> reached = reach(first, ways);
    Set<String> led = new HashSet<>();
    for (WrittenNode node : nodes.values()) {
      if (!reached.contains(node.id())) {
        ways.getOrDefault(node.id(), List.of()).forEach(way -> led.add(way.to()));
      }
    }
    for (WrittenNode node : nodes.values()) {
      if (!reached.contains(node.id()) && !led.contains(node.id())) {
        boolean outcome = node.node() instanceof FlowNode.Outcome;
        found.add(
            Diagnostic.of(
                    outcome ? Code.FLOW_OUTCOME_UNREACHABLE : Code.FLOW_UNREACHABLE,
                    node.node().id().location())
                .withDetail("no option and no next: names " + node.id())
                .withHelp(
                    outcome
                        ? "let the answer that ends here lead to it, or take the outcome out"
                        : "lead to it from another node, or take it out"));
      }
    }
  }

  private static Set<String> reach(String first, Map<String, List<Way>> ways) {
    Set<String> reached = new HashSet<>(Set.of(first));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (Way way : ways.getOrDefault(open.removeFirst(), List.of())) {
        if (reached.add(way.to())) {
          open.addLast(way.to());
        }
      }
    }
    return reached;
  }
}
