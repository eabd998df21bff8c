package dev.waymark.search;

import org.apache.lucene.util.BytesRef;

/**
 * What analysis makes of a token.
 *
 * @param word the token without capitals, accents and {@code 's}
 * @param term what is indexed: the stem of the word, or a stop word itself
 * @param stop whether it is a stop word
 * @param bytes the term in UTF-8, not to be changed
 */
record Word(String word, String term, boolean stop, BytesRef bytes) {
  /** Of what every stop word starts with in the shards, before any other term. */
  static final String STOP_MARK = "\u0001";

  /** Its key in the shards. */
  String key() {
    return stop ? STOP_MARK + term : term;
  }
}
