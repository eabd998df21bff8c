package dev.waymark.render;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision flowchart as a page shows it, whether it is the chart's own page or another one.
 *
 * @param anchor unique in the page; the id of the chart, with {@code --2} where it stands a second
 *     time
 * @param caption what the page calls it, or its title
 * @param href its own page; empty there
 * @param start the anchor of the first step; empty for a chart that cannot be walked through
 * @param region the name of the part of the page that holds the picture, unique in the page
 * @param picture the SVG; null for a chart that cannot be drawn
 * @param steps numbered in reading order
 * @param review what is known of its review
 */
record FlowchartView(
    String anchor,
    String title,
    String summary,
    String caption,
    String href,
    String start,
    String region,
    @Nullable SafeString picture,
    List<FlowStepView> steps,
    @Nullable ReviewView review)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "anchor" -> anchor;
      case "title" -> title;
      case "summary" -> summary;
      case "caption" -> caption;
      case "href" -> href;
      case "start" -> start;
      case "region" -> region;
      case "picture" -> picture;
      case "steps" -> steps;
      case "review" -> review;
      default -> NONE;
    };
  }
}
