package dev.waymark.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
  private static final long SEED = Long.getLong("waymark.seed", 20260731);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who's asking? (Part 2) | whos-asking-part-2
          A  B                   | a--b
          Under_score-hyphen     | under_score-hyphen
          Ŵy ÉTÉ                 | ŵy-été
          日本 語                | 日本-語
          100% & more            | 100--more
          a#b/c:d                | abcd
          🦆                     | section
          ?!                     | section
          1.2 Next               | 12-next
          """)
  void followsTheRuleOfGitHub(String heading, String anchor) {
    assertEquals(anchor, Slug.of(heading));
  }

  @Test
  void repeatedHeadingsGetNumbers() {
    Slug.Unique unique = new Slug.Unique();
    assertEquals(
        List.of("a", "a-1", "a-2", "a-1-1", "a-3"),
        Stream.of("A", "a", "A!", "a-1", "a").map(unique::next).toList());
    Slug.Unique reserved = new Slug.Unique();
    reserved.reserve("main");
    assertEquals("main-1", reserved.next("Main"));
  }

  @Test
  void anchorsOfOnePageAreNeverTheSame() {
    Random random = new Random(SEED);
    List<String> words = List.of("a", "A", "a-1", "a-1-1", "a 1", "", "section", "section-1", "?");
    for (int i = 0; i < 2_000; i++) {
      Slug.Unique unique = new Slug.Unique();
      Set<String> taken = new HashSet<>();
      for (int heading = 0; heading < 20; heading++) {
        String anchor = unique.next(words.get(random.nextInt(words.size())));
        assertTrue(taken.add(anchor), () -> anchor + " twice (seed " + SEED + ")");
      }
    }
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "az", "lt", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals("information-i", Slug.of("INFORMATION I"));
        Slug.Unique unique = new Slug.Unique();
        unique.next("I");
        assertEquals("i-1", unique.next("i"));
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
