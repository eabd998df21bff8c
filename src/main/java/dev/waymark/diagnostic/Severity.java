package dev.waymark.diagnostic;

/** How bad a diagnostic is: an error makes a run fail, a warning only under {@code --strict}. */
public enum Severity {
  ERROR,
  WARNING;

  /** The word that is printed: {@code error} or {@code warning}. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
