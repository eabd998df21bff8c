package dev.waymark.search;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * A file of the index: a call of a function with bytes as text, since a page opened from a folder
 * may load scripts and nothing else.
 *
 * @param name such as {@code t12}
 * @param script the whole file
 */
record Shard(String name, byte[] script) {
  private static final int BITS = 13;
  private static final int BASE = 91;

  /** Deflates bytes and writes them down. */
  static Shard of(String name, byte[] raw) {
    byte[] deflated = deflate(raw);
    byte[] head =
        ("waymark.search.shard(\"" + name + "\"," + raw.length + ",\"")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\")\n".getBytes(StandardCharsets.US_ASCII);
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
        int group = held & ((1 << BITS) - 1);
        script[at++] = digit(group % BASE);
        script[at++] = digit(group / BASE);
        held >>>= BITS;
        bits -= BITS;
      }
    }
    if (bits > 0) {
      script[at++] = digit(held % BASE);
      script[at++] = digit(held / BASE);
    }
    System.arraycopy(tail, 0, script, at, tail.length);
    return new Shard(name, script);
  }

  /** The characters from # to ~ without the backslash. */
  private static byte digit(int value) {
    return (byte) (value < 57 ? 35 + value : 36 + value);
  }

  private static byte[] deflate(byte[] raw) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(raw);
      deflater.finish();
      ShardBytes all = new ShardBytes(raw.length / 2 + 16);
      byte[] some = new byte[8192];
      while (!deflater.finished()) {
        int length = deflater.deflate(some);
        all.bytes(length == some.length ? some : java.util.Arrays.copyOf(some, length));
      }
      return all.toArray();
    }
  }
}
