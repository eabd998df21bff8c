package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.output.OutputFile;
import dev.waymark.source.SourceBlocks;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The same input gives the same bytes, whatever the machine is like. */
class SameBytesTest {
  private static final long SEED = Long.getLong("waymark.seed", 20260728);

  /** Everything that a build says and makes, file by file. */
  private static Map<String, String> outcome(int jobs, SourceTree content) {
    BuildOptions options =
        new BuildOptions(
            Optional.empty(), false, jobs, Optional.of(URI.create("https://example.org/i/")));
    TestSite site = TestSite.of(options, content);
    Map<String, String> outcome = new TreeMap<>();
    outcome.put("diagnostics", site.diagnostics().toString());
    outcome.put("pages", Integer.toString(site.result().pages()));
    site.files()
        .forEach((path, file) ->
            outcome.put(
                path.value(),
                file.role()
                    + " "
                    + switch (file.content()) {
                      case OutputFile.Content.Bytes made ->
                          new String(made.bytes(), StandardCharsets.ISO_8859_1);
                      case OutputFile.Content.Packed made ->
                          new String(made.bytes(), StandardCharsets.ISO_8859_1);
                      case OutputFile.Content.Copied copied -> copied.from().toString();
                    }));
    return outcome;
  }

  private static void check(String name, List<SourceFile> files, Random random) {
    SourceTree tree = SourceTree.of("content", files);
    Map<String, String> expected = outcome(1, tree);
    same(name + ", again", expected, () -> outcome(1, tree));
    same(name + ", two jobs", expected, () -> outcome(2, tree));
    same(name + ", seven jobs", expected, () -> outcome(7, tree));
    List<SourceFile> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, random);
    same(name + ", shuffled", expected, () -> outcome(3, SourceTree.of("content", shuffled)));
    same(name + ", in Turkey", expected, () -> elsewhere("tr-TR", () -> outcome(2, tree)));
    // Numbers have other digits there.
    same(name + ", in Egypt", expected, () -> elsewhere("ar-EG", () -> outcome(2, tree)));
  }

  private static <T> T elsewhere(String tag, Supplier<T> work) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      return work.get();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static void same(
      String name, Map<String, String> expected, Supplier<Map<String, String>> build) {
    Map<String, String> actual = build.get();
    assertEquals(expected.keySet(), actual.keySet(), name);
    expected.forEach(
        (path, content) -> assertEquals(content, actual.get(path), name + ": " + path));
  }

  @Test
  void ofOurContent() throws IOException {
    SourceTree content =
        SourceReader.sequential().read(Path.of("content"), "content", List.of()).value();
    check("content", List.copyOf(content.files().values()), new Random(SEED));
  }

  @Test
  void ofSitesThatNobodyWouldWrite() {
    Random seeds = new Random(SEED);
    for (int i = 0; i < 25; i++) {
      long seed = seeds.nextLong();
      check("seed " + seed, RandomSite.files(seed), new Random(seed));
    }
  }

  // Large enough that the work is handed to all threads.
  @Test
  void ofAHundredPagesWithOneFaultEach() {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      files.add(
          SourceBlocks.file(
              "content",
              "f" + i % 7 + "/p" + i + ".md",
              "---\nid: same\n---\n# P%d\n[a](../f1/p1.md) [b](nix%d.md) [[same]] [[p3]]\n"
                  .formatted(i, i)));
    }
    check("a hundred", files, new Random(SEED));
  }
}
