package dev.waymark.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What results show: addresses, titles, headings and paragraphs, cut into blocks. */
final class StoreShards {
  private record Place(int block, int index) {}

  /**
   * A block.
   *
   * @param documents how many are in it
   */
  record Block(int documents, byte[] bytes) {}

  private final List<String> kinds;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();

  private final ShardBytes open = new ShardBytes(8192);
  private int documents;
  private int inline;

  private StoreShards(List<String> kinds) {
    this.kinds = kinds;
  }

  /**
   * All blocks.
   *
   * @param documents in the order of their numbers
   * @param size at which a block ends, in bytes
   */
  static List<Block> blocks(Iterable<SearchDocument> documents, List<String> kinds, int size) {
    StoreShards shards = new StoreShards(kinds);
    for (SearchDocument document : documents) {
      shards.add(document);
      if (shards.open.length() >= size) {
        shards.endBlock();
      }
    }
    if (shards.documents > 0) {
      shards.endBlock();
    }
    return shards.blocks;
  }

  private void add(SearchDocument document) {
    open.string(document.url()).string(document.title()).varint(kinds.indexOf(document.kind()));
    open.string(document.anchor()).string(document.heading());
    open.varint(document.paragraphs().size());
    for (String paragraph : document.paragraphs()) {
      Place before =
          paragraph.length() < BlockSizes.SHARED_PARAGRAPH ? null : places.get(paragraph);
      if (before != null) {
        open.varint(before.block() + 1).varint(before.index());
        continue;
      }
      open.varint(0).string(paragraph);
      if (paragraph.length() >= BlockSizes.SHARED_PARAGRAPH) {
        places.put(paragraph, new Place(blocks.size(), inline));
      }
      inline++;
    }
    documents++;
  }

  private void endBlock() {
    ShardBytes block = new ShardBytes(open.length() + 4).varint(documents).bytes(open);
    blocks.add(new Block(documents, block.toArray()));
    open.clear();
    documents = 0;
    inline = 0;
  }
}
