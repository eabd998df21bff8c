package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of the glossary under one letter. */
record TermLetterView(String letter, String anchor, List<TermView> terms) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "letter" -> letter;
      case "anchor" -> anchor;
      case "terms" -> terms;
      default -> NONE;
    };
  }
}
