package dev.waymark.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Queries of every form over a folder of content; the same seed gives the same queries. */
final class SearchQueries {
  private final Random random;
  private final List<String> words;
  private final List<String> lines = new ArrayList<>();
  private final List<String> forms = new ArrayList<>();
  private final List<String> stops =
      Analysis.STOP_WORDS.stream().map(word -> new String((char[]) word)).sorted().toList();

  SearchQueries(Path content, long seed) {
    random = new Random(seed);
    Set<String> found = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(content)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          String plain = line.replaceAll("[^\\p{L}\\p{N}\\p{M}'’.,;-]+", " ").strip();
          List<String> own =
              Arrays.stream(plain.split(" ")).filter(word -> !word.isEmpty()).toList();
          found.addAll(own);
          if (own.size() > 4) {
            lines.add(plain);
          }
        }
      }
      for (String line : Files.readAllLines(content.resolve("glossary.yaml"))) {
        if (line.matches("\\s+(- )?(term|expansion|synonyms): .*")) {
          String value = line.replaceAll("^[^:]*: |[\\[\\]\"]", "");
          forms.addAll(List.of(value.split(", ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    words = List.copyOf(found);
  }

  /** So many queries of each form, by the name of the form. */
  Map<String, List<String>> forms(int each) {
    Map<String, Supplier<String>> makers = new LinkedHashMap<>();
    makers.put("words", () -> words(1 + random.nextInt(4)));
    makers.put("text", () -> span(2 + random.nextInt(8)));
    makers.put("misspelt", () -> misspelt(word()) + " " + word());
    makers.put("twice misspelt", () -> word() + " " + misspelt(misspelt(word())));
    makers.put("cut short", () -> word() + " " + cut(word()));
    makers.put("beginning", () -> cut(word()));
    makers.put("phrase", () -> "\"" + span(2 + random.nextInt(3)) + "\"");
    makers.put("phrase and words", () -> word() + " \"" + span(2) + "\" " + cut(word()));
    makers.put("minus", () -> span(3) + " -" + word());
    makers.put("minus phrase", () -> word() + " -\"" + span(2) + "\" " + word());
    makers.put(
        "stop words", () -> stop() + " " + stop() + (random.nextBoolean() ? " " + stop() : ""));
    makers.put("stop words in a phrase", () -> "\"" + stop() + " " + stop() + "\"");
    makers.put("synonyms", () -> pick(forms));
    makers.put("synonyms and words", () -> word() + " " + pick(forms) + " " + cut(word()));
    makers.put("twice the same", () -> twice(word() + " " + pick(forms)));
    makers.put("mixed", this::mixed);
    Map<String, List<String>> queries = new LinkedHashMap<>();
    makers.forEach((name, maker) -> queries.put(name, Stream.generate(maker).limit(each).toList()));
    return queries;
  }

  private String mixed() {
    List<Supplier<String>> parts =
        List.of(
            this::word,
            () -> pick(forms),
            () -> "\"" + span(2) + "\"",
            () -> misspelt(word()),
            () -> "-" + word(),
            this::stop,
            () -> word().toUpperCase(java.util.Locale.ROOT));
    StringBuilder query = new StringBuilder();
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      query.append(parts.get(random.nextInt(parts.size())).get()).append(' ');
    }
    return query + cut(word());
  }

  private static String twice(String text) {
    return text + " " + text;
  }

  /** Texts that nobody should search for. */
  List<String> hostile(int count) {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "",
                " ",
                "\"",
                "\"\"",
                "-",
                "--",
                "-\"",
                "-\"\"",
                "\"-\"",
                "constructor",
                "__proto__ toString hasOwnProperty",
                "a".repeat(100_000),
                "a ".repeat(20_000),
                "\"a".repeat(5_000),
                "-a ".repeat(5_000),
                "\uD83D\uDE00",
                "\uD83D",
                "\uDE00x",
                "x\uD83D",
                "e\u0301".repeat(500),
                "\u0301\u0301",
                "日本語テスト".repeat(50),
                "\u0000\u0001\u0001the",
                "<img src=x onerror=alert(1)>",
                "\u202Egnirahs",
                "w".repeat(49) + "\uD83D\uDE00" + "\uD835\uDC00".repeat(60),
                "(((((((((((((((((",
                "\\u0000 \\",
                "ſ ß İ ı ŉ ǰ ΐ",
                "'’'’'s",
                "s's's's's"));
    String letters =
        "ab \"-'’\u00a0\u2003\t\n\u0301\uD83D\uDE00éŵ日カ.*+?^${}()|[]\\/\u0000\u0001\uFFFD";
    while (texts.size() < count) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(
            random.nextInt(3) == 0
                ? word()
                : String.valueOf(letters.charAt(random.nextInt(letters.length()))));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String word() {
    return pick(words);
  }

  private String words(int count) {
    return String.join(" ", Stream.generate(this::word).limit(count).toList());
  }

  private String stop() {
    return pick(stops);
  }

  private String span(int count) {
    String[] own = pick(lines).split(" ");
    int start = random.nextInt(Math.max(1, own.length - count));
    return String.join(" ", List.of(own).subList(start, Math.min(own.length, start + count)));
  }

  private String cut(String word) {
    return word.substring(
        0, word.offsetByCodePoints(0, 1 + random.nextInt(word.codePointCount(0, word.length()))));
  }

  private String misspelt(String word) {
    int at = 1 + random.nextInt(Math.max(1, word.length() - 1));
    if (at >= word.length() || Character.isSurrogate(word.charAt(at))) {
      return word + "x";
    }
    String letter = String.valueOf((char) ('a' + random.nextInt(26)));
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + letter + word.substring(at);
      case 1 -> word.substring(0, at) + word.substring(at + 1);
      case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
      default ->
          at + 1 < word.length()
              ? word.substring(0, at)
                  + word.charAt(at + 1)
                  + word.charAt(at)
                  + word.substring(at + 2)
              : word + letter;
    };
  }
}
