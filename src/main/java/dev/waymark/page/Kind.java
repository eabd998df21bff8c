package dev.waymark.page;

/** What a page is to its readers. */
public enum Kind {
  GUIDE("guide", "Guide"),
  PRINCIPLE("principle", "Principle"),
  EXCERPT("excerpt", "Learning excerpt");

  private final String word;
  private final String label;

  Kind(String word, String label) {
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
