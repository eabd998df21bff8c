package dev.waymark.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void readsEveryKindOfValue() {
    JsonValue.Members read =
        (JsonValue.Members)
            parsed(
                "{\"z\": \"é\\u00e9\", \"n\": -12, \"f\": 1.5e3, \"t\": true, \"o\": null,\n"
                    + " \"a\": [[], {}]}");
    assertEquals(List.of("z", "n", "f", "t", "o", "a"), List.copyOf(read.values().keySet()));
    assertEquals(Optional.of("éé"), read.text("z"));
    assertEquals(OptionalLong.of(-12), read.whole("n"));
    assertEquals(OptionalLong.empty(), read.whole("f"));
    assertEquals(OptionalLong.empty(), read.whole("z"));
    assertEquals(Optional.empty(), read.text("n"));
    assertEquals(Optional.empty(), read.get("nothing"));
    assertEquals(new JsonValue.Truth(true), read.values().get("t"));
    assertEquals(new JsonValue.Nothing(), read.values().get("o"));
    assertEquals(
        new JsonValue.Items(
            List.of(new JsonValue.Items(List.of()), new JsonValue.Members(Map.of()))),
        read.values().get("a"));
  }

  @Test
  void takesALongAndNothingLargerForAWholeNumber() {
    assertEquals(
        OptionalLong.of(Long.MAX_VALUE), new JsonValue.Numeral("9223372036854775807").whole());
    assertEquals(OptionalLong.empty(), new JsonValue.Numeral("9223372036854775808").whole());
  }

  @Test
  void skipsAByteOrderMark() {
    assertEquals(
        new JsonResult.Parsed(new JsonValue.Truth(true)),
        JsonReader.read("\uFEFFtrue".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void saysWhereTheFaultIs() {
    JsonResult.Malformed fault =
        assertInstanceOf(JsonResult.Malformed.class, JsonReader.read("{\n  \"a\": 1,\n  b\n}"));
    assertEquals(3, fault.line());
    assertNotEquals("", fault.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\"}",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{a:1}",
        "// c\n1",
        "NaN",
        "01",
        "+1",
        "\"\\x\"",
        "\"a\nb\"",
        "1 2",
        "{} {}",
        "{} x",
        "]",
        "nul",
        "\u0000"
      })
  void tellsWhatIsNotJson(String text) {
    assertInstanceOf(JsonResult.Malformed.class, JsonReader.read(text));
  }

  @Test
  void tellsWhatIsNotUtf8() {
    assertInstanceOf(
        JsonResult.Malformed.class, JsonReader.read(new byte[] {'"', (byte) 0xff, '"'}));
    assertInstanceOf(
        JsonResult.Malformed.class, JsonReader.read("{}".getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void survivesDepthLengthAndLongNumbers() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertInstanceOf(JsonResult.Malformed.class, JsonReader.read("[".repeat(1_000_000)));
          assertInstanceOf(
              JsonResult.Malformed.class, JsonReader.read("{\"a\":".repeat(1_000_000)));
          assertInstanceOf(JsonResult.Malformed.class, JsonReader.read("9".repeat(1_000_000)));
          assertInstanceOf(JsonResult.class, JsonReader.read("1e999999999"));
          assertEquals(
              new JsonResult.Parsed(new JsonValue.Text("x".repeat(1_000_000))),
              JsonReader.read("\"" + "x".repeat(1_000_000) + "\""));
          String deepest = "[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH);
          assertInstanceOf(JsonResult.Parsed.class, JsonReader.read(deepest));
          assertInstanceOf(JsonResult.Malformed.class, JsonReader.read("[" + deepest + "]"));
        });
  }

  @Test
  void neverThrowsOnDamagedText() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String text =
        "{\"generator\": \"Waymark\", \"files\": {\"a\": {\"size\": 1.5}, \"é\\n\": [true, null]}}";
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        JsonReader.read(bytes);
      } catch (RuntimeException e) {
        fail("seed " + seed + ", " + new String(bytes, StandardCharsets.ISO_8859_1), e);
      }
    }
  }

  @Test
  void readsBackWhateverIsWritten() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      JsonValue.Members value = members(random, 4);
      assertEquals(value, parsed(JsonText.object(it -> put(it, value))), "seed " + seed);
      assertEquals(value, parsed(JsonText.line(it -> put(it, value))), "seed " + seed);
    }
  }

  private static JsonValue parsed(String text) {
    return assertInstanceOf(JsonResult.Parsed.class, JsonReader.read(text), text).value();
  }

  private static JsonValue.Members members(Random random, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      members.put(text(random), value(random, depth));
    }
    return new JsonValue.Members(members);
  }

  private static JsonValue value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> new JsonValue.Text(text(random));
      case 1 -> new JsonValue.Numeral(Long.toString(random.nextLong() >> random.nextInt(64)));
      case 2 -> new JsonValue.Truth(random.nextBoolean());
      case 3 -> members(random, depth - 1);
      default -> {
        List<JsonValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield new JsonValue.Items(items);
      }
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
      text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 'x' : point);
    }
    return text.toString();
  }

  private static void put(JsonMembers into, JsonValue.Members members) {
    members
        .values()
        .forEach((name, value) -> {
          switch (value) {
            case JsonValue.Text text -> into.put(name, text.value());
            case JsonValue.Numeral number -> into.put(name, number.whole().orElseThrow());
            case JsonValue.Truth truth -> into.put(name, truth.value());
            case JsonValue.Members inner -> into.object(name, it -> put(it, inner));
            case JsonValue.Items items -> into.array(name, it -> add(it, items));
            case JsonValue.Nothing _ -> throw new AssertionError();
          }
        });
  }

  private static void add(JsonItems into, JsonValue.Items items) {
    for (JsonValue value : items.values()) {
      switch (value) {
        case JsonValue.Text text -> into.add(text.value());
        case JsonValue.Numeral number -> into.add(number.whole().orElseThrow());
        case JsonValue.Truth truth -> into.add(truth.value());
        case JsonValue.Members inner -> into.object(it -> put(it, inner));
        case JsonValue.Items inner -> into.array(it -> add(it, inner));
        case JsonValue.Nothing _ -> throw new AssertionError();
      }
    }
  }
}
