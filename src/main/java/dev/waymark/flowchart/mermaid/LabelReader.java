package dev.waymark.flowchart.mermaid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text between two brackets or quotation marks into a {@link Label}, in one pass: {@code
 * <br>}, {@code \n} and line ends break lines, {@code <b>} and {@code <i>} set words apart, other
 * tags of HTML are dropped, entities are replaced. Between backticks, {@code **} and {@code *} set
 * words apart too. Whatever else looks like a tag, an entity or Markdown is text.
 */
final class LabelReader {
  private static final Set<String> STRONG = Set.of("b", "strong");
  private static final Set<String> EMPHASIS = Set.of("i", "em");
  private static final Set<String> BLOCK = Set.of("br", "div", "li", "p", "hr");
  private static final Set<String> DROPPED =
      Set.of(
          "a", "big", "center", "code", "del", "font", "h1", "h2", "h3", "h4", "h5", "h6", "img",
          "ins", "kbd", "mark", "ol", "pre", "q", "s", "samp", "small", "span", "strike", "sub",
          "sup", "tt", "u", "ul", "var");

  private final String text;
  private final boolean markdown;
  private final List<Piece> pieces = new ArrayList<>();
  private final Deque<Piece> open = new ArrayDeque<>();
  private final StringBuilder icons = new StringBuilder();
  private int at;

  private LabelReader(String text, boolean markdown) {
    this.text = text;
    this.markdown = markdown;
  }

  /**
   * A label, and whether an icon was dropped from it. A label that was an icon alone is the name of
   * the icon.
   */
  record Reading(Label label, boolean iconDropped) {}

  /** Reads unquoted text, which is never Markdown. */
  static Reading plain(String text) {
    return new LabelReader(text, false).read();
  }

  /** Reads what stood in quotation marks: Markdown when it stands in backticks too. */
  static Reading quoted(String text) {
    String inner = text.strip();
    boolean markdown = inner.length() >= 2 && inner.startsWith("`") && inner.endsWith("`");
    return markdown
        ? new LabelReader(inner.substring(1, inner.length() - 1), true).read()
        : plain(text);
  }

  /** Words without any mark: an id as a label. */
  static Label literal(String text) {
    LabelReader reader = new LabelReader("", false);
    reader.pieces.add(Piece.text(text));
    return reader.label();
  }

  private Reading read() {
    StringBuilder plain = new StringBuilder();
    while (at < text.length()) {
      int before = at;
      Piece special = special(plain);
      if (special != null) {
        flush(plain);
        pieces.add(special);
      } else if (at == before) {
        plain.append(text.charAt(at++));
      }
    }
    flush(plain);
    Label label = label();
    if (label.isEmpty() && !icons.isEmpty()) {
      label = literal(icons.toString());
    }
    return new Reading(label, !icons.isEmpty());
  }

  private void flush(StringBuilder plain) {
    if (!plain.isEmpty()) {
      pieces.add(Piece.text(plain.toString()));
      plain.setLength(0);
    }
  }

  /**
   * Reads what is more than a character, and steps over it: as a piece, or, where it is text after
   * all, into the plain text. Stands still where there is nothing of that kind.
   */
  private @Nullable Piece special(StringBuilder plain) {
    char c = text.charAt(at);
    return switch (c) {
      case '\n', '\r' -> {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        yield Piece.lineBreak();
      }
      case '<' -> tag();
      case '\\' -> backslash(plain);
      case '#', '&' -> {
        entity(plain);
        yield null;
      }
      case 'f' -> {
        icon();
        yield null;
      }
      case '*', '_' -> {
        if (markdown) {
          delimiters(c, plain);
        }
        yield null;
      }
      default -> null;
    };
  }

  private @Nullable Piece backslash(StringBuilder plain) {
    if (text.startsWith("\\n", at)) {
      at += 2;
      return Piece.lineBreak();
    }
    if (markdown && at + 1 < text.length() && "\\*_`".indexOf(text.charAt(at + 1)) >= 0) {
      plain.append(text.charAt(at + 1));
      at += 2;
    }
    return null;
  }

  private void entity(StringBuilder plain) {
    // "#quot;" is Mermaid's way, "&quot;" that of HTML.
    boolean html = text.charAt(at) == '&';
    int from = at + 1;
    int to = from;
    int limit = Math.min(text.length(), from + Entities.MAX_LENGTH);
    while (to < limit
        && (Character.isLetterOrDigit(text.charAt(to))
            || (html && to == from && text.charAt(to) == '#'))) {
      to++;
    }
    if (to == from || to >= text.length() || text.charAt(to) != ';') {
      return;
    }
    String name = text.substring(from, to);
    if (!html && Character.isDigit(name.charAt(0))) {
      name = "#" + name;
    }
    Optional<String> character = Entities.character(name);
    if (character.isPresent()) {
      plain.append(character.get());
      at = to + 1;
    }
  }

