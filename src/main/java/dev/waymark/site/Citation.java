package dev.waymark.site;

import dev.waymark.link.LinkReference;
import java.util.List;
import java.util.Objects;

/**
 * A page that relies on another one.
 *
 * @param from the page that cites
 * @param links its links to the other page, in order; empty when only its front matter names it
 */
public record Citation(SitePage from, List<LinkReference> links) {
  public Citation {
    Objects.requireNonNull(from);
    links = List.copyOf(links);
  }
}
