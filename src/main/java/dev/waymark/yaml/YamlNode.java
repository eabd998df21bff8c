package dev.waymark.yaml;

import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import java.util.List;

/**
 * A YAML value with its place. Scalars are text as written: what is wanted decides what they mean.
 */
public sealed interface YamlNode {
  Location location();

  /**
   * A scalar; {@code no}, {@code 1.0} and {@code 2026-01-31} are text here. Empty for a key without
   * a value.
   */
  record Scalar(String text, Location location) implements YamlNode {}

  /** A list. */
  record Sequence(List<YamlNode> items, Location location) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * Keys and values in the order they were written, no key twice.
   *
   * @param whole whether it was read to its end; of one that was not, the entries before the broken
   *     place are here
   */
  record Mapping(List<Entry> entries, Location location, boolean whole) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** One key of a mapping and its value. */
  record Entry(Located<String> key, YamlNode value) {}
}
