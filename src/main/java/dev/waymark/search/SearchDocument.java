package dev.waymark.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What can be found: a section of a page, or a term of the glossary. In an index all texts are
 * {@link #normal}.
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
    Objects.requireNonNull(title);
    Objects.requireNonNull(heading);
    paragraphs = List.copyOf(paragraphs);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(part);
  }

  /**
   * The text in Unicode's normal form C, as the browser has it and in which most texts are already,
   * and with U+FFFD for each half of a surrogate pair that stands alone, which Lucene's tokenizer
   * would join with what follows.
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

  /** The same with other texts. */
  SearchDocument with(UnaryOperator<String> texts) {
    List<String> all = new ArrayList<>(paragraphs.size());
    paragraphs.forEach(paragraph -> all.add(texts.apply(paragraph)));
    return new SearchDocument(
        texts.apply(url),
        anchor,
        texts.apply(title),
        texts.apply(heading),
        all,
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
