package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.config.ConfigReader;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to the YAML of our own content, it is read without a failure, and every message
 * points into the file.
 */
class MutatedYamlTest {
  private static final long SEED = Long.getLong("waymark.seed", 20260801);
  private static final int ROUNDS = Integer.getInteger("waymark.mutations", 40);

  private static final List<String> SNIPPETS =
      List.of(
          ":",
          ": ",
          "-",
          "- ",
          "\n",
          "\r\n",
          "\r",
          "\t",
          "'",
          "\"",
          "[",
          "]",
          "{",
          "}",
          ",",
          "#",
          " #",
          "&a ",
          "*a",
          "!",
          "!!str ",
          "|",
          ">",
          ">-\n",
          "%",
          "@",
          "`",
          "?",
          "? ",
          "---\n",
          "...\n",
          "\\",
          "<<: *a",
          "\u0000",
          "\u0007",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uFFFD",
          "ŵ",
          "🦆",
          "\uD83E",
          " ",
          "    ",
          "true",
          "no",
          "~",
          "2026-02-31",
          "1e3",
          "draft: true\n");

  private final ConfigReader config =
      new ConfigReader(new YamlReader(), MarkdownOptions.ALLOWABLE_HTML);
  private final PageReader pages =
      new PageReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()));

  @Test
  void neverFailsAndAlwaysPointsIntoTheFile() throws IOException {
    Random random = new Random(SEED);
    int read = 0;
    int found = 0;
    for (SourceFile file :
        SourceReader.sequential()
            .read(Path.of("content"), "content", List.of())
            .value()
            .files()
            .values()) {
      if (!(file instanceof SourceFile.Text text)) {
        continue;
      }
      String whole = text.text().text();
      boolean page = PageReader.isPage(file.path().name());
      // The text below the front matter is another test's.
      String yaml = page ? frontMatter(whole) : whole;
      for (int i = 0; i < ROUNDS; i++) {
        String mutated = mutate(yaml, random);
        List<Diagnostic> diagnostics = check(text, mutated, page);
        read++;
        found += diagnostics.size();
      }
    }
    System.out.println(read + " mutations with " + found + " messages, seed " + SEED);
    assertTrue(read >= 20 * ROUNDS, "the content is there");
    assertTrue(found >= read / 3, "mutations that break nothing prove nothing");
  }

  private List<Diagnostic> check(SourceFile.Text file, String mutated, boolean page) {
    String name = file.displayName();
    try {
      SourceText text = new SourceText(name, 1, mutated);
      List<Diagnostic> found = new ArrayList<>();
      if (page) {
        found.addAll(
            pages
                .read(new SourceFile.Text(new SourcePath("a.md"), text, file.origin()))
                .diagnostics());
      } else {
        found.addAll(config.readSite(text).diagnostics());
        found.addAll(config.readGlossary(text).diagnostics());
      }
      LineMap lines = LineMap.of(mutated);
      found.forEach(one -> assertWithin(one.location(), name, mutated, lines));
      return found;
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          name + " with -Dwaymark.seed=" + SEED + ":\n" + mutated.replace("\0", "<NUL>"), e);
    }
  }

  private static void assertWithin(Location place, String name, String text, LineMap lines) {
    boolean within =
        place.file().equals(name)
            && place.endLine() <= lines.lines()
            && place.column() <= length(place.line(), text, lines) + 1
            && place.endColumn() <= length(place.endLine(), text, lines) + 1;
    assertTrue(within, () -> place + " to " + place.endLine() + ":" + place.endColumn());
  }

  private static int length(int line, String text, LineMap lines) {
    int end = line < lines.lines() ? lines.start(line + 1) : text.length();
    return end - lines.start(line);
  }

  private static String frontMatter(String text) {
    int end = text.indexOf("\n---", 3);
    return text.startsWith("---") && end > 0 ? text.substring(0, end + 4) + "\n" : "---\n---\n";
  }

  private static String mutate(String yaml, Random random) {
    StringBuilder text = new StringBuilder(yaml);
    if (random.nextInt(4) == 0) {
      return String.join("\r\n", mutate(text, random).split("\n", -1));
    }
    return mutate(text, random);
  }

  private static String mutate(StringBuilder text, Random random) {
    for (int i = 1 + random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, text.substring(at, to));
        case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, to));
        case 3 -> text.setLength(at);
        default -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
      }
    }
    return text.toString();
  }
}
