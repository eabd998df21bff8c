package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * What an excerpt says of where it comes from; what is not known is said so by the template.
 *
 * @param theme or empty
 * @param published or empty
 * @param url or empty
 * @param licence or empty
 */
record ExcerptView(
    String theme, String title, String publisher, String published, String url, String licence)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "theme" -> theme;
      case "title" -> title;
      case "publisher" -> publisher;
      case "published" -> published;
      case "url" -> url;
      case "licence" -> licence;
      default -> NONE;
    };
  }
}
