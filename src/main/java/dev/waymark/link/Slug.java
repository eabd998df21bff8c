package dev.waymark.link;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Heading text to anchors by GitHub's rule: lower case, punctuation dropped, spaces to hyphens,
 * letters of every script kept. {@code Who's asking? (Part 2)} gives {@code whos-asking-part-2}.
 */
public final class Slug {
  private Slug() {}

  /**
   * The anchor of this text, not yet made unique; {@code section} where nothing of the text is
   * left.
   */
  public static String of(String text) {
    StringBuilder slug = new StringBuilder(text.length());
    text.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> append(c, slug));
    return slug.isEmpty() ? "section" : slug.toString();
  }

  private static void append(int c, StringBuilder slug) {
    if (Character.isWhitespace(c)) {
      slug.append('-');
    } else if (c == '-' || Character.isLetterOrDigit(c) || isWordPart(Character.getType(c))) {
      slug.appendCodePoint(c);
    }
  }

  private static boolean isWordPart(int type) {
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER
        || type == Character.CONNECTOR_PUNCTUATION;
  }

  /**
   * Hands out the anchors of one page: a repeated one gets {@code -1}, {@code -2} and so on. Not
   * thread-safe.
   */
  public static final class Unique {
    private final Map<String, Integer> taken = new HashMap<>();

    /** Keeps this anchor from being handed out. */
    public void reserve(String anchor) {
      taken.putIfAbsent(anchor, 0);
    }

    /** The anchor for a heading with this text. */
    public String next(String text) {
      String slug = of(text);
      String anchor = slug;
      while (taken.containsKey(anchor)) {
        anchor = slug + "-" + taken.merge(slug, 1, Integer::sum);
      }
      taken.put(anchor, 0);
      return anchor;
    }
  }
}
