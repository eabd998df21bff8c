package dev.waymark.render;

import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a template that stand between Pebble's marks, each with its place. Pebble's own tree
 * knows lines only, and it is not there when a template cannot be read; this is what diagnostics
 * point with.
 */
final class TemplateTokens {
  /**
   * What a token is; the text of a STRING is without its quotes, that of OPEN and CLOSE is the
   * mark.
   */
  enum Kind {
    OPEN,
    CLOSE,
    NAME,
    STRING,
    OTHER
  }

  /** A word and its place; offsets are 0-based and include the quotes of a string. */
  record Token(Kind kind, String text, int start, int end) {
    boolean is(Kind wanted, String value) {
      return kind == wanted && text.equals(value);
    }

    boolean isMark(String value) {
      return is(Kind.OTHER, value);
    }
  }

  private final ThemeFile file;
  private final LineMap lines;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private TemplateTokens(ThemeFile file) {
    this.file = file;
    this.text = file.text();
    this.lines = LineMap.of(text);
  }

  static TemplateTokens of(ThemeFile file) {
    TemplateTokens found = new TemplateTokens(file);
    found.scan();
    return found;
  }

  ThemeFile file() {
    return file;
  }

  List<Token> tokens() {
    return tokens;
  }

  Token get(int index) {
    return tokens.get(index);
  }

  int size() {
    return tokens.size();
  }

  Location place(Token token) {
    return place(token.start(), token.end());
  }

  Location place(int start, int end) {
    int line = lines.line(start);
    int last = lines.line(end);
    return new Location(file.displayName(), line, lines.column(start), last, lines.column(end));
  }

  /** The line of the file on which the token starts, 1-based. */
  int line(Token token) {
    return lines.line(token.start());
  }

  /** The place of all that stands on a line, without the white space around it. */
  Location wholeLine(int line) {
    int wanted = Math.clamp(line, 1, lines.lines());
    int start = lines.start(wanted);
    int end = wanted < lines.lines() ? lines.start(wanted + 1) : text.length();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return place(start, end);
  }

  private void scan() {
    int open = text.indexOf('{');
    while (open >= 0 && open + 1 < text.length()) {
      at = open + 2;
      switch (text.charAt(open + 1)) {
        case '#' -> at = after("#}", at);
        case '{' -> region(open, "}}");
        case '%' -> {
          region(open, "%}");
          skipVerbatim();
        }
        default -> at = open + 1;
      }
      open = text.indexOf('{', at);
    }
  }

  private int after(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private void skipVerbatim() {
    int size = tokens.size();
    if (size >= 2 && tokens.get(size - 2).is(Kind.NAME, "verbatim")) {
      int end = text.indexOf("endverbatim", at);
      at = end < 0 ? text.length() : Math.max(at, text.lastIndexOf("{%", end));
    }
  }

  private void region(int open, String close) {
    add(Kind.OPEN, text.substring(open, open + 2), open, open + 2);
    if (text.startsWith("-", at)) { // takes away white space, and is no sign of minus
      at++;
    }
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (depth == 0 && text.startsWith("-" + close, at)) {
        at++;
      }
      if (depth == 0 && text.startsWith(close, at)) {
        add(Kind.CLOSE, close, at, at + 2);
        at += 2;
        return;
      }
      depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
      word(c);
    }
  }

  private void word(char c) {
    int start = at;
    if (Character.isWhitespace(c)) {
      at++;
    } else if (Character.isLetter(c) || c == '_') {
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
      add(Kind.NAME, text.substring(start, at), start, at);
    } else if (c == '"' || c == '\'') {
      string(c);
    } else {
      do {
        at++;
      } while (Character.isDigit(c) && at < text.length() && isNamePart(text.charAt(at)));
      add(Kind.OTHER, String.valueOf(c), start, at);
    }
  }

  private void string(char quote) {
    int start = at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
    }
    int end = Math.min(at, text.length());
    at = Math.min(end + 1, text.length());
    add(Kind.STRING, text.substring(start + 1, Math.max(start + 1, end)), start, at);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void add(Kind kind, String value, int start, int end) {
    tokens.add(new Token(kind, value, start, end));
  }
}
