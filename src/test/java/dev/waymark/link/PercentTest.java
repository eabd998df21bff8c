package dev.waymark.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
  private static final long SEED = Long.getLong("waymark.seed", 20260730);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.org/a?b=c&d#e | https://example.org/a?b=c&d#e
          a b                           | a%20b
          100%                          | 100%25
          %zz                           | %25zz
          %4                            | %254
          %41                           | %41
          %c5%b5                        | %c5%b5
          ŵ                             | %C5%B5
          🦆                            | %F0%9F%A6%86
          "<>\\^`{}[]                 | %22%3C%3E%5C%5E%60%7B%7D%5B%5D
          """)
  void encodesWhatAnAddressMayNotHold(String url, String encoded) {
    assertEquals(encoded, Percent.encode(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %41      | A
          %c5%B5   | ŵ
          a%20b    | a b
          %        | %
          %4       | %4
          %zz      | %zz
          %%41     | %A
          %2541    | %41
          a+b      | a+b
          %F0%9F%A6%86 | 🦆
          """)
  void decodesWhatIsWellFormed(String url, String decoded) {
    assertEquals(decoded, Percent.decode(url));
  }

  @Test
  void bytesThatAreNoTextAreReplacedAndNothingFails() {
    assertEquals("\uFFFD", Percent.decode("%ff"));
    assertEquals("\uFFFDa", Percent.decode("%c5a"));
    assertEquals("\0", Percent.decode("%00"));
  }

  @Test
  void anyTextSurvivesEncodingAndStaysTheSameTheSecondTime() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.appendCodePoint(
            switch (random.nextInt(4)) {
              case 0 -> '%';
              case 1 -> "0aF /?#".charAt(random.nextInt(7));
              case 2 -> random.nextInt(0x20, 0x7f);
              default -> random.nextInt(0xa0, 0xd7ff);
            });
      }
      String encoded = Percent.encode(text.toString());
      String told = "'%s' to '%s' (seed %s)".formatted(text, encoded, SEED);
      assertTrue(encoded.chars().allMatch(c -> c > ' ' && c < 0x7f), told);
      assertEquals(Percent.decode(text.toString()), Percent.decode(encoded), told);
      assertEquals(encoded, Percent.encode(encoded), told);
    }
  }
}
