package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceText;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our own content, that of others where it is at hand, and both with damage done to them. */
class RealSitesTest {
  private static final Path CONTENT = Path.of("content");

  /** Folders of Markdown that others wrote; too large for this repository. */
  private static final Path CORPORA =
      Path.of(System.getProperty("waymark.corpora", "../shared/corpora"));

  private static final long SEED = Long.getLong("waymark.seed", 20260728);

  private static Checked<SourceTree> read(Path folder) throws IOException {
    return SourceReader.sequential().read(folder, "content", List.of());
  }

  private static TestSite build(Checked<SourceTree> content) {
    return TestSite.of(
        BuildOptions.defaults(), content, Checked.of(SourceTree.of("theme", List.of())));
  }

  @Test
  void ourContentIsRightAndWhole() throws IOException {
    TestSite site = build(read(CONTENT));
    assertEquals("", site.report());
    assertEquals(List.of(), SiteRules.breaches(site));
  }

  @Test
  void theContentOfOthersBecomesAWholeSite() throws IOException {
    assumeTrue(Files.isDirectory(CORPORA), "there is no " + CORPORA);
    try (Stream<Path> folders = Files.list(CORPORA)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        TestSite site = build(read(folder));
        assertEquals(List.of(), SiteRules.breaches(site), folder::toString);
      }
    }
  }

  @Test
  void damageDoesNotStopABuild() throws IOException {
    SourceTree content = read(CONTENT).value();
    Random random = new Random(SEED);
    for (int i = 0; i < 40; i++) {
      long seed = random.nextLong();
      SourceTree damaged = damaged(content, new Random(seed));
      try {
        TestSite site = build(Checked.of(damaged));
        assertEquals(List.of(), SiteRules.breaches(site));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("build %d, seed %d".formatted(i, seed), e);
      }
    }
  }

  /** Eight of the files, each with some of its text changed. */
  private static SourceTree damaged(SourceTree content, Random random) {
    TreeMap<SourcePath, SourceFile> files = new TreeMap<>(content.files());
    List<SourcePath> paths = new ArrayList<>(files.keySet());
    for (int i = 0; i < 8; i++) {
      SourcePath path = paths.get(random.nextInt(paths.size()));
      if (files.get(path) instanceof SourceFile.Text file) {
        String text = file.text().text();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
          text = damage(text, random);
        }
        files.put(
            path,
            new SourceFile.Text(path, new SourceText(file.displayName(), 1, text), file.origin()));
      }
    }
    return new SourceTree(content.displayName(), files);
  }

  private static final List<String> SCRAPS =
      List.of(
          "[",
          "]",
          "](",
          "[[",
          "]]",
          "(",
          "---\n",
          "\n",
          "\t",
          "#",
          ":",
          "|",
          "`",
          "```\n",
          "<",
          ">",
          "&",
          "*",
          "_",
          "\\",
          "\"",
          "'",
          "{",
          "}",
          "- ",
          "../",
          ".md",
          "!",
          "\u0000",
          "\uD83E",
          "\uD83E\uDD86",
          "\u202E",
          "\r",
          "%",
          "!!tag ",
          "&a ",
          "*a ",
          "[^1]",
          "[^1]: ");

  private static String damage(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(40));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at);
      case 2 -> text.substring(at);
      case 3 -> text.substring(0, end) + text.substring(at);
      case 4 ->
          text.substring(0, at)
              + SCRAPS.get(random.nextInt(SCRAPS.size())).repeat(1 + random.nextInt(3))
              + text.substring(at);
      default -> text.replace("\n", "\r\n");
    };
  }
}
