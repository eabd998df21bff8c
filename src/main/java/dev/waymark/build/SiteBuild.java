package dev.waymark.build;

import dev.waymark.diagnostic.Checked;
import dev.waymark.output.OutputTree;
import dev.waymark.source.SourceTree;
import java.util.List;

/** Builds a site. */
public final class SiteBuild {
  private final BuildOptions options;
  private final Progress progress;

  public SiteBuild(BuildOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Builds the site of {@code content}.
   *
   * @param theme files that stand in place of those of the packed theme, or a tree without files
   */
  public BuildResult build(Checked<SourceTree> content, Checked<SourceTree> theme) {
    return new BuildResult(OutputTree.of(List.of()), List.of(), 0);
  }
}
