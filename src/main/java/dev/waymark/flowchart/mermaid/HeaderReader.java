package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what stands before the statements: front matter, of which the title is kept, then the kind
 * of diagram and its direction.
 */
final class HeaderReader {
  private static final Set<String> FLOWCHART = Set.of("flowchart", "graph", "flowchart-elk");

  private static final Set<String> OTHER =
      Set.of(
          "architecture",
          "architecture-beta",
          "block",
          "block-beta",
          "C4Component",
          "C4Container",
          "C4Context",
          "C4Deployment",
          "C4Dynamic",
          "classDiagram",
          "classDiagram-v2",
          "erDiagram",
          "gantt",
          "gitGraph",
          "info",
          "journey",
          "kanban",
          "mindmap",
          "packet",
          "packet-beta",
          "pie",
          "quadrantChart",
          "radar-beta",
          "requirement",
          "requirementDiagram",
          "sankey",
          "sankey-beta",
          "sequenceDiagram",
          "stateDiagram",
          "stateDiagram-v2",
          "timeline",
          "treemap",
          "treemap-beta",
          "xychart",
          "xychart-beta",
          "zenuml");

  private static final Map<String, Direction> DIRECTIONS =
      Map.of(
          "TB",
          Direction.DOWN,
          "TD",
          Direction.DOWN,
          "v",
          Direction.DOWN,
          "BT",
          Direction.UP,
          "^",
          Direction.UP,
          "LR",
          Direction.RIGHT,
          ">",
          Direction.RIGHT,
          "RL",
          Direction.LEFT,
          "<",
          Direction.LEFT);

  private static final List<String> DIRECTION_NAMES = List.of("TB", "TD", "BT", "LR", "RL");

  private final Cursor cursor;
  private String title = "";
  private Direction direction = Direction.DOWN;

  HeaderReader(Cursor cursor) {
    this.cursor = cursor;
  }

  String title() {
    return title;
  }

  Direction direction() {
    return direction;
  }

  /** The word for another kind of diagram, or empty when the statements of a flowchart follow. */
  Optional<String> read() throws MisreadException {
    cursor.skipPlainSpace();
    if (cursor.startsWith("---") && isLineOf(cursor.at(), "---")) {
      frontMatter();
    }
    cursor.skipSpace();
    int from = cursor.at();
    if (cursor.atEnd()) {
      throw cursor.misread(
          0, 0, "there is no diagram", "begin with flowchart TD, then write A --> B");
    }
    int to = wordEnd(from);
    String kind = cursor.text(from, to);
    if (OTHER.contains(kind)) {
      return Optional.of(kind);
    }
    if (!FLOWCHART.contains(kind)) {
      throw unknown(from, to, kind);
    }
    cursor.moveTo(to);
    cursor.skipBlank();
    if (!cursor.isStatementEnd()) {
      direction = readDirection();
    }
    return Optional.empty();
  }

  private int wordEnd(int from) {
    int to = from;
    while (cursor.charAt(to) == '-'
        || (cursor.charAt(to) > 0 && Character.isLetterOrDigit(cursor.charAt(to)))) {
      to++;
    }
    return to;
  }

  private MisreadException unknown(int from, int to, String kind) {
    int end = Math.max(to, cursor.foundEnd(from));
    Diagnostic diagnostic =
        Diagnostic.of(Code.MERMAID_NOT_UNDERSTOOD, cursor.location(from, end))
            .withDetail("no kind of diagram is called " + cursor.found(from));
    Optional<String> meant = Spelling.nearest(kind, List.of("flowchart", "graph"));
    return new MisreadException(
        meant
            .map(diagnostic::withSuggestion)
            .orElse(diagnostic.withHelp("begin with flowchart TD, then write A --> B")),
        from);
  }

  /** Reads a direction and the end of its statement. */
  Direction readDirection() throws MisreadException {
    int from = cursor.at();
    int to = from;
    while (!Cursor.isBlank(cursor.charAt(to))
        && !Cursor.isLineEnd(cursor.charAt(to))
        && cursor.charAt(to) >= 0
        && cursor.charAt(to) != ';') {
      to++;
    }
    String name = cursor.text(from, to);
    Direction found = DIRECTIONS.get(name);
    if (found == null) {
      Diagnostic diagnostic =
          Diagnostic.of(Code.MERMAID_NOT_UNDERSTOOD, cursor.location(from, to))
              .withDetail("here should stand a direction, not " + cursor.found(from));
      Optional<String> meant =
          DIRECTION_NAMES.stream().filter(known -> known.equalsIgnoreCase(name)).findFirst();
      String help = "write TB, BT, LR or RL, and the next statement on a line of its own";
      throw new MisreadException(
          meant.map(diagnostic::withSuggestion).orElse(diagnostic.withHelp(help)), from);
    }
    cursor.moveTo(to);
    cursor.skipBlank();
    if (!cursor.isStatementEnd()) {
      throw cursor.misread(
          cursor.at(),
          cursor.foundEnd(cursor.at()),
          "the line should end behind the direction",
          "write this on a line of its own");
    }
    return found;
  }

  private boolean isLineOf(int from, String words) {
    return cursor.text(from, cursor.lineEnd(from)).strip().equals(words);
  }

  private void frontMatter() throws MisreadException {
    int from = cursor.at();
    int at = nextLine(from);
    while (cursor.charAt(at) >= 0) {
      if (isLineOf(at, "---")) {
        cursor.moveTo(cursor.lineEnd(at));
        return;
      }
      String line = cursor.text(at, cursor.lineEnd(at));
      if (line.startsWith("title:")) {
        title = LabelReader.plain(scalar(line.substring("title:".length()))).label().text();
      }
      at = nextLine(at);
    }
    throw cursor.misread(
        from, from + 3, "the front matter is not closed", "end it with a line of ---");
  }

  private int nextLine(int from) {
    int end = cursor.lineEnd(from);
    return end + (cursor.startsWith("\r\n", end) ? 2 : 1);
  }

  /** A value of YAML on the line of its key; other forms of text are rare here and left out. */
  private static String scalar(String written) {
    String value = written.strip();
    if (value.length() >= 2
        && (value.startsWith("\"") || value.startsWith("'"))
        && value.charAt(value.length() - 1) == value.charAt(0)) {
      return value.substring(1, value.length() - 1);
    }
    int comment = value.indexOf(" #");
    boolean block = value.startsWith("|") || value.startsWith(">");
    return block ? "" : value.substring(0, comment < 0 ? value.length() : comment);
  }
}
