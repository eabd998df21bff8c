package dev.waymark.output;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.link.SitePath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Waymark writes, and what it leaves alone. */
class OwnershipTest {
  @TempDir Path temp;
  Path folder;

  @BeforeEach
  void nameFolder() {
    folder = temp.resolve("public");
  }

  private WriteSummary write(OutputTree tree) throws Exception {
    return new OutputWriter(folder, false).write(tree);
  }

  /** Writes, is refused for the reason given, and finds all that was there as it was. */
  private void assertRefused(String sentence, OutputTree tree) throws Exception {
    Map<String, String> before = Disk.texts(temp);
    Map<String, String> marks = Disk.marks(temp);
    Set<String> folders = Disk.folders(temp);
    NotOurFolderException refusal = assertThrows(NotOurFolderException.class, () -> write(tree));
    assertEquals(sentence.replace("public", folder.toString()), refusal.getMessage());
    assertEquals(before, Disk.texts(temp));
    assertEquals(marks, Disk.marks(temp));
    assertEquals(folders, Disk.folders(temp));
  }

  /** The same where it shows before a build. */
  private void assertRefusedEarly(String sentence) throws Exception {
    NotOurFolderException refusal =
        assertThrows(
            NotOurFolderException.class, () -> new OutputWriter(folder, false).requireOwned());
    assertEquals(sentence.replace("public", folder.toString()), refusal.getMessage());
    assertRefused(sentence, SampleSite.tree("a.html", ""));
  }

  @Test
  void takesAFolderThatIsMissingEmptyOrItsOwn() throws Exception {
    OutputWriter writer = new OutputWriter(folder, false);
    writer.requireOwned();
    assertTrue(Files.notExists(folder));
    Files.createDirectory(folder);
    writer.requireOwned();
    write(SampleSite.tree("a.html", ""));
    writer.requireOwned();
    new OutputWriter(folder, false).requireOwned();
    write(SampleSite.tree("b.html", ""));
    assertEquals(Set.of("b.html"), Disk.site(folder).keySet());
  }

  @Test
  void refusesAFolderWithFilesOfSomebodyElse() throws Exception {
    Disk.put(folder.resolve("thesis.txt"), "mine");
    Disk.put(folder.resolve("z"), "mine");
    assertRefusedEarly(
        "public is not empty, and Waymark did not make what is in it, such as thesis.txt:"
            + " choose another folder, or empty this one");
  }

