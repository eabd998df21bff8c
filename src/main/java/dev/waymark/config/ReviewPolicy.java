package dev.waymark.config;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * When readers are told that something may be out of date.
 *
 * @param dueSoonDays how many days before its review a page is said to be due soon
 * @param checkBy the last day on which a copy of the site may be used without a look for a newer
 *     one
 * @param checkAfterDays without such a day: how many days after the date of the build that is; 0
 *     for never
 */
public record ReviewPolicy(int dueSoonDays, Optional<LocalDate> checkBy, int checkAfterDays) {
  public ReviewPolicy {
    Objects.requireNonNull(checkBy);
    if (checkAfterDays < 0) {
      throw new IllegalArgumentException("checkAfterDays: " + checkAfterDays);
    }
  }

  /** Two months for a page, a year for a copy. */
  public static ReviewPolicy defaults() {
    return new ReviewPolicy(60, Optional.empty(), 365);
  }
}
