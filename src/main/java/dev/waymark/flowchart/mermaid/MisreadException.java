package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Diagnostic;

/** Ends the reading of a statement that is not understood; it never leaves this package. */
final class MisreadException extends Exception {
  private final transient Diagnostic diagnostic;
  private final int offset;

  MisreadException(Diagnostic diagnostic, int offset) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
    this.offset = offset;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }

  /** Where the reading stopped, as an offset in the text. */
  int offset() {
    return offset;
  }
}
