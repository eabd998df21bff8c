package dev.waymark.flowchart.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * A label broken into lines of about equal length, and the room that they take.
 *
 * @param width in pixels
 */
record Lines(List<String> lines, double width) {
  /** No text. */
  static final Lines NONE = new Lines(List.of(), 0);

  Lines {
    lines = List.copyOf(lines);
  }

  /** As few lines as the width allows, and then the narrowest block of that many. */
  static Lines wrap(String label, double size, double maxWidth) {
    if (label.isBlank()) {
      return NONE;
    }
    List<String> lines = fill(label, size, maxWidth);
    double narrow = 0;
    double wide = maxWidth;
    while (wide - narrow > 4) {
      double middle = (narrow + wide) / 2;
      List<String> tried = fill(label, size, middle);
      if (tried.size() > lines.size() || width(tried, size) > middle) {
        narrow = middle;
      } else {
        wide = middle;
        lines = tried;
      }
    }
    return new Lines(lines, Math.ceil(width(lines, size)));
  }

  private static double width(List<String> lines, double size) {
    return lines.stream().mapToDouble(line -> TextWidths.of(line, size)).max().orElse(0);
  }

  private static List<String> fill(String label, double size, double maxWidth) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : label.strip().split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split("\\s+", -1)) {
        for (String part : breakUp(word, size, maxWidth)) {
          boolean fits = TextWidths.of(line + " " + part, size) <= maxWidth;
          if (!line.isEmpty() && !fits) {
            lines.add(line.toString());
            line.setLength(0);
          }
          line.append(line.isEmpty() ? "" : " ").append(part);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** A word that is wider than a line, such as a web address, is cut where a line is full. */
  private static List<String> breakUp(String word, double size, double maxWidth) {
    if (TextWidths.of(word, size) <= maxWidth) {
      return List.of(word);
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    word.codePoints()
        .forEach(c -> {
          String next = Character.toString(c);
          if (!part.isEmpty() && TextWidths.of(part + next, size) > maxWidth) {
            parts.add(part.toString());
            part.setLength(0);
          }
          part.append(next);
        });
    parts.add(part.toString());
    return parts;
  }
}
