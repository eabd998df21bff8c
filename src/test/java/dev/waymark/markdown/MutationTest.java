package dev.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.waymark.diagnostic.Checked;
import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.commonmark.testutil.example.Example;
import org.junit.jupiter.api.Test;

/** Whatever is done to a page by a slip of hand, it can be read. */
final class MutationTest {
  private static final int MUTATIONS = 2_500;

  /** Longer texts of the content are cut, so that more of them are tried. */
  private static final int MOST = 2_000;

  private static final List<String> SPECIAL =
      List.of(
          "*",
          "**",
          "_",
          "~~",
          "`",
          "```\n",
          "[",
          "]",
          "(",
          ")",
          "[[",
          "]]",
          "|",
          "\\",
          "<",
          ">",
          "<!--",
          "-->",
          "<b>",
          "&",
          "&#0;",
          "&#xD800;",
          "\0",
          "\uD800",
          "\uDC00",
          "\uFEFF",
          "\u2028",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "\n\n",
          "> ",
          "> [!NOTE]\n",
          "- ",
          "- [x] ",
          "1. ",
          "# ",
          "---\n",
          "---\ntitle: ",
          "title: [",
          "aliases: *a\n",
          "&a ",
          "!!java ",
          "{",
          "}",
          "{width=1}",
          "![",
          "[^",
          "[^1]: ",
          "|-|-|\n",
          "@",
          "://",
          "www.",
          "\uD83D\uDE00",
          "\u0130",
          "a\u0301",
          "javascript:",
          "[a]: ",
          "../",
          "%",
          "%zz",
          "#");

  @Test
  void mutatedPageIsRead() throws IOException {
    List<String> texts = texts();
    PageReader pages =
        new PageReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()));
    int links = 0;
    for (long seed = 0; seed < MUTATIONS; seed++) {
      String text = mutate(texts, new Random(seed));
      try {
        links += read(pages, text);
      } catch (RuntimeException | StackOverflowError e) {
        fail("seed " + seed + ":\n" + text, e);
      }
    }
    assertEquals(true, links > MUTATIONS / 4, "the texts have hardly a link left");
  }

  /** Reads the text and closes its links, which are as many as it gives. */
  private static int read(PageReader pages, String text) {
    SourceFile.Text file =
        new SourceFile.Text(
            new SourcePath("page.md"), new SourceText("page.md", 1, text), Path.of("page.md"));
    Checked<Page> page = pages.read(file);
    MarkdownDocument document = page.value().document();
    Reading.link(document, document.titleHtml());
    Reading.link(document);
    return document.links().size();
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("content"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        String text = Files.readString(file);
        texts.add(text.substring(0, Math.min(MOST, text.length())));
      }
    }
    SpecTest.examples().stream().map(Example::getSource).forEach(texts::add);
    return texts;
  }

  private static String mutate(List<String> texts, Random random) {
    // Half of them pages, which are fewer.
    int pages = texts.size() - 652;
    StringBuilder text =
        new StringBuilder(
            texts.get(random.nextBoolean() ? random.nextInt(pages) : random.nextInt(texts.size())));
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + 1 + random.nextInt(40));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(3)));
        case 2 -> {
          String other = texts.get(random.nextInt(texts.size()));
          int from = random.nextInt(other.length() + 1);
          text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(200)));
        }
        default -> text.insert(at, SPECIAL.get(random.nextInt(SPECIAL.size())));
      }
    }
    return text.toString();
  }
}
