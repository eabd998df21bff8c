package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceFolder;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is built edit by edit is what is built at once. */
class IncrementalBuildTest {
  /** Another with {@code -Dwaymark.seed=…}; as many as {@code -Dwaymark.scripts=…} says. */
  private static final long SEED = Long.getLong("waymark.seed", 20261126);

  private static final int SCRIPTS = Integer.getInteger("waymark.scripts", 12);
  private static final int EDITS = 6;

  @TempDir Path folder;

  private int compared;
  private int edits;
  private int wideEdits;
  private int bodyEdits;
  private int renderedOfBody;
  private int pagesOfBody;

  @Test
  void randomEditsEndInTheCleanBuild() throws IOException {
    Random seeds = new Random(SEED);
    for (int i = 0; i < SCRIPTS; i++) {
      long seed = seeds.nextLong();
      List<String> done = new ArrayList<>();
      try {
        run(new Random(seed), Files.createDirectories(folder.resolve("s" + i)), done);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "script %d of seed %d (-Dwaymark.seed=%d) after %s".formatted(i, seed, SEED, done), e);
      }
    }
    System.out.printf(
        "%d scripts of %d edits, seed %d, %d of %d to titles, headings, glossary or templates:"
            + " %d comparisons, no difference; %d edits of a text alone rendered %.1f of %.1f"
            + " pages on average%n",
        SCRIPTS,
        EDITS,
        SEED,
        wideEdits,
        edits,
        compared,
        bodyEdits,
        renderedOfBody / (double) bodyEdits,
        pagesOfBody / (double) bodyEdits);
    assertTrue(bodyEdits > 0 && renderedOfBody < pagesOfBody);
  }

  private void run(Random random, Path place, List<String> done) throws IOException {
    Path content = Files.createDirectories(place.resolve("content"));
    Path theme = Files.createDirectories(place.resolve("theme"));
    EditScript script = new EditScript(random, content, theme);
    script.start();
    try (Edited site = new Edited(content, theme)) {
      site.update(script.changed(), Set.of());
      site.settle();
      boolean settled = true;
      for (int i = 0; i < EDITS; i++) {
        EditScript.Edit edit = script.edit();
        done.add(edit.name());
        edits++;
        wideEdits += edit.isWide() ? 1 : 0;
        site.update(script.changed(), Set.of(new SitePath("index.html")));
        if (random.nextInt(3) == 0) {
          // Another save comes before all is done.
          AtomicInteger looks = new AtomicInteger(random.nextInt(40));
          settled = site.build.settle(() -> looks.getAndDecrement() <= 0).isPresent();
          done.add(settled ? "settled" : "stopped");
        } else {
          IncrementalBuild.Settled now = site.settle();
          if (settled && edit.bodyAlone()) {
            bodyEdits++;
            renderedOfBody += now.shown().rendered().size();
            pagesOfBody += (int) pages(now);
          }
          settled = true;
          done.add("settled");
          compare(now, content, theme);
        }
      }
      compare(site.settle(), content, theme);
    }
  }

  private static long pages(IncrementalBuild.Settled settled) {
    return settled.result().output().files().values().stream()
        .filter(file -> file.role() == OutputFile.Role.PAGE)
        .count();
  }

  private void compare(IncrementalBuild.Settled settled, Path content, Path theme)
      throws IOException {
    compared++;
    TestSite clean =
        TestSite.of(
            BuildOptions.defaults(),
            SourceReader.sequential().read(content, "content", List.of()),
            SourceReader.sequential().read(theme, "theme", List.of()));
    SortedMap<SitePath, OutputFile> files = settled.result().output().files();
    assertEquals(clean.files().keySet(), files.keySet());
    for (SitePath path : files.keySet()) {
      assertArrayEquals(
          TestSite.bytes(Objects.requireNonNull(clean.files().get(path))),
          TestSite.bytes(Objects.requireNonNull(files.get(path))),
          path::value);
      assertEquals(clean.files().get(path).role(), files.get(path).role(), path::value);
    }
    assertEquals(clean.diagnostics(), settled.result().diagnostics());
    assertEquals(clean.result().readings(), settled.result().readings());
    assertEquals(clean.result().pages(), settled.result().pages());
    assertEquals(files, settled.shown().files());
  }

  /** A site on disk that is built again and again. */
  private static final class Edited implements AutoCloseable {
    private final SourceFolder content;
    private final SourceFolder theme;
    private final IncrementalBuild build;

    Edited(Path content, Path theme) {
      this.content = new SourceFolder(SourceReader.sequential(), content, "content", List.of());
      this.theme = new SourceFolder(SourceReader.sequential(), theme, "theme", List.of());
      this.build = new IncrementalBuild(BuildOptions.defaults(), Edited::bytes);
    }

    private static Optional<byte[]> bytes(SourceFile.Binary file) {
      try {
        return Optional.of(Files.readAllBytes(file.origin()));
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    IncrementalBuild.Shown update(Set<Path> changed, Set<SitePath> first) throws IOException {
      Checked<SourceTree> files = content.reread(changed);
      return build.update(files, theme.reread(changed), first);
    }

    IncrementalBuild.Settled settle() {
      return build.settle(() -> false).orElseThrow();
    }

    @Override
    public void close() {
      build.close();
    }
  }
}
