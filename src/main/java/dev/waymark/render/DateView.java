package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A date for people and for machines.
 *
 * @param iso {@code 2026-06-30}
 * @param text {@code 30 June 2026}
 */
record DateView(String iso, String text) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "iso" -> iso;
      case "text" -> text;
      default -> NONE;
    };
  }
}
