package dev.waymark.flowchart.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.flowchart.layout.Graph.Size;
import dev.waymark.flowchart.layout.Placement.Point;
import dev.waymark.flowchart.layout.Placement.Rect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text fits into its shape, and edges end on it. */
final class ShapeTest {
  private static final double[][] TEXTS = {{0, 18}, {30, 18}, {190, 18}, {190, 90}, {60, 144}};

  @ParameterizedTest
  @EnumSource(Shape.class)
  void textStaysInsideOfTheOutline(Shape shape) {
    for (double[] text : TEXTS) {
      Size size = shape.around(text[0], text[1]);
      assertEquals(Math.rint(size.width()), size.width());
      assertEquals(Math.rint(size.height()), size.height());
      Rect box = new Rect(100, 200, size.width(), size.height());
      Point offset = shape.textOffset();
      double middleX = 100 + size.width() / 2 + offset.x();
      double middleY = 200 + size.height() / 2 + offset.y();
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -1; dy <= 1; dy++) {
          Point corner = new Point(middleX + dx * text[0] / 2, middleY + dy * text[1] / 2);
          assertTrue(isInside(corner, shape.corners(box)), () -> shape + " " + size + " " + corner);
        }
      }
    }
  }

  /** By the number of sides that a line from the point to the right meets. */
  private static boolean isInside(Point at, List<Point> corners) {
    boolean inside = false;
    Point before = corners.getLast();
    for (Point corner : corners) {
      if ((corner.y() > at.y()) != (before.y() > at.y())) {
        double share = (at.y() - corner.y()) / (before.y() - corner.y());
        if (at.x() < corner.x() + share * (before.x() - corner.x())) {
          inside = !inside;
        }
      }
      before = corner;
    }
    return inside;
  }

  @Test
  void edgesAreLedUpToTheOutline() {
    Rect box = new Rect(0, 100, 100, 60);
    List<Point> rhombus = Shape.RHOMBUS.corners(box);
    List<Point> rectangle = Shape.RECTANGLE.corners(new Rect(0, 0, 100, 40));
    assertEquals(
        List.of(new Point(25, 40), new Point(25, 115)),
        Outline.join(List.of(new Point(25, 40), new Point(25, 100)), rectangle, rhombus));
    assertEquals(
        List.of(new Point(75, 145), new Point(75, 180), new Point(120, 180)),
        Outline.join(
            List.of(new Point(75, 160), new Point(75, 180), new Point(120, 180)),
            rhombus,
            List.of(new Point(120, 170), new Point(120, 190), new Point(140, 180))));
  }

  @Test
  void aLineLeavesItsLabelFree() {
    Optional<Rect> label = Optional.of(new Rect(0, 40, 20, 16));
    assertEquals(
        List.of(
            new Segment(new Point(10, 0), new Point(10, 40)),
            new Segment(new Point(10, 56), new Point(10, 90))),
        new Segment(new Point(10, 0), new Point(10, 90)).without(label));
    assertEquals(
        List.of(
            new Segment(new Point(10, 90), new Point(10, 56)),
            new Segment(new Point(10, 40), new Point(10, 0))),
        new Segment(new Point(10, 90), new Point(10, 0)).without(label));
    assertEquals(
        List.of(new Segment(new Point(10, 0), new Point(10, 40))),
        new Segment(new Point(10, 0), new Point(10, 50)).without(label));
    assertEquals(List.of(), new Segment(new Point(10, 45), new Point(10, 50)).without(label));
    assertEquals(
        List.of(new Segment(new Point(30, 0), new Point(30, 90))),
        new Segment(new Point(30, 0), new Point(30, 90)).without(label));
    assertEquals(
        List.of(new Segment(new Point(-5, 48), new Point(0, 48))),
        new Segment(new Point(-5, 48), new Point(5, 48)).without(label));
  }
}
