package dev.waymark.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourcePath;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Laws of moving, on a hundred random moves: no link comes to mean anything else, no problem is
 * new, nothing changes that need not, and moving back gives the first bytes and an alias.
 *
 * <p>{@code -Dwaymark.seed=N} repeats a run. {@code -Dwaymark.corpus=DIR} takes another folder of
 * Markdown as well; a copy of it is what moves.
 */
class RandomMovesTest {
  private static final int MOVES = 100;
  private static final List<String> NAMES =
      List.of("page", "the page", "ŵy dŵr", "it's (a), b", "a&b [c]", "100% sure", "q#1", "A.B");

  @TempDir Path folder;

  @Test
  void theToolkit() throws Exception {
    int links = run(Path.of("content"), 20);
    assertTrue(links >= 500, links + " links");
  }

  @Test
  @EnabledIfSystemProperty(named = "waymark.corpus", matches = ".+")
  void aCorpus() throws Exception {
    int links = run(Path.of(System.getProperty("waymark.corpus", "")), 2);
    assertTrue(links >= 500, links + " links");
  }

  /**
   * @param deep one move in so many takes a whole folder
   */
  private int run(Path original, int deep) throws Exception {
    long seed = Long.getLong("waymark.seed", 20261126);
    Random random = new Random(seed);
    copy(original, folder.resolve("content"));
    MovedFolder kit = new MovedFolder(folder);
    Checked<Site> old = kit.link(kit.read());
    int done = 0;
    int refused = 0;
    int links = 0;
    int aliases = 0;
    while (done < MOVES) {
      SortedMap<String, String> before = kit.bytes();
      String from = anything(before.keySet(), random, deep > 2 ? 4 : 10);
      String to = somewhere(from, before, random, done + refused);
      String what = "seed %d: %s -> %s".formatted(seed, from, to);
      Move move;
      try {
        move = kit.plan(from, to);
      } catch (RefusedException e) {
        refused++;
        assertTrue(refused < MOVES, what + ": " + e.getMessage());
        continue;
      }
      kit.mover().apply(move);
      Checked<Site> now = kit.link(kit.read());
      SortedMap<String, String> after = kit.bytes();
      assertEquals(codes(old.diagnostics()), codes(now.diagnostics()), what);
      assertSameMeaning(move, old.value(), now.value(), what);
      assertOnlyWhatHadTo(move, before, after, what);
      done++;
      links += move.links();
      aliases += move.aliases();
      boolean folderPage = from.matches("(.*/)?(?i)(index|readme)\\.[a-z]+");
      if (done % 4 == 0 && !folderPage) {
        links += kit.move(to, from).links();
        assertSameButForAliases(before, kit.bytes(), what);
        now = kit.link(kit.read());
      }
      old = now;
    }
    System.out.printf(
        Locale.ROOT,
        "%s, seed %d: %d moves, %d refused, %d links mended, 0 broken, %d aliases added%n",
        original.getFileName(),
        seed,
        done,
        refused,
        links,
        aliases);
    return links;
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(from)) {
      walk.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  private static String anything(Set<String> files, Random random, int folderEvery) {
    List<String> all = new ArrayList<>(files);
    all.removeIf(name -> name.equals("site.yaml") || name.equals("glossary.yaml"));
    if (random.nextInt(folderEvery) > 0) {
      return all.get(random.nextInt(all.size()));
    }
    TreeSet<String> folders = new TreeSet<>();
    for (String file : all) {
      for (int at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) {
        folders.add(file.substring(0, at));
      }
    }
    return List.copyOf(folders).get(random.nextInt(folders.size()));
  }

  private static String somewhere(
      String from, SortedMap<String, String> files, Random random, int number) {
    List<String> all = List.copyOf(files.keySet());
    String beside = all.get(random.nextInt(all.size()));
    String in = beside.substring(0, beside.lastIndexOf('/') + 1);
    if (random.nextInt(3) == 0) {
      in += "new " + number + "/";
    }
    boolean file = files.containsKey(from);
    String name = from.substring(from.lastIndexOf('/') + 1);
    String ending = file ? name.substring(name.lastIndexOf('.')) : "";
    boolean chart = file && Flowchart.isFlowchart(new SourcePath(from));
    boolean charts = !file && (from.equals("flowcharts") || from.endsWith("/flowcharts"));
    if (charts) {
      return in + "n" + number + "/flowcharts";
    }
    if (chart && !in.endsWith("flowcharts/")) {
      in += "n" + number + "/flowcharts/";
    }
    String stem =
        switch (random.nextInt(3)) {
          case 0 -> name.substring(0, name.length() - ending.length());
          case 1 -> "other-" + number;
          default -> NAMES.get(random.nextInt(NAMES.size())) + " " + number;
        };
    return in + stem + ending;
  }

  private static Map<String, Integer> codes(List<Diagnostic> diagnostics) {
    Map<String, Integer> codes = new TreeMap<>();
    diagnostics.forEach(found -> codes.merge(found.code().id(), 1, Integer::sum));
    return codes;
  }

  /** Pages are known by their files, whose new places the move tells. */
  private static void assertSameMeaning(Move move, Site old, Site now, String what) {
    Map<SourcePath, SitePage> pages = new HashMap<>();
    now.pages().values().forEach(page -> pages.put(page.page().source(), page));
    assertEquals(old.pages().size(), pages.size(), what);
    for (SitePage page : old.pages().values()) {
      SourcePath source = page.page().source();
      SitePage same = pages.get(move.files().getOrDefault(source, source));
      assertEquals(page.targets().size(), same.targets().size(), what + ": " + source);
      for (int i = 0; i < page.targets().size(); i++) {
        assertEquals(
            meaning(page.targets().get(i), old, move),
            meaning(same.targets().get(i), now, null),
            what + ": " + page.page().links().get(i));
      }
      if (move.files().containsKey(source) && !same.path().equals(page.path())) {
        boolean found =
            now.redirects().containsKey(page.path())
                || (now.folders().containsKey(page.path().folder())
                    && page.path().name().equals("index.html"));
        assertTrue(found, what + ": nothing at " + page.path());
      }
    }
  }

  private static String meaning(LinkTarget target, Site site, @Nullable Move move) {
    return switch (target) {
      case LinkTarget.Page page when site.pages().containsKey(page.path()) -> {
        SourcePath source = site.pages().get(page.path()).page().source();
        yield (move == null ? source : move.files().getOrDefault(source, source))
            + "#"
            + page.anchor();
      }
      case LinkTarget.Page list -> {
        SitePath path = list.path();
        String prefix = move == null ? "" : move.from() + "/";
        yield move != null && path.value().startsWith(prefix)
            ? "list " + move.to() + "/" + path.value().substring(prefix.length()) + list.anchor()
            : "list " + path + list.anchor();
      }
      case LinkTarget.File file -> {
        SourcePath source = new SourcePath(file.path().value());
        yield (move == null ? source : move.files().getOrDefault(source, source)) + file.suffix();
      }
      case LinkTarget.External external -> external.url();
      case LinkTarget.Broken broken -> "broken";
    };
  }

  /** Every file is where it should be, and differs from before in the edits alone. */
  private static void assertOnlyWhatHadTo(
      Move move, SortedMap<String, String> before, SortedMap<String, String> after, String what) {
    SortedMap<String, String> expected = new TreeMap<>();
    before.forEach((name, bytes) -> {
      boolean moved = name.equals(move.from()) || name.startsWith(move.from() + "/");
      expected.put(moved ? move.to() + name.substring(move.from().length()) : name, bytes);
    });
    for (FileChange change : move.changes()) {
      String text = utf8(expected.get(change.to().value()));
      StringBuilder edited = new StringBuilder();
      int at = 0;
      for (Edit edit : change.edits()) {
        assertEquals(edit.before(), text.substring(edit.start(), edit.end()), what);
        edited.append(text, at, edit.start()).append(edit.after());
        at = edit.end();
        if (edit.kind() == Edit.Kind.LINK) {
          // Left as it was, it would mean something else there, or arrive by a detour.
          boolean detour = edit.after().length() < edit.before().length();
          assertTrue(
              detour || !meant(change.to(), edit.before()).equals(meant(change.to(), edit.after())),
              what + ": " + edit);
        }
      }
      edited.append(text.substring(at));
      expected.put(change.to().value(), latin(edited.toString()));
    }
    assertEquals(expected, after, what);
  }

  private static Path meant(SourcePath source, String written) {
    String path = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    return path.startsWith("/")
        ? Path.of(path.substring(1)).normalize()
        : Path.of(source.folder()).resolve(path).normalize();
  }

  private static void assertSameButForAliases(
      SortedMap<String, String> before, SortedMap<String, String> after, String what) {
    assertEquals(before.keySet(), after.keySet(), what);
    List<String> different = new ArrayList<>();
    before.forEach((name, bytes) -> {
      String[] lines = plain(bytes).split("(?<=\n)");
      String[] others = plain(after.get(name)).split("(?<=\n)");
      for (int i = 0; i < Math.max(lines.length, others.length); i++) {
        String line = i < lines.length ? lines[i] : "";
        String other = i < others.length ? others[i] : "";
        if (!line.equals(other)) {
          different.add(name + ": " + utf8(line) + " now " + utf8(other));
        }
      }
    });
    assertEquals(List.of(), different, what);
  }

  private static String plain(String bytes) {
    return bytes
        .replaceFirst("(?m)^aliases: (\\[.*\\]|\\S+)\\r?\\n", "")
        .replaceFirst("\\A---\\r?\\n---\\r?\\n", "");
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
