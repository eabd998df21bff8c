package dev.waymark.markdown;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What Markdown may hold beyond CommonMark and its extensions.
 *
 * @param allowedHtml elements of raw HTML that are kept, each one of {@link #ALLOWABLE_HTML};
 *     others are shown as text
 */
public record MarkdownOptions(Set<String> allowedHtml) {
  /** The elements that can be allowed: inline text, always without attributes. */
  public static final SortedSet<String> ALLOWABLE_HTML =
      new TreeSet<>(
          Set.of(
              "abbr", "b", "bdi", "br", "cite", "del", "dfn", "i", "ins", "kbd", "mark", "q", "s",
              "samp", "small", "sub", "sup", "u", "var", "wbr"));

  public MarkdownOptions {
    allowedHtml = Set.copyOf(allowedHtml);
    if (!ALLOWABLE_HTML.containsAll(allowedHtml)) {
      throw new IllegalArgumentException("not allowable: " + allowedHtml);
    }
  }

  /** No raw HTML at all. */
  public static MarkdownOptions defaults() {
    return new MarkdownOptions(Set.of());
  }
}
