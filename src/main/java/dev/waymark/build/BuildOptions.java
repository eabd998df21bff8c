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
 */
public record BuildOptions(
    Optional<LocalDate> asOf, boolean drafts, int jobs, Optional<URI> baseUrl) {
  public BuildOptions {
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(baseUrl);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs: " + jobs);
    }
  }

  /** No review date, no drafts, one thread, no base address. */
  public static BuildOptions defaults() {
    return new BuildOptions(Optional.empty(), false, 1, Optional.empty());
  }
}
