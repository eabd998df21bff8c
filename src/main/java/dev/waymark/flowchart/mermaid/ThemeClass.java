package dev.waymark.flowchart.mermaid;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The classes that a diagram may give to its nodes, because the theme has colours for them: the
 * kinds of steps of a decision flowchart and how urgent an outcome is. Every other class is
 * dropped.
 */
public enum ThemeClass {
  QUESTION,
  ACTION,
  OUTCOME,
  URGENT,
  ACT,
  ADVICE,
  STOP;

  /** The word in the diagram, which is that of the style sheet too: {@code urgent}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ThemeClass> of(String word) {
    return Arrays.stream(values()).filter(theme -> theme.word().equals(word)).findFirst();
  }

  /** Unmodifiable, and in the order of the constants. */
  static Set<ThemeClass> sorted(Collection<ThemeClass> classes) {
    EnumSet<ThemeClass> sorted = EnumSet.noneOf(ThemeClass.class);
    sorted.addAll(classes);
    return Collections.unmodifiableSet(sorted);
  }
}
