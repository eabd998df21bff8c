package dev.waymark.render;

import dev.waymark.link.SitePath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the pages show of the search.
 *
 * @param entry the script that every page loads
 * @param related pages that are like a page, best first
 */
public record SearchLinks(Optional<SitePath> entry, Map<SitePath, List<SitePath>> related) {
  /** A site without a search. */
  public static final SearchLinks NONE = new SearchLinks(Optional.empty(), Map.of());

  public SearchLinks {
    Objects.requireNonNull(entry);
    related = Map.copyOf(related);
  }
}
