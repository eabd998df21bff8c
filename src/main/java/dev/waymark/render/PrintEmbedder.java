package dev.waymark.render;

import dev.waymark.link.SitePath;
import dev.waymark.markdown.Embedder;
import dev.waymark.markdown.Html;
import java.util.Set;

/**
 * Flowcharts of a page in a document that has some of them as pages of their own: the reader is
 * sent there, since on paper a second picture is a sheet more.
 *
 * @param from the page
 */
record PrintEmbedder(PageEmbedder embedder, SitePath from, Set<SitePath> charts)
    implements Embedder {
  @Override
  public String image(SitePath target, String caption) {
    if (!charts.contains(target)) {
      return embedder.image(target, caption);
    }
    return "<p class=\"flow-caption\"><a href=\"%s\">%s</a></p>\n"
        .formatted(
            Html.escape(from.linkTo(target)), Html.escape(embedder.caption(target, caption)));
  }

  @Override
  public String fence(int index) {
    return embedder.fence(index);
  }
}
