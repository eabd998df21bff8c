package dev.waymark.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void indentsByTwoSpaces() {
    assertEquals(
        """
        {
          "text": "a",
          "number": -1,
          "truth": true,
          "none": {},
          "empty": [],
          "object": {
            "in": "side"
          },
          "array": [
            "b",
            2,
            false,
            {
              "c": []
            },
            [
              3
            ]
          ],
          "texts": [
            "d",
            "e"
          ]
        }
        """,
        JsonText.object(it ->
            it.put("text", "a")
                .put("number", -1)
                .put("truth", true)
                .object("none", none -> {})
                .array("empty", List.of())
                .object("object", in -> in.put("in", "side"))
                .array(
                    "array",
                    items ->
                        items
                            .add("b")
                            .add(2)
                            .add(false)
                            .object(c -> c.array("c", none -> {}))
                            .array(three -> three.add(3)))
                .array("texts", List.of("d", "e"))));
  }

  @Test
  void keepsTheOrderInWhichMembersArePut() {
    assertEquals(
        "{\"z\":1,\"a\":2,\"m\":3}\n", JsonText.line(it -> it.put("z", 1).put("a", 2).put("m", 3)));
  }

  @Test
  void writesAnArrayAtTheRoot() {
    assertEquals("[\n  \"a\"\n]\n", JsonText.array(items -> items.add("a")));
  }

  @Test
  void writesCharactersOutsideAsciiAsTheyAreAndEscapesWhatMustBe() {
    assertEquals(
        "{\"é\":\"\uD83D\uDE00 \\\" \\\\ \\n \\u0001 / \u2028\"}\n",
        JsonText.line(it -> it.put("é", "\uD83D\uDE00 \" \\ \n \u0001 / \u2028")));
  }

  @Test
  void putsAReplacementCharacterForHalfASurrogatePair() {
    assertEquals(
        "{\"\uFFFDa\":\"b\uFFFD\uD83D\uDE00\"}\n",
        JsonText.line(it -> it.put("\uDE00a", "b\uD83D\uD83D\uDE00")));
  }

  @Test
  void refusesANameThatIsPutTwice() {
    assertThrows(
        IllegalArgumentException.class, () -> JsonText.object(it -> it.put("a", 1).put("a", 2)));
  }
}
