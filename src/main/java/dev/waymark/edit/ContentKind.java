package dev.waymark.edit;

/** What can be written anew. */
public enum ContentKind {
  PAGE("page", ".md"),
  PRINCIPLE("principle", ".md"),
  EXCERPT("excerpt", ".md"),
  FLOWCHART("flowchart", ".yaml");

  private final String word;
  private final String ending;

  ContentKind(String word, String ending) {
    this.word = word;
    this.ending = ending;
  }

  /** The word on the command line. */
  public String word() {
    return word;
  }

  /** The usual ending of its files. */
  String ending() {
    return ending;
  }
}
