package dev.waymark.page;

/** What a page is to its readers. */
public enum Kind {
  GUIDE("guide", "Guide"),
  PRINCIPLE("principle", "Principle"),
  EXCERPT("excerpt", "Learning excerpt"),
  /** A decision flowchart: a YAML file, never a kind that front matter names. */
  FLOWCHART("flowchart", "Flowchart");

  private final String word;
  private final String label;

  Kind(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The word in front matter, and in class names. */
  public String word() {
    return word;
  }

  /** The word that readers see. */
  public String label() {
    return label;
  }
}
