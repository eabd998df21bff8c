package dev.waymark.flowchart.svg;

import dev.waymark.flowchart.layout.Graph.Size;
import dev.waymark.flowchart.layout.Placement.Point;
import dev.waymark.flowchart.layout.Placement.Rect;
import java.util.ArrayList;
import java.util.List;

/** The shape of a box. */
public enum Shape {
  RECTANGLE,
  ROUNDED,
  STADIUM,
  /** With a second line down each side. */
  SUBROUTINE,
  CYLINDER,
  CIRCLE,
  DOUBLE_CIRCLE,
  /** A notch at the left. */
  FLAG,
  RHOMBUS,
  HEXAGON,
  /** Leaning to the right. */
  PARALLELOGRAM,
  /** Leaning to the left. */
  PARALLELOGRAM_LEFT,
  /** Wider at the foot. */
  TRAPEZOID,
  /** Wider at the head. */
  TRAPEZOID_INVERTED,
  /** No border. */
  TEXT,
  /** A wave for a foot. */
  DOCUMENT;

  private static final double SIDE = 12;
  private static final double TOP = 9;
  private static final double SLANT = 14;
  private static final double DISC = 6;
  private static final double WAVE = 6;
  private static final double ROUND = 8;
  private static final double RING = 5;
  private static final double RHOMBUS_SHARE = 1.8;

  /** The box that a block of text of this size needs, in whole pixels. */
  Size around(double width, double height) {
    double w = width + 2 * SIDE;
    double h = height + 2 * TOP;
    return switch (this) {
      case RECTANGLE, ROUNDED -> whole(w, h);
      case STADIUM -> whole(w + SLANT, h);
      case SUBROUTINE -> whole(w + 2 * ROUND, h);
      case CYLINDER -> whole(w, h + 3 * DISC);
      case CIRCLE -> round(Math.hypot(width, height) + 2 * TOP);
      case DOUBLE_CIRCLE -> round(Math.hypot(width, height) + 2 * TOP + 2 * RING);
      case FLAG -> whole(w + SLANT, h);
      case RHOMBUS ->
          whole(
              (width + SIDE) * RHOMBUS_SHARE, (height + TOP) * RHOMBUS_SHARE / (RHOMBUS_SHARE - 1));
      case HEXAGON -> whole(w + SLANT, h);
      case PARALLELOGRAM, PARALLELOGRAM_LEFT, TRAPEZOID, TRAPEZOID_INVERTED ->
          whole(w + 2 * SLANT, h);
      case TEXT -> whole(w, h);
      case DOCUMENT -> whole(w, h + 2 * WAVE);
    };
  }

  private static Size whole(double width, double height) {
    return new Size(Math.ceil(width), Math.ceil(height));
  }

  private static Size round(double diameter) {
    return whole(diameter, diameter);
  }

  /** The middle of the text, seen from the middle of the box: right, and down. */
  Point textOffset() {
    return switch (this) {
      case CYLINDER -> new Point(0, DISC);
      case DOCUMENT -> new Point(0, -WAVE);
      case FLAG -> new Point(SLANT / 2, 0);
      default -> new Point(0, 0);
    };
  }

  /** The corners, with a few points along curves; an edge ends on the line through them. */
  List<Point> corners(Rect box) {
    double x = box.x();
    double y = box.y();
    double r = x + box.width();
    double b = y + box.height();
    double slant = slant(box);
    double middle = y + box.height() / 2;
    return switch (this) {
      case RECTANGLE, ROUNDED, STADIUM, SUBROUTINE, TEXT -> points(x, y, r, y, r, b, x, b);
      case HEXAGON ->
          points(x + slant, y, r - slant, y, r, middle, r - slant, b, x + slant, b, x, middle);
      case RHOMBUS -> points(x + box.width() / 2, y, r, middle, x + box.width() / 2, b, x, middle);
      case FLAG -> points(x, y, r, y, r, b, x, b, x + slant, middle);
      case PARALLELOGRAM -> points(x + slant, y, r, y, r - slant, b, x, b);
      case PARALLELOGRAM_LEFT -> points(x, y, r - slant, y, r, b, x + slant, b);
      case TRAPEZOID -> points(x + slant, y, r - slant, y, r, b, x, b);
      case TRAPEZOID_INVERTED -> points(x, y, r, y, r - slant, b, x + slant, b);
      case CIRCLE, DOUBLE_CIRCLE -> ellipse(box, y, b);
      case CYLINDER -> cylinder(box);
      case DOCUMENT -> points(x, y, r, y, r, b - WAVE, x, b - WAVE);
    };
  }

  private double slant(Rect box) {
    return Math.min(SLANT, box.height() / 2);
  }

  private static List<Point> ellipse(Rect box, double top, double bottom) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      double angle = Math.PI * i / 24;
      points.add(
          new Point(
              box.x() + box.width() / 2 * (1 + StrictMath.cos(angle)),
              (top + bottom) / 2 + (bottom - top) / 2 * StrictMath.sin(angle)));
    }
    return points;
  }

  private static List<Point> cylinder(Rect box) {
    List<Point> points = new ArrayList<>();
    double bottom = box.y() + box.height();
    points.addAll(ellipse(box, bottom - 2 * DISC, bottom).subList(0, 25));
    points.addAll(ellipse(box, box.y(), box.y() + 2 * DISC).subList(24, 48));
    return points;
  }

  private static List<Point> points(double... coordinates) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new Point(coordinates[i], coordinates[i + 1]));
    }
    return points;
  }

  /** The outline and what else is drawn, as elements. */
  void draw(Rect box, SvgText svg) {
    double x = box.x();
    double y = box.y();
    double w = box.width();
    double h = box.height();
    switch (this) {
      case RECTANGLE -> svg.rect(box, 2);
      case ROUNDED -> svg.rect(box, ROUND);
      case STADIUM -> svg.rect(box, Math.min(h / 2, 22));
      case TEXT -> {}
      case SUBROUTINE -> {
        svg.rect(box, 2);
        svg.path("M%s %sv%sM%s %sv%s", x + ROUND, y, h, x + w - ROUND, y, h);
      }
      case CIRCLE -> svg.circle(x + w / 2, y + h / 2, w / 2);
      case DOUBLE_CIRCLE -> {
        svg.circle(x + w / 2, y + h / 2, w / 2);
        svg.circle(x + w / 2, y + h / 2, w / 2 - RING);
      }
      case CYLINDER ->
          svg.path(
              "M%s %sa%s %s 0 0 1 %s 0v%sa%s %s 0 0 1 %s 0zm0 0a%s %s 0 0 0 %s 0",
              x, y + DISC, w / 2, DISC, w, h - 2 * DISC, w / 2, DISC, -w, w / 2, DISC, w);
      case DOCUMENT ->
          svg.path(
              "M%s %sh%sv%sc%s %s %s %s %s 0s%s %s %s 0z",
              x, y, w, h - WAVE, -w / 6, -2 * WAVE, -w / 3, -2 * WAVE, -w / 2, -w / 3, 2 * WAVE,
              -w / 2);
      default -> svg.polygon(corners(box));
    }
  }
}
