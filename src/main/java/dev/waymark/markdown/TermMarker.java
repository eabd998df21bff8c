package dev.waymark.markdown;

/** Marks glossary terms in a page; told of each run of its text in order. */
public interface TermMarker {
  /** Marks nothing. */
  TermMarker NONE = (html, start, end, into) -> into.append(html, start, end);

  /**
   * Appends the text from {@code start} to {@code end} of {@code html}, which is escaped already,
   * with any terms in it marked.
   */
  void mark(String html, int start, int end, StringBuilder into);
}
