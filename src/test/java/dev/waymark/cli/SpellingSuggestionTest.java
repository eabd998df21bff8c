package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingSuggestionTest {
  private static final List<String> COMMANDS = List.of("build", "check", "explain", "serve");

  @ParameterizedTest
  @CsvSource({"bulid, build", "buil, build", "BUILD, build", "chekc, check", "explian, explain"})
  void findsWhatWasMeant(String written, String meant) {
    assertEquals(Optional.of(meant), SpellingSuggestion.nearest(written, COMMANDS));
  }

  @Test
  void offersNothingThatIsFarAway() {
    assertEquals(Optional.empty(), SpellingSuggestion.nearest("help", COMMANDS));
    assertEquals(Optional.empty(), SpellingSuggestion.nearest("", COMMANDS));
  }
}
