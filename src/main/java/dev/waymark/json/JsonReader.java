package dev.waymark.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON text, strictly: UTF-8 alone, no comments, no name twice in an object, nothing
 * after the value. Made for files that anybody may have written: whatever the bytes are, the answer
 * is a value. Thread-safe.
 */
public final class JsonReader {
  /** How many arrays and objects may stand in one another. */
  public static final int MAX_DEPTH = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private JsonReader() {}

  /** Reads UTF-8, with or without a byte order mark. */
  public static JsonResult read(byte[] utf8) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      return new JsonResult.Malformed(0, 0, "this is not UTF-8 text");
    }
    return read(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** Reads a text. */
  public static JsonResult read(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() == null) {
        return new JsonResult.Malformed(1, 1, "there is nothing in it");
      }
      JsonValue value = value(json);
      if (json.nextToken() != null) {
        TokenStreamLocation at = json.currentTokenLocation();
        return new JsonResult.Malformed(
            at.getLineNr(), at.getColumnNr(), "there is something after the end of the value");
      }
      return new JsonResult.Parsed(value);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      return at == null
          ? new JsonResult.Malformed(0, 0, e.getOriginalMessage())
          : new JsonResult.Malformed(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage());
    }
  }

  /**
   * The value whose first token is the current one; deep texts are refused by the parser before
   * they get here.
   */
  private static JsonValue value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> members(json);
      case START_ARRAY -> items(json);
      case VALUE_STRING -> new JsonValue.Text(json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(json.getString());
      case VALUE_TRUE -> new JsonValue.Truth(true);
      case VALUE_FALSE -> new JsonValue.Truth(false);
      case VALUE_NULL -> new JsonValue.Nothing();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value starts with " + json.currentToken());
    };
  }

  private static JsonValue members(JsonParser json) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      members.put(name, value(json));
    }
    return new JsonValue.Members(members);
  }

  private static JsonValue items(JsonParser json) {
    List<JsonValue> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(json));
    }
    return new JsonValue.Items(items);
  }
}
