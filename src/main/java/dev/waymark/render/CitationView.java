package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that relies on this one, with each sentence that says so.
 *
 * @param kindText such as {@code Principle}, or empty for a guide
 * @param sentences empty when only its front matter names this page
 */
record CitationView(String href, String title, String kindText, List<SentenceView> sentences)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "title" -> title;
      case "kindText" -> kindText;
      case "sentences" -> sentences;
      default -> NONE;
    };
  }
}
