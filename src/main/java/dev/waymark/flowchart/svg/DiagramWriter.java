package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Placement;
import dev.waymark.flowchart.layout.Placement.Point;
import dev.waymark.flowchart.layout.Placement.Rect;
import dev.waymark.flowchart.layout.Placement.Route;
import dev.waymark.flowchart.svg.Diagram.Head;
import dev.waymark.flowchart.svg.Diagram.Stroke;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes one picture. */
final class DiagramWriter {
  /** How far the baseline of a line of text lies below its middle, as a share of the size. */
  private static final double BASELINE = 0.35;

  private static final double HALF_SPACE = 2;

  /** Room for the borders of the outermost boxes, and for the mark of the keyboard around them. */
  private static final double MARGIN = 4;

  private final Diagram diagram;
  private final Placement placement;
  private final List<NodeText> texts;
  private final List<Lines> labels;
  private final String prefix;
  private final UnaryOperator<String> href;
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, Rect> boxes = new HashMap<>();
  private final SvgText svg = new SvgText();

  DiagramWriter(
      Diagram diagram,
      Placement placement,
      List<NodeText> texts,
      List<Lines> labels,
      String prefix,
      UnaryOperator<String> href) {
    this.diagram = diagram;
    this.placement = placement;
    this.texts = texts;
    this.labels = labels;
    this.prefix = prefix;
    this.href = href;
    for (int i = 0; i < diagram.groups().size(); i++) {
      shapes.put(diagram.groups().get(i).id(), Shape.RECTANGLE);
      boxes.put(diagram.groups().get(i).id(), rounded(placement.groups().get(i)));
    }
    for (int i = 0; i < diagram.nodes().size(); i++) {
      shapes.put(diagram.nodes().get(i).id(), diagram.nodes().get(i).shape());
      boxes.put(diagram.nodes().get(i).id(), rounded(placement.boxes().get(i)));
    }
  }

  private static Rect rounded(Rect rect) {
    return new Rect(Math.rint(rect.x()), Math.rint(rect.y()), rect.width(), rect.height());
  }

  String write() {
    double width = Math.ceil(placement.width()) + 2 * MARGIN;
    double height = Math.ceil(placement.height()) + 2 * MARGIN;
    svg.raw("<svg class=\"flow\" role=\"group\" aria-labelledby=\"").raw(prefix).raw("-t\"");
    if (!diagram.description().isEmpty()) {
      svg.raw(" aria-describedby=\"").raw(prefix).raw("-d\"");
    }
    svg.attribute("width", width).attribute("height", height);
    svg.raw(" viewBox=\"")
        .number(-MARGIN)
        .raw(" ")
        .number(-MARGIN)
        .raw(" ")
        .number(width)
        .raw(" ")
        .number(height)
        .raw("\">\n<title id=\"");
    svg.raw(prefix).raw("-t\">").words(diagram.title()).raw("</title>\n");
    if (!diagram.description().isEmpty()) {
      svg.raw("<desc id=\"").raw(prefix).raw("-d\">").words(diagram.description());
      svg.raw("</desc>\n");
    }
    writeGroups();
    writeEdges();
    writeTitles();
    writeNodes();
    writeLabels();
    return svg.raw("</svg>\n").toString();
  }

  private void writeGroups() {
    for (Diagram.Group group : diagram.groups()) {
      Rect box = boxes.get(group.id());
      svg.raw("<g class=\"flow-group");
      group.classes().forEach(word -> svg.raw(" flow-").raw(word));
      svg.raw("\">");
      svg.rect(box, 4);
      svg.raw("</g>\n");
    }
  }

  /** After the edges, which may run through a group. */
  private void writeTitles() {
    for (Diagram.Group group : diagram.groups()) {
      if (!group.title().isBlank()) {
        Rect box = boxes.get(group.id());
        double line = box.y() + 8 + GroupTitle.LEADING / 2 + BASELINE * GroupTitle.SIZE;
        svg.raw("<text class=\"flow-title\"").attribute("x", box.x() + 12);
        svg.attribute("y", Math.rint(line)).raw(">").words(group.title()).raw("</text>\n");
      }
    }
  }

  private void writeEdges() {
    Map<EdgeLook, StringBuilder> paths = new LinkedHashMap<>();
    for (int i = 0; i < diagram.edges().size(); i++) {
      Diagram.Edge edge = diagram.edges().get(i);
      if (edge.stroke() != Stroke.INVISIBLE) {
        paths
            .computeIfAbsent(EdgeLook.of(edge), look -> new StringBuilder())
            .append(path(edge, placement.edges().get(i)));
      }
    }
    for (Head head : Head.values()) {
      if (paths.keySet().stream().anyMatch(look -> look.start() == head || look.end() == head)) {
        writeMarker(head);
      }
    }
    paths.forEach((look, path) -> {
      svg.raw("<g class=\"flow-edges");
      svg.raw(
          switch (look.stroke()) {
            case SOLID, INVISIBLE -> "";
            case DOTTED -> " flow-dotted";
            case THICK -> " flow-thick";
          });
      svg.raw("\"");
      if (look.start() != Head.NONE) {
        svg.raw(" marker-start=\"url(#").raw(markerId(look.start())).raw(")\"");
      }
      if (look.end() != Head.NONE) {
        svg.raw(" marker-end=\"url(#").raw(markerId(look.end())).raw(")\"");
      }
      svg.raw(">").raw(path.toString()).raw("</g>\n");
    });
  }

