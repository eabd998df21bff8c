package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the A to Z.
 *
 * @param kindText such as {@code Principle}, {@code Glossary}; empty for a guide
 * @param detail a summary or definition, or empty
 */
record EntryView(String href, String title, String kindText, String detail) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "title" -> title;
      case "kindText" -> kindText;
      case "detail" -> detail;
      default -> NONE;
    };
  }
}
