package dev.waymark.render;

import dev.waymark.flowchart.FlowNode;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.Outline;
import dev.waymark.flowchart.svg.DiagramRenderer;
import dev.waymark.flowchart.svg.FlowchartDiagram;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Embedder;
import dev.waymark.markdown.TermMarker;
import dev.waymark.page.FrontMatter;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Flowcharts of the site as templates see them. Thread-safe. */
final class FlowchartViews {
  private final Site site;
  private final DiagramRenderer diagrams;

  /** A chart stands in several pages and looks the same in all of them. */
  private final Map<SitePath, DiagramRenderer.Placed> placed = new ConcurrentHashMap<>();

  FlowchartViews(Site site, DiagramRenderer diagrams) {
    this.site = site;
    this.diagrams = diagrams;
  }

  /**
   * A chart in a page.
   *
   * @param from the page that shows it
   * @param path the chart's own page
   * @param caption what the page calls it, or empty
   * @param occurrence how often the page has shown it, this time included
   * @param terms marks the terms in what the chart says
   */
  FlowchartView view(
      SitePath from, SitePath path, String caption, int occurrence, TermMarker terms) {
    Flowchart chart = Objects.requireNonNull(site.flowcharts().get(path));
    SitePage page = Objects.requireNonNull(site.pages().get(path));
    String suffix = occurrence == 1 ? "" : "--" + occurrence;
    Views views = new Views(site, from);
    Outline outline = chart.outline();
    Map<String, List<LinkTarget>> targets = targetsByNode(chart, page);
    List<FlowStepView> steps = new ArrayList<>();
    for (Outline.Item item : outline.items()) {
      List<LinkTarget> links = targets.getOrDefault(item.node().id().value(), List.of());
      steps.add(step(chart, item, links, suffix, views, from, terms));
    }
    FrontMatter frontMatter = chart.frontMatter();
    String title = page.title();
    return new FlowchartView(
        chart.anchor() + suffix,
        title,
        chart.summary(),
        caption.isEmpty() ? title : caption,
        from.equals(path) ? "" : from.linkTo(path),
        chart
            .start()
            .filter(start -> chart.sound())
            .map(chart::anchor)
            .map(at -> at + suffix)
            .orElse(""),
        "Picture of the flowchart " + title + (occurrence == 1 ? "" : ", number " + occurrence),
        chart.sound() ? picture(chart, path, suffix) : null,
        steps,
        PageViews.hasFacts(frontMatter) ? views.review(frontMatter) : null);
  }

  private SafeString picture(Flowchart chart, SitePath path, String suffix) {
    return new SafeString(
        placed
            .computeIfAbsent(
                path,
                first ->
                    diagrams.place(FlowchartDiagram.of(chart, node -> "#" + chart.anchor(node))))
            .write("wm-flow-" + chart.anchor() + suffix, href -> href + suffix));
  }

  private static Map<String, List<LinkTarget>> targetsByNode(Flowchart chart, SitePage page) {
    Map<String, List<LinkTarget>> targets = new HashMap<>();
    int at = 0;
    for (FlowNode node : chart.nodes()) {
      int end = at + node.links().size();
      targets.put(node.id().value(), page.targets().subList(at, end));
      at = end;
    }
    return targets;
  }

  private FlowStepView step(
      Flowchart chart,
      Outline.Item item,
      List<LinkTarget> targets,
      String suffix,
      Views views,
      SitePath from,
      TermMarker terms) {
    FlowNode node = item.node();
    List<LinkReference> links = node.body().links();
    String body =
        node.body()
            .body()
            .link(from, links, targets.subList(0, links.size()), terms, Embedder.NONE);
    int cited = links.size() + node.cites().size();
    List<PrincipleView> cites = new ArrayList<>();
    for (LinkTarget target : targets.subList(links.size(), cited)) {
      if (target instanceof LinkTarget.Page found) {
        cites.add(cited(found, views));
      }
    }
    List<LinkView> see = new ArrayList<>();
    for (LinkTarget target : targets.subList(cited, targets.size())) {
      if (target instanceof LinkTarget.Page found) {
        see.add(new LinkView(views.href(found.path(), found.anchor()), found.title()));
      }
    }
    boolean outcome = node instanceof FlowNode.Outcome;
    return new FlowStepView(
        chart.anchor(node.id().value()) + suffix,
        item.number(),
        switch (node) {
          case FlowNode.Question question -> "question";
          case FlowNode.Action action -> "action";
          case FlowNode.Outcome end -> "outcome";
        },
        node instanceof FlowNode.Outcome end ? end.severity().word() : "",
        outcome ? item.word().orElse("") : "",
        node.label(),
        new SafeString(body),
        item.answers().stream().map(answer -> option(chart, answer, suffix)).toList(),
        cites,
        see);
  }

  private PrincipleView cited(LinkTarget.Page found, Views views) {
    SitePage page = site.pages().get(found.path());
    return page == null
        ? new PrincipleView(views.href(found.path(), found.anchor()), "", found.title(), "")
        : views.principle(page);
  }

  private static FlowOptionView option(Flowchart chart, Outline.Answer answer, String suffix) {
    return new FlowOptionView(
        answer.to().map(to -> "#" + chart.anchor(to) + suffix).orElse(""),
        answer.label(),
        answer.number().orElse(0),
        answer.text());
  }
}
