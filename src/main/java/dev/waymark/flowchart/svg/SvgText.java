package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Placement.Point;
import dev.waymark.flowchart.layout.Placement.Rect;
import java.util.Iterator;
import java.util.List;

/** SVG as it grows. Coordinates are rounded to whole pixels, or to halves where that shows. */
final class SvgText {
  private final StringBuilder text = new StringBuilder();

  /** Text as it is. */
  SvgText raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Words, with what markup would read as its own escaped. */
  SvgText words(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        default -> text.append(isAllowed(c) ? c : '\uFFFD');
      }
    }
    return this;
  }

  private static boolean isAllowed(char c) {
    return c >= ' ' || c == '\t' || c == '\n';
  }

  SvgText number(double number) {
    long halves = Math.round(number * 2);
    text.append(halves / 2 == 0 && halves < 0 ? "-" : "").append(halves / 2);
    if (halves % 2 != 0) {
      text.append(".5");
    }
    return this;
  }

  /** An attribute with a space before it. */
  SvgText attribute(String name, double value) {
    text.append(' ').append(name).append("=\"");
    return number(value).raw("\"");
  }

  /** A step of a path. */
  void lineTo(Point from, Point to) {
    if (from.x() == to.x()) {
      raw("V").number(to.y());
    } else if (from.y() == to.y()) {
      raw("H").number(to.x());
    } else {
      raw("L").number(to.x()).raw(" ").number(to.y());
    }
  }

  void rect(Rect box, double radius) {
    raw("<rect").attribute("x", box.x()).attribute("y", box.y());
    attribute("width", box.width()).attribute("height", box.height());
    attribute("rx", radius).raw("/>");
  }

  void circle(double x, double y, double radius) {
    raw("<circle").attribute("cx", x).attribute("cy", y).attribute("r", radius).raw("/>");
  }

  void polygon(List<Point> corners) {
    raw("<path d=\"M");
    String between = "";
    for (Point corner : corners) {
      raw(between).number(corner.x()).raw(" ").number(corner.y());
      between = " ";
    }
    raw("z\"/>");
  }

  /** A path whose {@code %s} stand for the numbers. */
  void path(String template, double... numbers) {
    Iterator<String> parts = List.of(template.split("%s", -1)).iterator();
    raw("<path d=\"").raw(parts.next());
    for (double number : numbers) {
      number(number).raw(parts.next());
    }
    raw("\"/>");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
