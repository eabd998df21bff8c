package dev.waymark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.site.LinkedSite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWeightsTest {
  private static LinkedSite site(String title) {
    return LinkedSite.of("-- site.yaml --\nsearch:\n  title: " + title + "\n-- index.md --\nx\n");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 1", "2.5, 0.5", "3.25, 0.25", "1.00, 1"})
  void takesQuarters(String written, float unit) {
    SearchWeights weights = site(written).site().config().searchWeights();
    assertEquals(Float.parseFloat(written), weights.title());
    assertEquals(SearchWeights.defaults().heading(), weights.heading());
    assertEquals(unit, weights.unit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "16.25", "1.1", "-2", "many", "1e1", "NaN"})
  void saysWhatIsWrong(String written) {
    LinkedSite site = site(written);
    assertEquals(SearchWeights.defaults(), site.site().config().searchWeights());
    assertEquals(
        List.of(
            "content/site.yaml:2:10-"
                + (10 + written.length())
                + " WM207 a weight is a number from 1 to 16, in steps of a quarter -> write 2, or"
                + " 1.5, or leave the line out"),
        site.messages());
  }

  @Test
  void unknownKeysAreReported() {
    assertEquals(
        1,
        LinkedSite.of("-- site.yaml --\nsearch: {titel: 2}\n-- index.md --\nx\n")
            .messages()
            .size());
  }
}
