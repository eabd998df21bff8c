package dev.waymark.diagnostic;

/**
 * Every kind of problem Waymark reports: its stable number, its severity and its usual message.
 * Each has a page {@code docs/diagnostics/WMnnn.md}, which {@code waymark explain WMnnn} prints.
 * Numbers are never used again.
 */
public enum Code {
  FILE_NOT_UTF8("WM001", Severity.ERROR, "this file is not UTF-8 text"),
  FILE_TOO_LARGE("WM002", Severity.ERROR, "this file is too large to be a page"),
  FILE_UNREADABLE("WM003", Severity.ERROR, "this file cannot be read"),
  ADDRESS_TAKEN("WM004", Severity.ERROR, "two files want the same address"),
  INDEX_AND_README("WM005", Severity.WARNING, "this folder has both an index.md and a README.md"),
  LINK_OUT_OF_TREE(
      "WM006", Severity.WARNING, "this file is a link to something outside the content folder"),
  CASE_COLLISION("WM007", Severity.ERROR, "two addresses differ only in upper and lower case"),
  NAME_NOT_PORTABLE("WM008", Severity.WARNING, "this name does not work on every computer"),

  LINK_UNKNOWN_ID("WM101", Severity.ERROR, "nothing has this id"),
  LINK_NO_ANCHOR("WM102", Severity.ERROR, "the page is there, but the heading is not"),
  LINK_SCHEME("WM103", Severity.ERROR, "this kind of link is not allowed"),
  LINK_NO_PAGE("WM104", Severity.ERROR, "this link goes nowhere"),
  LINK_CASE("WM105", Severity.ERROR, "this link has other upper and lower case than the file"),
  IMAGE_MISSING("WM106", Severity.ERROR, "this image is not there"),
  LINK_OUTSIDE("WM107", Severity.ERROR, "this link leads out of the content folder"),
  ORPHAN_PAGE("WM108", Severity.WARNING, "no other page links here"),
  IMAGE_EXTERNAL("WM109", Severity.WARNING, "this image is on another site"),
  LINK_TO_DRAFT("WM110", Severity.ERROR, "this link leads to a draft, which is not published"),
  LINK_MOVED("WM111", Severity.WARNING, "this link names an old address"),

  YAML_SYNTAX("WM201", Severity.ERROR, "this is not valid YAML"),
  DUPLICATE_KEY("WM202", Severity.ERROR, "this key is given twice"),
  UNKNOWN_KEY("WM203", Severity.WARNING, "nothing reads this key"),
  WRONG_TYPE("WM204", Severity.ERROR, "this value has the wrong form"),
  IMPOSSIBLE_DATE("WM205", Severity.ERROR, "there is no such date"),
  YAML_TOO_COMPLEX("WM206", Severity.ERROR, "this YAML is too large or too deep"),
  UNKNOWN_VALUE("WM207", Severity.ERROR, "this is not one of the allowed values"),
  FRONT_MATTER_OPEN("WM208", Severity.ERROR, "the front matter is not closed"),
  MISSING_KEY("WM209", Severity.ERROR, "a needed key is missing"),
  DUPLICATE_ID("WM210", Severity.ERROR, "this id is used twice"),
  UNKNOWN_PRINCIPLE("WM211", Severity.ERROR, "there is no principle with this id"),
  ALIAS_CLASH("WM212", Severity.ERROR, "this old address is in use"),
  UNKNOWN_OWNER("WM213", Severity.WARNING, "site.yaml knows no such owner"),
  YAML_TAG("WM214", Severity.ERROR, "YAML tags are not allowed here"),

  RAW_HTML("WM301", Severity.WARNING, "HTML is shown as text"),
  REFERENCE_EXPANSION(
      "WM302", Severity.ERROR, "reference links make this page far larger than its source"),
  NESTING_TOO_DEEP("WM303", Severity.ERROR, "this Markdown is nested too deeply"),
  DELIMITER_RUN("WM304", Severity.ERROR, "this run of marks is too long"),
  SPARSE_TABLE("WM305", Severity.ERROR, "this table has far more cells than text"),
  FOOTNOTE_EXPANSION(
      "WM306", Severity.ERROR, "footnotes make this page far larger than its source"),
  CROWDED_PARAGRAPH("WM307", Severity.ERROR, "this paragraph has too many links and marks"),
  IMAGE_SIZE("WM308", Severity.WARNING, "this image size is left out"),

