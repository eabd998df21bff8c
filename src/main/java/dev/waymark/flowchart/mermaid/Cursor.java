package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourceText;

/** A place in the text of a diagram. It moves forward; only {@link #moveTo} can take it back. */
final class Cursor {
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final char ZERO_WIDTH_SPACE = '\u200b';
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final SourceText source;
  private final String text;
  private final LineMap lines;
  private int at;

  Cursor(SourceText source) {
    this.source = source;
    this.text = source.text();
    this.lines = LineMap.of(text);
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The character here, or -1 at the end. */
  int peek() {
    return charAt(at);
  }

  /** The character at an offset, or -1 outside of the text. */
  int charAt(int offset) {
    return offset >= 0 && offset < text.length() ? text.charAt(offset) : -1;
  }

  String text(int from, int to) {
    return text.substring(from, to);
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  boolean startsWith(String prefix, int offset) {
    return text.startsWith(prefix, offset);
  }

  /** Steps over this prefix if it stands here. */
  boolean take(String prefix) {
    boolean found = startsWith(prefix);
    if (found) {
      at += prefix.length();
    }
    return found;
  }

  int find(char wanted, int from) {
    return text.indexOf(wanted, from);
  }

  /** How many of this character stand in a row at an offset. */
  int run(char mark, int from) {
    int to = from;
    while (charAt(to) == mark) {
      to++;
    }
    return to - from;
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  /** Space within a line. Those that one does not see count too: they come with pasted text. */
  static boolean isBlank(int c) {
    return c == ' '
        || c == '\t'
        || c == NO_BREAK_SPACE
        || c == ZERO_WIDTH_SPACE
        || c == BYTE_ORDER_MARK
        || (c > 0 && !isLineEnd(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  /** The end of the line that holds an offset. */
  int lineEnd(int from) {
    int to = from;
    while (to < text.length() && !isLineEnd(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /** Where the space within a line that begins at an offset ends. */
  int afterBlank(int from) {
    int to = from;
    while (isBlank(charAt(to))) {
      to++;
    }
    return to;
  }

  /** Steps over space within the line, and over comments and directives. */
  void skipBlank() throws MisreadException {
    while (true) {
      at = afterBlank(at);
      if (!startsWith("%%")) {
        return;
      }
      skipComment();
    }
  }

  /** Steps over space, comments, directives and line ends. */
  void skipSpace() throws MisreadException {
    skipBlank();
    while (isLineEnd(peek())) {
      at++;
      skipBlank();
    }
  }

  /** Steps over space and line ends alone, as within quotation marks and brackets. */
  void skipPlainSpace() {
    while (isBlank(peek()) || isLineEnd(peek())) {
      at++;
    }
  }

  private void skipComment() throws MisreadException {
    if (!startsWith("%%{")) {
      at = lineEnd(at);
      return;
    }
    int end = text.indexOf("}%%", at);
    if (end < 0) {
      throw misread(
          at, at + 3, "this directive is not closed", "close it with }%%, or take it out");
    }
    at = end + 3;
  }

  /** The end of the id that begins at an offset; the offset itself where none does. */
  int idEnd(int from) {
    int to = from;
    while (true) {
      int length = idLength(to, to == from);
      if (length == 0) {
        return to;
      }
      to += length;
    }
  }

  /** How many units of an id stand here. Marks that begin an arrow belong to no id. */
  private int idLength(int i, boolean first) {
    int c = charAt(i);
    int next = charAt(i + 1);
    return switch (c) {
      case -1 -> 0;
      case '-', '=', '&' -> !first && isWord(next) ? 1 : 0;
      case ':' -> !first && isWord(next) && charAt(i - 1) != ':' ? 1 : 0;
      case '.' -> !first && next != '-' && next != '.' ? 1 : 0;
      case '%' -> next != '%' && charAt(i - 1) != '%' ? 1 : 0;
      case '!', '#', '$', '\'', '*', '+', '/', '?', '\\' -> 1;
      default -> wordLength(c, next);
    };
  }

  private static int wordLength(int c, int next) {
    if (Character.isHighSurrogate((char) c)) {
      return next >= 0 && Character.isLowSurrogate((char) next) ? 2 : 0;
    }
    return isWord(c) ? 1 : 0;
  }

  private static boolean isWord(int c) {
    if (c < 0x80) {
      return c == '_' || (c > 0 && Character.isLetterOrDigit(c));
    }
    // Text processors make dashes and arrows of "--" and "-->".
    boolean arrow = (c >= '\u2013' && c <= '\u2015') || (c >= '\u2190' && c <= '\u21ff');
    return !arrow
        && !isBlank(c)
        && !Character.isISOControl(c)
        && !Character.isLowSurrogate((char) c);
  }

  /** Whether an arrow begins at an offset: {@code --}, {@code ==}, {@code -.}, {@code ~~~} … */
  boolean isArrow(int from) {
    int c = charAt(from);
    int start = c == '<' || c == 'x' || c == 'o' ? from + 1 : from;
    return startsWith("--", start)
        || startsWith("==", start)
        || startsWith("-.", start)
        || startsWith("~~~", from)
        || (c == '.' && charAt(from + run('.', from)) == '-');
  }

  /** Whether a statement ends here; space must have been skipped. */
  boolean isStatementEnd() {
    return atEnd() || isLineEnd(peek()) || peek() == ';';
  }

  /** Steps to the end of the statement; a semicolon in quotation marks does not end it. */
  void skipStatement() {
    boolean quoted = false;
    while (!atEnd() && !isLineEnd(peek()) && (quoted || peek() != ';')) {
      quoted ^= peek() == '"';
      at++;
    }
  }

  /** A range as a place in the file, cut off at the end of its first line. */
  Location location(int from, int to) {
    int line = lines.line(from);
    int end = Math.min(to, line < lines.lines() ? lines.start(line + 1) : text.length());
    while (end > from && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return source.locate(line - 1, lines.column(from) - 1, Math.max(0, end - from));
  }

  boolean onOneLine(int from, int to) {
    return lines.line(from) == lines.line(to);
  }

  /** What stands at an offset, to be named in a message. */
  String found(int offset) {
    int c = charAt(offset);
    if (c < 0) {
      return "the end";
    }
    if (isLineEnd(c)) {
      return "the end of the line";
    }
    int end = Math.min(lineEnd(offset), offset + 12);
    int to = offset;
    while (to < end && !isBlank(charAt(to))) {
      to++;
    }
    if (to == end && Character.isHighSurrogate(text.charAt(end - 1))) {
      to--;
    }
    return '"' + text.substring(offset, to) + (to == end && end < lineEnd(offset) ? "…" : "") + '"';
  }

  /** The mark under what {@link #found} names. */
  int foundEnd(int offset) {
    int end = lineEnd(offset);
    int to = offset;
    while (to < end && !isBlank(charAt(to))) {
      to++;
    }
    return to;
  }

  MisreadException misread(int from, int to, String detail, String help) {
    return misread(Code.MERMAID_NOT_UNDERSTOOD, from, to, detail, help);
  }

  MisreadException misread(Code code, int from, int to, String detail, String help) {
    Diagnostic diagnostic =
        Diagnostic.of(code, location(from, to)).withDetail(detail).withHelp(help);
    return new MisreadException(diagnostic, from);
  }
}
