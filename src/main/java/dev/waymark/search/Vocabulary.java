package dev.waymark.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every word of the documents that is no stop word, with how often it stands in them, sorted by
 * word. It is what half-typed and misspelt words are compared with.
 */
record Vocabulary(SortedMap<String, Integer> counts) {
  /** Adds up what several readers read, and takes back what one of them had read. */
  static final class Builder {
    private final Map<String, Integer> counts = new HashMap<>();

    void add(Word word, int count) {
      counts.merge(word.word(), count, Integer::sum);
    }

    /** Takes back what was added. */
    void remove(Word word, int count) {
      counts.computeIfPresent(word.word(), (key, all) -> all == count ? null : all - count);
    }

    Vocabulary build() {
      return new Vocabulary(new TreeMap<>(counts));
    }
  }

  List<String> words() {
    return new ArrayList<>(counts.keySet());
  }
}
