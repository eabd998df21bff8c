package dev.waymark.markdown;

import java.util.List;
import java.util.Objects;

/**
 * What a section of a document says, as plain text.
 *
 * @param anchor of the heading that opens it, or empty for what stands before the first
 * @param paragraphs one for each block of text, in order: a paragraph, an item of a list, a row of
 *     a table, a block of code, a heading of level 4 to 6, a footnote. White space is one blank;
 *     none is empty.
 */
public record SectionText(String anchor, List<String> paragraphs) {
  public SectionText {
    Objects.requireNonNull(anchor);
    paragraphs = List.copyOf(paragraphs);
  }
}
