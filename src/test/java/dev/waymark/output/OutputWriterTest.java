package dev.waymark.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Content;
import dev.waymark.output.OutputFile.Role;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputWriterTest {
  @TempDir Path temp;
  Path folder;

  @BeforeEach
  void nameFolder() {
    folder = temp.resolve("public");
  }

  private WriteSummary write(OutputTree tree) throws Exception {
    return new OutputWriter(folder, false).write(tree);
  }

  private WriteSummary write(OutputTree tree, FileOperations files) throws Exception {
    return new OutputWriter(folder, false, OutputWriter.Progress.NONE, files).write(tree);
  }

  @Test
  void writesEveryFileIntoAFolderThatIsMissing() throws Exception {
    folder = temp.resolve("some/where/public");
    OutputTree tree =
        SampleSite.tree(
            "index.html", "home", "parts/one/a.html", "a", "theme/s.1.css", "s", "img/x.png", "");
    assertEquals(new WriteSummary(4, 0, 0), write(tree));
    assertEquals(SampleSite.texts(tree), Disk.site(folder));
  }

  @Test
  void listsEveryFileButItselfInTheManifest() throws Exception {
    write(SampleSite.tree("index.html", "abc", "a/é \".png", "", "theme/s.1.css", "s"));
    assertEquals(
        """
        {
          "generator": "Waymark",
          "version": 1,
          "files": {
            "a/é \\".png": {
              "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "size": 0,
              "role": "asset"
            },
            "index.html": {
              "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
              "size": 3,
              "role": "page"
            },
            "theme/s.1.css": {
              "sha256": "043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89",
              "size": 1,
              "role": "hashed"
            }
          }
        }
        """,
        Files.readString(folder.resolve("manifest.json")));
  }

  @Test
  void givesTheSameManifestWhateverWasThereBefore() throws Exception {
    OutputTree tree = SampleSite.tree("index.html", "2", "b.html", "b", "c.png", "same");
    write(SampleSite.tree("index.html", "1", "a.html", "a", "c.png", "same"));
    write(tree);
    byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
    folder = temp.resolve("fresh");
    write(tree);
    assertArrayEquals(manifest, Files.readAllBytes(folder.resolve("manifest.json")));
  }

  @Test
  void writesPackedFilesAsTheyWereGivenAndKnowsThemAgain() throws Exception {
    Random random = new Random(11);
    byte[] noise = new byte[70_000];
    random.nextBytes(noise);
    List<byte[]> contents =
        List.of(new byte[0], new byte[] {1}, "same ".repeat(40_000).getBytes(UTF_8), noise);
    TreeMap<SitePath, OutputFile> files = new TreeMap<>();
    for (int i = 0; i < contents.size(); i++) {
      SitePath path = new SitePath("p" + i + ".html");
      files.put(path, OutputFile.packed(path, Role.PAGE, contents.get(i)));
    }
    OutputTree tree = new OutputTree(files);
    assertEquals(new WriteSummary(4, 0, 0), write(tree));
    for (int i = 0; i < contents.size(); i++) {
      assertArrayEquals(contents.get(i), Files.readAllBytes(folder.resolve("p" + i + ".html")));
    }
    assertEquals(new WriteSummary(0, 4, 0), write(tree));
    Files.writeString(folder.resolve("p1.html"), "x");
    assertEquals(new WriteSummary(1, 3, 0), write(tree));
  }

  @Test
  void touchesNothingThatIsAsItShouldBe() throws Exception {
    Path image = temp.resolve("image.png");
    Files.writeString(image, "image".repeat(100_000));
    OutputTree before = with(SampleSite.tree("a.html", "a", "b.html", "1", "d/c.html", "c"), image);
    OutputTree after = with(SampleSite.tree("a.html", "a", "b.html", "2", "d/c.html", "c"), image);
    write(before);
    for (String path : Disk.marks(folder).keySet()) {
      Files.setLastModifiedTime(folder.resolve(path), FileTime.fromMillis(1_000_000_000_000L));
    }
    Map<String, String> marks = Disk.marks(folder);

    assertEquals(new WriteSummary(1, 3, 0), write(after));

    Map<String, String> now = Disk.marks(folder);
    assertEquals("2", Files.readString(folder.resolve("b.html")));
    for (String changed : List.of("b.html", "manifest.json")) {
      assertFalse(marks.remove(changed).equals(now.remove(changed)), changed);
    }
    assertEquals(marks, now);
  }

  @Test
  void writesNothingAtAllWhereNothingChanged() throws Exception {
    OutputTree tree = SampleSite.tree("a.html", "a", "theme/s.1.css", "s");
    write(tree);
    Map<String, String> marks = Disk.marks(folder);
    Stopping files = Stopping.never();
    assertEquals(new WriteSummary(0, 2, 0), write(tree, files));
    assertEquals(marks, Disk.marks(folder));
    assertEquals(List.of(), files.changes("move"));
    assertEquals(List.of(".waymark-journal"), files.changes("delete"));
  }

  @Test
  void seesByContentWhatSomebodyElseChanged() throws Exception {
    OutputTree tree = SampleSite.tree("a.html", "right", "b.html", "right");
    write(tree);
    FileTime time = Files.getLastModifiedTime(folder.resolve("a.html"));
    Files.writeString(folder.resolve("a.html"), "wrong");
    Files.setLastModifiedTime(folder.resolve("a.html"), time);
    Files.delete(folder.resolve("b.html"));
    String manifest = Disk.marks(folder).get("manifest.json");
    assertEquals(new WriteSummary(2, 0, 0), write(tree));
    assertEquals(SampleSite.texts(tree), Disk.site(folder));
    assertEquals(manifest, Disk.marks(folder).get("manifest.json"));
  }

  @Test
  void writesInTheOrderThatIsSafeForReaders() throws Exception {
    write(
        SampleSite.tree(
            "b-old.html",
            "",
            "c-changed.html",
            "1",
            "search/entry.js",
            "1",
            "theme/z-old.css",
            "",
            "img/y-old.png",
            "",
            "img/x-changed.png",
            "1"));
    Stopping files = Stopping.never();
    WriteSummary summary =
        write(
            SampleSite.tree(
                "a-new.html",
                "",
                "c-changed.html",
                "2",
                "search/entry.js",
                "2",
                "theme/z-new.css",
                "",
                "img/y-new.png",
                "",
                "img/x-changed.png",
                "2"),
            files);
    assertEquals(
        List.of(
            "z-new.css",
            "y-new.png",
            "x-changed.png",
            "a-new.html",
            "c-changed.html",
            "entry.js",
            "manifest.json"),
        files.changes("move"));
    assertEquals(
        List.of("b-old.html", "y-old.png", "z-old.css", ".waymark-journal"),
        files.changes("delete"));
    assertTrue(
        files.changes.indexOf("delete b-old.html") > files.changes.indexOf("move manifest.json"));
    assertEquals(new WriteSummary(6, 0, 3), summary);
  }

  @Test
  void writesTheFirstEntryFileBeforeThePagesThatNameIt() throws Exception {
    Stopping files = Stopping.never();
    write(
        SampleSite.tree("a.html", "", "search/entry.js", "", "theme/s.1.css", "", "i.png", ""),
        files);
    assertEquals(
        List.of("s.1.css", "i.png", "entry.js", "a.html", "manifest.json"), files.changes("move"));
  }

  @Test
  void removesTheFoldersThatItEmptiesAndNoOthers() throws Exception {
    write(SampleSite.tree("a/b/c.html", "", "d/e.html", "", "f/g/h.html", "", "i.html", ""));
    Files.createDirectories(folder.resolve("empty/of/somebody"));
    Disk.put(folder.resolve("d/notes.txt"), "mine");
    assertEquals(new WriteSummary(0, 1, 3), write(SampleSite.tree("i.html", "")));
    assertEquals(Set.of("d", "empty", "empty/of", "empty/of/somebody"), Disk.folders(folder));
    assertEquals("mine", Files.readString(folder.resolve("d/notes.txt")));
  }

  @Test
  void makesAFileOfAFolderAndTheOtherWayRound() throws Exception {
    write(SampleSite.tree("a/x/1.html", "1", "a/2.html", "2", "b", "file", "c/d", "file", "z", ""));
    Files.createDirectories(folder.resolve("a/x/empty"));
    OutputTree tree =
        SampleSite.tree(
            "a", "file", "b/x/1.html", "1", "b/2.png", "2", "c/d/theme.html", "", "z", "");
    assertEquals(new WriteSummary(4, 1, 4), write(tree));
    assertEquals(SampleSite.texts(tree), Disk.site(folder));
    assertEquals(Set.of("b", "b/x", "c", "c/d"), Disk.folders(folder));
  }

  @Test
  void keepsTheHashedFilesOfTheBuildBeforeOnceIfAsked() throws Exception {
    OutputTree one = SampleSite.tree("a.html", "1", "theme/s.1.css", "1", "i.png", "");
    OutputTree two = SampleSite.tree("a.html", "2", "theme/s.2.css", "2");
    OutputTree three = SampleSite.tree("a.html", "3", "theme/s.3.css", "3");
    OutputWriter keeping = new OutputWriter(folder, true);

    assertEquals(new WriteSummary(3, 0, 0), keeping.write(one));
    assertEquals(new WriteSummary(2, 0, 1), keeping.write(two));
    assertEquals(Set.of("a.html", "theme/s.1.css", "theme/s.2.css"), Disk.site(folder).keySet());
    String manifest = Files.readString(folder.resolve("manifest.json"));
    assertTrue(
        manifest.endsWith(
            """
              },
              "previous": {
                "theme/s.1.css": {
                  "sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
                  "size": 1,
                  "role": "hashed"
                }
              }
            }
            """),
        manifest);

    assertEquals(new WriteSummary(2, 0, 1), keeping.write(three));
    assertEquals(Set.of("a.html", "theme/s.2.css", "theme/s.3.css"), Disk.site(folder).keySet());

    assertEquals(new WriteSummary(0, 2, 1), write(three));
    assertEquals(SampleSite.texts(three), Disk.site(folder));
    assertFalse(Files.readString(folder.resolve("manifest.json")).contains("previous"));
  }

  @Test
  void takesAKeptFileBackIntoTheSite() throws Exception {
    OutputTree one = SampleSite.tree("a.html", "1", "theme/s.1.css", "1");
    OutputTree two = SampleSite.tree("a.html", "2", "theme/s.2.css", "2");
    OutputWriter keeping = new OutputWriter(folder, true);
    keeping.write(one);
    keeping.write(two);
    assertEquals(new WriteSummary(1, 1, 0), keeping.write(one));
    assertEquals(new WriteSummary(0, 2, 1), write(one));
    assertEquals(SampleSite.texts(one), Disk.site(folder));
  }

  @Test
  void removesAKeptFileThatStandsInTheWay() throws Exception {
    OutputWriter keeping = new OutputWriter(folder, true);
    keeping.write(SampleSite.tree("theme/x", "1", "theme/y/z", "2"));
    OutputTree tree = SampleSite.tree("theme/x/1.css", "3", "theme/y", "4");
    keeping.write(tree);
    assertEquals(SampleSite.texts(tree), Disk.site(folder));
  }

  @Test
  void streamsCopiedFiles() throws Exception {
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    Path image = temp.resolve("image.bin");
    Files.write(image, bytes);
    List<Integer> pieces = new ArrayList<>();
    FileOperations files =
        new FileOperations() {
          @Override
          public void write(FileChannel to, ByteBuffer piece) throws IOException {
            pieces.add(piece.remaining());
            FileOperations.super.write(to, piece);
          }
        };
    OutputTree tree = with(OutputTree.of(List.of()), image);
    write(tree, files);
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("image.bin")));
    assertTrue(pieces.stream().allMatch(size -> size <= 1 << 16), pieces.toString());
    String manifest = Files.readString(folder.resolve("manifest.json"));
    assertTrue(manifest.contains("\"size\": 3000001"), manifest);
    assertTrue(manifest.contains(sha256(bytes)), manifest);

    assertEquals(new WriteSummary(0, 1, 0), write(tree));
    assertEquals(manifest, Files.readString(folder.resolve("manifest.json")));
    bytes[2_999_999]++;
    Files.write(image, bytes);
    assertEquals(new WriteSummary(1, 0, 0), write(tree));
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("image.bin")));
    manifest = Files.readString(folder.resolve("manifest.json"));
    assertTrue(manifest.contains(sha256(bytes)), manifest);
    Files.write(image, new byte[] {1});
    assertEquals(new WriteSummary(1, 0, 0), write(tree));
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(folder.resolve("image.bin")));
  }

  @Test
  void namesACopiedFileThatIsGone() throws Exception {
    OutputTree tree = with(SampleSite.tree("a.html", ""), temp.resolve("gone.png"));
    IOException failure = assertThrows(IOException.class, () -> write(tree));
    assertEquals(
        "cannot write " + shown("gone.png") + ": there is no " + temp.resolve("gone.png"),
        failure.getMessage());
    assertEquals(Set.of(".waymark-journal"), Disk.texts(folder).keySet());
  }

  @Test
  void givesFilesThePermissionsOfTheProcess() throws Exception {
    assumeTrue(Files.getFileStore(temp).supportsFileAttributeView("posix"));
    Path ordinary = Files.writeString(temp.resolve("ordinary"), "");
    Set<PosixFilePermission> expected = Files.getPosixFilePermissions(ordinary);
    write(SampleSite.tree("a.html", "", "b/c.html", ""));
    for (String file : List.of("a.html", "b/c.html", "manifest.json")) {
      assertEquals(expected, Files.getPosixFilePermissions(folder.resolve(file)), file);
    }
    Files.setPosixFilePermissions(
        folder.resolve("a.html"), PosixFilePermissions.fromString("rw-------"));
    write(SampleSite.tree("a.html", "2", "b/c.html", ""));
    assertEquals(expected, Files.getPosixFilePermissions(folder.resolve("a.html")));
  }

  @Test
  void writesFilesWithOddNames() throws Exception {
    assumeTrue(File.separatorChar == '/');
    assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"));
    List<String> names =
        List.of(
            " ",
            "a b",
            "-rf",
            "~",
            "$HOME",
            "a\nb",
            "a\tb",
            "'\"`",
            "*?|<>",
            "a:b",
            "C:",
            "CON",
            "%41",
            "a&amp;b",
            "é",
            "e\u0301",
            "\uD83D\uDE00",
            "...",
            ".hidden",
            "a.",
            "\u202Ex",
            "x".repeat(255),
            "manifest.json.html",
            ".waymark",
            "waymark-journal");
    List<OutputFile> files = new ArrayList<>();
    for (String name : names) {
      files.add(SampleSite.file(new SitePath(name), Role.PAGE, "at the root"));
      files.add(SampleSite.file(new SitePath("d/" + name + "/e"), Role.PAGE, "below"));
    }
    OutputTree tree = OutputTree.of(files);
    write(tree);
    assertEquals(SampleSite.texts(tree), Disk.site(folder));
    assertEquals(new WriteSummary(0, 2 * names.size(), 0), write(tree));
    assertEquals(new WriteSummary(0, 0, 2 * names.size()), write(OutputTree.of(List.of())));
    assertEquals(Map.of(), Disk.site(folder));
    assertEquals(Set.of(), Disk.folders(folder));
  }

  @Test
  void saysWhichNameThisComputerCannotHave() throws Exception {
    OutputTree tree = SampleSite.tree("a/" + "x".repeat(256) + ".html", "");
    IOException failure = assertThrows(IOException.class, () -> write(tree));
    assertTrue(
        failure.getMessage().startsWith("cannot write " + shown("a/xxx")), failure::getMessage);
    assertTrue(failure.getMessage().endsWith("File name too long"), failure::getMessage);
    OutputTree impossible = SampleSite.tree("a/\uD83D.html", "");
    failure = assertThrows(IOException.class, () -> write(impossible));
    assertTrue(failure.getMessage().contains("cannot have a file named"), failure::getMessage);
  }

  @Test
  void triesAgainWhereAnotherProgramHasAFileOpen() throws Exception {
    write(SampleSite.tree("a.html", "1", "b.html", ""));
    Opened files = new Opened(3);
    assertEquals(new WriteSummary(1, 0, 1), write(SampleSite.tree("a.html", "2"), files));
    assertEquals(List.of(20, 40, 80), files.pauses);
    assertEquals(Map.of("a.html", "2"), Disk.site(folder));
  }

  @Test
  void namesTheFileThatAnotherProgramKeepsOpen() throws Exception {
    write(SampleSite.tree("a.html", "1", "b.html", ""));
    Opened files = new Opened(Integer.MAX_VALUE);
    OutputTree tree = SampleSite.tree("a.html", "2");
    IOException failure = assertThrows(IOException.class, () -> write(tree, files));
    assertEquals(
        "cannot write " + shown("a.html") + ": permission denied, or another program has it open",
        failure.getMessage());
    assertEquals(List.of(20, 40, 80, 160, 320), files.pauses);
    assertEquals(Map.of("a.html", "1", "b.html", ""), withoutJournal());
    assertEquals(new WriteSummary(1, 0, 1), write(tree));
    assertEquals(Map.of("a.html", "2"), Disk.site(folder));
  }

  @Test
  void saysThatTheDiskIsFullAndTakesUpFromThere() throws Exception {
    write(SampleSite.tree("a.html", "1", "b.html", "1"));
    int[] left = {3};
    FileOperations files =
        new FileOperations() {
          @Override
          public void write(FileChannel to, ByteBuffer bytes) throws IOException {
            if (left[0]-- == 0) {
              to.write(bytes.slice(0, 1));
              throw new IOException("No space left on device");
            }
            FileOperations.super.write(to, bytes);
          }
        };
    OutputTree tree = SampleSite.tree("a.html", "2", "b.html", "2");
    IOException failure = assertThrows(IOException.class, () -> write(tree, files));
    assertEquals(
        "cannot write " + shown("b.html") + ": No space left on device", failure.getMessage());
    assertEquals(Map.of("a.html", "2", "b.html", "1"), withoutJournal());
    assertEquals(new WriteSummary(1, 1, 0), write(tree));
    assertEquals(SampleSite.texts(tree), Disk.site(folder));
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    List<String> told = new ArrayList<>();
    new OutputWriter(folder, false, (done, total) -> told.add(done + "/" + total))
        .write(SampleSite.tree("a.html", "", "b.html", ""));
    assertEquals(List.of("0/3", "1/3", "2/3", "3/3"), told);
  }

  @Test
  void writesThroughALinkThatIsTheFolderItself() throws Exception {
    Path real = Files.createDirectories(temp.resolve("releases/1"));
    Files.createSymbolicLink(folder, real);
    write(SampleSite.tree("a/b.html", "1"));
    write(SampleSite.tree("a/b.html", "2"));
    assertTrue(Files.isSymbolicLink(folder));
    assertEquals(Map.of("a/b.html", "2"), Disk.site(real));
  }

  @Test
  void followsTheCaseOfNamesWhereTheFileSystemDoesNotTellThemApart() throws Exception {
    write(SampleSite.tree("About.html", "1", "Parts/One.html", "same", "old.html", ""), FOLDING);
    OutputTree tree = SampleSite.tree("about.html", "2", "parts/one.html", "same", "OLD.html", "");
    assertEquals(new WriteSummary(1, 2, 0), write(tree, FOLDING));
    assertEquals(
        Map.of("about.html", "2", "Parts/one.html", "same", "OLD.html", ""), Disk.site(folder));
    assertEquals(new WriteSummary(0, 3, 0), write(tree, FOLDING));
    assertEquals(new WriteSummary(0, 0, 3), write(OutputTree.of(List.of()), FOLDING));
    assertEquals(Map.of(), Disk.site(folder));
  }

  @Test
  void tellsNamesApartWhereTheFileSystemDoes() throws Exception {
    Files.writeString(temp.resolve("a"), "");
    assumeTrue(!Files.exists(temp.resolve("A")));
    write(SampleSite.tree("About.html", "1", "b.html", "b"));
    OutputTree tree = SampleSite.tree("about.html", "1", "b.html", "b", "B.html", "B");
    assertEquals(new WriteSummary(2, 1, 1), write(tree));
    assertEquals(SampleSite.texts(tree), Disk.site(folder));
  }

  private String shown(String path) {
    return folder + "/" + path;
  }

  private Map<String, String> withoutJournal() throws IOException {
    Map<String, String> texts = Disk.site(folder);
    texts.remove(Journal.NAME);
    return texts;
  }

  private static OutputTree with(OutputTree tree, Path copied) {
    List<OutputFile> files = new ArrayList<>(tree.files().values());
    files.add(
        new OutputFile(
            new SitePath(copied.getFileName().toString()), Role.ASSET, new Content.Copied(copied)));
    return OutputTree.of(files);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** A disk on which another program has a file open for the first attempts at it. */
  private static final class Opened implements FileOperations {
    final List<Integer> pauses = new ArrayList<>();
    private int refusals;

    Opened(int refusals) {
      this.refusals = refusals;
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      if (refusals-- > 0) {
        throw new AccessDeniedException(from.toString(), to.toString(), null);
      }
      FileOperations.super.move(from, to);
    }

    @Override
    public void pause(int milliseconds) {
      pauses.add(milliseconds);
    }
  }

  /**
   * A disk that takes names for one that differ only in upper and lower case, as those of Windows
   * and macOS do.
   */
  private static final FileOperations FOLDING =
      new FileOperations() {
        private Path real(Path path) throws IOException {
          if (path.getParent() == null) {
            return path;
          }
          Path folder = real(path.getParent());
          String name = path.getFileName().toString();
          if (Files.isDirectory(folder)) {
            for (String known : FileOperations.super.list(folder)) {
              if (known.equalsIgnoreCase(name)) {
                return folder.resolve(known);
              }
            }
          }
          return folder.resolve(name);
        }

        @Override
        public Standing at(Path path) throws IOException {
          return FileOperations.super.at(real(path));
        }

        @Override
        public List<String> list(Path folder) throws IOException {
          return FileOperations.super.list(real(folder));
        }

        @Override
        public boolean sameFile(Path one, Path other) throws IOException {
          return FileOperations.super.sameFile(real(one), real(other));
        }

        @Override
        public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
          return FileOperations.super.open(real(file), options);
        }

        @Override
        public void createFolder(Path folder) throws IOException {
          FileOperations.super.createFolder(real(folder));
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          if (real(from).equals(real(to))) {
            FileOperations.super.move(real(from), real(to).resolveSibling(to.getFileName()));
          } else {
            FileOperations.super.move(real(from), real(to));
          }
        }

        @Override
        public void delete(Path path) throws IOException {
          FileOperations.super.delete(real(path));
        }
      };
}
