package dev.waymark.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Words that look like English ones, of stems and the endings that a stemmer knows. The same seed
 * gives the same words, so that two stemmers can be compared over any number of them.
 */
public final class GeneratedWords {
  private static final String[] STARTS = {
    "", "b", "c", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "qu", "r", "s", "sh",
    "st", "str", "t", "th", "tr", "v", "w", "wh", "x", "y", "z", "bl", "cr", "pl", "sc", "sp"
  };
  private static final String[] VOWELS = {
    "a", "e", "i", "o", "u", "y", "ai", "ea", "ee", "ou", "io"
  };
  private static final String[] ENDS = {
    "", "b", "bb", "ck", "d", "dd", "ff", "g", "l", "ll", "m", "n", "nt", "p", "pp", "r", "rr", "s",
    "ss", "st", "t", "tt", "v", "x", "z", "zz", "ct", "sh"
  };
  private static final String[] SUFFIXES = {
    "", "", "", "s", "es", "ies", "sses", "ed", "eed", "ing", "y", "ly", "er", "ement", "ment",
    "ational", "tional", "enci", "ence", "anci", "ance", "izer", "izing", "ization", "bli", "ably",
    "alli", "ally", "entli", "eli", "ousli", "ously", "ation", "ator", "alism", "iveness",
    "fulness", "ousness", "aliti", "ality", "iviti", "biliti", "ability", "logi", "icate", "ative",
    "alize", "iciti", "ical", "ful", "ness", "al", "ible", "able", "ant", "ent", "ion", "sion",
    "ism", "ate", "iti", "ous", "ive", "ize", "e", "ee", "ying", "ied", "s47"
  };

  private GeneratedWords() {}

  /** So many different words. */
  public static List<String> of(long seed, int count) {
    Random random = new Random(seed);
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < count) {
      words.add(word(random));
    }
    return List.copyOf(words);
  }

  static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
      word.append(any(STARTS, random)).append(any(VOWELS, random)).append(any(ENDS, random));
    }
    return word.append(any(SUFFIXES, random)).toString();
  }

  private static String any(String[] parts, Random random) {
    return parts[random.nextInt(parts.length)];
  }
}
