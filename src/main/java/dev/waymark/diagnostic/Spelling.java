package dev.waymark.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what somebody meant to type: the nearest candidate by edit distance, where swapping two
 * neighbours counts as one edit (optimal string alignment). Upper and lower case do not count. Of
 * two equally near ones the first in order of their text is taken, so that the answer does not
 * depend on the order of the candidates.
 */
public final class Spelling {
  private Spelling() {}

  /**
   * The nearest candidate within about a third of the length of the word, at most four edits; or
   * empty.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int limit = limit(wanted);
    String best = null;
    for (String candidate : candidates) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), limit);
      if (distance < limit
          || (distance == limit && (best == null || candidate.compareTo(best) < 0))) {
        best = candidate;
        limit = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** How many edits still make a plausible slip in a word like this. */
  public static int limit(String word) {
    return Math.clamp((word.length() + 1) / 3, 1, 4);
  }

  /** The edit distance, or {@code limit + 1} when it is more than {@code limit}. */
  public static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit || lettersApart(a, b) > 2 * limit) {
      return limit + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cost =
            Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] spare = before;
      before = previous;
      previous = row;
      row = spare;
    }
    return Math.min(previous[b.length()], limit + 1);
  }

  /**
   * A cheap lower bound: how many kinds of letters stand in one word only. One edit changes two at
   * most.
   */
  private static int lettersApart(String a, String b) {
    return Long.bitCount(letters(a) ^ letters(b));
  }

  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << (word.charAt(i) & 63);
    }
    return letters;
  }
}
