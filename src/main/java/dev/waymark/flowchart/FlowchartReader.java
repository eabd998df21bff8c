package dev.waymark.flowchart;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Severity;
import dev.waymark.link.LinkReference;
import dev.waymark.markdown.MarkdownDocument;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.FrontMatterReader;
import dev.waymark.page.Kind;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.MappingReader;
import dev.waymark.yaml.ScalarText;
import dev.waymark.yaml.Shape;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * YAML file to {@link Flowchart}, with everything that is wrong with it.
 *
 * <pre>
 * id: share-child-concern
 * title: Worried about a child
 * summary: Whether and how to share when you are worried about a child.
 * start: immediate-danger
 * nodes:
 *   immediate-danger:
 *     question: Could someone be seriously hurt very soon unless a person acts now?
 *     help: Optional Markdown.
 *     options:
 *       - { label: "Yes", to: emergency }
 *       - { label: "No", to: note-it }
 *   note-it:
 *     action: Write down what you saw.
 *     next: get-advice
 *   emergency:
 *     outcome: Emergency
 *     severity: urgent
 *     body: Markdown, with links.
 *     cites: [p4]
 *     see: [when-to-share]
 * </pre>
 *
 * <p>{@code cites} and {@code see} may stand on any node, {@code body} on an action too. The chart
 * itself takes the keys of front matter. Thread-safe; no file makes it fail.
 */
public final class FlowchartReader {
  private static final Map<String, OutcomeSeverity> SEVERITIES = severities();

  /** Nobody can follow more, and every walk through a chart may be this deep. */
  static final int MAX_NODES = 500;

  private static final List<String> KINDS = List.of("question", "action", "outcome");

  /** What can be part of an address as it stands, and of {@code CHART--NODE} in one way only. */
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final YamlReader yaml;
  private final MarkdownReader markdown;

  public FlowchartReader(YamlReader yaml, MarkdownReader markdown) {
    this.yaml = yaml;
    this.markdown = markdown;
  }

  /** Reads one flowchart; one that is broken comes back with {@code sound} false. */
  public Checked<Flowchart> read(SourceFile.Text file) {
    return new Run(file).read();
  }

  /** What the file of a flowchart may hold. A node is one of several mappings. */
  public Shape.Mapping shape() {
    Run run =
        new Run(
            new SourceFile.Text(
                new SourcePath("flowcharts/x.yaml"), new SourceText("", 1, ""), Path.of("")));
    List<Shape> nodes = KINDS.stream().map(kind -> (Shape) run.shape(kind)).toList();
    Shape.Mapping chart =
        Shape.of(keys -> {
          var _ = run.around(keys, "");
          var _ = keys.text("start");
          var _ = keys.mapping("nodes");
        });
    return chart
        .with("start", new Shape.Text())
        .with("nodes", new Shape.Mapping(Map.of(), Set.of(), Optional.of(new Shape.Either(nodes))));
  }

  private static Map<String, OutcomeSeverity> severities() {
    Map<String, OutcomeSeverity> words = new LinkedHashMap<>();
    for (OutcomeSeverity severity : OutcomeSeverity.values()) {
      words.put(severity.word(), severity);
    }
    return words;
  }

  /** The reading of one file. */
  private final class Run {
    private final SourceFile.Text file;

    /** What concerns the page around the chart, and what breaks the chart. */
    private final List<Diagnostic> around = new ArrayList<>();

    private final List<Diagnostic> within = new ArrayList<>();
    private final List<WrittenNode> written = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    Run(SourceFile.Text file) {
      this.file = file;
    }

    Checked<Flowchart> read() {
      Checked<YamlNode.Mapping> mapping = yaml.readMapping(file.text());
      within.addAll(mapping.diagnostics());
      List<YamlNode.Entry> entries = mapping.value().entries();
      MappingReader keys = new MappingReader(mapping.value(), around);
      String unread = mapping.value().whole() ? "" : file.text().text();
      FrontMatter frontMatter = around(keys, unread);
      List<FlowNode> nodes = nodes(keys, entries);
      Optional<Located<String>> start =
          nodes.isEmpty()
              ? keys.text("start")
              : keys.neededText("start", "write start: and the id of the first node");
      keys.finish();
      Located<String> id = chartId(frontMatter);
      within.addAll(new FlowchartChecks(start, written, broken).run());
      Optional<String> first =
          start
              .map(Located::value)
              .filter(to -> nodes.stream().anyMatch(node -> node.id().value().equals(to)));
      boolean sound =
          first.isPresent() && within.stream().noneMatch(each -> each.severity() == Severity.ERROR);
      List<Diagnostic> all = new ArrayList<>(around);
      all.addAll(within);
      all.sort(Diagnostic.ORDER);
      return new Checked<>(
          new Flowchart(file.path(), file.start(), id, frontMatter, first, nodes, sound), all);
    }

