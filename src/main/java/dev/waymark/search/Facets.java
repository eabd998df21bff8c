package dev.waymark.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * By what documents are filtered: the values that there are, sorted.
 *
 * @param audiences in the order of the bits of a document
 * @param nations in the order of the bits of a document
 */
record Facets(
    List<String> kinds, List<String> parts, List<String> audiences, List<String> nations) {
  private record Combination(int kind, int part, int audiences, int nations) {}

  static Facets of(List<SearchDocument> documents) {
    TreeSet<String> kinds = new TreeSet<>();
    TreeSet<String> parts = new TreeSet<>();
    for (SearchDocument document : documents) {
      kinds.add(document.kind());
      parts.add(document.part());
    }
    return new Facets(
        List.copyOf(kinds), List.copyOf(parts), SiteDocuments.audiences(), SiteDocuments.nations());
  }

  /** The combinations that occur, then for runs of documents which of them they have. */
  byte[] shard(List<SearchDocument> documents) {
    Map<Combination, Integer> numbers = new LinkedHashMap<>();
    List<Combination> combinations = new ArrayList<>();
    ShardBytes runs = new ShardBytes();
    int run = 0;
    int last = 0;
    for (SearchDocument document : documents) {
      Combination combination =
          new Combination(
              kinds.indexOf(document.kind()),
              parts.indexOf(document.part()),
              document.audiences(),
              document.nations());
      int number = numbers.computeIfAbsent(combination, key -> numbers.size());
      if (number == combinations.size()) {
        combinations.add(combination);
      }
      if (run > 0 && number != last) {
        runs.varint(run).varint(last);
        run = 0;
      }
      last = number;
      run++;
    }
    if (run > 0) {
      runs.varint(run).varint(last);
    }
    ShardBytes all = new ShardBytes().varint(combinations.size());
    for (Combination each : combinations) {
      all.varint(each.kind()).varint(each.part()).varint(each.audiences()).varint(each.nations());
    }
    return all.bytes(runs).toArray();
  }
}
