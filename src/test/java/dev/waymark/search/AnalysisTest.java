package dev.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.site.LinkedSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** Text to tokens. */
class AnalysisTest {
  /**
   * A case a line: a text, a tab, its tokens with blanks between: {@code WORD}, {@code WORD/TERM}
   * where the term is another, {@code WORD/} for a stop word. In the text {@code \t}, {@code \n},
   * {@code \\} and {@code \}{@code uXXXX} stand for characters. The browser's tests read it, too.
   */
  private static final Path TABLE = Path.of("src/test/resources/dev/waymark/search/analysis.tsv");

  static String tokens(String text) {
    List<String> tokens = new ArrayList<>();
    new WordReader()
        .read(
            SearchDocument.normal(text),
            (word, start, end) ->
                tokens.add(
                    word.stop()
                        ? word.word() + "/"
                        : word.term().equals(word.word())
                            ? word.word()
                            : word.word() + "/" + word.term()));
    return String.join(" ", tokens);
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char escape = text.charAt(at++);
      switch (escape) {
        case 't' -> plain.append('\t');
        case 'n' -> plain.append('\n');
        case 'u' -> {
          plain.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        }
        default -> plain.append(escape);
      }
    }
    return plain.toString();
  }

  @Test
  void theTableOfCasesHolds() throws IOException {
    List<String> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(TABLE);
    for (String line : lines) {
      String text = line.substring(0, line.indexOf('\t'));
      found.add(text + "\t" + tokens(unescape(text)));
    }
    if (System.getProperty("waymark.golden", "").equals("rewrite")) {
      Files.write(TABLE, found);
      return;
    }
    assertTrue(lines.size() > 60);
    assertEquals(String.join("\n", lines), String.join("\n", found));
  }

  /** What a document's words are by Lucene's own chain, with their places. */
  private static List<String> byLucene(String text, String field) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (Analysis analysis = new Analysis();
        TokenStream stream = analysis.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        tokens.add(position + " " + new BytesRef(term).utf8ToString());
      }
      stream.end();
    }
    return tokens;
  }

  static String hostile(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(10)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.append("'’\"“-\0 \n\u00a0\u0301".charAt(random.nextInt(10)));
        case 3 -> text.append((char) (0xd800 + random.nextInt(0x800)));
        case 4 ->
            text.append(
                List.of("the ", "'s", "İı", "ŵŷ", "ﬀ", "ΣΑΣ", "👩‍👧").get(random.nextInt(7)));
        case 5 -> text.append(' ');
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  @Test
  void whatIsRememberedIsWhatLuceneSays() throws IOException {
    Random random = new Random(TestIndex.SEED);
    for (int i = 0; i < 400; i++) {
      String text = hostile(random, 1 + random.nextInt(120));
      List<String> terms = new ArrayList<>();
      List<String> stopWords = new ArrayList<>();
      List<String> words = new ArrayList<>();
      int[] position = {0};
      new WordReader()
          .read(
              text,
              (word, start, end) -> {
                (word.stop() ? stopWords : terms).add(position[0] + " " + word.term());
                words.add(position[0]++ + " " + word.word());
              });
      String seed = "seed " + TestIndex.SEED + ", text " + i;
      assertEquals(byLucene(text, Analysis.WORD), words, seed);
      assertEquals(byLucene(text, "body.stop"), stopWords, seed);
      assertEquals(byLucene(text, "body"), terms, seed);
    }
  }

  @Test
  void manyWordsHaveTheStemsOfPorter() {
    List<String> words = GeneratedWords.of(1, 100_000);
    assertEquals(100_000, new HashSet<>(words).size());
    WordReader reader = new WordReader();
    int stemmed = 0;
    for (String word : words) {
      stemmed += reader.term(word).equals(word) ? 0 : 1;
    }
    // Else the words would say little of a stemmer.
    assertTrue(stemmed > 60_000, () -> "seed 1");
  }

  @Test
  void noTextBreaksIndexingOrSearching() {
    Random random = new Random(TestIndex.SEED);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add(hostile(random, 1 + random.nextInt(300)));
    }
    texts.addAll(
        List.of("\0", "x".repeat(1 << 20), "\"".repeat(9999), "-", "\"-\"", "\ud83e", "\udd86"));
    texts.add("a ".repeat(50_000));
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          StringBuilder site = new StringBuilder();
          for (int i = 0; i < texts.size(); i++) {
            site.append("-- p").append(i).append(".md --\n");
            site.append(texts.get(i).replaceAll("(?m)^-- ", "")).append('\n');
          }
          try (SearchIndex index = TestIndex.of(LinkedSite.of(site.toString()).site(), 2);
              ReferenceSearch search = new ReferenceSearch(index)) {
            TestIndex.shards(index).terms();
            for (String text : texts) {
              for (QueryOptions options : List.of(QueryOptions.DEFAULT, QueryOptions.TYPING)) {
                SearchResult found = search.search(text, SearchFilters.NONE, options, 10);
                assertTrue(found.hits().size() <= Math.min(10, found.total()));
              }
            }
          }
        },
        () -> "seed " + TestIndex.SEED);
  }

  @Test
  void surrogatesWithoutTheirOtherHalfAreWritten() {
    String half = "a".repeat(49) + "\ud801\udc37" + "b";
    new WordReader()
        .read(
            half,
            (word, start, end) -> {
              assertEquals("a".repeat(49) + "\ufffd", word.word());
              assertEquals(
                  word.term(),
                  new String(word.term().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            });
  }
}
