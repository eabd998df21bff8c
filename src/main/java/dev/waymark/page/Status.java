package dev.waymark.page;

/** How far a page has come; a label that hides nothing. */
public enum Status {
  DRAFT("draft", "Draft"),
  IN_REVIEW("in-review", "In review"),
  REVIEWED("reviewed", "Reviewed");

  private final String word;
  private final String label;

  Status(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The word in front matter. */
  public String word() {
    return word;
  }

  /** The word that readers see. */
  public String label() {
    return label;
  }
}
