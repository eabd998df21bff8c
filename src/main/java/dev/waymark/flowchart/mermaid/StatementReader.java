package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the statements of a flowchart:
 *
 * <pre>
 * statement = nodes { [id "@"] arrow nodes }
 *           | "subgraph" [id] [ "[" title "]" ]   … "end"
 *           | "direction" direction
 *           | "click" id ( address | callback )
 *           | "class" ids class | "classDef" … | "style" … | "linkStyle" …
 *           | "accTitle" ":" text | "accDescr" ( ":" text | "{" text "}" )
 * nodes     = node { "&amp;" node }
 * node      = id [ bracketed text ] [ "@{" keys "}" ] { ":::" class }
 * </pre>
 *
 * <p>A line end or a semicolon ends a statement, but an arrow may begin the next line. A word of
 * the language is an id where an arrow or a bracket follows, or where only an id can stand.
 */
final class StatementReader {
  private static final Set<String> KEYWORDS =
      Set.of("subgraph", "end", "direction", "click", "class", "classDef", "style", "linkStyle");

  private final Cursor cursor;
  private final DiagramBuilder diagram;
  private final Notices notices;
  private final TextReader texts;
  private final ArrowReader arrows;
  private final MetadataReader metadata;

  StatementReader(Cursor cursor, DiagramBuilder diagram, Notices notices) {
    this.cursor = cursor;
    this.diagram = diagram;
    this.notices = notices;
    this.texts = new TextReader(cursor, notices);
    this.arrows = new ArrowReader(cursor, texts);
    this.metadata = new MetadataReader(cursor, texts, diagram, notices);
  }

  /** Reads one statement, with its end; the cursor stands at its first character. */
  void read() throws MisreadException {
    int from = cursor.at();
    if (accessibility()) {
      return;
    }
    int to = cursor.idEnd(from);
    String word = cursor.text(from, to);
    if (!KEYWORDS.contains(word) || isId(to)) {
      chain();
    } else {
      cursor.moveTo(to);
      cursor.skipBlank();
      switch (word) {
        case "subgraph" -> subgraph(from);
        case "end" -> end(from, to);
        case "direction" -> diagram.direction(new HeaderReader(cursor).readDirection());
        case "click" -> click();
        case "class" -> themeClass();
        case "classDef" -> classDefinition(from, to);
        default -> {
          notices.styleDropped(word, cursor.location(from, to));
          cursor.skipStatement();
        }
      }
    }
    endStatement();
  }

  /** Whether a word of the language is an id here, by what follows it. */
  private boolean isId(int to) {
    int c = cursor.charAt(to);
    int next = cursor.afterBlank(to);
    return (c >= 0 && "([{>@:".indexOf(c) >= 0)
        || cursor.charAt(next) == '&'
        || (cursor.isArrow(next) && !isLetterMark(cursor.charAt(next)));
  }

  private void endStatement() throws MisreadException {
    cursor.skipBlank();
    if (cursor.isStatementEnd()) {
      return;
    }
    int at = cursor.at();
    String detail = "here should stand an arrow or the end of the line, not " + cursor.found(at);
    throw cursor.misread(at, cursor.foundEnd(at), detail, helpBehindNode(at));
  }

  private String helpBehindNode(int at) {
    int c = cursor.charAt(at);
    if (cursor.startsWith("->")) {
      return "write --> with two hyphens";
    }
    if ((c >= '\u2013' && c <= '\u2015') || (c >= '\u2190' && c <= '\u21ff')) {
      return "write --> with hyphens; a word processor made one character of them";
    }
    if (c >= 0 && "([{".indexOf(c) >= 0) {
      return "write the bracket right behind the id: A[Text]";
    }
    if (c == ',') {
      return "join several nodes with &: A & B --> C";
    }
    return "write A --> B, and each statement on a line of its own";
  }

  // --- nodes and edges

