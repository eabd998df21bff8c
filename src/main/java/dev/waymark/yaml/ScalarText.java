package dev.waymark.yaml;

import dev.waymark.diagnostic.LineMap;
import dev.waymark.source.SourceText;

/**
 * A YAML value as a text of its own, for a reader of another language. Each character of the value
 * is looked for in the file again, so that a place in the text is the place in the file, whatever
 * quotes, escapes, indentation and folded lines stand between.
 */
public final class ScalarText {
  private final String source;
  private final LineMap map;
  private final String value;
  private final int[] lines;
  private final int[] columns;
  private int at;

  private ScalarText(SourceText file, String value) {
    this.source = file.text();
    this.map = LineMap.of(source);
    this.value = value;
    this.lines = new int[value.length() + 1];
    this.columns = new int[value.length() + 1];
  }

  /**
   * The text of a scalar.
   *
   * @param file the whole file, whose first line is line 1
   */
  public static SourceText of(SourceText file, YamlNode.Scalar scalar) {
    ScalarText text = new ScalarText(file, scalar.text());
    text.at = text.map.start(scalar.location().line()) + scalar.location().column() - 1;
    text.align();
    return SourceText.scattered(file.file(), text.value, text.lines, text.columns);
  }

  private void align() {
    char style = at < source.length() ? source.charAt(at) : ' ';
    switch (style) {
      case '|', '>' -> alignBlock(style == '>');
      case '"', '\'' -> {
        at++;
        alignFlow(style);
      }
      default -> alignFlow(' ');
    }
    place(value.length());
  }

  private void place(int index) {
    int offset = Math.min(at, source.length());
    lines[index] = map.line(offset);
    columns[index] = map.column(offset);
  }

  /** Lines below their indicator: only indentation, and the folds of {@code >}, are not text. */
  private void alignBlock(boolean folded) {
    toNextLine();
    int indent = indent();
    skip(indent);
    for (int i = 0; i < value.length(); i++) {
      char wanted = value.charAt(i);
      boolean lineEnds = at >= source.length() || isBreak(source.charAt(at));
      place(i);
      if (lineEnds) {
        toNextLine();
        skip(indent);
        while (folded && wanted == '\n' && i + 1 < value.length() && atEmptyLine(i)) {
          toNextLine();
          skip(indent);
        }
      } else {
        at++;
      }
    }
  }

  /** Whether the file has an empty line here that a fold swallowed. */
  private boolean atEmptyLine(int index) {
    return at < source.length() && isBreak(source.charAt(at)) && value.charAt(index + 1) != '\n';
  }

  /** Plain and quoted values: a line break with the white space around it is one space. */
  private void alignFlow(char quote) {
    for (int i = 0; i < value.length(); i++) {
      char wanted = value.charAt(i);
      skipContinuation(quote);
      place(i);
      if (at >= source.length()) {
        continue;
      }
      char found = source.charAt(at);
      if (quote == '"' && found == '\\') {
        at += escapeLength();
        if (Character.isHighSurrogate(wanted) && i + 1 < value.length()) {
          i++;
          lines[i] = lines[i - 1];
          columns[i] = columns[i - 1];
        }
      } else if (quote == '\'' && found == '\'') {
        at += 2;
      } else if ((wanted == ' ' || wanted == '\n') && foldStartsHere()) {
        skipFold(wanted == '\n', i);
      } else {
        at++;
      }
    }
  }

  /** A backslash at the end of a line in double quotes is no character of the value. */
  private void skipContinuation(char quote) {
    while (quote == '"'
        && at + 1 < source.length()
        && source.charAt(at) == '\\'
        && isBreak(source.charAt(at + 1))) {
      at++;
      skipWhite();
    }
  }

  private boolean foldStartsHere() {
    int end = at;
    while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
      end++;
    }
    return end < source.length() && isBreak(source.charAt(end));
  }

  /** One space stands for one line break, n line breaks for n more. */
  private void skipFold(boolean breaks, int index) {
    if (breaks && index + 1 < value.length() && value.charAt(index + 1) == '\n') {
      toNextLine();
    } else {
      skipWhite();
    }
  }

  private int escapeLength() {
    char kind = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
    return switch (kind) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private void skipWhite() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private void toNextLine() {
    int line = map.line(Math.min(at, source.length()));
    at = line < map.lines() ? map.start(line + 1) : source.length();
  }

  /** The indentation of the first line with text; the value's own leading spaces are not part. */
  private int indent() {
    int own = 0;
    int first = 0;
    while (first < value.length() && value.charAt(first) == '\n') {
      first++;
    }
    while (first + own < value.length() && value.charAt(first + own) == ' ') {
      own++;
    }
    int line = map.line(Math.min(at, source.length()));
    for (; line <= map.lines(); line++) {
      int start = map.start(line);
      int end = start;
      while (end < source.length() && source.charAt(end) == ' ') {
        end++;
      }
      if (end < source.length() && !isBreak(source.charAt(end))) {
        return Math.max(0, end - start - own);
      }
    }
    return 0;
  }

  private void skip(int spaces) {
    for (int i = 0; i < spaces && at < source.length() && source.charAt(at) == ' '; i++) {
      at++;
    }
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
