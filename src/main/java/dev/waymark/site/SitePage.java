package dev.waymark.site;

import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Embedder;
import dev.waymark.markdown.TermMarker;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Page;
import java.util.List;
import java.util.Objects;

/**
 * A page with its address and with what its links mean.
 *
 * @param targets of the links of the page, in the same order
 */
public record SitePage(SitePath path, Page page, List<LinkTarget> targets) {
  public SitePage {
    Objects.requireNonNull(path);
    Objects.requireNonNull(page);
    targets = List.copyOf(targets);
  }

  /** Its title for lists. */
  public String title() {
    return ShortText.title(page.title());
  }

  public FrontMatter frontMatter() {
    return page.frontMatter();
  }

  /** Its text as HTML, with all links closed. */
  public String body(TermMarker terms, Embedder embedder) {
    return page.document().body().link(path, page.document().links(), targets, terms, embedder);
  }

  /** Its heading as HTML, with all links closed; empty if the text has none. */
  public String heading() {
    return page.document()
        .titleHtml()
        .link(path, page.document().links(), targets, TermMarker.NONE, Embedder.NONE);
  }
}
