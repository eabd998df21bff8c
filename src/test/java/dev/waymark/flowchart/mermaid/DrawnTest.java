package dev.waymark.flowchart.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.flowchart.layout.GraphLayout;
import dev.waymark.flowchart.svg.DiagramRenderer;
import dev.waymark.flowchart.svg.MermaidDiagram;
import dev.waymark.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram that is read can be drawn, and the picture has what was read. */
final class DrawnTest {
  private static final DiagramRenderer RENDERER = new DiagramRenderer(GraphLayout.layered());

  private static Optional<Diagram> read(String source) {
    return new MermaidReader().read(new SourceText("a.md", 1, source)).value()
            instanceof MermaidResult.Flowchart flowchart
        ? Optional.of(flowchart.diagram())
        : Optional.empty();
  }

  private static String draw(Diagram diagram) {
    return RENDERER.render(
        MermaidDiagram.of(
            diagram, "A title", "", node -> node.link().map(link -> "to-" + node.id())),
        "p");
  }

  static Stream<Cases.Case> cases() {
    return Cases.all().stream().filter(each -> read(each.source()).isPresent());
  }

  @Test
  void thereAreEnough() {
    assertTrue(cases().count() >= 60, () -> cases().count() + " diagrams");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasItsNodesWordsAndLinks(Cases.Case each) {
    Diagram diagram = read(each.source()).orElseThrow();
    String svg = draw(diagram);
    assertEquals(diagram.nodes().size(), count(svg, "class=\"flow-node"));
    assertEquals(
        diagram.nodes().stream().filter(node -> node.link().isPresent()).count(),
        count(svg, " href=\"to-"));
    assertEquals(svg, draw(diagram), "the same again");
    String words = letters(svg.replaceAll("<title.*?</title>", "").replaceAll("<[^>]*>", ""));
    for (Node node : diagram.nodes()) {
      assertTrue(words.contains(letters(escaped(node.label().text()))), node::toString);
    }
    for (Edge edge : diagram.edges()) {
      assertTrue(
          edge.line() == Edge.Line.INVISIBLE
              || words.contains(letters(escaped(edge.label().text()))),
          edge::toString);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  private static long count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1L;
  }

  @Test
  void fortyNodesWithDirectionsAndClassesAreDrawn() {
    StringBuilder source = new StringBuilder("flowchart LR\n");
    for (int i = 1; i < 40; i++) {
      source.append(
          String.format(
              Locale.ROOT, "  n%d[Step %d]:::act -->|on to %d| n%d\n", i / 2, i / 2, i, i));
    }
    String svg = draw(read(source.toString()).orElseThrow());
    assertEquals(40, count(svg, "class=\"flow-node"));
    assertTrue(svg.contains("class=\"flow-node flow-act\""));
    List<Integer> size =
        Stream.of("width", "height")
            .map(name ->
                Integer.parseInt(svg.replaceAll("(?s).*?<svg[^>]* " + name + "=\"(\\d+).*", "$1")))
            .toList();
    assertTrue(size.getFirst() > 300 && size.getLast() > 300, size::toString);
  }
}
