package dev.waymark.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What numbers the documents of one index have in the next. Those that are in both keep their
 * order: it goes by length and place, a document that says the same has the same length, and one
 * that has moved past others counts as taken out and put in.
 */
final class Renumbering {
  private static final int GONE = -1;

  private final int[] numbers;
  private final List<SearchDocument> added = new ArrayList<>();
  private int removed;

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
    numbers = new int[before.size()];
    Arrays.fill(numbers, GONE);
    int most = Math.min(before.size(), after.size());
    int start = 0;
    while (start < most && before.get(start).equals(after.get(start))) {
      numbers[orderBefore.number(start)] = orderAfter.number(start);
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - end - 1).equals(after.get(after.size() - end - 1))) {
      end++;
      numbers[orderBefore.number(before.size() - end)] = orderAfter.number(after.size() - end);
    }
    Map<Address, Integer> places = new HashMap<>();
    for (int place = start; place < before.size() - end; place++) {
      places.put(Address.of(before.get(place)), place);
    }
    removed = before.size() - end - start;
    int last = start - 1;
    for (int place = start; place < after.size() - end; place++) {
      SearchDocument document = after.get(place);
      int old = places.getOrDefault(Address.of(document), GONE);
      if (old > last && before.get(old).equals(document)) {
        numbers[orderBefore.number(old)] = orderAfter.number(place);
        last = old;
        removed--;
      } else {
        added.add(document);
      }
    }
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
