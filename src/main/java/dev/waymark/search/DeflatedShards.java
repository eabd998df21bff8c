package dev.waymark.search;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Deflated shards, kept from one time that the files of an index are made to the next: an edit
 * changes few of them, and to deflate takes long. What is made of a text is always the same, so
 * nobody sees whether it was kept. Thread-safe but for {@link #begin} and {@link #end}.
 */
final class DeflatedShards {
  private static final byte[] NONE = new byte[0];

  /** What was deflated: equal if the bytes are. */
  private record Text(byte[] bytes, boolean usesDictionary) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text(byte[] others, boolean uses)
          && uses == usesDictionary
          && Arrays.equals(others, bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  private final boolean keeps;
  private byte[] dictionary = NONE;
  private Map<Text, Made> last = new ConcurrentHashMap<>();
  private Map<Text, Made> current = new ConcurrentHashMap<>();

  private record Made(Text text, byte[] deflated, Shard shard) {
    /** The same, perhaps under another name. */
    Made named(String name) {
      return shard.name().equals(name)
          ? this
          : new Made(text, deflated, Shard.of(name, text.bytes().length, deflated));
    }
  }

  private DeflatedShards(boolean keeps) {
    this.keeps = keeps;
  }

  /** Nothing yet, and what is made is kept. */
  static DeflatedShards kept() {
    return new DeflatedShards(true);
  }

  /** For files that are made once. */
  static DeflatedShards unkept() {
    return new DeflatedShards(false);
  }

  /**
   * The files are made from now on.
   *
   * @param next what stored texts may refer back to, which a reader must have
   */
  void begin(byte[] next) {
    // Something is left here when the last time did not come to its end.
    last.putAll(current);
    if (!Arrays.equals(dictionary, next)) {
      last.keySet().removeIf(Text::usesDictionary);
    }
    dictionary = next;
    current.clear();
  }

  /** A shard that stands for itself. */
  Shard shard(String name, byte[] raw) {
    return shard(name, raw, false);
  }

  /** A shard of stored texts. */
  Shard stored(String name, byte[] raw) {
    return shard(name, raw, true);
  }

  private Shard shard(String name, byte[] raw, boolean usesDictionary) {
    byte[] before = usesDictionary ? dictionary : NONE;
    if (!keeps) {
      return Shard.of(name, raw.length, Shard.deflate(raw, before));
    }
    Text text = new Text(raw, usesDictionary);
    Made known = last.get(text);
    if (known == null) {
      byte[] deflated = Shard.deflate(raw, before);
      known = new Made(text, deflated, Shard.of(name, raw.length, deflated));
    }
    Made made = known.named(name);
    // Under the bytes that are old already, so that the new ones can go at once.
    current.put(made.text(), made);
    return made.shard();
  }

  /** All files are made: what they did not use is let go. */
  void end() {
    last = current;
    current = new ConcurrentHashMap<>();
  }
}
