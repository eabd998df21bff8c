package dev.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
  /** Words for plain ones, "words" for a phrase, -words for an exclusion; a bar between items. */
  private static String items(String text) {
    return QueryText.parse(text, new WordReader()).items().stream()
        .map(item -> {
          String words =
              item.tokens().stream()
                  .map(token -> token.word().word())
                  .collect(Collectors.joining(" "));
          return switch (item.kind()) {
            case PLAIN -> words;
            case PHRASE -> '"' + words + '"';
            case EXCLUSION -> '-' + words;
          };
        })
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "sharing information => sharing | information",
        "multi-agency => multi agency",
        "`\"public interest\"` => `\"public interest\"`",
        "`“public interest”` => `\"public interest\"`",
        "`„public interest“` => `\"public interest\"`",
        "`\"a b\"c` => `\"a b\" | c`",
        "`c\"a b\"` => `c a | b`",
        "`\"open end` => `open | end`",
        "`\"a\" \"b` => `\"a\" | b`",
        "-adult child => -adult | child",
        "-multi-agency child => -multi agency | child",
        "`-\"public interest\" x` => `-public interest | x`",
        "`-\"open end` => `open | end`",
        "- child => child",
        "--child => child",
        "child -5 => child | -5",
        "a-b -c => a b | -c",
        "-’x => x",
        "`\"\" x` => x",
        "`-\"\" x` => x",
        "`\"...\" x` => x",
        "`a\u00a0b\u2003c` => a | b | c",
        "`...` => ``",
        "`` => ``",
      })
  void takesTheTextApart(String text, String expected) {
    assertEquals(expected == null ? "" : expected, items(text == null ? "" : text));
  }

  @ParameterizedTest
  @CsvSource({"99, 99", "100, 100", "101, 100"})
  void stopsAfterManyWords(int given, int kept) {
    String text = String.join(" ", java.util.Collections.nCopies(given, "word"));
    List<QueryText.Item> items = QueryText.parse(text, new WordReader()).items();
    assertEquals(kept, items.stream().mapToInt(item -> item.tokens().size()).sum());
  }
}
