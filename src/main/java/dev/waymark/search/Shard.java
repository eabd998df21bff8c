package dev.waymark.search;

import dev.waymark.output.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A file of the index: a call of a function with bytes as text, since a page opened from a folder
 * may load scripts and nothing else.
 *
 * <p>The text is UTF-16 with a byte order mark, which a browser heeds before anything that a server
 * or a page says. So a character holds fifteen bits and takes two bytes; in UTF-8 it would hold six
 * and a half and take one, and the file would be a seventh larger.
 *
 * @param name such as {@code t12}
 * @param script the whole file
 * @param digest of the script (SHA-256)
 */
record Shard(String name, byte[] script, byte[] digest) {
  /** The characters from here on stand for the numbers from 0 on. */
  static final int FIRST = 0x2100;

  private static final int BITS = 15;

  /**
   * Writes a deflated text down.
   *
   * @param length what it inflates to, in bytes
   */
  static Shard of(String name, int length, byte[] deflated) {
    byte[] head =
        ("\ufeffwaymark.search.shard(\"" + name + "\"," + length + ",\"")
            .getBytes(StandardCharsets.UTF_16LE);
    byte[] tail = "\")\n".getBytes(StandardCharsets.UTF_16LE);
    int groups = (deflated.length * 8 + BITS - 1) / BITS;
    byte[] script = new byte[head.length + 2 * groups + tail.length];
    System.arraycopy(head, 0, script, 0, head.length);
    int at = head.length;
    int held = 0;
    int bits = 0;
    for (byte b : deflated) {
      held |= (b & 0xff) << bits;
      bits += 8;
      if (bits >= BITS) {
        at = put(held & ((1 << BITS) - 1), script, at);
        held >>>= BITS;
        bits -= BITS;
      }
    }
    if (bits > 0) {
      at = put(held, script, at);
    }
    System.arraycopy(tail, 0, script, at, tail.length);
    return new Shard(name, script, Sha256.of(script));
  }

  private static int put(int value, byte[] script, int at) {
    int character = FIRST + value;
    script[at] = (byte) character;
    script[at + 1] = (byte) (character >>> 8);
    return at + 2;
  }

  /**
   * Deflates bytes.
   *
   * @param dictionary what they may refer back to, which a reader must have
   */
  static byte[] deflate(byte[] raw, byte[] dictionary) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      if (dictionary.length > 0) {
        deflater.setDictionary(dictionary);
      }
      deflater.setInput(raw);
      deflater.finish();
      ShardBytes all = new ShardBytes(raw.length / 2 + 16);
      byte[] some = new byte[8192];
      while (!deflater.finished()) {
        int length = deflater.deflate(some);
        all.bytes(length == some.length ? some : Arrays.copyOf(some, length));
      }
      return all.toArray();
    }
  }
}
