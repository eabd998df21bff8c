package dev.waymark.search;

import org.apache.lucene.util.automaton.Automaton;

/**
 * What a token is, as an automaton over code points: a run of letters, numbers and marks, joined by
 * single apostrophes, or one character of a script that is written without blanks.
 *
 * <p>As a regular expression with {@code W} for {@code [\p{L}\p{N}][\p{L}\p{N}\p{M}]*} and {@code
 * C} for {@code \p{Ideographic}} and kana: {@code C|W(['’]W)*}, where no {@code C} is part of a
 * {@code W}. It is built from Java's own character data, which needs no table of ours, and the
 * browser has the same expression with Unicode's data of its own.
 */
final class TokenPattern {
  private enum Type {
    NONE,
    START,
    MARK,
    ALONE
  }

  private TokenPattern() {}

  /** The automaton; deterministic. */
  static Automaton automaton() {
    Automaton.Builder automaton = new Automaton.Builder();
    int start = automaton.createState();
    int word = automaton.createState();
    int joined = automaton.createState();
    int alone = automaton.createState();
    automaton.setAccept(word, true);
    automaton.setAccept(alone, true);
    int from = 0;
    Type type = type(0);
    for (int c = 1; c <= Character.MAX_CODE_POINT + 1; c++) {
      Type next = c > Character.MAX_CODE_POINT ? Type.NONE : type(c);
      if (next == type && c <= Character.MAX_CODE_POINT) {
        continue;
      }
      switch (type) {
        case NONE -> {}
        case START -> {
          automaton.addTransition(start, word, from, c - 1);
          automaton.addTransition(word, word, from, c - 1);
          automaton.addTransition(joined, word, from, c - 1);
        }
        case MARK -> automaton.addTransition(word, word, from, c - 1);
        case ALONE -> automaton.addTransition(start, alone, from, c - 1);
      }
      from = c;
      type = next;
    }
    automaton.addTransition(word, joined, '\'', '\'');
    automaton.addTransition(word, joined, '\u2019', '\u2019');
    return automaton.finish();
  }

  private static Type type(int c) {
    if (Character.isIdeographic(c)
        || (c >= 0x3041 && c <= 0x30ff)
        || (c >= 0x31f0 && c <= 0x31ff)) {
      return Type.ALONE;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          Type.START;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          Type.MARK;
      default -> Type.NONE;
    };
  }
}
