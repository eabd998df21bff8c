package dev.waymark.diagnostic;

import java.util.Objects;

/** A value with the place where it was written. */
public record Located<T>(T value, Location location) {
  public Located {
    Objects.requireNonNull(value);
    Objects.requireNonNull(location);
  }
}
