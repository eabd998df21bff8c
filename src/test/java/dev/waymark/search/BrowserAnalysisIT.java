package dev.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.waymark.browser.ClientPages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The browser's own analysis and spelling beside Lucene's. */
final class BrowserAnalysisIT {
  private static final long SEED = 20261126;
  private static final int WORDS = 120_000;
  private static final int PAIRS = 20_000;

  /** Tokens of texts as WORD, or KEY where it differs, after a blank each. */
  private static final String ANALYSE =
      """
      async ([texts, stops, foldings]) => {
        const { Analyser } = await import('./search/text.js');
        const analyser = new Analyser(stops, foldings);
        return texts.split('\\n\\0\\n').map((text) => analyser.tokens(text)
            .map(({ word, key }) => word + '/' + key).join(' ')).join('\\n');
      }
      """;

  private static ClientPages pages;
  private static Page page;
  private static final WordReader READER = new WordReader();

  @BeforeAll
  static void open() {
    pages = new ClientPages();
    page = pages.modules();
  }

  @AfterAll
  static void close() {
    pages.close();
  }

  private static List<String> stopWords() {
    return Analysis.STOP_WORDS.stream().map(word -> new String((char[]) word)).sorted().toList();
  }

  private static String expected(String text) {
    StringBuilder tokens = new StringBuilder();
    READER.read(
        text,
        (word, start, end) ->
            tokens
                .append(tokens.isEmpty() ? "" : " ")
                .append(word.word())
                .append('/')
                .append(word.key()));
    return tokens.toString();
  }

  /** In one string each way, which is many times quicker than in a list. */
  private static List<String> inBrowser(List<String> texts) {
    String joined = String.join("\n\0\n", texts);
    return List.of(
        ((String) page.evaluate(ANALYSE, List.of(joined, stopWords(), Folding.EXCEPTIONS)))
            .split("\n", -1));
  }