  @Test
  void refusesAFolderWithOnlyAFolderInIt() throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    assertRefusedEarly(
        "public is not empty, and Waymark did not make what is in it, such as .git:"
            + " choose another folder, or empty this one");
  }

  @Test
  void refusesAFile() throws Exception {
    Files.writeString(folder, "mine");
    assertRefusedEarly("public is a file, not a folder: choose a folder");
  }

  @Test
  void refusesAFolderBelowAFile() throws Exception {
    Files.writeString(temp.resolve("file"), "");
    folder = temp.resolve("file/public");
    IOException failure =
        assertThrows(IOException.class, () -> write(SampleSite.tree("a.html", "")));
    assertTrue(
        failure.getMessage().startsWith("cannot write into " + folder + ": "), failure::getMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"name\": \"My app\", \"start_url\": \"/\"}",
        "{\"generator\": \"Hugo\", \"version\": 1, \"files\": {}}",
        "{\"generator\": 1}"
      })
  void refusesTheManifestOfSomebodyElse(String manifest) throws Exception {
    Disk.put(folder.resolve("manifest.json"), manifest);
    assertRefusedEarly(
        "public/manifest.json was not written by Waymark, so its folder is not Waymark's to write"
            + " into: choose another folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"../outside.txt\": ENTRY}",
        "{\"/etc/passwd\": ENTRY}",
        "{\"a/../../outside.txt\": ENTRY}",
        "{\"a\\\\b\": ENTRY}",
        "{\"a//b\": ENTRY}",
        "{\"\": ENTRY}",
        "{\"manifest.json\": ENTRY}",
        "{\".waymark-journal\": ENTRY}",
        "{\"a\\u0000\": ENTRY}",
        "{\"a\": {}}",
        "{\"a\": 1}",
        "{\"a\": {\"sha256\": \"xyz\", \"size\": 1, \"role\": \"page\"}}",
        "{\"a\": {\"sha256\": \"SHA\", \"size\": -1, \"role\": \"page\"}}",
        "{\"a\": {\"sha256\": \"SHA\", \"size\": 1, \"role\": \"king\"}}",
        "[]"
      })
  void refusesAManifestThatItCannotHaveWritten(String files) throws Exception {
    Files.writeString(temp.resolve("outside.txt"), "mine");
    String sha = "a".repeat(64);
    String list =
        files
            .replace("ENTRY", "{\"sha256\": \"SHA\", \"size\": 1, \"role\": \"page\"}")
            .replace("SHA", sha);
    String damaged =
        "public/manifest.json is damaged, so it cannot be told which files are Waymark's:"
            + " choose another folder, or delete this one";
    Path manifest = folder.resolve("manifest.json");
    Disk.put(manifest, "{\"generator\": \"Waymark\", \"version\": 1, \"previous\": " + list + "}");
    assertRefusedEarly(damaged);
    if (!files.equals("{}")) {
      Disk.put(manifest, "{\"generator\": \"Waymark\", \"version\": 1, \"files\": " + list + "}");
      assertRefusedEarly(damaged);
      Disk.put(
          manifest,
          "{\"generator\": \"Waymark\", \"version\": 1, \"files\": {}, \"previous\": "
              + list
              + "}");
      assertRefusedEarly(damaged);
    }
  }

  @Test
  void refusesTheManifestOfANewerWaymark() throws Exception {
    Disk.put(
        folder.resolve("manifest.json"),
        "{\"generator\": \"Waymark\", \"version\": 2, \"anything\": []}");
    assertRefusedEarly(
        "public/manifest.json was written by a newer Waymark:"
            + " use that one, or choose another folder");
  }

  @Test
  void neverThrowsAnythingElseOnADamagedManifest() throws Exception {
    write(SampleSite.tree("a.html", "a", "b/c.png", "c"));
    byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = manifest.clone();
      for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertDoesNotThrow(
          () -> {
            try {
              Manifest.parse(damaged, "manifest.json");
            } catch (NotOurFolderException e) {
              // That is what it is for.
            }
          },
          "seed " + seed);
    }
  }

  @Test
  void refusesAManifestThatIsALink() throws Exception {
    write(SampleSite.tree("a.html", ""));
    Files.move(folder.resolve("manifest.json"), temp.resolve("manifest.json"));
    Files.createSymbolicLink(folder.resolve("manifest.json"), temp.resolve("manifest.json"));
    assertRefusedEarly(
        "public/manifest.json is not a file that Waymark wrote: choose another folder");
  }

  @Test
  void leavesFilesOfOthersAlone() throws Exception {
    write(SampleSite.tree("index.html", "1", "a/b.html", "1", "a/c.html", "1"));
    Disk.put(folder.resolve("CNAME"), "example.org");
    Disk.put(folder.resolve("a/notes.txt"), "mine");
    Disk.put(folder.resolve("other/.waymark-1.tmp"), "in a folder that is not Waymark's");
    Files.createSymbolicLink(folder.resolve("link"), temp);
    Map<String, String> foreign = Disk.texts(folder);
    foreign.keySet().removeAll(Set.of("index.html", "a/b.html", "a/c.html", "manifest.json"));
    Map<String, String> marks = Disk.marks(folder);
    marks.keySet().retainAll(foreign.keySet());

    assertEquals(
        new WriteSummary(2, 0, 2),
        write(SampleSite.tree("index.html", "2", "other/new.html", "2")));
    write(OutputTree.of(List.of()));

    Map<String, String> left = Disk.site(folder);
    foreign.remove(
        "other/.waymark-1.tmp"); // by now a folder of Waymark's, where the name is its own
    marks.remove("other/.waymark-1.tmp");
    assertEquals(foreign, left);
    Map<String, String> marksNow = Disk.marks(folder);
    marksNow.remove("manifest.json");
    assertEquals(marks, marksNow);
  }

  @Test
  void refusesAFileOfSomebodyElseWhereAPageMustGo() throws Exception {
    write(SampleSite.tree("index.html", "1", "z.html", "1"));
    Disk.put(folder.resolve("a/b.html"), "mine");
    assertRefused(
        "public/a/b.html stands where a file of the site must go, and Waymark did not write it:"
            + " move it elsewhere, or choose another folder",
        SampleSite.tree("index.html", "2", "a/b.html", "mine", "c.html", ""));
  }

  @Test
  void refusesAFileOfSomebodyElseWhereAFolderMustGo() throws Exception {
    write(SampleSite.tree("index.html", "1"));
    Disk.put(folder.resolve("a"), "mine");
    assertRefused(
        "public/a stands where a file of the site must go, and Waymark did not write it:"
            + " move it elsewhere, or choose another folder",
        SampleSite.tree("index.html", "2", "a/b/c.html", ""));
  }

  @Test
  void refusesAFolderWithFilesOfSomebodyElseWhereAFileMustGo() throws Exception {
    write(SampleSite.tree("index.html", "1", "a/b/c.html", "1"));
    Disk.put(folder.resolve("a/b/notes.txt"), "mine");
    assertRefused(
        "public/a/b/notes.txt stands where a file of the site must go, and Waymark did not write"
            + " it: move it elsewhere, or choose another folder",
        SampleSite.tree("index.html", "2", "a", ""));
  }

  @Test
  void refusesToWriteThroughALinkedFolder() throws Exception {
    write(SampleSite.tree("index.html", "1", "a/b.html", "1"));
    Path outside = temp.resolve("outside");
    Files.move(folder.resolve("a"), outside);
    Files.createSymbolicLink(folder.resolve("a"), outside);
    for (String page : List.of("a/b.html", "a/new.html", "a/d/e.html")) {
      assertRefused(
          "public/a is a link or a device, and Waymark does not write through such:"
              + " remove it, or choose another folder",
          SampleSite.tree("index.html", "2", page, "2"));
    }
  }

  @Test
  void removesNothingThroughALinkedFolder() throws Exception {
    write(SampleSite.tree("index.html", "1", "a/b.html", "1"));
    Path outside = temp.resolve("outside");
    Files.move(folder.resolve("a"), outside);
    Files.createSymbolicLink(folder.resolve("a"), outside);
    assertEquals(new WriteSummary(0, 1, 0), write(SampleSite.tree("index.html", "1")));
    assertEquals(Map.of("b.html", "1"), Disk.texts(outside));
    assertEquals(Map.of("index.html", "1", "a", "-> " + outside), Disk.site(folder));
  }

  @Test
  void replacesALinkLaidOverItsOwnFileAndDoesNotFollowIt() throws Exception {
    write(SampleSite.tree("a.html", "1", "b.html", "1"));
    Path outside = Files.writeString(temp.resolve("outside.html"), "1");
    for (String name : List.of("a.html", "b.html")) {
      Files.delete(folder.resolve(name));
      Files.createSymbolicLink(folder.resolve(name), outside);
    }
    assertEquals(new WriteSummary(1, 0, 1), write(SampleSite.tree("a.html", "1")));
    assertEquals(Map.of("a.html", "1"), Disk.site(folder));
    assertEquals("1", Files.readString(outside));
  }

  @Test
  void refusesALinkOfSomebodyElseWhereAPageMustGo() throws Exception {
    write(SampleSite.tree("index.html", "1"));
    Files.createSymbolicLink(
        folder.resolve("a.html"), Files.writeString(temp.resolve("outside.html"), "mine"));
    assertRefused(
        "public/a.html is a link or a device, and Waymark does not write through such:"
            + " remove it, or choose another folder",
        SampleSite.tree("index.html", "2", "a.html", "2"));
  }

  @Test
  void doesNotWriteThroughALinkWithTheNameOfATemporaryFile() throws Exception {
    write(SampleSite.tree("a/b.html", "1"));
    Path outside = Files.writeString(temp.resolve("outside.html"), "mine");
    Files.createSymbolicLink(folder.resolve("a/.waymark-1.tmp"), outside);
    write(SampleSite.tree("a/b.html", "2"));
    assertEquals(Map.of("a/b.html", "2"), Disk.site(folder));
    assertEquals("mine", Files.readString(outside));
  }

  @Test
  void doesNotWriteThroughALinkLaidAtTheLastMoment() throws Exception {
    Path outside = Files.writeString(temp.resolve("outside.html"), "mine");
    FileOperations files =
        new FileOperations() {
          @Override
          public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
            if (file.getFileName().toString().endsWith(".tmp")) {
              Files.createSymbolicLink(file, outside);
            }
            return FileOperations.super.open(file, options);
          }
        };
    OutputWriter writer = new OutputWriter(folder, false, OutputWriter.Progress.NONE, files);
    assertThrows(IOException.class, () -> writer.write(SampleSite.tree("a.html", "1")));
    assertEquals("mine", Files.readString(outside));
  }

  @Test
  void keepsAFolderThatSomebodyPutInThePlaceOfAFileThatGoes() throws Exception {
    write(SampleSite.tree("a.html", "1", "b.html", "1"));
    Files.delete(folder.resolve("b.html"));
    Disk.put(folder.resolve("b.html/notes.txt"), "mine");
    assertEquals(new WriteSummary(0, 1, 0), write(SampleSite.tree("a.html", "1")));
    assertEquals(Map.of("a.html", "1", "b.html/notes.txt", "mine"), Disk.site(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "manifest.json",
        "Manifest.JSON",
        ".waymark-journal",
        "a/.waymark-1.tmp",
        ".waymark-x/a.html"
      })
  void hasNoRoomForAReservedName(String path) {
    assertTrue(OutputTree.isReserved(new SitePath(path)));
    assertThrows(IllegalArgumentException.class, () -> SampleSite.tree(path, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/manifest.json", "waymark-journal", "a.waymark-1.tmp", ".waymark"})
  void hasRoomForOtherNames(String path) {
    assertEquals(1, SampleSite.tree(path, "").files().size());
  }

  @Test
  void hasNoRoomForAFileThatIsAFolder() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SampleSite.tree("a/b", "", "a/b-c", "", "a/b/c/d.html", ""));
    assertThrows(IllegalArgumentException.class, () -> SampleSite.tree("a", "", "a/b/c", ""));
  }
}
