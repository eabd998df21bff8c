package dev.waymark.cli;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.BuildResult;
import dev.waymark.build.Progress;
import dev.waymark.diagnostic.Checked;
import dev.waymark.source.SourceTree;

/**
 * Builds a site; stands between the commands and {@link dev.waymark.build.SiteBuild} so that tests
 * can stand in.
 */
interface SiteBuilder {
  BuildResult build(
      BuildOptions options,
      Progress progress,
      Checked<SourceTree> content,
      Checked<SourceTree> theme);
}
