package dev.waymark.link;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The sentence that holds a link, as plain text.
 *
 * <p>A link by id such as {@code [[p3]]} has no words of its own until the site is known: its place
 * is a gap.
 *
 * @param gaps in the order of their offsets
 */
public record Sentence(String text, List<Gap> gaps) {
  /** No sentence: for links whose sentence nobody will quote. */
  public static final Sentence NONE = new Sentence("", List.of());

  public Sentence {
    Objects.requireNonNull(text);
    gaps = List.copyOf(gaps);
  }

  /** The 0-based offset in the text where the title of the thing with this id belongs. */
  public record Gap(int offset, String id) {}

  /** The text with every gap filled by the title that {@code titles} gives for its id. */
  public String fill(UnaryOperator<String> titles) {
    if (gaps.isEmpty()) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (Gap gap : gaps) {
      filled.append(text, at, gap.offset).append(titles.apply(gap.id));
      at = gap.offset;
    }
    return filled.append(text, at, text.length()).toString();
  }
}
