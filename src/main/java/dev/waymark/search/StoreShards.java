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

  private ShardBytes pages = new ShardBytes(8192);
  private int pageCount;
  private int documentsInBlock;
  private int inline;

  private ShardBytes documents = new ShardBytes(8192);
  private int documentsOfPage;

  private StoreShards(List<String> kinds) {
    this.kinds = kinds;
  }

  /** All blocks, in the order of the documents. */
  static List<Block> blocks(List<SearchDocument> documents, List<String> kinds) {
    StoreShards shards = new StoreShards(kinds);
    for (int i = 0; i < documents.size(); i++) {
      shards.add(documents.get(i));
      boolean last = i + 1 == documents.size();
      if (last || !isSamePage(documents.get(i), documents.get(i + 1))) {
        shards.endPage(documents.get(i));
      }
      if (last || shards.isFull()) {
        if (shards.documentsOfPage > 0) {
          shards.endPage(documents.get(i));
        }
        shards.endBlock();
      }
    }
    return shards.blocks;
  }

  private static boolean isSamePage(SearchDocument one, SearchDocument other) {
    return one.url().equals(other.url()) && one.title().equals(other.title());
  }

  private boolean isFull() {
    return pages.length() + documents.length() >= BlockSizes.STORED;
  }

  private void add(SearchDocument document) {
    documents.string(document.anchor()).string(document.heading());
    documents.varint(document.paragraphs().size());
    for (String paragraph : document.paragraphs()) {
      Place before =
          paragraph.length() < BlockSizes.SHARED_PARAGRAPH ? null : places.get(paragraph);
      if (before != null) {
        documents.varint(before.block() + 1).varint(before.index());
        continue;
      }
      documents.varint(0).string(paragraph);
      if (paragraph.length() >= BlockSizes.SHARED_PARAGRAPH) {
        places.put(paragraph, new Place(blocks.size(), inline));
      }
      inline++;
    }
    documentsOfPage++;
    documentsInBlock++;
  }

  private void endPage(SearchDocument document) {
    pages.string(document.url()).string(document.title());
    pages.varint(kinds.indexOf(document.kind())).varint(documentsOfPage).bytes(documents);
    pageCount++;
    documents = new ShardBytes(4096);
    documentsOfPage = 0;
  }

  private void endBlock() {
    ShardBytes block = new ShardBytes(pages.length() + 4).varint(pageCount).bytes(pages);
    blocks.add(new Block(documentsInBlock, block.toArray()));
    pages = new ShardBytes(8192);
    pageCount = 0;
    documentsInBlock = 0;
    inline = 0;
  }
}
