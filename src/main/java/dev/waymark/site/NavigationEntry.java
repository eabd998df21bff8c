package dev.waymark.site;

import dev.waymark.link.SitePath;

/**
 * An entry of a navigation list.
 *
 * @param anchor in the page, or empty for its top
 */
public record NavigationEntry(SitePath target, String anchor, String title) {
  /** An entry that leads to the top of a page. */
  public NavigationEntry(SitePath target, String title) {
    this(target, "", title);
  }
}
