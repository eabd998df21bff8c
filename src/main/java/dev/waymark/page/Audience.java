package dev.waymark.page;

/** Whom a page is about. */
public enum Audience {
  CHILD("child", "Children"),
  ADULT("adult", "Adults");

  private final String word;
  private final String label;

  Audience(String word, String label) {
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
