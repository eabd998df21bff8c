package dev.waymark.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found.
 *
 * @param total how many documents match
 * @param hits the best of them, best first
 * @param corrected the query with misspelt words replaced, if any were
 */
public record SearchResult(int total, List<Hit> hits, Optional<String> corrected) {

  public SearchResult {
    hits = List.copyOf(hits);
    Objects.requireNonNull(corrected);
  }

  /**
   * A document that matches.
   *
   * @param url relative to the root of the site, with its anchor
   * @param title of the page
   * @param heading the headings it stands under, or empty
   * @param kind such as {@code guide}
   * @param text how it begins, or empty
   */
  public record Hit(
      String url, String title, String heading, String kind, float score, String text) {}
}
