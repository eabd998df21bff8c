package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * A way on from a step.
 *
 * @param href the step it leads to, in the same page; empty where it leads nowhere
 * @param label the answer; empty for the only way on from an action
 * @param number of the step it leads to; 0 where it leads nowhere
 * @param text {@code No: go to 5}
 */
record FlowOptionView(String href, String label, int number, String text) implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "href" -> href;
      case "label" -> label;
      case "number" -> number;
      case "text" -> text;
      default -> NONE;
    };
  }
}