    Shape.Mapping shape(String kind) {
      Located<String> id = new Located<>("x", file.start());
      YamlNode.Mapping nothing = new YamlNode.Mapping(List.of(), file.start(), true);
      return Shape.of(
              keys -> {
                var _ = node(id, kind, nothing, keys, List.of(), true);
              })
          .with(kind, new Shape.Text());
    }

    private FrontMatter around(MappingReader keys, String unread) {
      FrontMatter frontMatter = FrontMatterReader.read(keys, Kind.FLOWCHART, unread);
      keys.neededText("title", "write title: and what the flowchart helps to decide");
      return frontMatter;
    }

    private Located<String> chartId(FrontMatter frontMatter) {
      Located<String> id =
          frontMatter.id().orElseGet(() -> new Located<>(file.path().stem(), file.start()));
      checkId(id);
      return id;
    }

    private void checkId(Located<String> id) {
      if (!ID.matcher(id.value()).matches()) {
        within.add(
            Diagnostic.of(Code.FLOW_ID, id.location())
                .withDetail("the id is part of the address of each step")
                .withHelp("use lower-case letters, digits and single hyphens, such as ask-lead"));
      }
    }

    private List<FlowNode> nodes(MappingReader keys, List<YamlNode.Entry> entries) {
      Optional<MappingReader> given = keys.mapping("nodes");
      if (given.isEmpty() || given.get().entries().isEmpty()) {
        if (!isWronglyGiven(entries)) {
          within.add(
              Diagnostic.of(Code.MISSING_KEY, keys.location())
                  .withDetail("there is no nodes:")
                  .withHelp("write nodes: and below it the id of each step"));
        }
        return List.of();
      }
      List<FlowNode> nodes = new ArrayList<>();
      List<String> ids =
          given.get().entries().stream()
              .filter(entry -> entry.value() instanceof YamlNode.Mapping)
              .limit(MAX_NODES)
              .map(entry -> entry.key().value())
              .toList();
      for (YamlNode.Entry entry : given.get().entries()) {
        if (written.size() == MAX_NODES) {
          within.add(
              Diagnostic.of(Code.YAML_TOO_COMPLEX, entry.key().location())
                  .withDetail("more than %s nodes; the rest is not read".formatted(MAX_NODES))
                  .withHelp("make several flowcharts of this one"));
          given.get().entries().forEach(each -> broken.add(each.key().value()));
          break;
        }
        checkId(entry.key());
        if (entry.value() instanceof YamlNode.Mapping mapping) {
          nodes.add(node(entry.key(), mapping, ids));
        } else {
          broken.add(entry.key().value());
          within.add(
              Diagnostic.of(Code.WRONG_TYPE, entry.value().location())
                  .withDetail("a node is made of lines of the form key: value below its id")
                  .withHelp("write question:, action: or outcome: below the id, indented"));
        }
      }
      return nodes;
    }

    /** That {@code nodes} is no mapping has been said already. */
    private static boolean isWronglyGiven(List<YamlNode.Entry> entries) {
      return entries.stream()
          .filter(entry -> entry.key().value().equals("nodes"))
          .anyMatch(entry ->
              entry.value() instanceof YamlNode.Sequence
                  || (entry.value() instanceof YamlNode.Scalar text && !text.text().isEmpty()));
    }

    private FlowNode node(Located<String> id, YamlNode.Mapping mapping, List<String> ids) {
      // What a node lacks is told at its id.
      MappingReader keys =
          new MappingReader(
              new YamlNode.Mapping(mapping.entries(), id.location(), mapping.whole()), within);
      List<String> kinds = KINDS.stream().filter(keys::isGiven).toList();
      if (kinds.size() != 1) {
        within.add(
            Diagnostic.of(Code.FLOW_NODE_KIND, id.location())
                .withDetail(
                    kinds.isEmpty()
                        ? "it has none of question:, action: and outcome:"
                        : "it has " + String.join(": and ", kinds) + ":")
                .withHelp("give it exactly one of the three"));
      }
      String kind = kinds.isEmpty() ? "outcome" : kinds.getFirst();
      KINDS.forEach(keys::isGiven);
      WrittenNode node = node(id, kind, mapping, keys, ids, !kinds.isEmpty());
      keys.finish();
      written.add(node);
      return node.node();
    }

