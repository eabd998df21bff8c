package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of the A to Z under one letter. */
record LetterView(String letter, String anchor, List<EntryView> entries) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "letter" -> letter;
      case "anchor" -> anchor;
      case "entries" -> entries;
      default -> NONE;
    };
  }
}
