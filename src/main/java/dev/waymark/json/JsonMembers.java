package dev.waymark.json;

import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * The members of an object that is being written; see {@link JsonText}. Good only inside the call
 * that gave it.
 */
public final class JsonMembers {
  private final JsonGenerator json;

  private JsonMembers(JsonGenerator json) {
    this.json = json;
  }

  static void write(JsonGenerator json, Consumer<JsonMembers> members) {
    json.writeStartObject();
    members.accept(new JsonMembers(json));
    json.writeEndObject();
  }

  public JsonMembers put(String name, String value) {
    name(name).writeString(JsonText.wellFormed(value));
    return this;
  }

  public JsonMembers put(String name, long value) {
    name(name).writeNumber(value);
    return this;
  }

  public JsonMembers put(String name, boolean value) {
    name(name).writeBoolean(value);
    return this;
  }

  public JsonMembers object(String name, Consumer<JsonMembers> members) {
    write(name(name), members);
    return this;
  }

  public JsonMembers array(String name, Consumer<JsonItems> items) {
    JsonItems.write(name(name), items);
    return this;
  }

  /** An array of texts. */
  public JsonMembers array(String name, Collection<String> items) {
    return array(name, all -> items.forEach(all::add));
  }

  private JsonGenerator name(String name) {
    return json.writeName(JsonText.wellFormed(name));
  }
}