    private WrittenNode node(
        Located<String> id,
        String kind,
        YamlNode.Mapping mapping,
        MappingReader keys,
        List<String> ids,
        boolean complete) {
      Optional<Located<String>> label = keys.text(kind);
      List<WrittenOption> options = new ArrayList<>();
      FlowNode node =
          switch (kind) {
            case "question" -> question(id, text(label), mapping, keys, ids, options);
            case "action" -> action(id, text(label), mapping, keys, ids, options);
            default -> outcome(id, text(label), mapping, keys, complete);
          };
      return new WrittenNode(node, label, options);
    }

    private static String text(Optional<Located<String>> label) {
      return label.map(Located::value).orElse("").strip();
    }

    private FlowNode question(
        Located<String> id,
        String label,
        YamlNode.Mapping mapping,
        MappingReader keys,
        List<String> ids,
        List<WrittenOption> options) {
      for (YamlNode item : keys.items("options")) {
        keys.mapping(item, "options")
            .ifPresent(option -> {
              Optional<Located<String>> answer =
                  option.neededText("label", "write label: and the answer");
              Optional<Located<String>> to =
                  option.neededText("to", "write to: and the id of the next node");
              option.finish();
              options.add(new WrittenOption(answer, to));
            });
      }
      return new FlowNode.Question(
          id,
          label,
          document(keys, mapping, "help", id),
          options.stream().map(option -> option.read(ids)).toList(),
          keys.texts("cites"),
          keys.texts("see"));
    }

    private FlowNode action(
        Located<String> id,
        String label,
        YamlNode.Mapping mapping,
        MappingReader keys,
        List<String> ids,
        List<WrittenOption> options) {
      Optional<Located<String>> next =
          keys.neededText("next", "write next: and the id of the next node");
      WrittenOption way = new WrittenOption(Optional.empty(), next);
      options.add(way);
      return new FlowNode.Action(
          id,
          label,
          document(keys, mapping, "body", id),
          way.read(ids).to(),
          keys.texts("cites"),
          keys.texts("see"));
    }

    private FlowNode outcome(
        Located<String> id,
        String label,
        YamlNode.Mapping mapping,
        MappingReader keys,
        boolean complete) {
      Optional<OutcomeSeverity> severity = keys.choice("severity", SEVERITIES);
      if (complete && severity.isEmpty() && !keys.isGiven("severity")) {
        keys.neededText("severity", "write severity: and one of urgent, act, advice, stop");
      }
      return new FlowNode.Outcome(
          id,
          label,
          severity.orElse(OutcomeSeverity.ADVICE),
          document(keys, mapping, "body", id),
          keys.texts("cites"),
          keys.texts("see"));
    }

    private MarkdownDocument document(
        MappingReader keys, YamlNode.Mapping mapping, String key, Located<String> id) {
      Optional<YamlNode.Scalar> scalar =
          keys.text(key).isEmpty() ? Optional.empty() : scalar(mapping, key);
      SourceText source =
          scalar
              .map(given -> ScalarText.of(file.text(), given))
              .orElseGet(() -> new SourceText(file.displayName(), id.location().line(), ""));
      Checked<MarkdownDocument> read = markdown.read(source);
      within.addAll(read.diagnostics());
      MarkdownDocument document = read.value();
      if (document.title().isPresent() || !document.anchors().isEmpty()) {
        within.add(
            Diagnostic.of(Code.FLOW_HEADING, headingPlace(document, source))
                .withDetail("several nodes share a page, and so would their anchors")
                .withHelp("use bold words or a list instead"));
      }
      return new MarkdownDocument(
          document.title(),
          document.titleHtml(),
          document.body(),
          document.headings(),
          document.links().stream().map(link -> inSection(link, id.value())).toList(),
          document.anchors(),
          document.fences());
    }

    private static Location headingPlace(MarkdownDocument document, SourceText source) {
      return document
          .title()
          .or(() -> document.headings().stream().findFirst())
          .map(heading -> heading.location())
          .orElse(source.start());
    }

    private static LinkReference inSection(LinkReference link, String section) {
      return new LinkReference(
          link.kind(), link.destination(), link.label(), link.location(), section, link.sentence());
    }

    private static Optional<YamlNode.Scalar> scalar(YamlNode.Mapping mapping, String key) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.key().value().equals(key) && entry.value() instanceof YamlNode.Scalar scalar) {
          return Optional.of(scalar);
        }
      }
      return Optional.empty();
    }
  }

  /** A node with the places of what is written in it. */
  record WrittenNode(FlowNode node, Optional<Located<String>> label, List<WrittenOption> options) {
    String id() {
      return node.id().value();
    }
  }

  /** A way on as it is written, wherever it leads. */
  record WrittenOption(Optional<Located<String>> label, Optional<Located<String>> to) {
    FlowNode.Option read(List<String> ids) {
      String words = label.map(Located::value).map(String::strip).orElse("");
      return new FlowNode.Option(words, to.map(Located::value).filter(ids::contains));
    }
  }
}
