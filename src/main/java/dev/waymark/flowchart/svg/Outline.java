package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Placement.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Edges led up to the shapes that stand in their boxes. */
final class Outline {
  private Outline() {}

  /** The same way in whole pixels, with its ends on the outlines of the two shapes. */
  static List<Point> join(List<Point> points, List<Point> from, List<Point> to) {
    List<Point> way = new ArrayList<>();
    for (Point point : points) {
      way.add(new Point(Math.rint(point.x()), Math.rint(point.y())));
    }
    way.set(0, onto(way.getFirst(), way.get(1), from));
    int last = way.size() - 1;
    way.set(last, onto(way.get(last), way.get(last - 1), to));
    return way;
  }

  /**
   * The point of the outline that a straight line through {@code end} and {@code before} meets
   * first, coming from {@code before}.
   */
  private static Point onto(Point end, Point before, List<Point> corners) {
    if (end.x() == before.x() && end.y() != before.y()) {
      OptionalDouble y = nearest(before.y(), end.y() > before.y(), meetings(corners, end.x()));
      return y.isPresent() ? new Point(end.x(), y.getAsDouble()) : end;
    }
    if (end.y() == before.y()) {
      List<Point> turned = corners.stream().map(at -> new Point(at.y(), at.x())).toList();
      OptionalDouble x = nearest(before.x(), end.x() > before.x(), meetings(turned, end.y()));
      return x.isPresent() ? new Point(x.getAsDouble(), end.y()) : end;
    }
    return end;
  }

  private static OptionalDouble nearest(double from, boolean up, List<Double> meetings) {
    return up
        ? meetings.stream().mapToDouble(at -> at).filter(at -> at >= from).min()
        : meetings.stream().mapToDouble(at -> at).filter(at -> at <= from).max();
  }

  /** Where the upright line at {@code x} meets the outline. */
  private static List<Double> meetings(List<Point> corners, double x) {
    List<Double> meetings = new ArrayList<>();
    Point before = corners.getLast();
    for (Point corner : corners) {
      double left = Math.min(before.x(), corner.x());
      double right = Math.max(before.x(), corner.x());
      if (left <= x && x <= right) {
        double share = left == right ? 0 : (x - before.x()) / (corner.x() - before.x());
        meetings.add(before.y() + share * (corner.y() - before.y()));
        if (left == right) {
          meetings.add(corner.y());
        }
      }
      before = corner;
    }
    return meetings;
  }
}
