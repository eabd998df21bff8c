package dev.waymark.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody who mistyped a word probably meant. */
final class SpellingSuggestion {
  private SpellingSuggestion() {}

  /**
   * The candidate that is fewest slips away from {@code word}, if it is near enough: one slip for
   * each three letters, and one for a shorter word. A slip is a letter too many, too few, wrong, or
   * two letters in the wrong order.
   */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    String folded = word.toLowerCase(Locale.ROOT);
    int most = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> slips(folded, candidate.toLowerCase(Locale.ROOT)) <= most)
        .min(
            Comparator.comparingInt(
                    (String candidate) -> slips(folded, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  // The optimal string alignment distance: Levenshtein's, with swapped neighbours as one slip.
  private static int slips(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int other = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + other);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[from.length()][to.length()];
  }
}
