package dev.waymark.search;

import java.util.List;

/**
 * What may be found: within a list any of the values, in all of the lists; an empty list takes
 * everything.
 */
public record SearchFilters(
    List<String> kinds, List<String> parts, List<String> audiences, List<String> nations) {
  /** Everything. */
  public static final SearchFilters NONE =
      new SearchFilters(List.of(), List.of(), List.of(), List.of());

  public SearchFilters {
    kinds = List.copyOf(kinds);
    parts = List.copyOf(parts);
    audiences = List.copyOf(audiences);
    nations = List.copyOf(nations);
  }
}
