package dev.waymark.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.BuildResult;
import dev.waymark.build.IncrementalBuild;
import dev.waymark.build.Progress;
import dev.waymark.build.SiteBuild;
import dev.waymark.diagnostic.Checked;
import dev.waymark.link.SitePath;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the folder, and however fast, the preview ends with the right site. */
class AbuseTest {
  /** Another with {@code -Dwaymark.seed=…}; as many as {@code -Dwaymark.saves=…} says. */
  private static final long SEED = Long.getLong("waymark.seed", 20261126);

  private static final int SAVES = Integer.getInteger("waymark.saves", 80);
  private static final int PAGES = 12;

  @TempDir Path folder;

  @Test
  @Timeout(600)
  void endsWithTheRightSite() throws Exception {
    Path content = Files.createDirectories(folder.resolve("content"));
    Random random = new Random(SEED);
    Files.writeString(content.resolve("site.yaml"), "title: Shed\n");
    Files.writeString(content.resolve("index.md"), "# Home\n");
    Files.createDirectories(content.resolve("parts"));
    for (int i = 0; i < PAGES; i++) {
      save(content, i, page(random, i));
    }
    try (RunningPreview preview = new RunningPreview(content, false)) {
      preview.settle();
      abuse(preview, content, random, SAVES / 2);
      preview.settle();
      long before = heap();
      abuse(preview, content, random, SAVES / 2);
      IncrementalBuild.Settled settled = preview.settle();
      long after = heap();
      compare(clean(content), settled);
      assertEquals(
          new String(
              Tree.bytes(settled.shown().files().get(new SitePath("parts/p1.html")), Set.of())
                  .orElseThrow(),
              StandardCharsets.UTF_8),
          withoutPreview(preview.get("parts/p1.html").body()));
      System.out.printf(
          "%d saves, seed %d: %d builds, %d failed; heap %d kB after half, %d kB at the end%n",
          SAVES,
          SEED,
          preview.rendered().size(),
          preview.failures().size(),
          before >> 10,
          after >> 10);
      assertTrue(after < before + (24L << 20), () -> before + " bytes grew to " + after);
    }
  }

  private static String withoutPreview(String page) {
    return page.replaceFirst("<script src=\"/_waymark[^\n]*\n", "")
        .replace("connect-src &#39;self&#39;; ", "");
  }

  /** Mostly faster than builds follow; each tenth time one is waited for. */
  private void abuse(RunningPreview preview, Path content, Random random, int saves)
      throws Exception {
    for (int i = 0; i < saves; i++) {
      int page = random.nextInt(PAGES);
      switch (random.nextInt(12)) {
        case 0 -> half(preview, content, page, page(random, page));
        case 1 -> save(content, page, "---\ntitle: [\n---\nBroken.\n");
        case 2 -> Files.writeString(content.resolve("site.yaml"), "title: [\n");
        case 3 -> Files.writeString(content.resolve("site.yaml"), "title: Shed " + i + "\n");
        case 4 -> goAndComeBack(content);
        case 5 -> replace(content, page, page(random, page));
        case 6 -> Files.write(file(content, page), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        default -> save(content, page, page(random, page));
      }
      if (i % 10 == 9) {
        preview.settle();
      }
    }
  }

  private static Path file(Path content, int page) {
    return content.resolve("parts/p" + page + ".md");
  }

  private static String page(Random random, int page) {
    return "---\ntitle: Page %d\n---\nWords %d. See [next](p%d.md).\n%s"
        .formatted(page, random.nextInt(1000), (page + 1) % PAGES, "Filler words.\n".repeat(40));
  }

  private static void save(Path content, int page, String text) throws IOException {
    Files.writeString(file(content, page), text);
  }

  /** Written in two parts, and a build sees the first. */
  private static void half(RunningPreview preview, Path content, int page, String text)
      throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file(content, page))) {
      out.write(bytes, 0, bytes.length / 2);
      out.flush();
      preview.settle();
      out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
    }
  }

  /** As many editors save: beside it, and renamed over it. */
  private static void replace(Path content, int page, String text) throws IOException {
    Path beside = content.resolve("parts/.p" + page + ".md.swp");
    Files.writeString(beside, text);
    Files.move(beside, file(content, page), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The folder is moved out of the site, deleted there, and written anew. */
  private void goAndComeBack(Path content) throws IOException {
    Path parts = content.resolve("parts");
    Path away = folder.resolve("away");
    Files.move(parts, away);
    Files.createDirectories(parts);
    try (Stream<Path> files = Files.walk(away)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isRegularFile(file)) {
          Files.copy(file, parts.resolve(file.getFileName()));
        }
        Files.delete(file);
      }
    }
  }

  private static BuildResult clean(Path content) throws IOException {
    Checked<SourceTree> files = SourceReader.sequential().read(content, "content", List.of());
    return new SiteBuild(BuildOptions.defaults(), Progress.NONE, file -> Optional.empty())
        .build(files, Checked.of(SourceTree.of("", List.of())));
  }

  private static void compare(BuildResult clean, IncrementalBuild.Settled settled) {
    var files = settled.result().output().files();
    assertEquals(clean.output().files().keySet(), files.keySet());
    clean
        .output()
        .files()
        .forEach((path, file) ->
            assertArrayEquals(
                Tree.bytes(file, Set.of()).orElse(new byte[0]),
                Tree.bytes(files.get(path), Set.of()).orElse(new byte[0]),
                path::value));
    assertEquals(clean.diagnostics(), settled.result().diagnostics());
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
