package dev.waymark.build;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Severity;
import dev.waymark.output.OutputTree;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build made.
 *
 * @param diagnostics all problems, each once, sorted by file, line and column
 * @param pages how many Markdown pages were published
 * @param title of the site
 * @param pdf the site as one PDF, if that was asked for; it is set when it is written
 * @param externalLinks addresses outside the site, percent-encoded, each where a page names it, but
 *     not those that the settings leave alone
 * @param readings of the pages with a text, the hardest first; none where the site wants no advice
 */
public record BuildResult(
    OutputTree output,
    List<Diagnostic> diagnostics,
    int pages,
    String title,
    Optional<Pdf> pdf,
    List<Located<String>> externalLinks,
    List<Reading> readings) {
  public BuildResult {
    Objects.requireNonNull(title);
    Objects.requireNonNull(pdf);
    Objects.requireNonNull(output);
    diagnostics = List.copyOf(diagnostics);
    externalLinks = List.copyOf(externalLinks);
    readings = List.copyOf(readings);
  }

  /** The same with what was found later. */
  public BuildResult withMore(List<Diagnostic> more) {
    return new BuildResult(
        output,
        Stream.concat(diagnostics.stream(), more.stream())
            .distinct()
            .sorted(Diagnostic.ORDER)
            .toList(),
        pages,
        title,
        pdf,
        externalLinks,
        readings);
  }

  /**
   * How hard a page is to read.
   *
   * @param file as reached from the working folder
   * @param age at which most people can read it, see {@link dev.waymark.markdown.Prose#readingAge}
   */
  public record Reading(String file, int words, double age) {
    public Reading {
      Objects.requireNonNull(file);
    }
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
