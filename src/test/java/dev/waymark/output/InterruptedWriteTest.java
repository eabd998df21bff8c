package dev.waymark.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.link.SitePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stops a write before each single change that it makes to the disk and holds the folder against
 * the promises to readers; then lets later writes take up from there.
 */
class InterruptedWriteTest {
  @TempDir Path temp;

  /** Writes until the change of this number; false if the write ended before. */
  private static boolean isStopped(Path folder, OutputTree tree, boolean keep, int before)
      throws Exception {
    try {
      writer(folder, keep, new Stopping(before)).write(tree);
      return false;
    } catch (Stopping.Stopped e) {
      return true;
    }
  }

  private static OutputWriter writer(Path folder, boolean keep, FileOperations files) {
    return new OutputWriter(folder, keep, OutputWriter.Progress.NONE, files);
  }

  private static void write(Path folder, OutputTree tree) throws Exception {
    new OutputWriter(folder, false).write(tree);
  }

  private static void assertPromises(
      Path folder, Collection<OutputTree> versions, Set<SitePath> known, String at)
      throws Exception {
    assertEquals(List.of(), Promises.broken(folder, versions, known), at);
  }

  /** The site, and not a trace of what was before. */
  private static void assertHolds(Path folder, OutputTree tree, String at) throws Exception {
    assertEquals(SampleSite.texts(tree), Disk.site(folder), at);
    for (String sub : Disk.folders(folder)) {
      assertTrue(
          tree.files().keySet().stream().anyMatch(path -> path.folder().startsWith(sub + "/")),
          () -> at + ": " + sub + " is left");
    }
  }

