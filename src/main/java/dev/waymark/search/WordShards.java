package dev.waymark.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The vocabulary, cut into blocks. */
final class WordShards {
  private WordShards() {}

  /** A block: from its first word on. */
  record Block(String first, byte[] bytes) {}

  /** All blocks, sorted by word. */
  static List<Block> blocks(Vocabulary vocabulary) {
    List<Block> blocks = new ArrayList<>();
    ShardBytes bytes = new ShardBytes(8192);
    String first = "";
    String before = "";
    int count = 0;
    for (Map.Entry<String, Integer> entry : vocabulary.counts().entrySet()) {
      String word = entry.getKey();
      if (count > 0 && ends(bytes.length(), before, word)) {
        blocks.add(new Block(first, new ShardBytes().varint(count).bytes(bytes).toArray()));
        bytes = new ShardBytes(8192);
        count = 0;
        before = "";
      }
      first = count == 0 ? word : first;
      bytes.sorted(before, word).varint(entry.getValue());
      before = word;
      count++;
    }
    if (count > 0) {
      blocks.add(new Block(first, new ShardBytes().varint(count).bytes(bytes).toArray()));
    }
    return blocks;
  }

  private static boolean ends(int length, String before, String word) {
    return length >= BlockSizes.WORDS
        || (length >= BlockSizes.WORDS_LEAST && before.charAt(0) != word.charAt(0));
  }
}
