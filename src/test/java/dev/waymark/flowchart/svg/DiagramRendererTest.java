package dev.waymark.flowchart.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.flowchart.Charts;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.Outline;
import dev.waymark.flowchart.layout.Direction;
import dev.waymark.flowchart.layout.GraphLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is drawn, and how large it is. */
final class DiagramRendererTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden-flowcharts");
  private static final DiagramRenderer RENDERER = new DiagramRenderer(GraphLayout.layered());

  static Stream<Flowchart> charts() {
    return Charts.toolkit().stream();
  }

  private static String picture(Flowchart chart) {
    String id = chart.id().value();
    return RENDERER.render(
        FlowchartDiagram.of(chart, node -> "#" + id + "--" + node), id + "-picture");
  }

  private static Document parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new AssertionError("not XML: " + svg, e);
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> classes(Element element) {
    return List.of(element.getAttribute("class").split(" "));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void pictureIsAsExpected(Flowchart chart) throws IOException {
    Path expected = GOLDEN.resolve(chart.id().value() + ".svg");
    String svg = picture(chart);
    if ("rewrite".equals(System.getProperty("waymark.golden", ""))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(expected, svg);
    }
    assertEquals(Files.readString(expected), svg);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void pictureIsSmall(Flowchart chart) throws IOException {
    byte[] svg = picture(chart).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(svg);
    }
    System.out.printf(
        "%s: %d bytes of SVG, %d gzipped%n", chart.id().value(), svg.length, packed.size());
    assertTrue(svg.length < 10_000);
    assertTrue(packed.size() < 3_000);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyNodeOfTheListIsALinkInItsOrder(Flowchart chart) {
    Document svg = parse(picture(chart));
    List<String> expected = new ArrayList<>();
    for (Outline.Item item : chart.outline().items()) {
      String word = item.word().map(found -> found + " ").orElse("");
      expected.add(
          "#%s--%s %d. %s%s"
              .formatted(
                  chart.id().value(),
                  item.node().id().value(),
                  item.number(),
                  word,
                  item.node().label()));
    }
    assertEquals(
        expected,
        elements(svg, "a").stream()
            .map(link -> link.getAttribute("href") + " " + link.getTextContent())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyAnswerIsThereAndEveryEdgeHasAnArrow(Flowchart chart) {
    Document svg = parse(picture(chart));
    List<String> answers =
        chart.outline().items().stream()
            .flatMap(item -> item.answers().stream())
            .map(Outline.Answer::label)
            .toList();
    Element labels =
        elements(svg, "g").stream()
            .filter(group -> classes(group).contains("flow-labels"))
            .findFirst()
            .orElseThrow();
    List<String> drawn = new ArrayList<>();
    NodeList texts = labels.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      drawn.add(texts.item(i).getTextContent());
    }
    assertEquals(answers, drawn);
    Element edges =
        elements(svg, "g").stream()
            .filter(group -> classes(group).contains("flow-edges"))
            .findFirst()
            .orElseThrow();
    assertEquals(answers.size(), edges.getElementsByTagName("path").getLength());
    assertEquals(
        "url(#" + elements(svg, "marker").getFirst().getAttribute("id") + ")",
        edges.getAttribute("marker-end"));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void pictureIsAGroupWithANameAndADescriptionAndNoStyles(Flowchart chart) {
    String text = picture(chart);
    Document svg = parse(text);
    Element root = svg.getDocumentElement();
    assertEquals("group", root.getAttribute("role"));
    String prefix = chart.id().value() + "-picture";
    assertEquals(prefix + "-t", root.getAttribute("aria-labelledby"));
    assertEquals(prefix + "-d", root.getAttribute("aria-describedby"));
    assertEquals(chart.title(), elements(svg, "title").getFirst().getTextContent());
    assertEquals(prefix + "-t", elements(svg, "title").getFirst().getAttribute("id"));
    assertEquals(prefix + "-d", elements(svg, "desc").getFirst().getAttribute("id"));
    assertTrue(elements(svg, "desc").getFirst().getTextContent().contains("numbered list"));
    assertFalse(text.contains("style"));
    assertFalse(text.contains("fill="));
    assertTrue(Pattern.compile("[0-9]\\.[0-9]{2}").matcher(text).results().findAny().isEmpty());
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(text);
    while (id.find()) {
      assertTrue(ids.add(id.group(1)) && id.group(1).startsWith(prefix + "-"), id.group(1));
    }
  }

  @Test
  void shapeAndWordsTellTheKindsOfNodesApart() {
    Flowchart chart =
        Charts.sound(
            "crate",
            """
            title: Crate
            start: empty
            nodes:
              empty:
                question: Empty?
                options:
                  - { label: "Yes", to: note }
                  - { label: "No", to: u }
                  - { label: Partly, to: a }
                  - { label: Unsure, to: d }
              note: { action: Note it, next: s }
              u: { outcome: One, severity: urgent, cites: [p1] }
              a: { outcome: Two, severity: act, cites: [p1] }
              d: { outcome: Three, severity: advice, cites: [p1] }
              s: { outcome: Four, severity: stop, cites: [p1] }
            """);
    Diagram diagram = FlowchartDiagram.of(chart, node -> "#" + node);
    assertEquals(
        List.of(
            "HEXAGON  1. Empty? [question]",
            "RECTANGLE  2. Note it [action]",
            "STADIUM 3. Stop Four [stop]",
            "STADIUM 4. Urgent One [urgent]",
            "STADIUM 5. Act Two [act]",
            "STADIUM 6. Advice Three [advice]"),
        diagram.nodes().stream()
            .map(node ->
                "%s %s %s %s".formatted(node.shape(), node.heading(), node.label(), node.classes()))
            .toList());
  }

  @Test
  void wordsAreEscaped() {
    Diagram diagram =
        new Diagram(
            "A & B",
            "",
            Direction.RIGHT,
            false,
            List.of(
                node("a", Shape.RECTANGLE, "x < y & \"z\" \u0001 > w"), node("b", Shape.TEXT, "")),
            List.of(
                new Diagram.Edge(
                    "a",
                    "b",
                    "<script>",
                    Diagram.Stroke.THICK,
                    Diagram.Head.CROSS,
                    Diagram.Head.CIRCLE)),
            List.of());
    String svg = RENDERER.render(diagram, "p");
    assertTrue(
        parse(svg).getDocumentElement().getTextContent().contains("x < y & \"z\" \uFFFD > w"));
    assertFalse(svg.contains("<script>"));
    assertFalse(svg.contains("aria-describedby"));
    assertTrue(svg.contains("marker-start=\"url(#p-x)\" marker-end=\"url(#p-o)\""));
  }

  private static Diagram.Node node(String id, Shape shape, String label) {
    return new Diagram.Node(id, shape, "", label, List.of(), Optional.empty(), Optional.empty());
  }

  @Test
  void invisibleEdgesAndTheirLabelsAreNotDrawn() {
    Diagram diagram =
        new Diagram(
            "t",
            "",
            Direction.DOWN,
            false,
            List.of(node("a", Shape.RECTANGLE, "a"), node("b", Shape.RECTANGLE, "b")),
            List.of(
                new Diagram.Edge(
                    "a",
                    "b",
                    "hidden",
                    Diagram.Stroke.INVISIBLE,
                    Diagram.Head.NONE,
                    Diagram.Head.ARROW)),
            List.of());
    String svg = RENDERER.render(diagram, "p");
    assertFalse(svg.contains("hidden"));
    assertFalse(svg.contains("flow-edges"));
    assertTrue(svg.indexOf(">b<") > 0);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyShapeIsDrawn(Shape shape) {
    Diagram diagram =
        new Diagram(
            "t",
            "",
            Direction.DOWN,
            false,
            List.of(
                node("a", shape, "One\ntwo and three"),
                node("b", shape, "B"),
                node("c", shape, "C")),
            List.of(edge("a", "b"), edge("a", "c"), edge("b", "c")),
            List.of(
                new Diagram.Group(
                    "g", Optional.empty(), "Group", Optional.empty(), List.of("warn"))));
    Document svg = parse(RENDERER.render(diagram, "p"));
    List<Element> nodes =
        elements(svg, "g").stream().filter(group -> classes(group).contains("flow-node")).toList();
    assertEquals(3, nodes.size());
    for (Element node : nodes) {
      int drawn = node.getChildNodes().getLength() - 1;
      assertEquals(
          switch (shape) {
            case TEXT -> 0;
            case SUBROUTINE, DOUBLE_CIRCLE -> 2;
            default -> 1;
          },
          drawn);
    }
  }

  private static Diagram.Edge edge(String from, String to) {
    return new Diagram.Edge(
        from, to, "", Diagram.Stroke.SOLID, Diagram.Head.NONE, Diagram.Head.ARROW);
  }

  @Test
  void sameDiagramGivesTheSameTextAndFortyNodesAreNoTrouble() {
    long seed = Long.getLong("waymark.seed", 20_261_126L);
    System.out.println("DiagramRendererTest seed " + seed);
    Random random = new Random(seed);
    List<Diagram.Node> nodes = new ArrayList<>();
    List<Diagram.Edge> edges = new ArrayList<>();
    Shape[] shapes = Shape.values();
    for (int i = 0; i < 40; i++) {
      nodes.add(node("n" + i, shapes[random.nextInt(shapes.length)], "word ".repeat(1 + i % 9)));
      if (i > 0) {
        edges.add(edge("n" + random.nextInt(i), "n" + i));
        edges.add(edge("n" + random.nextInt(i), "n" + i));
      }
    }
    Diagram diagram = new Diagram("t", "", Direction.DOWN, false, nodes, edges, List.of());
    String svg = RENDERER.render(diagram, "p");
    assertEquals(svg, new DiagramRenderer(GraphLayout.layered()).render(diagram, "p"));
    assertEquals(40, parse(svg).getElementsByTagName("text").getLength());
    System.out.println("DiagramRendererTest: 40 nodes and 78 edges are " + svg.length() + " bytes");
  }
}
