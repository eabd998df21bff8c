package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page listed by the page of its folder.
 *
 * @param kind {@code guide}, {@code principle}, {@code excerpt} or {@code folder}
 * @param summary or empty
 * @param number such as {@code P3} for a principle, or empty
 * @param statement of a principle, or empty
 * @param theme of an excerpt, or empty
 * @param source title and publisher of the source of an excerpt, or empty
 * @param reliedOnBy for a principle: the pages that rely on it
 */
record ChildView(
    String href,
    String title,
    String kind,
    String summary,
    String number,
    String statement,
    String theme,
    String source,
    List<LabelView> labels,
    List<LinkView> reliedOnBy)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "title" -> title;
      case "kind" -> kind;
      case "summary" -> summary;
      case "number" -> number;
      case "statement" -> statement;
      case "theme" -> theme;
      case "source" -> source;
      case "labels" -> labels;
      case "reliedOnBy" -> reliedOnBy;
      default -> NONE;
    };
  }
}
