package dev.waymark.flowchart.mermaid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads nodes and the edges between them: {@code a & b[Text] -->|more| c}. */
final class ChainReader {
  private static final Set<String> KEYWORDS =
      Set.of("subgraph", "end", "direction", "click", "class", "classDef", "style", "linkStyle");

  private final Cursor cursor;
  private final DiagramBuilder diagram;
  private final Notices notices;
  private final TextReader texts;
  private final ArrowReader arrows;
  private final MetadataReader metadata;

  ChainReader(Cursor cursor, DiagramBuilder diagram, Notices notices, TextReader texts) {
    this.cursor = cursor;
    this.diagram = diagram;
    this.notices = notices;
    this.texts = texts;
    this.arrows = new ArrowReader(cursor, texts);
    this.metadata = new MetadataReader(cursor, texts, diagram, notices);
  }

  /** Whether a word of the language stands there, and is not an id by what follows it. */
  boolean isKeyword(int from, int to) {
    return KEYWORDS.contains(cursor.text(from, to)) && !isId(to);
  }

  private boolean isId(int to) {
    int c = cursor.charAt(to);
    int next = cursor.afterBlank(to);
    return (c >= 0 && "([{>@:".indexOf(c) >= 0)
        || cursor.charAt(next) == '&'
        || (cursor.isArrow(next) && !isLetterMark(cursor.charAt(next)));
  }

  /** Reads a chain of nodes; the end of the statement is left. */
  void read() throws MisreadException {
    List<Id> from = nodes();
    boolean joined = false;
    while (toArrow()) {
      joined = true;
      Optional<String> edgeId = edgeId();
      Arrow arrow = arrows.read();
      mention(from);
      beforeTarget(arrow);
      List<Id> to = nodes();
      mention(to);
      diagram.edges(from, arrow, to, edgeId);
      from = to;
    }
    if (joined) {
      mention(from);
    }
  }

  private void mention(List<Id> ids) throws MisreadException {
    for (Id id : ids) {
      diagram.mention(id);
    }
  }

  /**
   * Moves to the arrow that follows, or stays. On the next line it must begin with a mark: {@code
   * x--> b} there is a node.
   */
  private boolean toArrow() throws MisreadException {
    int from = cursor.at();
    cursor.skipBlank();
    boolean sameLine = !Cursor.isLineEnd(cursor.peek());
    cursor.skipSpace();
    if (cursor.isArrow(cursor.at()) && (sameLine || !isLetterMark(cursor.peek()))) {
      return true;
    }
    int idEnd = cursor.idEnd(cursor.at());
    if (sameLine
        && idEnd > cursor.at()
        && cursor.charAt(idEnd) == '@'
        && cursor.isArrow(idEnd + 1)) {
      return true;
    }
    cursor.moveTo(from);
    return false;
  }

  private static boolean isLetterMark(int c) {
    return c == 'x' || c == 'o';
  }

  private Optional<String> edgeId() {
    if (cursor.isArrow(cursor.at())) {
      return Optional.empty();
    }
    int from = cursor.at();
    int to = cursor.idEnd(from);
    cursor.moveTo(to + 1);
    return Optional.of(cursor.text(from, to));
  }

  /** Moves to the node behind an arrow, which may be on the next line unless that is a keyword. */
  private void beforeTarget(Arrow arrow) throws MisreadException {
    cursor.skipBlank();
    boolean sameLine = !Cursor.isLineEnd(cursor.peek());
    cursor.skipSpace();
    int to = cursor.idEnd(cursor.at());
    boolean keyword = isKeyword(cursor.at(), to);
    if (to == cursor.at() && sameLine && !cursor.isStatementEnd()) {
      return;
    }
    if (to == cursor.at() || (keyword && !sameLine)) {
      throw cursor.misread(
          arrow.from(), arrow.to(), "no node follows this arrow", "write the node it leads to");
    }
  }

  private List<Id> nodes() throws MisreadException {
    List<Id> ids = new ArrayList<>();
    ids.add(node());
    while (true) {
      int behind = cursor.at();
      cursor.skipBlank();
      if (Cursor.isLineEnd(cursor.peek())) {
        cursor.skipSpace();
      }
      if (cursor.peek() != '&') {
        cursor.moveTo(behind);
        return ids;
      }
      cursor.take("&");
      cursor.skipSpace();
      ids.add(node());
    }
  }

  private Id node() throws MisreadException {
    int from = cursor.at();
    int to = cursor.idEnd(from);
    if (to == from) {
      throw noNode(from);
    }
    Id id = new Id(cursor.text(from, to), from, to);
    cursor.moveTo(to);
    if (!cursor.startsWith("@{")) {
      diagram.mention(id);
    }
    if (texts.isBracket()) {
      TextReader.Bracketed text = texts.bracketed();
      diagram.label(id, text.label());
      diagram.shape(id, text.shape());
    }
    if (cursor.startsWith("@{")) {
      metadata.read(id);
    }
    while (cursor.take(":::")) {
      diagram.mention(id);
      classes(id);
    }
    return id;
  }

  private MisreadException noNode(int at) {
    int end = Math.max(at + 1, cursor.foundEnd(at));
    if (cursor.isArrow(at)) {
      return cursor.misread(
          at, end, "no node stands before this arrow", "write the node it comes from: A --> B");
    }
    if (cursor.peek() == '"' || texts.isBracket()) {
      return cursor.misread(
          at, end, "this text belongs to no node", "write an id before it: A[\"Text\"]");
    }
    return cursor.misread(
        at,
        end,
        "here should stand a node, not " + cursor.found(at),
        "begin with an id of letters and digits: A[Text]");
  }

  /** Reads the name behind {@code :::}. */
  private void classes(Id id) throws MisreadException {
    int from = cursor.at();
    int to = cursor.idEnd(from);
    if (to == from) {
      throw cursor.misread(
          from,
          Math.max(from + 1, cursor.foundEnd(from)),
          "here should stand the name of a class",
          "write it right behind the colons: A:::urgent");
    }
    cursor.moveTo(to);
    String name = cursor.text(from, to);
    ThemeClass.of(name)
        .ifPresentOrElse(
            theme -> diagram.themeClass(id, theme),
            () -> notices.classDropped(name, cursor.location(from, to)));
  }
}
