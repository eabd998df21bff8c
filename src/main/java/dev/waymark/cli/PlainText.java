package dev.waymark.cli;

/**
 * Text that is safe to print: characters that would steer the terminal, or turn the reading order
 * round, become visible ones of the same count. Content can come from anybody.
 */
final class PlainText {
  private PlainText() {}

  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().map(PlainText::of).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The same on one line: line ends, with the blanks around them, become a space. */
  static String line(String text) {
    return of(text.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  static int of(int codePoint) {
    if (codePoint < ' ') {
      return 0x2400 + codePoint;
    }
    if (codePoint == 0x7f) {
      return 0x2421;
    }
    boolean unfit =
        (codePoint >= 0x80 && codePoint < 0xa0)
            || (codePoint >= 0x202a && codePoint <= 0x202e)
            || (codePoint >= 0x2066 && codePoint <= 0x2069)
            || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    return unfit ? 0xfffd : codePoint;
  }
}