  @Test
  void keepsItsPromisesWhereverAFirstBuildStops() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    OutputTree tree = SampleSite.first(random, 8, 100).tree();
    OutputTree other = SampleSite.first(random, 8, 100).tree();
    boolean stopped = true;
    for (int n = 0; stopped; n++) {
      String at = "seed " + seed + ", stopped before change " + n;
      Path folder = temp.resolve("first-" + n);
      stopped = isStopped(folder, tree, false, n);
      assertPromises(folder, List.of(tree), Set.of(), at);
      OutputTree after = n % 2 == 0 ? tree : other;
      write(folder, after);
      assertHolds(folder, after, at);
    }
  }

  @Test
  void keepsItsPromisesWhereverARebuildStops() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    SampleSite site = SampleSite.first(random, 10, 100);
    for (int round = 0; round < 2; round++) {
      SampleSite next = site.next(random, 8);
      OutputTree before = site.tree();
      OutputTree after = next.tree();
      OutputTree later = next.next(random, 8).tree();
      boolean keep = round % 2 == 1;
      Path folder = temp.resolve("rebuild-" + round);
      boolean stopped = true;
      for (int n = 0; stopped; n++) {
        String at = "seed " + seed + ", round " + round + ", stopped before change " + n;
        write(folder, before);
        assertHolds(folder, before, at);
        stopped = isStopped(folder, after, keep, n);
        assertPromises(folder, List.of(before, after), Promises.pagesOfBoth(before, after), at);
        // Each next round begins with a write of the first version, which must take up as well.
        if (n % 3 != 0) {
          OutputTree recovered = n % 3 == 1 ? after : later;
          write(folder, recovered);
          assertHolds(folder, recovered, at);
        }
      }
      site = next;
    }
  }

  @Test
  void keepsItsPromisesThroughSeveralStopsInARow() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      Path folder = temp.resolve("several-" + round);
      SampleSite site = SampleSite.first(random, 8, 50);
      write(folder, site.tree());
      List<OutputTree> versions = new ArrayList<>(List.of(site.tree()));
      for (int stop = 0; stop < 4; stop++) {
        SampleSite next = (random.nextBoolean() ? site : SampleSite.first(random, 8, 50));
        site = next.next(random, 6);
        OutputTree tree = site.tree();
        versions.add(tree);
        int n = random.nextInt(60);
        isStopped(folder, tree, random.nextBoolean(), n);
        String at = "seed " + seed + ", round " + round + ", stop " + stop + " before change " + n;
        // A build that stopped among its removals counts: its manifest stands.
        Set<SitePath> known = new TreeSet<>(manifest(folder).files().keySet());
        known.retainAll(Promises.pagesOfBoth(tree, tree));
        assertPromises(folder, versions, known, at);
      }
      write(folder, site.tree());
      assertHolds(folder, site.tree(), "seed " + seed + ", round " + round);
    }
  }

  private static Manifest manifest(Path folder) throws Exception {
    return Manifest.parse(Files.readAllBytes(folder.resolve(Manifest.NAME)), Manifest.NAME);
  }

  /**
   * A page that was added by a build that did not get further may lead to a page that never came.
   * Nobody may reach it until it is mended, whatever the later builds add.
   */
  @Test
  void letsNobodyReachAPageThatAnInterruptedBuildAdded() throws Exception {
    Path folder = temp.resolve("public");
    OutputTree first = SampleSite.tree("home.html", "1");
    OutputTree second =
        SampleSite.tree(
            "home.html",
            "2 <a href=\"new1.html\">",
            "new1.html",
            "<a href=\"new2.html\">",
            "new2.html",
            "");
    // The page that is new here comes after new1.html, which this build does not have.
    OutputTree third = SampleSite.tree("home.html", "3 <a href=\"b.html\">", "b.html", "b");
    OutputTree fourth =
        SampleSite.tree(
            "home.html",
            "4 <a href=\"b.html\">",
            "b.html",
            "b 4 <a href=\"new1.html\">",
            "new1.html",
            "new");
    Set<SitePath> home = Set.of(new SitePath("home.html"));
    List<OutputTree> versions = List.of(first, second, third, fourth);
    write(folder, first);
    Stopping files = stopAfterMove(folder, second, "new1.html");
    assertPromises(folder, versions, home, "second");
    stopAfterMove(folder, third, "home.html");
    assertPromises(folder, versions, home, "third");
    assertTrue(Disk.texts(folder).containsKey("new1.html"));
    for (int n = 0; isStopped(folder, fourth, false, n); n++) {
      assertPromises(folder, versions, home, "fourth, before change " + n);
    }
    assertHolds(folder, fourth, files.changes.toString());
  }

  /** The same where a build between finds such a page as it should be, and is stopped, too. */
  @Test
  void remembersWhichPagesNobodyMayReachYet() throws Exception {
    OutputTree first = SampleSite.tree("home.html", "1");
    OutputTree second =
        SampleSite.tree(
            "home.html", "2 <a href=\"new1.html\">",
            "new1.html", "<a href=\"new2.html\">",
            "new2.html", "");
    OutputTree third = SampleSite.tree("home.html", "3 <a href=\"new1.html\">", "new1.html", "3");
    Set<SitePath> home = Set.of(new SitePath("home.html"));
    List<OutputTree> versions = List.of(first, second, third);
    boolean stopped = true;
    for (int n = 0; stopped; n++) {
      Path folder = temp.resolve("public-" + n);
      write(folder, first);
      stopAfterMove(folder, second, "new1.html");
      stopped = isStopped(folder, second, false, n);
      for (int m = 0; isStopped(folder, third, false, m); m++) {
        assertPromises(folder, versions, home, "before changes " + n + " and " + m);
      }
      assertHolds(folder, third, "before change " + n);
    }
  }

  private static Stopping stopAfterMove(Path folder, OutputTree tree, String name)
      throws Exception {
    Stopping files =
        new Stopping(Integer.MAX_VALUE) {
          @Override
          public void move(Path from, Path to) throws IOException {
            super.move(from, to);
            if (to.getFileName().toString().equals(name)) {
              stop();
            }
          }
        };
    try {
      writer(folder, false, files).write(tree);
      throw new AssertionError("not stopped");
    } catch (Stopping.Stopped e) {
      return files;
    }
  }

  @Test
  void takesFilesOfAnInterruptedBuildForItsOwnAndNoOthers() throws Exception {
    Path folder = temp.resolve("public");
    OutputTree tree = SampleSite.tree("a.html", "a", "b.html", "b");
    stopAfterMove(folder, tree, "a.html");
    Disk.put(folder.resolve("mine.txt"), "mine");
    write(folder, SampleSite.tree("c/d.html", "d"));
    assertEquals(Set.of("mine.txt", "c/d.html"), Disk.site(folder).keySet());
  }
}
