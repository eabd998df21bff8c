package dev.waymark.site;

/**
 * Text cut to what a list has room for, so that one title of a hundred kilobytes is long on its own
 * page and not on every page that names it.
 */
public final class ShortText {
  /** The longest title in a list, in UTF-16 units; few real ones have half of it. */
  public static final int TITLE = 200;

  private ShortText() {}

  /** A title as lists show it. */
  public static String title(String text) {
    return of(text, TITLE);
  }

  /** The text, cut at a word and with an ellipsis where it is longer than {@code most} units. */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > most / 2 ? space : end) + "\u2026";
  }
}
