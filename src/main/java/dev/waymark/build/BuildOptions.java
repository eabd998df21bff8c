package dev.waymark.build;

import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a build is told besides its files.
 *
 * @param asOf the date that review notices are measured against; when absent, the newest date in
 *     the content
 * @param drafts whether pages with {@code draft: true} are published
 * @param jobs how many threads read, parse and render; the output does not depend on it
 * @param baseUrl where the site will stand, for canonical links, the site map and the 404 page only
 * @param pdf whether the site can be set as a PDF afterwards
 */
public record BuildOptions(
    Optional<LocalDate> asOf, boolean drafts, int jobs, Optional<URI> baseUrl, boolean pdf) {
  public BuildOptions {
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(baseUrl);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs: " + jobs);
    }
  }

  /** The same without a PDF. */
  public BuildOptions(Optional<LocalDate> asOf, boolean drafts, int jobs, Optional<URI> baseUrl) {
    this(asOf, drafts, jobs, baseUrl, false);
  }

  /** No review date, no drafts, one thread, no base address. */
  public static BuildOptions defaults() {
    return new BuildOptions(Optional.empty(), false, 1, Optional.empty());
  }
}
