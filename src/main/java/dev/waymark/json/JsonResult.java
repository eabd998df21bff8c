package dev.waymark.json;

import java.util.Objects;

/** What became of a text that should have been JSON. */
public sealed interface JsonResult {
  /** It was. */
  record Parsed(JsonValue value) implements JsonResult {
    public Parsed {
      Objects.requireNonNull(value);
    }
  }

  /**
   * It was not.
   *
   * @param line the 1-based line of the first fault, or 0 where the text is not even UTF-8
   * @param column the 1-based column, in UTF-16 units, or 0
   * @param reason what is wrong, in English
   */
  record Malformed(int line, int column, String reason) implements JsonResult {
    public Malformed {
      Objects.requireNonNull(reason);
    }
  }
}
