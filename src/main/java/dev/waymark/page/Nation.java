package dev.waymark.page;

/** Where in the United Kingdom a page holds. */
public enum Nation {
  ENGLAND("england", "England"),
  SCOTLAND("scotland", "Scotland"),
  WALES("wales", "Wales"),
  NORTHERN_IRELAND("northern-ireland", "Northern Ireland");

  private final String word;
  private final String label;

  Nation(String word, String label) {
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
