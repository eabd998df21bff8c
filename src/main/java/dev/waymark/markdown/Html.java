package dev.waymark.markdown;

/** Escaping for HTML. */
public final class Html {
  private Html() {}

  /** Appends text so that it means itself, in an element or in a double-quoted attribute. */
  public static void escape(CharSequence text, StringBuilder into) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> into.append("&amp;");
        case '<' -> into.append("&lt;");
        case '>' -> into.append("&gt;");
        case '"' -> into.append("&quot;");
        default -> into.append(c);
      }
    }
  }

  /** The text so that it means itself, in an element or in a double-quoted attribute. */
  public static String escape(CharSequence text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    escape(text, escaped);
    return escaped.toString();
  }
}
