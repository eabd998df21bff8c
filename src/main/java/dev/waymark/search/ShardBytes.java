package dev.waymark.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a shard being written. */
final class ShardBytes {
  private byte[] bytes;
  private int length;

  ShardBytes() {
    this(64);
  }

  ShardBytes(int capacity) {
    bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  /** Starts anew, with the room that there is. */
  void clear() {
    length = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void need(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  ShardBytes put(int b) {
    need(1);
    bytes[length++] = (byte) b;
    return this;
  }

  /** A whole number from 0 up, seven bits a byte, the lowest first (unsigned LEB128). */
  ShardBytes varint(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      put((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return put(rest);
  }

  /** Four bytes, the lowest first (IEEE 754). */
  ShardBytes number(float value) {
    int bits = Float.floatToIntBits(value);
    return put(bits).put(bits >>> 8).put(bits >>> 16).put(bits >>> 24);
  }

  /** The length in bytes, then UTF-8. */
  ShardBytes string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return varint(utf8.length).bytes(utf8);
  }

  /** How many UTF-16 units it shares with the string before, then the rest as a string. */
  ShardBytes sorted(String before, String text) {
    int shared = 0;
    int most = Math.min(before.length(), text.length());
    while (shared < most && before.charAt(shared) == text.charAt(shared)) {
      shared++;
    }
    // Half a character has no UTF-8.
    if (shared > 0 && Character.isHighSurrogate(text.charAt(shared - 1))) {
      shared--;
    }
    return varint(shared).string(text.substring(shared));
  }

  ShardBytes bytes(byte[] more) {
    need(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  ShardBytes bytes(ShardBytes more) {
    need(more.length);
    System.arraycopy(more.bytes, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }
}
