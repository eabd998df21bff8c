package dev.waymark.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What can be found: a section of a page, or a term of the glossary. All texts are in Unicode's
 * normal form C, as the browser has them.
 *
 * @param url of the page, relative to the root of the site, percent-encoded
 * @param anchor of the section, percent-encoded; empty for the lead of a page
 * @param title of the page
 * @param heading the words of the headings it stands under, outermost first; empty for a lead
 * @param paragraphs its text, a block of it each
 * @param kind such as {@code guide}
 * @param part the folder it is filtered by, or empty
 * @param audiences a bit for each audience that it is about
 * @param nations a bit for each nation that it holds in
 */
record SearchDocument(
    String url,
    String anchor,
    String title,
    String heading,
    List<String> paragraphs,
    String kind,
    String part,
    int audiences,
    int nations) {
  SearchDocument {
    Objects.requireNonNull(url);
    Objects.requireNonNull(anchor);
    title = normal(title);
    heading = normal(heading);
    paragraphs = paragraphs.stream().map(SearchDocument::normal).toList();
    Objects.requireNonNull(kind);
    Objects.requireNonNull(part);
  }

  /**
   * The text in normal form C, in which most texts are already, and with U+FFFD for each half of a
   * surrogate pair that stands alone, which Lucene's tokenizer would join with what follows.
   */
  static String normal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u0300') {
        return wellFormed(Normalizer.normalize(text, Normalizer.Form.NFC));
      }
    }
    return text;
  }

  private static String wellFormed(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  /** The same, with each text taken from {@code shared}. */
  SearchDocument sharing(UnaryOperator<String> shared) {
    return new SearchDocument(
        shared.apply(url),
        anchor,
        shared.apply(title),
        shared.apply(heading),
        paragraphs.stream().map(shared).toList(),
        kind,
        part,
        audiences,
        nations);
  }

  /** Its address, relative to the root of the site. */
  String address() {
    return anchor.isEmpty() ? url : url + "#" + anchor;
  }
}
