package dev.waymark.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader typed, taken apart.
 *
 * <pre>
 * text      = { white space | item }
 * item      = phrase | "-" phrase | "-" word | plain
 * phrase    = quote, anything, quote
 * </pre>
 *
 * <p>A quote without an end is no quote, and a {@code -} that no letter, number or phrase follows
 * is nothing. Typographic quotes are quotes.
 *
 * @param text in normal form C, with plain quotes
 * @param items in the order of the text; none is empty
 */
record QueryText(String text, List<Item> items) {
  /** So many tokens of a text count; nobody types more, and every one costs. */
  static final int MAX_TOKENS = 100;

  private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");
  private static final Pattern EXCLUDED = Pattern.compile("-[\\p{L}\\p{N}]");

  enum Kind {
    PLAIN,
    PHRASE,
    EXCLUSION
  }

  record Item(Kind kind, List<Token> tokens) {}

  /**
   * A word of the query.
   *
   * @param start in the text, in UTF-16 units
   * @param end just behind it
   */
  record Token(Word word, int start, int end) {}

  static QueryText parse(String given, WordReader reader) {
    String text = SearchDocument.normal(given).replaceAll("[\u201c\u201d\u201e]", "\"");
    Parser parser = new Parser(text, reader);
    parser.parse();
    return new QueryText(text, List.copyOf(parser.items));
  }

  /** The last word of all, if there is one. */
  boolean isLast(Token token) {
    return !items.isEmpty() && items.getLast().tokens().getLast().equals(token);
  }

  private static final class Parser {
    private final String text;
    private final WordReader reader;
    private final List<Item> items = new ArrayList<>();
    private int tokens;

    Parser(String text, WordReader reader) {
      this.text = text;
      this.reader = reader;
    }

    void parse() {
      Matcher space = SPACE.matcher(text);
      Matcher excluded = EXCLUDED.matcher(text);
      int at = 0;
      while (at < text.length() && tokens < MAX_TOKENS) {
        if (space.region(at, text.length()).lookingAt()) {
          at = space.end();
          continue;
        }
        int minus = text.charAt(at) == '-' ? 1 : 0;
        int close = text.startsWith("\"", at + minus) ? text.indexOf('"', at + minus + 1) : -1;
        if (close >= 0) {
          add(minus == 1 ? Kind.EXCLUSION : Kind.PHRASE, at + minus + 1, close);
          at = close + 1;
          continue;
        }
        int end = space.find(at) ? space.start() : text.length();
        boolean without = excluded.region(at, text.length()).lookingAt();
        add(without ? Kind.EXCLUSION : Kind.PLAIN, at, end);
        at = end;
      }
    }

    private void add(Kind kind, int start, int end) {
      List<Token> found = new ArrayList<>();
      reader.read(
          text.substring(start, end),
          (word, from, to) -> {
            if (tokens < MAX_TOKENS) {
              tokens++;
              found.add(new Token(word, start + from, start + to));
            }
          });
      if (!found.isEmpty()) {
        items.add(new Item(kind, List.copyOf(found)));
      }
    }
  }
}
