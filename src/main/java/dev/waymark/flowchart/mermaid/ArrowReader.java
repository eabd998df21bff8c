package dev.waymark.flowchart.mermaid;

import dev.waymark.flowchart.mermaid.Edge.End;
import dev.waymark.flowchart.mermaid.Edge.Line;
import java.util.Optional;

/**
 * Reads arrows:
 *
 * <pre>
 * arrow  = [tail] line [head] [ "|" text "|" ]
 *        | [tail] ( "--" | "==" | "-." ) text line [head]
 * line   = "--" … | "==" … | "-." … "-" | "~~~" …
 * tail   = "&lt;" | "o" | "x"
 * head   = "&gt;" | "o" | "x"
 * </pre>
 *
 * <p>A line without a head needs a third dash or equals sign. Every further one, or every further
 * dot, makes the edge one rank longer.
 */
final class ArrowReader {
  private final Cursor cursor;
  private final TextReader texts;

  ArrowReader(Cursor cursor, TextReader texts) {
    this.cursor = cursor;
    this.texts = texts;
  }

  /** A line with its head, at its place in the text; without a tail and a label. */
  private record Stroke(Line line, End head, int length, int from, int to) {}

  /** Reads the arrow that {@link Cursor#isArrow} has seen here. */
  Arrow read() throws MisreadException {
    int from = cursor.at();
    End tail = cursor.startsWith("~") ? End.NONE : end(cursor.peek());
    int at = tail == End.NONE ? from : from + 1;
    Optional<Stroke> whole = stroke(at);
    if (whole.isPresent()) {
      Stroke stroke = whole.get();
      cursor.moveTo(stroke.to());
      return piped(arrow(tail, stroke, Label.EMPTY, from));
    }
    return labelled(tail, from, at);
  }

  private static Arrow arrow(End tail, Stroke stroke, Label label, int from) {
    return new Arrow(tail, stroke.head(), stroke.line(), stroke.length(), label, from, stroke.to());
  }

  private static End end(int mark) {
    return switch (mark) {
      case '<', '>' -> End.ARROW;
      case 'o' -> End.CIRCLE;
      case 'x' -> End.CROSS;
      default -> End.NONE;
    };
  }

  private static End head(int mark) {
    return mark == '<' ? End.NONE : end(mark);
  }

  /** A complete line at an offset, or empty where text must follow, or where there is none. */
  private Optional<Stroke> stroke(int from) {
    return switch (cursor.charAt(from)) {
      case '=' -> solid(Line.THICK, '=', from);
      case '~' -> solid(Line.INVISIBLE, '~', from);
      case '.' -> dotted(from, from);
      case '-' ->
          cursor.charAt(from + 1) == '.' ? dotted(from, from + 1) : solid(Line.NORMAL, '-', from);
      default -> Optional.empty();
    };
  }

  private Optional<Stroke> solid(Line line, char mark, int from) {
    int marks = cursor.run(mark, from);
    End head = line == Line.INVISIBLE ? End.NONE : head(cursor.charAt(from + marks));
    if (marks >= 2 && head != End.NONE) {
      return Optional.of(new Stroke(line, head, marks - 1, from, from + marks + 1));
    }
    return marks >= 3
        ? Optional.of(new Stroke(line, End.NONE, marks - 2, from, from + marks))
        : Optional.empty();
  }

  private Optional<Stroke> dotted(int from, int dot) {
    int dots = cursor.run('.', dot);
    if (dots == 0 || cursor.charAt(dot + dots) != '-') {
      return Optional.empty();
    }
    int to = dot + dots + 1;
    End head = head(cursor.charAt(to));
    return Optional.of(new Stroke(Line.DOTTED, head, dots, from, head == End.NONE ? to : to + 1));
  }

