package dev.waymark.flowchart.layout;

import dev.waymark.flowchart.layout.Placement.Point;
import java.util.ArrayList;
import java.util.List;

/** Takes out the steps of a pixel or two that boxes of odd and even sizes leave in an edge. */
final class Jogs {
  private static final double SMALL = 2.5;

  private Jogs() {}

  /** The same way without small steps; its last part stays where it is, the part before moves. */
  static List<Point> straighten(List<Point> points) {
    List<Point> way = new ArrayList<>(points);
    for (int i = way.size() - 2; i >= 1; i--) {
      Point from = way.get(i - 1);
      Point step = way.get(i);
      Point to = way.get(i + 1);
      boolean moveable = i >= 2 || way.size() > i + 2 || way.size() == 4;
      if (moveable && i + 2 < way.size()) {
        Point after = way.get(i + 2);
        if (isUpright(from, step) && isUpright(to, after) && isSmall(to.x() - step.x())) {
          way.set(i - 1, new Point(to.x(), from.y()));
          way.subList(i, i + 2).clear();
        } else if (isLevel(from, step) && isLevel(to, after) && isSmall(to.y() - step.y())) {
          way.set(i - 1, new Point(from.x(), to.y()));
          way.subList(i, i + 2).clear();
        }
      }
    }
    return way;
  }

  private static boolean isSmall(double step) {
    return Math.abs(step) <= SMALL;
  }

  private static boolean isUpright(Point a, Point b) {
    return Math.abs(a.x() - b.x()) < 0.01;
  }

  private static boolean isLevel(Point a, Point b) {
    return Math.abs(a.y() - b.y()) < 0.01;
  }
}
