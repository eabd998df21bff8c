package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Placement.Point;
import dev.waymark.flowchart.layout.Placement.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A straight piece of an edge. */
record Segment(Point from, Point to) {
  /** What of it lies outside of a label; slanted pieces are left as they are. */
  List<Segment> without(Optional<Rect> label) {
    if (label.isEmpty()) {
      return List.of(this);
    }
    Rect box = label.get();
    double left = Math.rint(box.x());
    double right = Math.rint(box.x() + box.width());
    double top = Math.rint(box.y());
    double bottom = Math.rint(box.y() + box.height());
    if (from.x() == to.x() && left < from.x() && from.x() < right) {
      return cut(from.y(), to.y(), top, bottom).stream()
          .map(part -> new Segment(new Point(from.x(), part[0]), new Point(from.x(), part[1])))
          .toList();
    }
    if (from.y() == to.y() && top < from.y() && from.y() < bottom) {
      return cut(from.x(), to.x(), left, right).stream()
          .map(part -> new Segment(new Point(part[0], from.y()), new Point(part[1], from.y())))
          .toList();
    }
    return List.of(this);
  }

  /** The way from one number to another without what lies between low and high. */
  private static List<double[]> cut(double start, double end, double low, double high) {
    if (Math.max(start, end) <= low || high <= Math.min(start, end)) {
      return List.of(new double[] {start, end});
    }
    double first = start < end ? low : high;
    double second = start < end ? high : low;
    List<double[]> parts = new ArrayList<>();
    if ((start < end) == (start < first) && start != first) {
      parts.add(new double[] {start, first});
    }
    if ((start < end) == (second < end) && second != end) {
      parts.add(new double[] {second, end});
    }
    return parts;
  }
}
