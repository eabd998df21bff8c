package dev.waymark.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final SitePath A = new SitePath("a \"é\n.html");
  private static final SitePath B = new SitePath("b/c.png");
  private static final SitePath C = new SitePath("new.html");

  @TempDir Path folder;
  Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve(Journal.NAME);
  }

  private Journal open() throws IOException {
    return Journal.open(FileOperations.DISK, folder, "public");
  }

  /** Opens, announces and lets go without an end, as a killed build does. */
  private void leave(Map<SitePath, Role> paths, Set<SitePath> unreached) throws IOException {
    try (Journal journal = open()) {
      journal.begin(new TreeMap<>(paths), unreached);
    }
  }

  @Test
  void tellsTheNextBuildWhatWasAnnounced() throws Exception {
    leave(Map.of(A, Role.PAGE, B, Role.ASSET, C, Role.PAGE), Set.of(C));
    Journal.Leftover leftover = Journal.peek(FileOperations.DISK, folder);
    assertEquals(Map.of(A, Role.PAGE, B, Role.ASSET, C, Role.PAGE), leftover.paths());
    assertEquals(Set.of(C), leftover.unreached());
    try (Journal journal = open()) {
      assertEquals(leftover, journal.leftover());
    }
    assertTrue(Files.exists(file), "a journal that somebody needs stays");
  }

  @Test
  void addsToWhatEarlierBuildsLeft() throws Exception {
    leave(Map.of(A, Role.HASHED, C, Role.PAGE), Set.of(C));
    leave(Map.of(B, Role.ENTRY), Set.of());
    try (Journal journal = open()) {
      assertEquals(Map.of(A, Role.HASHED, B, Role.ENTRY, C, Role.PAGE), journal.leftover().paths());
      assertEquals(Set.of(), journal.leftover().unreached());
    }
  }

  @Test
  void takesPagesForReachedOnceThatIsSaid() throws Exception {
    try (Journal journal = open()) {
      journal.begin(new TreeMap<>(Map.of(A, Role.PAGE, C, Role.PAGE)), List.of(A, C));
      journal.reached(List.of(A));
    }
    Journal.Leftover leftover = Journal.peek(FileOperations.DISK, folder);
    assertEquals(Set.of(A, C), leftover.paths().keySet());
    assertEquals(Set.of(A), leftover.unreached());
  }

  @Test
  void leavesNothingWhenNothingWasAnnouncedOrAllIsDone() throws Exception {
    open().close();
    assertTrue(Files.notExists(file));
    try (Journal journal = open()) {
      journal.begin(new TreeMap<>(Map.of(A, Role.PAGE)), Set.of());
      journal.finish();
    }
    assertTrue(Files.notExists(file));
  }

  @Test
  void ignoresALineThatWasCutOffAtAnyByte() throws Exception {
    leave(Map.of(A, Role.PAGE), Set.of());
    int first = (int) Files.size(file);
    leave(Map.of(B, Role.ASSET), Set.of());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      Set<SitePath> paths = Journal.peek(FileOperations.DISK, folder).paths().keySet();
      assertEquals(length < first ? Set.of() : Set.of(A), paths, "cut at " + length);
      leave(Map.of(C, Role.PAGE), Set.of());
      paths = Journal.peek(FileOperations.DISK, folder).paths().keySet();
      assertEquals(length < first ? Set.of(C) : Set.of(A, C), paths, "cut at " + length);
    }
  }

  @Test
  void ignoresWhatNoBuildCanHaveAnnounced() throws Exception {
    Files.writeString(
        file,
        """
        {"generator":"Waymark","version":1}
        {"page":["../outside","/etc/passwd","manifest.json",".waymark-journal",1,"ok.html"],"asset":7}
        """);
    assertEquals(
        Set.of(new SitePath("ok.html")),
        Journal.peek(FileOperations.DISK, folder).paths().keySet());
    Files.writeString(file, "{\"page\":[\"thesis.txt\"]}\n");
    assertEquals(Set.of(), Journal.peek(FileOperations.DISK, folder).paths().keySet());
  }

  @Test
  void keepsASecondWriterOfThisProcessOut() throws Exception {
    try (Journal journal = open()) {
      journal.begin(new TreeMap<>(Map.of(A, Role.PAGE)), Set.of());
      IOException busy = assertThrows(IOException.class, this::open);
      assertEquals(
          "another build is writing into public: wait until it has ended, then build again",
          busy.getMessage());
      assertEquals(Set.of(A), Journal.peek(FileOperations.DISK, folder).paths().keySet());
      journal.finish();
    }
    open().close();
  }

  /**
   * Another build may delete its journal, and a third make a new one, while this one is opening it.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void locksTheFileThatOthersSee(int replacedBefore) throws Exception {
    for (boolean again : List.of(false, true)) {
      for (boolean there : List.of(false, true)) {
        Files.deleteIfExists(file);
        if (there) {
          leave(Map.of(B, Role.PAGE), Set.of());
        }
        int[] looks = {0};
        FileOperations files =
            new FileOperations() {
              @Override
              public Standing at(Path path) throws IOException {
                if (looks[0]++ == replacedBefore) {
                  // Kept for the moment, so that its inode is not used again.
                  Files.deleteIfExists(folder.resolve("old"));
                  if (Files.exists(path)) {
                    Files.move(path, folder.resolve("old"));
                  }
                  if (again) {
                    Files.createFile(path);
                  }
                }
                return FileOperations.super.at(path);
              }
            };
        try (Journal journal = Journal.open(files, folder, "public")) {
          journal.begin(new TreeMap<>(Map.of(A, Role.PAGE)), Set.of());
          assertTrue(
              Journal.peek(FileOperations.DISK, folder).paths().containsKey(A),
              again + " " + there);
        }
      }
    }
  }

  @Test
  void keepsASecondProcessOut() throws Exception {
    Path site = folder.resolve("site");
    OutputTree tree = SampleSite.tree("a.html", "a");
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                site.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("writing", said.readLine());
      IOException busy =
          assertThrows(IOException.class, () -> new OutputWriter(site, false).write(tree));
      assertTrue(busy.getMessage().startsWith("another build is writing"), busy::getMessage);
      assertEquals(Set.of(Journal.NAME), Disk.texts(site).keySet());
      other.getOutputStream().close();
      assertEquals("done", said.readLine());
      assertEquals(0, other.waitFor());
    } finally {
      other.destroyForcibly();
    }
    assertEquals(new WriteSummary(0, 1, 0), new OutputWriter(site, false).write(tree));
    assertEquals(SampleSite.texts(tree), Disk.site(site));
  }

  /** Writes a site, but stops at the first step until its input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      new OutputWriter(
              Path.of(args[0]),
              false,
              (done, total) -> {
                if (done == 0) {
                  System.out.println("writing");
                  try {
                    System.in.readAllBytes();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }
              })
          .write(SampleSite.tree("a.html", "a"));
      System.out.println("done");
    }
  }
}