  TEMPLATE_SYNTAX("WM401", Severity.ERROR, "this template cannot be read"),
  TEMPLATE_NAME("WM402", Severity.ERROR, "this template uses a name that does not exist"),
  TEMPLATE_MISSING("WM403", Severity.ERROR, "this template is not there"),
  TEMPLATE_FAILED("WM404", Severity.ERROR, "this template failed"),
  THEME_FILE_MISSING("WM405", Severity.ERROR, "the theme has no such file"),

  FLOW_NO_TARGET("WM501", Severity.ERROR, "this leads to a node that does not exist"),
  FLOW_UNREACHABLE("WM502", Severity.ERROR, "no path leads to this node"),
  FLOW_NO_OPTIONS("WM503", Severity.ERROR, "this question has no options"),
  FLOW_CYCLE("WM504", Severity.ERROR, "this path comes back to a node that it passed"),
  FLOW_LABEL_REPEATED("WM505", Severity.ERROR, "two options of a question have the same label"),
  FLOW_UNCITED("WM506", Severity.WARNING, "this outcome cites nothing"),
  FLOW_OUTCOME_UNREACHABLE("WM507", Severity.ERROR, "no path leads to this outcome"),
  FLOW_TOO_LARGE("WM508", Severity.WARNING, "this flowchart has too many nodes to take in"),
  FLOW_LABEL_LONG("WM509", Severity.WARNING, "this label is too long to draw"),
  MERMAID_NOT_UNDERSTOOD("WM510", Severity.WARNING, "this Mermaid text is not understood"),
  MERMAID_OTHER_DIAGRAM("WM511", Severity.WARNING, "this kind of Mermaid diagram is not drawn"),
  MERMAID_STYLE_DROPPED("WM512", Severity.WARNING, "this styling has no effect"),
  MERMAID_TOO_LARGE("WM513", Severity.WARNING, "this Mermaid diagram is too large"),
  MERMAID_UNKNOWN_SHAPE("WM514", Severity.WARNING, "there is no shape of this name"),
  MERMAID_CALLBACK("WM515", Severity.WARNING, "a click cannot start a script here"),
  MERMAID_UNKNOWN_NODE("WM516", Severity.WARNING, "the diagram has no such node"),
  FLOW_NODE_KIND("WM530", Severity.ERROR, "this node is not one of question, action and outcome"),
  FLOW_ID("WM531", Severity.ERROR, "this id cannot be part of an address"),
  FLOW_HEADING("WM532", Severity.ERROR, "a flowchart's text has no headings and footnotes"),

  HEADING_SKIPPED("WM601", Severity.WARNING, "this heading skips a level"),
  SECOND_TITLE("WM602", Severity.WARNING, "this page has a second main heading"),
  LINK_WORDS("WM603", Severity.WARNING, "the words of this link do not say where it leads"),
  IMAGE_WORDS("WM604", Severity.WARNING, "this image has no words for those who cannot see it"),
  TABLE_WITHOUT_HEADERS("WM605", Severity.WARNING, "this table has no headers"),
  LONG_SENTENCE("WM606", Severity.WARNING, "this sentence is very long"),
  ABBREVIATION_UNEXPLAINED("WM607", Severity.WARNING, "this abbreviation is not explained"),
  NO_SUMMARY("WM608", Severity.WARNING, "this page has no summary"),
  REVIEW_OVERDUE("WM609", Severity.WARNING, "this page is overdue for review"),
  PASSAGE_REPEATED("WM610", Severity.WARNING, "another page says this in nearly the same words"),

  EXTERNAL_GONE("WM701", Severity.WARNING, "the page that this link leads to is gone"),
  EXTERNAL_SILENT("WM702", Severity.WARNING, "the site that this link leads to does not answer");

  private final String id;
  private final Severity severity;
  private final String message;

  Code(String id, Severity severity, String message) {
    this.id = id;
    this.severity = severity;
    this.message = message;
  }

  /** The stable number: {@code WM104}. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /** Whether it is advice about good writing, which a site can do without. */
  public boolean isAdvice() {
    return id.startsWith("WM6");
  }

  /** The usual message, in plain English. */
  public String message() {
    return message;
  }
}
