package dev.waymark.flowchart;

/** What kind of action an outcome calls for. */
public enum OutcomeSeverity {
  URGENT("urgent", "Urgent"),
  ACT("act", "Act"),
  ADVICE("advice", "Advice"),
  STOP("stop", "Stop");

  private final String word;
  private final String label;

  OutcomeSeverity(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The word in YAML. */
  public String word() {
    return word;
  }

  /** The word that readers see: colour and shape alone must not tell outcomes apart. */
  public String label() {
    return label;
  }
}