  private String markerId(Head head) {
    return switch (head) {
      case NONE -> "";
      case ARROW -> prefix + "-a";
      case CIRCLE -> prefix + "-o";
      case CROSS -> prefix + "-x";
    };
  }

  private void writeMarker(Head head) {
    if (head == Head.NONE) {
      return;
    }
    svg.raw("<marker id=\"").raw(markerId(head));
    svg.raw("\" class=\"flow-head\" markerUnits=\"userSpaceOnUse\" markerWidth=\"12\"");
    svg.raw(" markerHeight=\"12\" orient=\"auto-start-reverse\" refY=\"5\"");
    svg.raw(
        switch (head) {
          case NONE -> ">";
          case ARROW -> " refX=\"9\"><path d=\"M0 0 10 5 0 10z\"/>";
          case CIRCLE -> " refX=\"10\"><circle cx=\"5\" cy=\"5\" r=\"4.5\"/>";
          case CROSS -> " refX=\"11\"><path class=\"flow-cross\" d=\"M1 1l8 8M1 9l8-8\"/>";
        });
    svg.raw("</marker>\n");
  }

  /** The line of an edge, which leaves its label free. */
  private String path(Diagram.Edge edge, Route route) {
    List<Point> points =
        Outline.join(
            route.points(),
            shapes.get(edge.from()).corners(boxes.get(edge.from())),
            shapes.get(edge.to()).corners(boxes.get(edge.to())));
    SvgText path = new SvgText().raw("<path d=\"");
    Point pen = new Point(Double.NaN, Double.NaN);
    for (int i = 1; i < points.size(); i++) {
      for (Segment part : new Segment(points.get(i - 1), points.get(i)).without(route.label())) {
        if (!part.from().equals(pen)) {
          path.raw("M").number(part.from().x()).raw(" ").number(part.from().y());
        }
        path.lineTo(part.from(), part.to());
        pen = part.to();
      }
    }
    return path.raw("\"/>").toString();
  }

  private void writeLabels() {
    boolean any = false;
    for (int i = 0; i < labels.size(); i++) {
      Lines lines = labels.get(i);
      if (lines.lines().isEmpty() || diagram.edges().get(i).stroke() == Stroke.INVISIBLE) {
        continue;
      }
      svg.raw(any ? "" : "<g class=\"flow-labels\">");
      any = true;
      Rect place = placement.edges().get(i).label().orElseThrow();
      double middle = Math.rint(place.x() + place.width() / 2);
      double first =
          place.y()
              + (place.height() - lines.lines().size() * EdgeLabel.LEADING) / 2
              + EdgeLabel.LEADING / 2
              + BASELINE * EdgeLabel.SIZE;
      writeText(lines.lines(), "", middle, Math.rint(first), EdgeLabel.LEADING);
    }
    svg.raw(any ? "</g>\n" : "");
  }

  private void writeNodes() {
    for (int i = 0; i < diagram.nodes().size(); i++) {
      Diagram.Node node = diagram.nodes().get(i);
      Rect box = boxes.get(node.id());
      svg.raw(node.href().isPresent() ? "<a" : "<g").raw(" class=\"flow-node");
      node.classes().forEach(word -> svg.raw(" flow-").raw(word));
      svg.raw("\"");
      node.href().map(href).ifPresent(to -> svg.raw(" href=\"").words(to).raw("\""));
      svg.raw(">");
      node.shape().draw(box, svg);
      NodeText text = texts.get(i);
      Point offset = node.shape().textOffset();
      double first =
          box.y()
              + box.height() / 2
              + offset.y()
              - (text.count() - 1) * NodeText.LEADING / 2
              + BASELINE * NodeText.SIZE;
      writeText(
          text.lines().lines(),
          text.heading(),
          Math.rint(box.x() + box.width() / 2 + offset.x()),
          Math.rint(first),
          NodeText.LEADING);
      svg.raw(node.href().isPresent() ? "</a>\n" : "</g>\n");
    }
  }

  /**
   * Lines below each other. A space between two keeps their words apart for screen readers; it
   * counts when a line is put in the middle, so that every line but the last is moved by half of
   * it.
   */
  private void writeText(List<String> lines, String heading, double x, double y, double leading) {
    int last = lines.size() + (heading.isEmpty() ? 0 : 1) - 1;
    if (last < 0) {
      return;
    }
    svg.raw("<text").attribute("x", last == 0 ? x : x + HALF_SPACE).attribute("y", y).raw(">");
    int at = 0;
    if (!heading.isEmpty()) {
      svg.raw("<tspan class=\"flow-word\">").words(heading).raw("</tspan>");
      at++;
    }
    for (String line : lines) {
      if (at == 0) {
        svg.words(line);
      } else {
        svg.raw(" <tspan").attribute("x", at == last ? x : x + HALF_SPACE);
        svg.attribute("dy", leading).raw(">").words(line).raw("</tspan>");
      }
      at++;
    }
    svg.raw("</text>");
  }
}
