package dev.waymark.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** A JSON value that was read. */
public sealed interface JsonValue {
  /** An object; the members stand in the order of the text. */
  record Members(Map<String, JsonValue> values) implements JsonValue {
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The member of this name, if there is one. */
    public Optional<JsonValue> get(String name) {
      return Optional.ofNullable(values.get(name));
    }

    /** The member of this name, if it is text. */
    public Optional<String> text(String name) {
      return values.get(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The member of this name, if it is a whole number that a {@code long} holds. */
    public OptionalLong whole(String name) {
      return values.get(name) instanceof Numeral number ? number.whole() : OptionalLong.empty();
    }
  }

  /** An array. */
  record Items(List<JsonValue> values) implements JsonValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A string. */
  record Text(String value) implements JsonValue {
    public Text {
      Objects.requireNonNull(value);
    }
  }

  /** A number, as written: a number of a thousand digits costs nothing until somebody asks. */
  record Numeral(String literal) implements JsonValue {
    public Numeral {
      Objects.requireNonNull(literal);
    }

    /** The value, if it is written as a whole number and a {@code long} holds it. */
    public OptionalLong whole() {
      try {
        return OptionalLong.of(Long.parseLong(literal));
      } catch (NumberFormatException e) {
        return OptionalLong.empty();
      }
    }
  }

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements JsonValue {}

  /** {@code null}. */
  record Nothing() implements JsonValue {}
}
