package dev.waymark.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What results show: addresses, titles, headings and paragraphs, cut into blocks. */
final class StoreShards {
  private StoreShards() {}

  /**
   * A block.
   *
   * @param documents how many are in it
   */
  record Block(int documents, byte[] bytes) {}

  /**
   * All blocks.
   *
   * @param documents in the order of their numbers
   * @param size at which a block ends, in bytes; up to twice as large if the text goes on
   */
  static List<Block> blocks(
      List<SearchDocument> documents, DocumentOrder order, List<String> kinds, int size) {
    List<Block> blocks = new ArrayList<>();
    ShardBytes open = new ShardBytes(8192);
    Map<String, Integer> paragraphs = new HashMap<>();
    int start = 0;
    for (int number = 0; number < documents.size(); number++) {
      if (open.length() >= size && (open.length() >= 2 * size || order.startsText(number))) {
        blocks.add(block(number - start, open));
        open.clear();
        paragraphs.clear();
        start = number;
      }
      SearchDocument document = documents.get(number);
      open.string(document.url()).varint(order.section(number)).varint(order.alike(number));
      open.string(document.title()).varint(kinds.indexOf(document.kind()));
      open.string(document.anchor()).string(document.heading());
      open.varint(document.paragraphs().size());
      for (String paragraph : document.paragraphs()) {
        int next = paragraphs.size();
        int known = paragraphs.computeIfAbsent(paragraph, text -> next);
        open.varint(next - known);
        if (known == next) {
          open.string(paragraph);
        }
      }
    }
    if (open.length() > 0) {
      blocks.add(block(documents.size() - start, open));
    }
    return blocks;
  }

  private static Block block(int documents, ShardBytes texts) {
    return new Block(
        documents, new ShardBytes(texts.length() + 4).varint(documents).bytes(texts).toArray());
  }
}
