package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A sentence of another page that cites this one.
 *
 * @param href to the section that has it
 * @param section the heading of the section; empty for the lead, and where the sentence is that
 *     heading
 * @param text the sentence
 */
record SentenceView(String href, String section, String text) implements View {
  /**
   * What stands between the section and the sentence: a colon, unless the section ends with a mark.
   */
  public String mark() {
    return section.endsWith("?") || section.endsWith("!") || section.endsWith(":") ? "" : ":";
  }

  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "section" -> section;
      case "text" -> text;
      case "mark" -> mark();
      default -> NONE;
    };
  }
}
