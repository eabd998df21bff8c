package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A label for whom or where a page holds.
 *
 * @param kind the word of a {@link Kind}; a class name
 */
record LabelView(String kind, String text) implements View {
  /** What a label is about. */
  enum Kind {
    AUDIENCE("audience", "About"),
    NATION("nation", "Nation");

    private final String word;
    private final String title;

    Kind(String word, String title) {
      this.word = word;
      this.title = title;
    }

    String word() {
      return word;
    }

    /** What a choice among such labels is headed with. */
    String title() {
      return title;
    }
  }

  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "kind" -> kind;
      case "text" -> text;
      default -> NONE;
    };
  }
}
