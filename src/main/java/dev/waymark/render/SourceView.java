package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A published source that a page rests on.
 *
 * @param publisher or empty
 * @param year or empty
 * @param url or empty
 */
record SourceView(String title, String publisher, String year, String url) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "title" -> title;
      case "publisher" -> publisher;
      case "year" -> year;
      case "url" -> url;
      default -> NONE;
    };
  }
}