  private void chain() throws MisreadException {
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
    boolean keyword = KEYWORDS.contains(cursor.text(cursor.at(), to)) && !isId(to);
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

  // --- classes and styles

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
    Id name = new Id(cursor.text(from, to), from, to);
    ThemeClass.of(name.name())
        .ifPresentOrElse(theme -> diagram.themeClass(id, theme), () -> classDropped(name));
  }

  private void classDropped(Id name) {
    String what = "the class " + Notices.shortened(name.name());
    notices.styleDropped(what, cursor.location(name.from(), name.to()));
  }

  /** Reads {@code a,b name}: the last words are classes, those before are ids. */
  private void themeClass() throws MisreadException {
    int from = cursor.at();
    cursor.skipStatement();
    int end = cursor.at();
    while (end > from && Cursor.isBlank(cursor.charAt(end - 1))) {
      end--;
    }
    int name = end;
    while (name > from && !Cursor.isBlank(cursor.charAt(name - 1))) {
      name--;
    }
    List<Id> ids = words(from, name);
    if (ids.isEmpty()) {
      throw cursor.misread(
          from, Math.max(from, end), "ids and a class should stand here", "write class A,B urgent");
    }
    Set<String> done = new HashSet<>();
    for (Id word : words(name, end)) {
      Optional<ThemeClass> theme = ThemeClass.of(word.name());
      if (theme.isEmpty()) {
        classDropped(word);
      } else if (done.add(word.name())) {
        ids.forEach(id -> diagram.themeClass(id, theme.get()));
      }
    }
  }

