package dev.waymark.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a reader takes out of YAML, learnt by letting it read: {@link #of} runs the reading on a
 * mapping that holds nothing and notes each key that is asked for. So a shape cannot say anything
 * else than the reader does.
 */
public sealed interface Shape {
  /** Text of one line or several; a number or a truth value stands for its text. */
  record Text() implements Shape {}

  /** A web, mail or telephone address. */
  record Url() implements Shape {}

  record Date() implements Shape {}

  record WholeNumber() implements Shape {}

  record TrueOrFalse() implements Shape {}

  /** One of these words, in their order. */
  record Choice(List<String> words) implements Shape {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /** A list; one item alone counts as a list of one. */
  record ListOf(Shape item) implements Shape {
    public ListOf {
      Objects.requireNonNull(item);
    }
  }

  /** One of several forms. */
  record Either(List<Shape> forms) implements Shape {
    public Either {
      forms = List.copyOf(forms);
    }
  }

  /**
   * Keys and values.
   *
   * @param keys in the order in which they are asked for
   * @param needed keys that must have a value
   * @param others what stands under keys that the author names; absent where there are none
   */
  record Mapping(Map<String, Shape> keys, Set<String> needed, Optional<Shape> others)
      implements Shape {
    public Mapping {
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
      needed = Collections.unmodifiableSet(new TreeSet<>(needed));
      Objects.requireNonNull(others);
    }

    /** The same with another shape under a key, which must have a value. */
    public Mapping with(String key, Shape shape) {
      Map<String, Shape> more = new LinkedHashMap<>(keys);
      more.put(key, shape);
      Set<String> all = new TreeSet<>(needed);
      all.add(key);
      return new Mapping(more, all, others);
    }
  }

  /**
   * The shape of what a reading takes.
   *
   * @param reading takes keys from the mapping; it finds every text, number and word absent, every
   *     inner mapping there, and in every list one item of each form
   */
  static Mapping of(Consumer<MappingReader> reading) {
    KeyRecorder recorder = new KeyRecorder();
    reading.accept(recorder);
    return recorder.shape();
  }
}
