package dev.waymark.search;

/**
 * How large the blocks of the index are, in bytes before they are deflated: small ones cost a
 * reader less, large ones compress better and are fewer files.
 */
final class BlockSizes {
  static final int WORDS = 4096;

  /** From this size on, a block of words ends where the first letter changes. */
  static final int WORDS_LEAST = 2048;

  private static final int TERMS_LEAST = 3000;
  private static final int TERMS_MOST = 4000;
  private static final int STORED_LEAST = 2500;
  private static final int STORED_MOST = 7300;

  /** By the root of the number of documents: as the site grows, so do the postings of a word. */
  private static final double TERMS_SHARE = 150_000;

  private static final double STORED_SHARE = 273_000;

  /** A block of places ends with the length of this many documents or more. */
  static final int PLACES = 2048;

  private BlockSizes() {}

  /** Postings and positions of words. */
  static int terms(int documents) {
    return sized(TERMS_SHARE, documents, TERMS_LEAST, TERMS_MOST);
  }

  /**
   * Stored texts: on a small site, where words are rare and quickly loaded, a reader can take large
   * blocks, and soon has all of them; on a large one its bytes go to the words.
   */
  static int stored(int documents) {
    return sized(STORED_SHARE, documents, STORED_LEAST, STORED_MOST);
  }

  private static int sized(double share, int documents, int least, int most) {
    return (int) Math.clamp(share / Math.sqrt(documents + 1.0), least, most);
  }
}