  /** Adds the text between bars, if there is one. */
  private Arrow piped(Arrow arrow) throws MisreadException {
    int bar = cursor.afterBlank(cursor.at());
    if (cursor.charAt(bar) != '|') {
      return arrow;
    }
    cursor.moveTo(bar + 1);
    cursor.skipPlainSpace();
    Label label;
    if (cursor.peek() == '"') {
      label = texts.quoted();
      cursor.skipPlainSpace();
    } else {
      int from = cursor.at();
      while (!cursor.atEnd() && "[](){}|\"".indexOf(cursor.peek()) < 0) {
        cursor.moveTo(cursor.at() + 1);
      }
      label = texts.label(LabelReader.plain(cursor.text(from, cursor.at())), from);
    }
    int to = cursor.at();
    boolean oneLine = cursor.onOneLine(bar, to);
    if (cursor.atEnd() || (!oneLine && (cursor.peek() != '|' || hasArrow(bar, to)))) {
      throw cursor.misread(
          bar, bar + 1, "this bar has no partner", "write |text| behind the arrow");
    }
    if (!cursor.take("|")) {
      throw cursor.misread(
          to,
          cursor.foundEnd(to),
          "here should stand |, or the text needs quotation marks",
          "put text with brackets or \" in quotation marks: |\"…\"|");
    }
    return arrow.withLabel(label, cursor.at());
  }

  /** Text over several lines with an arrow in it began at a bar that was forgotten to close. */
  private boolean hasArrow(int from, int to) {
    String text = cursor.text(from, to);
    return text.contains("--") || text.contains("==") || text.contains("-.");
  }

  /**
   * Reads an arrow that has its text in the middle; the first part of the line is at {@code at}.
   */
  private Arrow labelled(End tail, int from, int at) throws MisreadException {
    String opening = cursor.text(at, at + 2);
    cursor.moveTo(at + 2);
    int inner = cursor.afterBlank(at + 2);
    if (cursor.charAt(inner) == '"') {
      cursor.moveTo(inner);
      Label label = texts.quoted();
      cursor.skipPlainSpace();
      Stroke stroke =
          closing(opening, cursor.at()).orElseThrow(() -> unfinished(opening, from, at));
      cursor.moveTo(stroke.to());
      return arrow(tail, stroke, label, from);
    }
    int end = cursor.lineEnd(inner);
    for (int i = at + 2; i < end; i++) {
      Optional<Stroke> stroke = closing(opening, i);
      if (stroke.isPresent()) {
        Label label = texts.label(LabelReader.plain(cursor.text(at + 2, i)), at + 2);
        cursor.moveTo(stroke.get().to());
        return arrow(tail, stroke.get(), label, from);
      }
      if (opening.charAt(1) != '.' && cursor.startsWith(opening, i)) {
        break;
      }
      // Dots that end no arrow are stepped over together, or many of them would take long.
      i += Math.max(0, cursor.run('.', i) - 1);
    }
    throw unfinished(opening, from, at);
  }

  /** The second part of a line whose first part is {@code opening}. */
  private Optional<Stroke> closing(String opening, int at) {
    int c = cursor.charAt(at);
    boolean matches =
        opening.endsWith(".")
            ? c == '.' || (c == '-' && cursor.charAt(at + 1) == '.')
            : c == opening.charAt(1);
    return matches ? stroke(at).filter(stroke -> isLike(stroke, opening)) : Optional.empty();
  }

  private static boolean isLike(Stroke stroke, String opening) {
    return (stroke.line() == Line.DOTTED) == opening.endsWith(".");
  }

  private MisreadException unfinished(String opening, int from, int at) {
    String whole =
        switch (opening) {
          case "==" -> "==>";
          case "-." -> "-.->";
          default -> "-->";
        };
    String second = opening.equals("-.") ? ".->" : whole;
    return cursor.misread(
        from,
        at + opening.length(),
        "this arrow has no end on its line",
        "write A %s B, or with a text A %s text %s B".formatted(whole, opening, second));
  }
}
