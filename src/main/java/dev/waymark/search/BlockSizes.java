package dev.waymark.search;

/**
 * How large the blocks of the index are, in bytes before they are deflated: small ones cost a
 * reader less, large ones compress better and are fewer files.
 */
final class BlockSizes {
  static final int TERMS = 3000;
  static final int WORDS = 4096;

  /** From this size on, a block of words ends where the first letter changes. */
  static final int WORDS_LEAST = 2048;

  private static final int STORED_LEAST = 1500;
  private static final int STORED_MOST = 4500;
  private static final double STORED_SHARE = 160_000;

  /** A paragraph of this many UTF-16 units that stood before is not stored again. */
  static final int SHARED_PARAGRAPH = 64;

  private BlockSizes() {}

  /**
   * Stored texts: on a small site, where words are rare and quickly loaded, a reader can take large
   * blocks, and soon has all of them; on a large one its bytes go to the words.
   */
  static int stored(int documents) {
    return (int) Math.clamp(STORED_SHARE / Math.sqrt(documents + 1.0), STORED_LEAST, STORED_MOST);
  }
}