  /** Font Awesome's {@code fa:fa-name}, at the beginning of a word. */
  private void icon() {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return;
    }
    int colon = text.startsWith("fa", at) ? at + 2 : -1;
    if (colon > 0 && colon < text.length() && "bdklrs".indexOf(text.charAt(colon)) >= 0) {
      colon++;
    }
    if (colon < 0 || !text.startsWith(":fa-", colon)) {
      return;
    }
    int to = colon + 4;
    while (to < text.length()
        && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '-')) {
      to++;
    }
    icons.append(text.substring(colon + 4, to).replace('-', ' ')).append(' ');
    at = to;
  }

  private @Nullable Piece tag() {
    int from = at + 1;
    boolean closing = from < text.length() && text.charAt(from) == '/';
    int name = closing ? from + 1 : from;
    int to = name;
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    int end = to;
    while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != '>' || !endsName(to)) {
      return null;
    }
    String tag = text.substring(name, to).toLowerCase(Locale.ROOT);
    Piece piece = null;
    if (BLOCK.contains(tag)) {
      piece = closing && !tag.equals("br") ? Piece.text("") : Piece.lineBreak();
    } else if (STRONG.contains(tag)) {
      piece = Piece.look(true, !closing);
    } else if (EMPHASIS.contains(tag)) {
      piece = Piece.look(false, !closing);
    } else if (DROPPED.contains(tag)) {
      piece = Piece.text("");
    }
    if (piece != null) {
      at = end + 1;
    }
    return piece;
  }

  private boolean endsName(int to) {
    char c = text.charAt(to);
    return c == '>' || c == '/' || Character.isWhitespace(c);
  }

  /**
   * Reads a run of {@code *} or {@code _}. What it opens stays text until a later run closes it; at
   * most one of each kind and length is open, so this takes no longer than the run.
   */
  private void delimiters(char mark, StringBuilder plain) {
    int from = at;
    while (at < text.length() && text.charAt(at) == mark) {
      at++;
    }
    int left = at - from;
    boolean opens = isInner(at, at < text.length()) && (mark == '*' || !isLetter(from - 1));
    boolean closes = isInner(from - 1, from > 0) && (mark == '*' || !isLetter(at));
    flush(plain);
    while (closes && left > 0) {
      Piece opener = lastOpen(mark, left);
      if (opener == null) {
        break;
      }
      while (open.getLast() != opener) {
        open.removeLast();
      }
      open.removeLast();
      opener.turnsOn();
      pieces.add(Piece.look(opener.isStrong(), false));
      left -= opener.length();
    }
    while (opens && left > 0) {
      Piece piece = Piece.delimiter(mark, Math.min(left, 2));
      if (open.stream().anyMatch(piece::isLike)) {
        break;
      }
      pieces.add(piece);
      open.addLast(piece);
      left -= piece.length();
    }
    pieces.add(Piece.text(String.valueOf(mark).repeat(left)));
  }

  private @Nullable Piece lastOpen(char mark, int longest) {
    for (Iterator<Piece> from = open.descendingIterator(); from.hasNext(); ) {
      Piece piece = from.next();
      if (piece.isMade(mark) && piece.length() <= longest) {
        return piece;
      }
    }
    return null;
  }

  private boolean isInner(int index, boolean exists) {
    return exists && !Character.isWhitespace(text.charAt(index));
  }

  private boolean isLetter(int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }

  private Label label() {
    LabelLines lines = new LabelLines();
    pieces.forEach(piece -> piece.writeTo(lines));
    return lines.label();
  }

  /** A part of a label: text, a line break, or a mark that turns a look on or off. */
  private static final class Piece {
    private enum Kind {
      TEXT,
      BREAK,
      LOOK
    }

    private Kind kind;
    private final String text;
    private final boolean strong;
    private final boolean on;

    private Piece(Kind kind, String text, boolean strong, boolean on) {
      this.kind = kind;
      this.text = text;
      this.strong = strong;
      this.on = on;
    }

    static Piece text(String text) {
      return new Piece(Kind.TEXT, text, false, false);
    }

    static Piece lineBreak() {
      return new Piece(Kind.BREAK, "", false, false);
    }

    static Piece look(boolean strong, boolean on) {
      return new Piece(Kind.LOOK, "", strong, on);
    }

    /** Marks of Markdown that are text unless {@link #turnsOn} is called. */
    static Piece delimiter(char mark, int length) {
      return new Piece(Kind.TEXT, String.valueOf(mark).repeat(length), length == 2, true);
    }

    void turnsOn() {
      kind = Kind.LOOK;
    }

    boolean isStrong() {
      return strong;
    }

    int length() {
      return text.length();
    }

    boolean isMade(char mark) {
      return text.charAt(0) == mark;
    }

    boolean isLike(Piece other) {
      return text.equals(other.text);
    }

    void writeTo(LabelLines lines) {
      switch (kind) {
        case TEXT -> lines.append(text);
        case BREAK -> lines.lineBreak();
        case LOOK -> lines.turn(strong, on);
      }
    }
  }
}
