package dev.waymark.build;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.output.OutputTree;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a build made.
 *
 * @param diagnostics all problems, each once, sorted by file, line and column
 * @param pages how many Markdown pages were published
 * @param title of the site
 * @param pdf the site as one PDF, if that was asked for; it is set when it is written
 */
public record BuildResult(
    OutputTree output, List<Diagnostic> diagnostics, int pages, String title, Optional<Pdf> pdf) {
  public BuildResult {
    Objects.requireNonNull(title);
    Objects.requireNonNull(pdf);
    Objects.requireNonNull(output);
    diagnostics = List.copyOf(diagnostics);
  }

  /** A document that is made while it is written. */
  public interface Pdf {
    void writeTo(OutputStream to) throws IOException;
  }

  /** How many diagnostics are of this severity. */
  public int count(Severity severity) {
    return (int) diagnostics.stream().filter(found -> found.severity() == severity).count();
  }
}
