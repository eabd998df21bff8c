package dev.waymark.json;

import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * The items of an array that is being written; see {@link JsonText}. Good only inside the call that
 * gave it.
 */
public final class JsonItems {
  private final JsonGenerator json;

  private JsonItems(JsonGenerator json) {
    this.json = json;
  }

  static void write(JsonGenerator json, Consumer<JsonItems> items) {
    json.writeStartArray();
    items.accept(new JsonItems(json));
    json.writeEndArray();
  }

  public JsonItems add(String item) {
    json.writeString(JsonText.wellFormed(item));
    return this;
  }

  public JsonItems add(long item) {
    json.writeNumber(item);
    return this;
  }

  public JsonItems add(boolean item) {
    json.writeBoolean(item);
    return this;
  }

  /** Nothing: the value {@code null}. */
  public JsonItems addNull() {
    json.writeNull();
    return this;
  }

  public JsonItems object(Consumer<JsonMembers> members) {
    JsonMembers.write(json, members);
    return this;
  }

  public JsonItems array(Consumer<JsonItems> items) {
    write(json, items);
    return this;
  }
}
