package dev.waymark.render;

import dev.waymark.flowchart.layout.GraphLayout;
import dev.waymark.flowchart.svg.DiagramRenderer;
import dev.waymark.site.Site;
import java.net.URI;
import java.util.Optional;

/** The views of a site, whose parts the packed theme renders. */
final class TestViews {
  private TestViews() {}

  static PageViews of(Site site, Optional<URI> baseUrl) {
    return new PageViews(
        site,
        SearchLinks.NONE,
        baseUrl,
        new DiagramRenderer(GraphLayout.layered()),
        new SiteRenderer.Parts(Templates.of(TestTheme.packed())));
  }
}
