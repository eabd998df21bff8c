package dev.waymark.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.GlyphTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Draws the SVG of a flowchart as shapes, in the colours that paper has. It reads the elements and
 * classes that {@code flowchart.svg} writes; letters are drawn as their outlines, which look the
 * same in every reader, and the text of the chart stands beside the picture.
 */
final class FlowDrawing {
  private static final Color INK = new Color(0x15242b);
  private static final Color LINE = new Color(0x5d7077);
  private static final Color SOFT = new Color(0x46575f);
  private static final Color TINT = new Color(0xf2f6f5);
  private static final double NODE_SIZE = 14;
  private static final double LABEL_SIZE = 13;

  private final TrueTypeFont regular;
  private final TrueTypeFont bold;

  FlowDrawing(TrueTypeFont regular, TrueTypeFont bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /** The border and the ground of a box. */
  private record Tone(Color edge, Color ground) {
    static Tone of(Element box) {
      if (box.hasClass("flow-urgent")) {
        return new Tone(new Color(0xa3141d), new Color(0xfdecec));
      }
      if (box.hasClass("flow-act")) {
        return new Tone(new Color(0x17663a), new Color(0xe9f5ee));
      }
      if (box.hasClass("flow-advice")) {
        return new Tone(new Color(0x5a3a88), new Color(0xf3eefa));
      }
      if (box.hasClass("flow-question")) {
        return new Tone(new Color(0x0a5a86), new Color(0xe9f3f9));
      }
      return box.hasClass("flow-outcome") || box.hasClass("flow-action")
          ? new Tone(SOFT, TINT)
          : new Tone(LINE, TINT);
    }
  }

  /**
   * Draws a picture into the box from 0, 0.
   *
   * @param scale from its own pixels to those of the page
   */
  void draw(Element svg, double scale, Graphics2D page) {
    AffineTransform before = page.getTransform();
    String[] viewBox = svg.attr("viewBox").split(" ");
    page.scale(scale, scale);
    page.translate(-Double.parseDouble(viewBox[0]), -Double.parseDouble(viewBox[1]));
    try {
      for (Element part : svg.children()) {
        draw(part, page);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    page.setTransform(before);
  }

  private void draw(Element part, Graphics2D page) throws IOException {
    if (part.hasClass("flow-group")) {
      page.setColor(new Color(0xcfd9d8));
      page.setStroke(stroke(1.5));
      for (Element outline : part.children()) {
        page.draw(shape(outline));
      }
    } else if (part.hasClass("flow-edges")) {
      edges(part, page);
    } else if (part.hasClass("flow-node")) {
      node(part, page);
    } else if (part.hasClass("flow-labels")) {
      for (Element label : part.children()) {
        text(label, LABEL_SIZE, 0.5, INK, page);
      }
    } else if (part.hasClass("flow-title")) {
      Text title = new Text(bold, NODE_SIZE);
      page.setColor(INK);
      page.fill(title.at(part.text(), number(part, "x"), number(part, "y"), 0));
    }
  }

  private static BasicStroke stroke(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  private void node(Element node, Graphics2D page) throws IOException {
    Tone tone = Tone.of(node);
    boolean first = true;
    for (Element child : node.children()) {
      if (child.normalName().equals("text")) {
        text(child, NODE_SIZE, 0.5, tone.edge(), page);
        continue;
      }
      Shape shape = shape(child);
      if (first) {
        page.setColor(tone.ground());
        page.fill(shape);
        first = false;
      }
      page.setColor(tone.edge());
      page.setStroke(stroke(node.hasClass("flow-urgent") ? 3 : 1.5));
      page.draw(shape);
    }
  }

  private static void edges(Element edges, Graphics2D page) {
    for (Element line : edges.children()) {
      Path2D path = SvgPath.of(line.attr("d"));
      double width = edges.hasClass("flow-thick") ? 3 : 1.5;
      page.setColor(LINE);
      page.setStroke(
          edges.hasClass("flow-dotted")
              ? new BasicStroke(
                  (float) width,
                  BasicStroke.CAP_BUTT,
                  BasicStroke.JOIN_ROUND,
                  10,
                  new float[] {3, 4},
                  0)
              : stroke(width));
      page.draw(path);
      List<double[]> points = points(path);
      if (points.size() >= 2) {
        head(edges.attr("marker-end"), points.get(points.size() - 2), points.getLast(), page);
        head(edges.attr("marker-start"), points.get(1), points.getFirst(), page);
      }
    }
  }

  private static List<double[]> points(Path2D path) {
    List<double[]> points = new ArrayList<>();
    for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
      double[] at = new double[6];
      each.currentSegment(at);
      points.add(at);
    }
    return points;
  }

  /** What stands at the end of a line that comes from one point to the other. */
  private static void head(String marker, double[] from, double[] to, Graphics2D page) {
    if (marker.isEmpty()) {
      return;
    }
    AffineTransform place = AffineTransform.getTranslateInstance(to[0], to[1]);
    place.rotate(Math.atan2(to[1] - from[1], to[0] - from[0]));
    page.setColor(LINE);
    if (marker.endsWith("-a)")) {
      page.fill(place.createTransformedShape(SvgPath.of("M-9 -5 1 0 -9 5z")));
    } else if (marker.endsWith("-o)")) {
      page.fill(place.createTransformedShape(new Ellipse2D.Double(-9.5, -4.5, 9, 9)));
    } else {
      page.setStroke(stroke(2));
      page.draw(place.createTransformedShape(SvgPath.of("M-10 -4 -2 4M-10 4 -2 -4")));
    }
  }

  private static Shape shape(Element element) {
    return switch (element.normalName()) {
      case "rect" -> {
        double arc = 2 * number(element, "rx");
        yield new RoundRectangle2D.Double(
            number(element, "x"),
            number(element, "y"),
            number(element, "width"),
            number(element, "height"),
            arc,
            arc);
      }
      case "circle" -> {
        double radius = number(element, "r");
        yield new Ellipse2D.Double(
            number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
      }
      default -> SvgPath.of(element.attr("d"));
    };
  }

  private static double number(Element element, String name) {
    String value = element.attr(name);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  /** Lines below each other, each set out from the middle. */
  private void text(Element text, double size, double align, Color wordColour, Graphics2D page)
      throws IOException {
    double x = number(text, "x");
    double y = number(text, "y");
    for (Node child : text.childNodes()) {
      if (child instanceof TextNode words && !words.isBlank()) {
        page.setColor(INK);
        page.fill(new Text(regular, size).at(words.text().strip(), x, y, align));
      } else if (child instanceof Element line) {
        boolean word = line.hasClass("flow-word");
        x = line.hasAttr("x") ? number(line, "x") : x;
        y += number(line, "dy");
        page.setColor(word ? wordColour : INK);
        page.fill(new Text(word ? bold : regular, size).at(line.text(), x, y, align));
      }
    }
  }

  /** Words as the outlines of their letters. */
  private record Text(TrueTypeFont font, double size) {
    /**
     * @param align 0 for words that start at x, 0.5 for words in the middle of it
     */
    Shape at(String words, double x, double y, double align) throws IOException {
      double scale = size / font.getUnitsPerEm();
      CmapLookup letters = font.getUnicodeCmapLookup();
      GlyphTable glyphs = font.getGlyph();
      int[] ids = words.codePoints().map(letters::getGlyphId).toArray();
      double width = 0;
      for (int id : ids) {
        width += font.getAdvanceWidth(id) * scale;
      }
      Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
      double pen = x - width * align;
      for (int id : ids) {
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, pen, y);
        Optional<GlyphData> glyph = Optional.ofNullable(glyphs.getGlyph(id));
        if (glyph.isPresent()) {
          outline.append(glyph.get().getPath().getPathIterator(place), false);
        }
        pen += font.getAdvanceWidth(id) * scale;
      }
      return outline;
    }
  }
}
