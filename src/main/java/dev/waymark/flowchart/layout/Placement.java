package dev.waymark.flowchart.layout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where everything of a graph went; the lists have the order of the graph's. Nothing lies outside
 * of 0, 0 to width, height.
 */
public record Placement(
    double width, double height, List<Rect> boxes, List<Route> edges, List<Rect> groups) {
  public Placement {
    boxes = List.copyOf(boxes);
    edges = List.copyOf(edges);
    groups = List.copyOf(groups);
  }

  /** A point. */
  public record Point(double x, double y) {}

  /** An upright rectangle: its left upper corner and its size. */
  public record Rect(double x, double y, double width, double height) {
    /** Whether the two have more than a border in common. */
    public boolean overlaps(Rect other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    /** Whether the other lies within this one. */
    public boolean contains(Rect other) {
      return x <= other.x
          && y <= other.y
          && other.x + other.width <= x + width
          && other.y + other.height <= y + height;
    }

    Rect moved(double dx, double dy) {
      return new Rect(x + dx, y + dy, width, height);
    }
  }

  /**
   * The way of an edge: at least two points, upright or level from one to the next.
   *
   * @param label where its label stands, on the line
   */
  public record Route(List<Point> points, Optional<Rect> label) {
    public Route {
      points = List.copyOf(points);
      Objects.requireNonNull(label);
    }

    Route moved(double dx, double dy) {
      return new Route(
          points.stream().map(point -> new Point(point.x + dx, point.y + dy)).toList(),
          label.map(rect -> rect.moved(dx, dy)));
    }
  }
}
