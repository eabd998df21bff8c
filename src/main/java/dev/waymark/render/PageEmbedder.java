package dev.waymark.render;

import dev.waymark.flowchart.mermaid.Diagram;
import dev.waymark.flowchart.mermaid.Node;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Embedder;
import dev.waymark.markdown.TermMarker;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the flowcharts and diagrams in one page. Not thread-safe. */
final class PageEmbedder implements Embedder {
  /** The HTML of parts of a page. */
  interface Parts {
    /** A flowchart in the page at this address. */
    String flowchart(SitePath from, FlowchartView chart);

    /** A diagram in the page at this address. */
    String diagram(SitePath from, DiagramView diagram);
  }

  private final Site site;
  private final FlowchartViews flowcharts;
  private final DiagramViews diagrams;
  private final Parts parts;
  private final SitePage page;
  private final TermMarker terms;
  private final Map<SitePath, Integer> shown = new HashMap<>();
  private int drawn;

  PageEmbedder(
      Site site,
      FlowchartViews flowcharts,
      DiagramViews diagrams,
      Parts parts,
      SitePage page,
      TermMarker terms) {
    this.site = site;
    this.flowcharts = flowcharts;
    this.diagrams = diagrams;
    this.parts = parts;
    this.page = page;
    this.terms = terms;
  }

  /** Whether the page has shown anything so far that needs the style sheet for flowcharts. */
  boolean hasShown() {
    return !shown.isEmpty() || drawn > 0;
  }

  @Override
  public String image(SitePath target, String caption) {
    if (!site.flowcharts().containsKey(target)) {
      return "";
    }
    int occurrence = shown.merge(target, 1, Integer::sum);
    return parts.flowchart(
        page.path(), flowcharts.view(page.path(), target, caption, occurrence, terms));
  }

  /** What the page calls a chart: what it says, else the chart's title. */
  String caption(SitePath chart, String caption) {
    SitePage its = site.pages().get(chart);
    return caption.isEmpty() && its != null ? its.title() : caption;
  }

  @Override
  public String fence(int index) {
    Optional<Diagram> diagram = page.page().diagrams().get(index);
    if (diagram.isEmpty()) {
      return "";
    }
    drawn++;
    return parts.diagram(page.path(), diagrams.view(diagram.get(), drawn, targets(index)));
  }

  /** The links of the diagrams follow those of the text. */
  private List<LinkTarget> targets(int index) {
    int from = page.page().document().links().size();
    for (Optional<Diagram> before : page.page().diagrams().subList(0, index)) {
      from += before.map(PageEmbedder::links).orElse(0);
    }
    int count = page.page().diagrams().get(index).map(PageEmbedder::links).orElse(0);
    return page.targets().subList(from, from + count);
  }

  private static int links(Diagram diagram) {
    return (int) diagram.nodes().stream().map(Node::link).filter(Optional::isPresent).count();
  }
}
