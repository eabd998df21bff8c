package dev.waymark.markdown;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What Markdown may hold beyond CommonMark and its extensions.
 *
 * @param allowedHtml elements of raw HTML that are kept, each one of {@link #ALLOWABLE_HTML};
 *     others are shown as text
 * @param advice what to say about the style of a text; absent means nothing, and saves its cost
 */
public record MarkdownOptions(Set<String> allowedHtml, Optional<Advice> advice) {
  /** The elements that can be allowed: inline text, always without attributes. */
  public static final SortedSet<String> ALLOWABLE_HTML =
      new TreeSet<>(
          Set.of(
              "abbr", "b", "bdi", "br", "cite", "del", "dfn", "i", "ins", "kbd", "mark", "q", "s",
              "samp", "small", "sub", "sup", "u", "var", "wbr"));

  public MarkdownOptions {
    allowedHtml = Set.copyOf(allowedHtml);
    Objects.requireNonNull(advice);
    if (!ALLOWABLE_HTML.containsAll(allowedHtml)) {
      throw new IllegalArgumentException("not allowable: " + allowedHtml);
    }
  }

  /** Options without advice. */
  public MarkdownOptions(Set<String> allowedHtml) {
    this(allowedHtml, Optional.empty());
  }

  /**
   * What advice goes by.
   *
   * @param explained abbreviations that the glossary explains; absent means that the site has no
   *     glossary, and abbreviations are not looked at
   */
  public record Advice(Optional<Set<String>> explained) {
    public Advice {
      explained = explained.map(Set::copyOf);
    }
  }

  /** No raw HTML at all. */
  public static MarkdownOptions defaults() {
    return new MarkdownOptions(Set.of());
  }
}
