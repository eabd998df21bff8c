package dev.waymark.flowchart.mermaid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads the text of nodes, edges and subgraphs, in brackets and quotation marks. */
final class TextReader {
  /** What opens a node's text, the longer marks first, and what may close it as which shape. */
  private static final SequencedMap<String, Map<String, Shape>> BRACKETS = brackets();

  private final Cursor cursor;
  private final Notices notices;

  TextReader(Cursor cursor, Notices notices) {
    this.cursor = cursor;
    this.notices = notices;
  }

  private static SequencedMap<String, Map<String, Shape>> brackets() {
    SequencedMap<String, Map<String, Shape>> brackets = new LinkedHashMap<>();
    brackets.put("(((", Map.of(")))", Shape.DOUBLE_CIRCLE));
    brackets.put("((", Map.of("))", Shape.CIRCLE));
    brackets.put("([", Map.of("])", Shape.STADIUM));
    brackets.put("(", Map.of(")", Shape.ROUNDED));
    brackets.put("[[", Map.of("]]", Shape.SUBROUTINE));
    brackets.put("[(", Map.of(")]", Shape.CYLINDER));
    brackets.put("[/", Map.of("/]", Shape.LEAN_RIGHT, "\\]", Shape.TRAPEZOID));
    brackets.put("[\\", Map.of("\\]", Shape.LEAN_LEFT, "/]", Shape.INVERTED_TRAPEZOID));
    brackets.put("[", Map.of("]", Shape.RECTANGLE));
    brackets.put("{{", Map.of("}}", Shape.HEXAGON));
    brackets.put("{", Map.of("}", Shape.RHOMBUS));
    brackets.put(">", Map.of("]", Shape.FLAG));
    return brackets;
  }

  /** A text with the outline that its brackets mean. */
  record Bracketed(Label label, Shape shape) {}

  /** Whether a bracket opens here. */
  boolean isBracket() {
    return "([{>".indexOf(cursor.peek()) >= 0;
  }

  /** Reads a text in brackets; the cursor stands at the first of them. */
  Bracketed bracketed() throws MisreadException {
    String opening =
        BRACKETS.sequencedKeySet().stream().filter(cursor::startsWith).findFirst().orElseThrow();
    int from = cursor.at();
    cursor.take(opening);
    int inner = cursor.at();
    Label label = text(opening, from);
    for (Map.Entry<String, Shape> closing : BRACKETS.get(opening).entrySet()) {
      if (cursor.take(closing.getKey())) {
        return new Bracketed(label, closing.getValue());
      }
    }
    throw wrongEnd(opening, from, inner);
  }

  /**
   * Reads up to what closes, or where that should stand. The slashes of a slanted side belong to
   * the bracket.
   */
  private Label text(String opening, int from) throws MisreadException {
    int inner = cursor.at();
    cursor.skipPlainSpace();
    if (cursor.peek() == '"') {
      Label label = quoted();
      cursor.skipPlainSpace();
      return label;
    }
    cursor.moveTo(inner);
    while (!cursor.atEnd() && "[](){}|\"".indexOf(cursor.peek()) < 0) {
      cursor.moveTo(cursor.at() + 1);
    }
    if (cursor.atEnd()) {
      throw notClosed(opening, from);
    }
    int before = cursor.charAt(cursor.at() - 1);
    boolean slanted = opening.length() == 2 && (opening.endsWith("/") || opening.endsWith("\\"));
    if (slanted && cursor.at() > inner && (before == '/' || before == '\\')) {
      cursor.moveTo(cursor.at() - 1);
    }
    return label(LabelReader.plain(cursor.text(inner, cursor.at())), inner);
  }

  private MisreadException wrongEnd(String opening, int from, int inner) {
    int at = cursor.at();
    String closing = closing(opening);
    if (!cursor.onOneLine(from, at)) {
      return notClosed(opening, from);
    }
    boolean quoted = cursor.charAt(cursor.afterBlank(inner)) == '"';
    String detail =
        quoted
            ? "behind the closing \" should stand " + closing
            : "here should stand " + closing + ", or the text needs quotation marks";
    String help =
        quoted
            ? "write #quot; for a quotation mark within the text"
            : "put text with brackets, | or \" in quotation marks: "
                + opening
                + "\"…\""
                + closing(opening);
    return cursor.misread(at, Math.max(at + 1, cursor.foundEnd(at)), detail, help);
  }

  private MisreadException notClosed(String opening, int from) {
    return cursor.misread(
        from,
        from + opening.length(),
        "this bracket is not closed",
        "write " + closing(opening) + " behind the text");
  }

  private static String closing(String opening) {
    return List.copyOf(BRACKETS.get(opening).keySet()).stream().sorted().findFirst().orElseThrow();
  }

  /** Reads a text in quotation marks; the cursor stands at the first of them. */
  Label quoted() throws MisreadException {
    int from = cursor.at();
    return label(LabelReader.quoted(quotedSource()), from);
  }

  /** The same, as it is written. */
  String quotedSource() throws MisreadException {
    int from = cursor.at();
    int end = cursor.find('"', from + 1);
    if (end < 0) {
      throw cursor.misread(
          from, from + 1, "this quotation mark has no partner", "close the text with \"");
    }
    cursor.moveTo(end + 1);
    return cursor.text(from + 1, end);
  }

  /** Takes the label out of a reading, and notes the icon that is lost. */
  Label label(LabelReader.Reading reading, int from) {
    if (reading.iconDropped()) {
      notices.styleDropped("icon", cursor.location(from, from + 1));
    }
    return reading.label();
  }
}
