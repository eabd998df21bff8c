package dev.waymark.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What numbers the documents of one index have in the next. Those that are in both mostly keep
 * their order, since a document that says the same has the same length and the same text; one that
 * has moved past others counts as taken out and put in.
 */
final class Renumbering {
  private static final int GONE = -1;

  private final int[] numbers;
  private final List<SearchDocument> added = new ArrayList<>();
  private final int removed;

  /** A document is told from others by its address. */
  private record Address(String url, String anchor) {
    static Address of(SearchDocument document) {
      return new Address(document.url(), document.anchor());
    }
  }

  /**
   * Compares two indexes of one analysis and one set of weights.
   *
   * @param before the documents of the one, in the order of the site
   * @param after those of the other
   */
  Renumbering(
      List<SearchDocument> before,
      DocumentOrder orderBefore,
      List<SearchDocument> after,
      DocumentOrder orderAfter) {
    int[] places = places(before, after);
    int[] moved = new int[before.size()];
    for (int number = 0; number < moved.length; number++) {
      int place = places[orderBefore.original(number)];
      moved[number] = place == GONE ? GONE : orderAfter.number(place);
    }
    numbers = ascending(moved);
    BitSet kept = new BitSet(after.size());
    for (int number : numbers) {
      if (number != GONE) {
        kept.set(orderAfter.original(number));
      }
    }
    for (int place = kept.nextClearBit(0); place < after.size(); ) {
      added.add(after.get(place));
      place = kept.nextClearBit(place + 1);
    }
    removed = before.size() - kept.cardinality();
  }

  /** For each place before, that of the same document after. */
  private static int[] places(List<SearchDocument> before, List<SearchDocument> after) {
    int[] places = new int[before.size()];
    Arrays.fill(places, GONE);
    int most = Math.min(before.size(), after.size());
    int start = 0;
    while (start < most && before.get(start).equals(after.get(start))) {
      places[start] = start;
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - end - 1).equals(after.get(after.size() - end - 1))) {
      end++;
      places[before.size() - end] = after.size() - end;
    }
    Map<Address, Integer> between = new HashMap<>();
    for (int place = start; place < after.size() - end; place++) {
      between.put(Address.of(after.get(place)), place);
    }
    for (int place = start; place < before.size() - end; place++) {
      int now = between.getOrDefault(Address.of(before.get(place)), GONE);
      places[place] = now != GONE && before.get(place).equals(after.get(now)) ? now : GONE;
    }
    return places;
  }

  /** The longest row of numbers that ascend, in their places; the others are gone. */
  private static int[] ascending(int[] all) {
    // Patience sorting. By length of a row: where the one ends that ends with the least number.
    int[] ends = new int[all.length];
    int[] befores = new int[all.length];
    int longest = 0;
    for (int at = 0; at < all.length; at++) {
      if (all[at] == GONE) {
        continue;
      }
      int low = 0;
      int high = longest;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (all[ends[middle]] < all[at]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      befores[at] = low == 0 ? GONE : ends[low - 1];
      ends[low] = at;
      longest = Math.max(longest, low + 1);
    }
    int[] ascending = new int[all.length];
    Arrays.fill(ascending, GONE);
    for (int at = longest == 0 ? GONE : ends[longest - 1]; at != GONE; at = befores[at]) {
      ascending[at] = all[at];
    }
    return ascending;
  }

  /** What the earlier index does not have. */
  List<SearchDocument> added() {
    return added;
  }

  /** How many documents are in one of the two alone. */
  int changed() {
    return removed + added.size();
  }

  /**
   * The gaps between the documents of a term, as they are now.
   *
   * @param gaps as they were
   * @return empty if one of the documents is there no more
   */
  Optional<byte[]> gaps(byte[] gaps) {
    ShardBytes bytes = new ShardBytes(gaps.length + 8);
    int last = -1;
    int lastNow = -1;
    int at = 0;
    while (at < gaps.length) {
      int gap = gaps[at] & 0x7f;
      for (int shift = 7; gaps[at++] < 0; shift += 7) {
        gap |= (gaps[at] & 0x7f) << shift;
      }
      last += (gap >>> 1) + 1;
      int now = numbers[last];
      if (now == GONE) {
        return Optional.empty();
      }
      bytes.varint((now - lastNow - 1) << 1 | (gap & 1));
      lastNow = now;
    }
    return Optional.of(bytes.toArray());
  }
}
