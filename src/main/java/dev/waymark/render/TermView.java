package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term of the glossary.
 *
 * @param expansion or empty
 */
record TermView(
    String anchor,
    String term,
    String expansion,
    String definition,
    List<String> synonyms,
    List<LinkView> see)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "anchor" -> anchor;
      case "term" -> term;
      case "expansion" -> expansion;
      case "definition" -> definition;
      case "synonyms" -> synonyms;
      case "see" -> see;
      default -> NONE;
    };
  }
}
