package dev.waymark.link;

/** What a link turned out to mean. */
public sealed interface LinkTarget {
  /** A page of this site, and the anchor in it, or empty for its top. */
  record Page(SitePath path, String anchor, String title) implements LinkTarget {}

  /** Another file of this site, and what follows its name: {@code #page=2}, or empty. */
  record File(SitePath path, String suffix) implements LinkTarget {}

  /** An address elsewhere, percent-encoded. */
  record External(String url) implements LinkTarget {}

  /** Nothing; a diagnostic says so. */
  record Broken() implements LinkTarget {}
}
