package dev.waymark.flowchart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.flowchart.Flowchart.Step;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Embedder;
import dev.waymark.markdown.TermMarker;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The flowcharts of the toolkit can be followed to an end, whatever the answers. */
final class ToolkitChartsTest {
  private static final List<Flowchart> CHARTS = Charts.toolkit();

  @Test
  void thereAreFive() {
    assertEquals(
        List.of(
            "adult-with-capacity",
            "adult-without-capacity",
            "agency-request",
            "share-child-concern",
            "two-tests"),
        CHARTS.stream().map(chart -> chart.id().value()).toList());
  }

  @Test
  void everyPathEndsInAnOutcomeAndEveryNodeIsOnAPath() {
    for (Flowchart chart : CHARTS) {
      List<List<Step>> paths = chart.paths();
      System.out.printf(
          "%s: %d nodes, %d paths%n", chart.id().value(), chart.nodes().size(), paths.size());
      Set<FlowNode> walked = new HashSet<>();
      for (List<Step> path : paths) {
        path.forEach(step -> walked.add(step.node()));
        assertTrue(path.getLast().node() instanceof FlowNode.Outcome, chart.id()::value);
        assertTrue(path.getLast().taken().isEmpty());
      }
      assertEquals(new HashSet<>(chart.nodes()), walked);
    }
  }

  @Test
  void everyOutcomeSaysWhatToRecord() {
    for (Flowchart chart : CHARTS) {
      for (FlowNode node : chart.nodes()) {
        String text = node.label() + " " + text(node);
        if (node instanceof FlowNode.Outcome) {
          assertTrue(
              text.toLowerCase(Locale.ROOT)
                  .matches("(?s).*(record|write it up|write up|write down).*"),
              () -> chart.id().value() + ": " + node.id().value());
        }
      }
    }
  }

  private static String text(FlowNode node) {
    List<LinkTarget> targets =
        node.body().links().stream().<LinkTarget>map(link -> new LinkTarget.Broken()).toList();
    return node.body()
        .body()
        .link(new SitePath("x.html"), node.body().links(), targets, TermMarker.NONE, Embedder.NONE);
  }
}
