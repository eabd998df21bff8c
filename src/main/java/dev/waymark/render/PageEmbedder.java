package dev.waymark.render;

import dev.waymark.link.SitePath;
import dev.waymark.markdown.Embedder;
import dev.waymark.markdown.TermMarker;
import dev.waymark.site.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes the flowcharts in one page. Not thread-safe. */
final class PageEmbedder implements Embedder {
  private final Site site;
  private final FlowchartViews flowcharts;
  private final Function<FlowchartView, String> html;
  private final SitePath from;
  private final TermMarker terms;
  private final Map<SitePath, Integer> shown = new HashMap<>();

  PageEmbedder(
      Site site,
      FlowchartViews flowcharts,
      Function<FlowchartView, String> html,
      SitePath from,
      TermMarker terms) {
    this.site = site;
    this.flowcharts = flowcharts;
    this.html = html;
    this.from = from;
    this.terms = terms;
  }

  /** Whether the page has shown anything so far that needs the style sheet for flowcharts. */
  boolean hasShown() {
    return !shown.isEmpty();
  }

  @Override
  public String image(SitePath target, String caption) {
    if (!site.flowcharts().containsKey(target)) {
      return "";
    }
    int occurrence = shown.merge(target, 1, Integer::sum);
    return html.apply(flowcharts.view(from, target, caption, occurrence, terms));
  }

  @Override
  public String fence(int index) {
    return "";
  }
}
