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

  static final int STORED = 2000;

  /** A paragraph of this many UTF-16 units that stood before is not stored again. */
  static final int SHARED_PARAGRAPH = 64;

  private BlockSizes() {}
}
