package dev.waymark.build;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.output.OutputTree;
import java.util.List;
import java.util.Objects;

/**
 * What a build made.
 *
 * @param diagnostics all problems, each once, sorted by file, line and column
 * @param pages how many Markdown pages were published
 * @param title of the site
 */
public record BuildResult(
    OutputTree output, List<Diagnostic> diagnostics, int pages, String title) {
  public BuildResult {
    Objects.requireNonNull(title);
    Objects.requireNonNull(output);
    diagnostics = List.copyOf(diagnostics);
  }

  /** How many diagnostics are of this severity. */
  public int count(Severity severity) {
    return (int) diagnostics.stream().filter(found -> found.severity() == severity).count();
  }
}
