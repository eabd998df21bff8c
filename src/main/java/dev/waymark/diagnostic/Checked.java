package dev.waymark.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * What a pass made, with what it found wrong. The product is whole and usable even when there are
 * errors, so that the next pass can go on and every problem shows up in one run.
 */
public record Checked<T>(T value, List<Diagnostic> diagnostics) {
  public Checked {
    Objects.requireNonNull(value);
    diagnostics = List.copyOf(diagnostics);
  }

  /** A product without a problem. */
  public static <T> Checked<T> of(T value) {
    return new Checked<>(value, List.of());
  }
}
