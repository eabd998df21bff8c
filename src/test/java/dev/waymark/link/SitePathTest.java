package dev.waymark.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {
  private static final long SEED = Long.getLong("waymark.seed", 20260729);

  private static final List<String> NAMES =
      List.of(
          "a",
          "index.html",
          "two words",
          "100%",
          "%41",
          "a#b",
          "q?",
          "ŵy",
          "日本",
          "🦆",
          "cafe\u0301",
          "...",
          "~x",
          "j:s",
          "javascript:alert(1)",
          "+&;=@$,!'()*",
          "\"<>|^`{}[]",
          "-",
          "İI",
          "a.b.c",
          " ");

  private static SitePath random(Random random) {
    StringBuilder path = new StringBuilder();
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      path.append(NAMES.get(random.nextInt(NAMES.size()))).append('/');
    }
    return new SitePath(path.append(NAMES.get(random.nextInt(NAMES.size()))).toString());
  }

  /** Where a browser goes: it knows URIs, and nothing of ours. */
  private static String follow(SitePath from, String link) {
    URI base = URI.create("https://example.org/" + encoded(from));
    return base.resolve(URI.create(link)).getPath().substring(1);
  }

  private static String encoded(SitePath path) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : path.value().getBytes(StandardCharsets.UTF_8)) {
      encoded.append(b == '/' ? "/" : "%%%02X".formatted(b & 0xff));
    }
    return encoded.toString();
  }

  @Test
  void aLinkBetweenAnyTwoPathsLeadsThere() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      SitePath from = random(random);
      SitePath to = random(random);
      String link = from.linkTo(to);
      String where = "from '%s' to '%s' by '%s' (seed %s)".formatted(from, to, link, SEED);
      assertTrue(link.chars().allMatch(c -> c > ' ' && c < 0x7f), where);
      assertEquals(to.value(), follow(from, link), where);
      assertEquals("", URI.create(link).getScheme() == null ? "" : "a scheme", where);
    }
  }

  @Test
  void theRootIsWhereToRootLeads() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      SitePath from = random(random);
      assertEquals("", follow(from, from.toRoot().isEmpty() ? "./" : from.toRoot()), from::value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.html           | b.html           | b.html
          a.html           | a.html           | a.html
          f/a.html         | f/b.html         | b.html
          f/a.html         | b.html           | ../b.html
          f/g/a.html       | f/h/b.html       | ../h/b.html
          f/a.html         | fo/b.html        | ../fo/b.html
          a.html           | f/index.html     | f/index.html
          f/index.html     | index.html       | ../index.html
          a.html           | two words.html   | two%20words.html
          a.html           | 100%.html        | 100%25.html
          a.html           | a#b?.html        | a%23b%3F.html
          a.html           | ŵ.html           | %C5%B5.html
          a.html           | j:s.html         | ./j:s.html
          f/a.html         | f/j:s.html       | ./j:s.html
          a.html           | f/j:s.html       | f/j:s.html
          """)
  void linksAreRelativeAndEncoded(String from, String to, String link) {
    assertEquals(link, new SitePath(from).linkTo(new SitePath(to)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a\\b", "a\0"})
  void whatIsNoPathIsRefused(String value) {
    assertThrows(IllegalArgumentException.class, () -> new SitePath(value));
  }

  @Test
  void foldingDoesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals("index.html", new SitePath("INDEX.HTML").folded());
      assertEquals("information", Slug.of("INFORMATION"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
