package dev.waymark.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the texts of a site say again and again, as a preset dictionary (RFC 1950, 2.3) for the
 * blocks of stored texts: small blocks have little to refer back to, and with it take a sixth less.
 */
final class StoreDictionary {
  /** Its largest size in bytes; it is loaded once, with the directory. */
  static final int LARGEST = 16384;

  /** Texts of so many characters have a dictionary of one; of the rest, a share is looked at. */
  private static final int SHARE = 24;

  private static final int LOOKED_AT = 1_000_000;
  private static final int LONGEST_PHRASE = 3;
  private static final int LEAST_OCCURRENCES = 4;

  private StoreDictionary() {}

  private record Phrase(String words, int gain) {}

  /**
   * What a dictionary is made of; of equal ones, the same.
   *
   * @param size in characters
   */
  record Sample(List<SearchDocument> documents, int size) {
    static Sample of(List<SearchDocument> documents) {
      long characters = documents.stream().mapToLong(StoreDictionary::length).sum();
      int step = (int) (characters / LOOKED_AT) + 1;
      List<SearchDocument> some = new ArrayList<>();
      for (int i = 0; i < documents.size(); i += step) {
        some.add(documents.get(i));
      }
      return new Sample(some, (int) Math.min(LARGEST, characters / SHARE));
    }
  }

  /** The dictionary for these documents; the most worthwhile phrases stand at its end. */
  static byte[] of(Sample sample) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (SearchDocument document : sample.documents()) {
      count(document.url().substring(document.url().lastIndexOf('/') + 1), '-', counts);
      count(document.anchor(), '-', counts);
      count(document.title(), ' ', counts);
      count(document.heading(), ' ', counts);
      for (String paragraph : document.paragraphs()) {
        // What has the same long ones mostly stands side by side, in a block that has them once.
        if (paragraph.length() < DocumentOrder.LEAST_TEXT || seen.add(paragraph)) {
          count(paragraph, ' ', counts);
        }
      }
    }
    List<Phrase> phrases = new ArrayList<>();
    counts.forEach((words, count) -> {
      if (count >= LEAST_OCCURRENCES && words.length() > 3) {
        phrases.add(new Phrase(words, count * (words.length() - 2)));
      }
    });
    phrases.sort(Comparator.comparingInt(Phrase::gain).reversed().thenComparing(Phrase::words));
    return joined(phrases, sample.size());
  }

  private static int length(SearchDocument document) {
    return document.address().length()
        + document.title().length()
        + document.heading().length()
        + document.paragraphs().stream().mapToInt(String::length).sum();
  }

  private static void count(String text, char separator, Map<String, Integer> counts) {
    List<Integer> ends = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      ends.clear();
      int end = start;
      while (end < text.length() && ends.size() < LONGEST_PHRASE) {
        end = text.indexOf(separator, end + 1);
        end = end < 0 ? text.length() : end;
        ends.add(end);
      }
      for (int each : ends) {
        counts.merge(text.substring(start, each), 1, Integer::sum);
      }
      start = ends.getFirst() + 1;
    }
  }

  private static byte[] joined(List<Phrase> phrases, int size) {
    StringBuilder said = new StringBuilder();
    List<String> chosen = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (said.length() + phrase.words().length() > size) {
        break;
      }
      if (said.indexOf(phrase.words()) < 0) {
        said.append(' ').append(phrase.words());
        chosen.add(phrase.words());
      }
    }
    byte[] bytes = String.join(" ", chosen.reversed()).getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LARGEST
        ? bytes
        : Arrays.copyOfRange(bytes, bytes.length - LARGEST, bytes.length);
  }
}
