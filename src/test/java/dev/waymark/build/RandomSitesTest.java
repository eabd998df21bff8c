package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the input, a site comes out, and it is whole. */
class RandomSitesTest {
  /** Another with {@code -Dwaymark.seed=…}; as many as {@code -Dwaymark.sites=…} says. */
  private static final long SEED = Long.getLong("waymark.seed", 20260728);

  private static final int SITES = Integer.getInteger("waymark.sites", 250);

  @Test
  void everySiteIsWhole() {
    Random seeds = new Random(SEED);
    Set<Code> met = EnumSet.noneOf(Code.class);
    for (int i = 0; i < SITES; i++) {
      long seed = seeds.nextLong();
      SourceTree tree = RandomSite.tree(seed);
      boolean drafts = seeds.nextBoolean();
      BuildOptions options = new BuildOptions(Optional.empty(), drafts, 2, Optional.empty());
      try {
        TestSite site = TestSite.of(options, tree);
        List<String> breaches = new ArrayList<>(SiteRules.breaches(site));
        breaches.addAll(missing(tree, site));
        assertEquals(List.of(), breaches);
        site.diagnostics().forEach(found -> met.add(found.code()));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            "site %d, seed %d, drafts %s (-Dwaymark.seed=%d):%n%s"
                .formatted(i, seed, drafts, SEED, shown(tree)),
            e);
      }
    }
    if (SITES >= 250) {
      assertEquals(Set.of(), neverMet(met), "too tame: no site has met these");
    }
  }

  /** Of the codes that content alone can bring about. */
  private static Set<Code> neverMet(Set<Code> met) {
    Set<Code> missing = EnumSet.complementOf(EnumSet.copyOf(met));
    missing.removeIf(code -> code.id().compareTo("WM004") < 0 || code.id().compareTo("WM301") > 0);
    missing.removeAll(Set.of(Code.LINK_OUT_OF_TREE, Code.YAML_TOO_COMPLEX));
    return missing;
  }

  /** Pages without a file, and without a message that says why. */
  private static List<String> missing(SourceTree tree, TestSite site) {
    Set<String> excused =
        site.diagnostics().stream()
            .filter(found -> found.code() == Code.ADDRESS_TAKEN)
            .filter(found -> found.detail().endsWith("this file is left out"))
            .map(found -> found.location().file())
            .collect(Collectors.toSet());
    Set<String> made = site.pages().keySet();
    List<String> missing = new ArrayList<>();
    int expected = 0;
    for (SourceFile file : tree.files().values()) {
      boolean page = PageReader.isPage(file.path().name());
      String stem = file.path().stem();
      boolean folder = stem.equalsIgnoreCase("index") || stem.equalsIgnoreCase("readme");
      if (!page || excused.contains(file.displayName())) {
        continue;
      }
      expected++;
      if (!made.contains(file.path().withoutEnding() + ".html")
          && !(folder && made.contains(file.path().folder() + "index.html"))
          && !isDraft(file)) {
        missing.add(file.path() + " is not there");
      }
    }
    if (site.result().pages() > expected) {
      missing.add(site.result().pages() + " pages out of " + expected);
    }
    return missing;
  }

  /** Whatever stands after the key: a value that cannot be read hides the page too. */
  private static boolean isDraft(SourceFile file) {
    return file instanceof SourceFile.Text text && text.text().text().contains("draft: ");
  }

  private static String shown(SourceTree tree) {
    StringBuilder shown = new StringBuilder();
    for (SourceFile file : tree.files().values()) {
      shown.append("-- ").append(file.path()).append(" --\n");
      if (file instanceof SourceFile.Text text) {
        shown.append(text.text().text()).append('\n');
      }
    }
    return shown.toString();
  }

  @Test
  void diagnosticsPointIntoTheirFiles() {
    Random seeds = new Random(SEED + 1);
    for (int i = 0; i < SITES / 5; i++) {
      SourceTree tree = RandomSite.tree(seeds.nextLong());
      TestSite site = TestSite.of(BuildOptions.defaults(), tree);
      for (Diagnostic found : site.diagnostics()) {
        SourceFile file =
            tree.files().values().stream()
                .filter(one -> one.displayName().equals(found.location().file()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such file: " + found));
        if (file instanceof SourceFile.Text text) {
          List<String> lines = text.text().text().lines().toList();
          int line = found.location().line();
          String words = line <= lines.size() ? lines.get(line - 1) : "";
          if (line > lines.size() + 1 || found.location().column() > words.length() + 1) {
            throw new AssertionError(
                "seed " + SEED + ": no such place: " + found + "\n" + shown(tree));
          }
        }
      }
    }
  }
}
