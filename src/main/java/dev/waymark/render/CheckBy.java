package dev.waymark.render;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How long a copy of the site is good. It moves on with every build, so it stands in a script of
 * its own, of fixed name, that pages load: otherwise each build would change them all.
 */
final class CheckBy {
  private CheckBy() {}

  /** Where the script stands, if the site is to have one. */
  static Optional<SitePath> path(Site site) {
    return site.checkBy().isPresent() ? site.generated().checkBy() : Optional.empty();
  }

  static Optional<OutputFile> script(Site site) {
    return site.checkBy()
        .map(Views::date)
        .flatMap(date ->
            path(site)
                .map(path ->
                    OutputFile.of(
                        path,
                        OutputFile.Role.ASSET,
                        """
                        // The last day on which this copy may be used without a look for a newer one. assets/site.js reads it.
                        document.documentElement.dataset.checkBy = "%s";
                        document.documentElement.dataset.checkByText = "%s";
                        """
                            .formatted(date.iso(), date.text())
                            .getBytes(StandardCharsets.UTF_8))));
  }
}
