package dev.waymark.render;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a flowchart.
 *
 * @param anchor unique in the page
 * @param number from 1, in reading order
 * @param kind {@code question}, {@code action} or {@code outcome}; a class name
 * @param severity of an outcome, as a class name; else empty
 * @param severityText of an outcome, such as {@code Urgent}; else empty
 * @param label the question, the action or the title of the outcome
 * @param body as HTML, may be empty
 * @param options the ways on; none from an outcome
 * @param cites the principles it rests on
 * @param see pages to read
 */
record FlowStepView(
    String anchor,
    int number,
    String kind,
    String severity,
    String severityText,
    String label,
    SafeString body,
    List<FlowOptionView> options,
    List<PrincipleView> cites,
    List<LinkView> see)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "anchor" -> anchor;
      case "number" -> number;
      case "kind" -> kind;
      case "severity" -> severity;
      case "severityText" -> severityText;
      case "label" -> label;
      case "body" -> body;
      case "options" -> options;
      case "cites" -> cites;
      case "see" -> see;
      default -> NONE;
    };
  }
}
