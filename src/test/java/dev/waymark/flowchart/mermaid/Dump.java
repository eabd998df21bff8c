package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.flowchart.mermaid.Edge.End;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was read, in few words to compare:
 *
 * <pre>
 * down
 * a rhombus "Is it &lt;b&gt;late&lt;/b&gt;? / Really?" urgent link consent.md "tooltip" 3:10-20
 * a --&gt; b "yes" length 2 id e1
 * subgraph one "Title" right: a b
 * 4:7-9 WM512 detail | help
 * </pre>
 */
final class Dump {
  private final StringBuilder out = new StringBuilder();

  private Dump() {}

  static String of(Checked<MermaidResult> read) {
    Dump dump = new Dump();
    switch (read.value()) {
      case MermaidResult.Flowchart flowchart -> dump.diagram(flowchart.diagram());
      case MermaidResult.OtherDiagram other -> dump.line("other: " + other.keyword());
      case MermaidResult.NotUnderstood() -> dump.line("not understood");
    }
    read.diagnostics().forEach(dump::diagnostic);
    return dump.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void diagram(Diagram diagram) {
    line(word(diagram.direction()));
    named("title", diagram.title());
    named("accTitle", diagram.accTitle());
    named("accDescr", diagram.accDescr());
    diagram.nodes().forEach(this::node);
    diagram.edges().forEach(this::edge);
    diagram.subgraphs().forEach(subgraph -> subgraph(subgraph, ""));
  }

  private void named(String name, String text) {
    if (!text.isEmpty()) {
      line(name + ": " + text);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void node(Node node) {
    StringBuilder text = new StringBuilder();
    text.append(node.id()).append(' ').append(word(node.shape()));
    text.append(" \"").append(label(node.label())).append('"');
    node.classes().forEach(theme -> text.append(' ').append(theme.word()));
    Optional<Link> link = node.link();
    link.ifPresent(to -> {
      text.append(" link ").append(to.address());
      if (!to.tooltip().isEmpty()) {
        text.append(" \"").append(to.tooltip()).append('"');
      }
      text.append(' ').append(place(to.location()));
    });
    line(text.toString());
  }

  private void edge(Edge edge) {
    String line =
        switch (edge.line()) {
          case NORMAL -> "--";
          case THICK -> "==";
          case DOTTED -> "-.-";
          case INVISIBLE -> "~~";
        };
    String text =
        edge.from() + " " + end(edge.tail(), "<") + line + end(edge.head(), ">") + " " + edge.to();
    if (!edge.label().isEmpty()) {
      text += " \"" + label(edge.label()) + '"';
    }
    if (edge.length() > 1) {
      text += " length " + edge.length();
    }
    line(text + edge.id().map(id -> " id " + id).orElse(""));
  }

  private static String end(End end, String arrow) {
    return switch (end) {
      case NONE -> "";
      case ARROW -> arrow;
      case CIRCLE -> "o";
      case CROSS -> "x";
    };
  }

  private void subgraph(Subgraph subgraph, String indent) {
    String text = indent + "subgraph " + subgraph.id() + " \"" + label(subgraph.title()) + '"';
    text +=
        subgraph.classes().stream().map(theme -> " " + theme.word()).collect(Collectors.joining());
    text += subgraph.direction().map(direction -> " " + word(direction)).orElse("");
    line((text + ": " + String.join(" ", subgraph.members())).stripTrailing());
    subgraph.subgraphs().forEach(inner -> subgraph(inner, indent + "  "));
  }

  private static String label(Label label) {
    return label.lines().stream()
        .map(line -> line.runs().stream().map(Dump::run).collect(Collectors.joining()))
        .collect(Collectors.joining(" / "));
  }

  private static String run(Label.Run run) {
    String look = (run.strong() ? "b" : "") + (run.emphasis() ? "i" : "");
    return look.isEmpty() ? run.text() : "<%s>%s</%s>".formatted(look, run.text(), look);
  }

  private void diagnostic(Diagnostic found) {
    String text = place(found.location()) + " " + found.code().id() + " " + found.detail();
    line(text + (found.help().isEmpty() ? "" : " | " + found.help()));
  }

  private static String place(Location location) {
    return "%d:%d-%d".formatted(location.line(), location.column(), location.endColumn());
  }
}
