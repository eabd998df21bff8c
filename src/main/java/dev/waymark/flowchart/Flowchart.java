package dev.waymark.flowchart;

import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.link.LinkReference;
import dev.waymark.link.Slug;
import dev.waymark.markdown.Heading;
import dev.waymark.markdown.MarkdownDocument;
import dev.waymark.markdown.UnlinkedHtml;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Page;
import dev.waymark.source.SourcePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A decision flowchart as its file has it. Immutable.
 *
 * @param place of the file as a whole
 * @param id by which pages refer to it; its nodes have the addresses {@code ID--NODE}
 * @param frontMatter title, summary, owner, review dates, sources and so on
 * @param start the id of the first node; empty where the source names none that exists
 * @param nodes in the order of the source
 * @param sound whether it can be drawn and walked through: every way on leads to a node, every path
 *     ends in an outcome, everything can be reached. A chart that is not sound has an error, and is
 *     for reading only.
 */
public record Flowchart(
    SourcePath source,
    Location place,
    Located<String> id,
    FrontMatter frontMatter,
    Optional<String> start,
    List<FlowNode> nodes,
    boolean sound) {
  public Flowchart {
    Objects.requireNonNull(source);
    Objects.requireNonNull(place);
    Objects.requireNonNull(id);
    Objects.requireNonNull(frontMatter);
    Objects.requireNonNull(start);
    nodes = List.copyOf(nodes);
  }

  public String title() {
    return frontMatter.title().map(Located::value).orElse(id.value());
  }

  public String summary() {
    return frontMatter.summary();
  }

  /** The node with this id. */
  public Optional<FlowNode> find(String node) {
    return nodes.stream().filter(each -> each.id().value().equals(node)).findFirst();
  }

  /** The links of all nodes, in the order of the source. */
  public List<LinkReference> links() {
    return nodes.stream().flatMap(node -> node.links().stream()).toList();
  }

  /** Whether a file is a flowchart: YAML in a folder named {@code flowcharts}. */
  public static boolean isFlowchart(SourcePath path) {
    String name = path.name().toLowerCase(Locale.ROOT);
    String folder = path.folder();
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && (folder.equals("flowcharts/") || folder.endsWith("/flowcharts/"));
  }

  /** What the addresses of its nodes begin with: its id, as far as an address can hold it. */
  public String anchor() {
    return Slug.of(id.value());
  }

  /** The address of a node within its page: {@code CHART--NODE}. */
  public String anchor(String node) {
    return anchor() + "--" + Slug.of(node);
  }

  /**
   * The chart as a page of the site: without a text, with the links of its nodes in the order of
   * {@link #links}, and with each node as a heading of level 4.
   */
  public Page asPage() {
    List<Heading> headings = new ArrayList<>();
    List<LinkReference> links = new ArrayList<>();
    Set<String> anchors = new LinkedHashSet<>();
    for (FlowNode node : nodes) {
      String anchor = anchor(node.id().value());
      anchors.add(anchor);
      headings.add(new Heading(4, node.label(), anchor, node.id().location()));
      for (LinkReference link : node.links()) {
        links.add(
            new LinkReference(
                link.kind(),
                link.destination(),
                link.label(),
                link.location(),
                anchor,
                link.sentence()));
      }
    }
    return new Page(
        source,
        place,
        frontMatter.withId(id),
        new MarkdownDocument(
            Optional.empty(),
            UnlinkedHtml.EMPTY,
            UnlinkedHtml.EMPTY,
            headings,
            links,
            anchors,
            List.of()));
  }

  /** The numbered list. */
  public Outline outline() {
    return Outline.of(this);
  }

  /**
   * Every way through the chart, from the start to an outcome, options in the order of the source.
   *
   * @throws IllegalStateException if the chart is not sound, for there may be no end of them
   */
  public List<List<Step>> paths() {
    if (!sound) {
      throw new IllegalStateException("not sound: " + source);
    }
    List<List<Step>> paths = new ArrayList<>();
    start.flatMap(this::find).ifPresent(node -> walk(node, new ArrayList<>(), paths));
    return paths;
  }

  private void walk(FlowNode node, List<Step> taken, List<List<Step>> paths) {
    if (node.options().isEmpty()) {
      taken.add(new Step(node, Optional.empty()));
      paths.add(List.copyOf(taken));
      taken.removeLast();
    }
    for (FlowNode.Option option : node.options()) {
      taken.add(new Step(node, Optional.of(option)));
      walk(option.to().flatMap(this::find).orElseThrow(), taken, paths);
      taken.removeLast();
    }
  }

  /**
   * A step of a path.
   *
   * @param taken the way on; empty at the outcome
   */
  public record Step(FlowNode node, Optional<FlowNode.Option> taken) {
    public Step {
      Objects.requireNonNull(node);
      Objects.requireNonNull(taken);
    }
  }
}
