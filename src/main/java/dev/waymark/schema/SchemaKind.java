package dev.waymark.schema;

/** What there is a schema for. */
public enum SchemaKind {
  FRONT_MATTER("front-matter", "The settings at the top of a page"),
  SITE("site", "The settings of the site, site.yaml"),
  GLOSSARY("glossary", "The glossary, glossary.yaml"),
  FLOWCHART("flowchart", "A decision flowchart");

  private final String word;
  private final String title;

  SchemaKind(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** The word on the command line. */
  public String word() {
    return word;
  }

  /** What it is about. */
  public String title() {
    return title;
  }

  /** The usual name of its file: {@code site.schema.json}. */
  public String fileName() {
    return word + ".schema.json";
  }
}
