package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A sentence of another page that cites this one.
 *
 * @param href to the section that has it
 * @param section the heading of the section, or empty for the lead
 * @param text the sentence
 */
record SentenceView(String href, String section, String text) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "section" -> section;
      case "text" -> text;
      default -> NONE;
    };
  }
}
