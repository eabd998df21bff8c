package dev.waymark.pdf;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code d} of a path as a shape. Of the commands it knows those that our own pictures have: M,
 * L, H, V, h, v, c, s, z, and a for half an ellipse that lies flat.
 *
 * @see <a href="https://www.w3.org/TR/SVG11/paths.html#PathData">Path data</a>
 */
final class SvgPath {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|-?[0-9]+(?:\\.[0-9]+)?");

  /** How far the handles of a quarter of a circle lie from its ends, as a share of the radius. */
  private static final double KAPPA = 0.5522847498;

  private final Matcher tokens;
  private final Path2D.Double path = new Path2D.Double();
  private double handleX;
  private double handleY;
  private boolean more;

  private SvgPath(String data) {
    tokens = TOKEN.matcher(data);
    more = tokens.find();
  }

  static Path2D.Double of(String data) {
    SvgPath reader = new SvgPath(data);
    char command = 'M';
    while (reader.more) {
      String token = reader.tokens.group();
      if (Character.isLetter(token.charAt(0))) {
        command = token.charAt(0);
        reader.more = reader.tokens.find();
      }
      reader.step(command);
      if (command == 'M') {
        // Further pairs of numbers are lines.
        command = 'L';
      }
    }
    return reader.path;
  }

  private double next() {
    if (!more) {
      throw new IllegalArgumentException("a path that ends too soon");
    }
    double number = Double.parseDouble(tokens.group());
    more = tokens.find();
    return number;
  }

  private void step(char command) {
    Point2D at = path.getCurrentPoint();
    double x = at == null ? 0 : at.getX();
    double y = at == null ? 0 : at.getY();
    switch (command) {
      case 'M' -> path.moveTo(next(), next());
      case 'm' -> path.moveTo(x + next(), y + next());
      case 'L' -> path.lineTo(next(), next());
      case 'l' -> path.lineTo(x + next(), y + next());
      case 'H' -> path.lineTo(next(), y);
      case 'h' -> path.lineTo(x + next(), y);
      case 'V' -> path.lineTo(x, next());
      case 'v' -> path.lineTo(x, y + next());
      case 'c' -> curve(x, y, x + next(), y + next());
      case 's' -> curve(x, y, 2 * x - handleX, 2 * y - handleY);
      case 'a' -> halfEllipse(x, y);
      case 'z', 'Z' -> path.closePath();
      default -> throw new IllegalArgumentException("a path with " + command);
    }
  }

  private void curve(double x, double y, double firstX, double firstY) {
    handleX = x + next();
    handleY = y + next();
    path.curveTo(firstX, firstY, handleX, handleY, x + next(), y + next());
  }

  private void halfEllipse(double x, double y) {
    double radiusX = next();
    double radiusY = next();
    next();
    next();
    boolean clockwise = next() == 1;
    double endX = x + next();
    double endY = y + next();
    double across = Math.copySign(radiusX, endX - x);
    double middle = (x + endX) / 2;
    double up = clockwise == endX > x ? -radiusY : radiusY;
    path.curveTo(x, y + KAPPA * up, middle - KAPPA * across, y + up, middle, y + up);
    path.curveTo(middle + KAPPA * across, endY + up, endX, endY + KAPPA * up, endX, endY);
  }
}