  /** The words between two offsets, parted by commas and space. */
  private List<Id> words(int from, int to) {
    List<Id> words = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || cursor.charAt(i) == ',' || Cursor.isBlank(cursor.charAt(i))) {
        if (i > start) {
          words.add(new Id(cursor.text(start, i), start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** Colours for a class that the theme has are for other tools: they are left out in silence. */
  private void classDefinition(int from, int to) {
    int names = cursor.at();
    while (!cursor.isStatementEnd() && !Cursor.isBlank(cursor.peek())) {
      cursor.moveTo(cursor.at() + 1);
    }
    boolean known =
        words(names, cursor.at()).stream().allMatch(name -> ThemeClass.of(name.name()).isPresent());
    if (!known) {
      notices.styleDropped("classDef", cursor.location(from, to));
    }
    cursor.skipStatement();
  }

  // --- subgraphs

  private void subgraph(int keyword) throws MisreadException {
    int from = cursor.at();
    int behind = keyword + "subgraph".length();
    if (cursor.isStatementEnd()) {
      diagram.open("", Label.EMPTY, keyword, behind);
      return;
    }
    if (cursor.peek() == '"') {
      Label title = opening(keyword, this::quotedTitle);
      String words = title.text();
      diagram.open(isOneWord(words) ? words : "", title, keyword, behind);
      return;
    }
    while (!cursor.isStatementEnd()
        && "[](){}|\"".indexOf(cursor.peek()) < 0
        && !cursor.startsWith("%%")) {
      cursor.moveTo(cursor.at() + 1);
    }
    String words = cursor.text(from, cursor.at()).strip();
    if (cursor.peek() == '[') {
      Label title = opening(keyword, () -> texts.bracketed().label());
      diagram.open(words, title, keyword, behind);
      return;
    }
    Label title = texts.label(LabelReader.plain(words), from);
    diagram.open(isOneWord(words) ? words : "", title, keyword, behind);
    if (!cursor.isStatementEnd() && !cursor.startsWith("%%")) {
      throw cursor.misread(
          cursor.at(),
          cursor.foundEnd(cursor.at()),
          "a title with brackets, | or \" needs quotation marks",
          "write subgraph id [\"Title\"]");
    }
  }

  private Label quotedTitle() throws MisreadException {
    return texts.quoted();
  }

  /** Reads a title; where that fails the subgraph is open all the same, so that its end is none. */
  private Label opening(int keyword, Title title) throws MisreadException {
    try {
      return title.read();
    } catch (MisreadException e) {
      diagram.open("", Label.EMPTY, keyword, keyword);
      throw e;
    }
  }

  /** Reads a title. */
  private interface Title {
    Label read() throws MisreadException;
  }

  private static boolean isOneWord(String words) {
    return !words.isEmpty() && words.chars().noneMatch(Character::isWhitespace);
  }

  private void end(int from, int to) throws MisreadException {
    if (!diagram.isOpen()) {
      throw cursor.misread(
          from,
          to,
          "no subgraph is open that this could end",
          "take it out, or give a node that is called end a text: end[End]");
    }
    diagram.close();
  }

  // --- links

  private void click() throws MisreadException {
    int from = cursor.at();
    int to = cursor.idEnd(from);
    if (to == from) {
      throw cursor.misread(
          from, cursor.foundEnd(from), "here should stand the id of a node", CLICK_HELP);
    }
    Id id = new Id(cursor.text(from, to), from, to);
    cursor.moveTo(to);
    cursor.skipBlank();
    int what = cursor.at();
    int wordEnd = cursor.idEnd(what);
    if (cursor.text(what, wordEnd).equals("href")) {
      cursor.moveTo(wordEnd);
      cursor.skipBlank();
    } else if (wordEnd > what) {
      notices.callbackDropped(cursor.location(what, wordEnd));
      cursor.skipStatement();
      return;
    }
    if (cursor.peek() != '"') {
      throw cursor.misread(
          what,
          Math.max(what, cursor.foundEnd(what)),
          "here should stand an address in quotation marks",
          CLICK_HELP);
    }
    link(id);
  }

  private static final String CLICK_HELP = "write click A \"page.md\" \"More about it\"";

  private void link(Id id) throws MisreadException {
    int address = cursor.at() + 1;
    String written = texts.quotedSource();
    int end = cursor.at() - 1;
    cursor.skipBlank();
    String tooltip = "";
    if (cursor.peek() == '"' && !cursor.startsWith("\"_")) {
      tooltip = texts.quoted().text();
      cursor.skipBlank();
    }
    // Where a link opens is the reader's choice.
    if (cursor.startsWith("\"_")) {
      texts.quotedSource();
    } else if (cursor.peek() == '_') {
      cursor.moveTo(cursor.idEnd(cursor.at()));
    }
    diagram.link(id, new Link(written.strip(), tooltip, cursor.location(address, end)));
  }

  // --- for those who do not see the drawing

  private boolean accessibility() throws MisreadException {
    int from = cursor.at();
    for (String keyword : List.of("accTitle", "accDescr")) {
      if (!cursor.startsWith(keyword)) {
        continue;
      }
      int mark = cursor.afterBlank(from + keyword.length());
      if (cursor.charAt(mark) == ':' && cursor.charAt(mark + 1) != ':') {
        cursor.moveTo(cursor.lineEnd(mark));
        accessible(keyword, cursor.text(mark + 1, cursor.at()));
        return true;
      }
      if (cursor.charAt(mark) == '{' && keyword.equals("accDescr")) {
        int end = cursor.find('}', mark);
        if (end < 0) {
          throw cursor.misread(
              mark, mark + 1, "this brace is not closed", "write } behind the description");
        }
        cursor.moveTo(end + 1);
        accessible(keyword, cursor.text(mark + 1, end));
        endStatement();
        return true;
      }
    }
    return false;
  }

  private void accessible(String keyword, String text) {
    String words = LabelReader.plain(text).label().text().replace('\n', ' ');
    if (keyword.equals("accTitle")) {
      diagram.accTitle(words);
    } else {
      diagram.accDescr(words);
    }
  }

  /** What to say of a subgraph that nothing has closed. */
  Optional<Diagnostic> unclosed() {
    if (!diagram.isOpen()) {
      return Optional.empty();
    }
    int from = diagram.openedAt();
    return Optional.of(
        Diagnostic.of(
                Code.MERMAID_NOT_UNDERSTOOD, cursor.location(from, from + "subgraph".length()))
            .withDetail("this subgraph has no end")
            .withHelp("write end on a line of its own behind what belongs to it"));
  }
}