  /** The texts whose tokens differ, the first ones. */
  private static List<String> differences(List<String> texts) {
    List<String> found = inBrowser(texts);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < texts.size() && differences.size() < 20; i++) {
      if (!expected(texts.get(i)).equals(found.get(i))) {
        differences.add(texts.get(i) + ": " + expected(texts.get(i)) + " but " + found.get(i));
      }
    }
    return differences;
  }

  @Test
  void aGeneratedVocabularyHasTheSameTerms() throws Exception {
    List<String> words = vocabulary(new Random(SEED));
    System.out.println("seed " + SEED + ", " + words.size() + " words");
    assertTrue(words.size() >= 100_000);
    assertEquals(List.of(), differences(words));
  }

  /** Words of the toolkit, words made of syllables, and suffixes of every rule of the stemmer. */
  private static List<String> vocabulary(Random random) throws Exception {
    Set<String> words = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("content"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        words.addAll(List.of(Files.readString(file).split("[^\\p{L}\\p{N}'’]+")));
      }
    }
    words.remove("");
    List<String> real = List.copyOf(words);
    List<String> onsets =
        List.of("b c d f g h j k l m n p qu r s t v w x y z st tr ch ll ss zz".split(" "));
    List<String> vowels = List.of("a e i o u y ea oo ie ŵ é ï".split(" "));
    List<String> suffixes =
        List.of(
            ("ational tional enci anci izer bli alli entli eli ousli ization ation ator alism"
                 + " iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical"
                 + " ful ness al ance ence er ic able ible ant ement ment ent sion tion ion ou ism"
                 + " ate iti ous ive ize e ll lle s sses ies ed ing eed y ying ss 's ’s")
                .split(" "));
    while (words.size() < WORDS) {
      StringBuilder word = new StringBuilder();
      if (random.nextInt(3) == 0) {
        word.append(pick(real, random));
      } else {
        for (int i = random.nextInt(4); i > 0; i--) {
          word.append(random.nextInt(4) > 0 ? pick(onsets, random) : "")
              .append(pick(vowels, random));
        }
        word.append(random.nextBoolean() ? pick(onsets, random) : "");
      }
      word.append(pick(suffixes, random));
      words.add(random.nextInt(3) == 0 ? word + pick(suffixes, random) : word.toString());
    }
    return words.stream().map(SearchDocument::normal).toList();
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  @Test
  void everyCharacterOfTheBasicPlaneIsReadAlike() {
    // The browser's and the JDK's edition of Unicode need not be the same.
    String known =
        (String)
            page.evaluate(
                "() => Array.from({length: 65536}, (_, c) =>"
                    + " /\\p{Cn}/u.test(String.fromCharCode(c)) ? 0 : 1).join('')");
    List<String> texts = new ArrayList<>();
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      if (!Character.isSurrogate(c) && Character.isDefined(c) && known.charAt(c) == '1') {
        texts.add(SearchDocument.normal("a" + c + "b " + c + " x" + Character.toUpperCase(c)));
      }
    }
    assertTrue(texts.size() > 50_000, texts.size() + " characters");
    assertEquals(List.of(), differences(texts));
  }

  @Test
  void theTableOfCasesIsReadAlike() throws Exception {
    List<String> cases = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    for (String line :
        Files.readAllLines(
            Path.of("src/test/resources/dev/waymark/search/analysis.tsv"),
            StandardCharsets.UTF_8)) {
      int tab = line.indexOf('\t');
      if (tab >= 0) {
        cases.add(SearchDocument.normal(unescape(line.substring(0, tab))));
        tokens.add(unescape(line.substring(tab + 1)));
      }
    }
    assertTrue(cases.size() > 10, cases.size() + " cases");
    assertEquals(tokens, inBrowser(cases).stream().map(BrowserAnalysisIT::inTable).toList());
  }

  /** {@code WORD/KEY ...} as the table has it: a word alone, with its term, or as a stop word. */
  private static String inTable(String tokens) {
    return Arrays.stream(tokens.split(" "))
        .map(token -> {
          int slash = token.indexOf('/');
          String word = slash < 0 ? token : token.substring(0, slash);
          String key = token.substring(slash + 1);
          if (key.startsWith(Word.STOP_MARK)) {
            return word + "/";
          }
          return key.equals(word) ? word : word + "/" + key;
        })
        .collect(Collectors.joining(" "));
  }

  private static String unescape(String text) {
    return Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)")
        .matcher(text)
        .replaceAll(escape ->
            Matcher.quoteReplacement(
                escape.group(2) != null
                    ? String.valueOf((char) Integer.parseInt(escape.group(2), 16))
                    : ("\\" + escape.group(1)).translateEscapes()));
  }

  @Test
  void randomTextsOfEveryScriptAreReadAlike() {
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>();
    int[] samples = {
      'a', 'Z', '7', '\'', 0x2019, '-', ' ', 0xe9, 0x175, 0x301, 0x3a3, 0x130, 0xdf, 0x5d0, 0x639,
      0x915, 0x94d, 0x3042, 0x30fc, 0x65e5, 0xac00, 0x1f600, 0x20000, 0x1d400, 0x10400, 0x200d,
      0x2014, 0xfb01
    };
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(40); j >= 0; j--) {
        text.appendCodePoint(samples[random.nextInt(samples.length)]);
      }
      if (random.nextInt(10) == 0) {
        text.append("w".repeat(45)).append(text);
      }
      texts.add(SearchDocument.normal(text.toString()));
    }
    assertEquals(List.of(), differences(texts));
  }

  @Test
  @SuppressWarnings("unchecked")
  void distancesAreThoseOfLucenesAutomata() {
    Random random = new Random(SEED);
    List<List<String>> pairs = new ArrayList<>();
    List<Boolean> expected = new ArrayList<>();
    String letters = "abcdéŵ\uD83D\uDE00";
    for (int i = 0; i < PAIRS; i++) {
      int[] word = letters.codePoints().toArray();
      int[] from = random.ints(1 + random.nextInt(9), 0, word.length).map(k -> word[k]).toArray();
      String a = new String(from, 0, from.length);
      String b = edited(from, word, random);
      pairs.add(List.of(a, b));
      for (int edits = 1; edits <= 2; edits++) {
        expected.add(
            new CharacterRunAutomaton(new LevenshteinAutomata(a, true).toAutomaton(edits)).run(b));
      }
    }
    List<Boolean> found =
        (List<Boolean>)
            page.evaluate(
                """
                async (pairs) => {
                  const { codePoints, distance } = await import('./search/spelling.js');
                  return pairs.flatMap(([a, b]) => [1, 2].map(
                      (most) => distance(codePoints(a), codePoints(b), most) <= most));
                }
                """,
                pairs);
    long near = expected.stream().filter(yes -> yes).count();
    assertTrue(near > PAIRS / 4 && near < 2 * PAIRS - PAIRS / 4, near + " are near");
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).equals(found.get(i))) {
        differences.add(pairs.get(i / 2) + " within " + (1 + i % 2));
      }
    }
    assertEquals(List.of(), differences);
  }

  private static String edited(int[] word, int[] letters, Random random) {
    StringBuilder result = new StringBuilder(new String(word, 0, word.length));
    for (int edit = random.nextInt(4); edit > 0; edit--) {
      int[] now = result.codePoints().toArray();
      int at = random.nextInt(now.length + 1);
      String before = new String(now, 0, at);
      String letter = Character.toString(letters[random.nextInt(letters.length)]);
      int rest = now.length - at;
      String after =
          switch (random.nextInt(4)) {
            case 0 -> letter + new String(now, at, rest);
            case 1 -> rest == 0 ? "" : new String(now, at + 1, rest - 1);
            case 2 -> rest == 0 ? letter : letter + new String(now, at + 1, rest - 1);
            default ->
                rest < 2
                    ? new String(now, at, rest)
                    : new String(new int[] {now[at + 1], now[at]}, 0, 2)
                        + new String(now, at + 2, rest - 2);
          };
      result = new StringBuilder(before + after);
    }
    return result.toString();
  }

  @Test
  void shardsOfEverySizeAreRead() {
    Random random = new Random(SEED);
    List<String> scripts = new ArrayList<>();
    List<String> sums = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[i < 20 ? i : random.nextInt(20_000)];
      int letters = 1 + random.nextInt(256);
      long sum = 0;
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) random.nextInt(letters);
        sum = (sum * 31 + (bytes[j] & 0xff)) % 1_000_000_007L;
      }
      scripts.add(
          new String(DeflatedShards.unkept().shard("x", bytes).script(), StandardCharsets.UTF_16));
      sums.add(bytes.length + " " + sum);
    }
    Object found =
        page.evaluate(
            """
            async (scripts) => {
              const { decodeText, inflate } = await import('./search/codec.js');
              return scripts.map((script) => {
                const [, length, text] = /,(\\d+),"(.*)"\\)\\n$/s.exec(script);
                const bytes = inflate(decodeText(text), Number(length), new Uint8Array(0));
                return bytes.length + ' ' + bytes.reduce((sum, b) => (sum * 31 + b) % 1000000007, 0);
              });
            }
            """,
            scripts);
    assertEquals(sums, found);
  }

  @Test
  void aShardThatIsCutOffIsAnErrorAndNoEndlessLoop() {
    Object found =
        page.evaluate(
            """
            async () => {
              const { inflate } = await import('./search/codec.js');
              const none = new Uint8Array(0);
              return [[], [0], [0, 0, 0, 255, 255]].map((bytes) => {
                try {
                  return inflate(Uint8Array.from(bytes), 10, none).length;
                } catch (error) {
                  return error.message;
                }
              });
            }
            """);
    assertEquals(List.of("damaged", "damaged", "damaged"), found);
  }
}
