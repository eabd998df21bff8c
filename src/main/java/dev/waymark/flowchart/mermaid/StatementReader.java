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
  private static final String CLICK_HELP = "write click A \"page.md\" \"More about it\"";

  private final Cursor cursor;
  private final DiagramBuilder diagram;
  private final Notices notices;
  private final TextReader texts;
  private final ChainReader chains;

  StatementReader(Cursor cursor, DiagramBuilder diagram, Notices notices) {
    this.cursor = cursor;
    this.diagram = diagram;
    this.notices = notices;
    this.texts = new TextReader(cursor, notices);
    this.chains = new ChainReader(cursor, diagram, notices, texts);
  }

  /** Reads one statement, with its end; the cursor stands at its first character. */
  void read() throws MisreadException {
    int from = cursor.at();
    if (accessibility()) {
      return;
    }
    int to = cursor.idEnd(from);
    String word = cursor.text(from, to);
    if (!chains.isKeyword(from, to)) {
      chains.read();
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

  // --- classes and styles

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
        notices.classDropped(word.name(), cursor.location(word.from(), word.to()));
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
      Label title = opening(keyword, texts::quoted);
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
