package dev.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.site.LinkedSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What of a folder is read, and what is said of the rest. */
@Timeout(30)
class SourceReaderTest {
  @TempDir Path temp;
  private Path content;

  @BeforeEach
  void start() throws IOException {
    content = Files.createDirectory(temp.resolve("content"));
  }

  private Path file(String path, String text) throws IOException {
    Path file = content.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Checked<SourceTree> read(Path... excluded) throws IOException {
    return SourceReader.sequential().read(content, "content", List.of(excluded));
  }

  private static List<String> paths(Checked<SourceTree> read) {
    return read.value().files().keySet().stream().map(SourcePath::value).toList();
  }

  private static List<String> messages(Checked<SourceTree> read) {
    return read.diagnostics().stream().map(LinkedSite::message).sorted().toList();
  }

  private static String text(Checked<SourceTree> read, String path) {
    return read.value().text(path).orElseThrow().text();
  }

  @Test
  void aLargeSiteIsReadAgainFromTheDiskAndASmallOneIsHeld() throws IOException {
    String large = "\ufeffa word\n".repeat(150_000);
    for (int i = 0; i < 12; i++) {
      file("page-" + i + ".md", large);
    }
    Checked<SourceTree> read = read();
    assertEquals(List.of(), messages(read));
    assertEquals(large.substring(1), text(read, "page-0.md"));
    assertEquals(large.substring(1), text(read, "page-9.md"));

    for (int i = 0; i < 12; i++) {
      Files.delete(content.resolve("page-" + i + ".md"));
    }
    assertEquals(large.substring(1), text(read, "page-0.md"));
    String last = read.value().files().lastKey().value();
    UncheckedIOException gone = assertThrows(UncheckedIOException.class, () -> text(read, last));
    assertTrue(gone.getMessage().contains("content/" + last), gone.getMessage());
  }

  @Test
  void everythingButHiddenAndPrivateNamesIsRead() throws IOException {
    for (String path :
        List.of(
            "index.md",
            "f/a.markdown",
            "f/B.MD",
            "f/pic.PNG",
            "no-ending",
            "a.txt",
            ".hidden.md",
            "_draft.md",
            ".git/config.md",
            "_private/a.md",
            "node_modules/lib/readme.md",
            "f/node_modules/x.md",
            "f/_x/y.md",
            "node_modules.md",
            "a_b.md",
            "f.md/inside.md")) {
      file(path, "# A\n");
    }
    Files.createDirectories(content.resolve("empty"));
    Checked<SourceTree> read = read();
    assertEquals(List.of(), read.diagnostics());
    assertEquals(
        List.of(
            "a.txt",
            "a_b.md",
            "f.md/inside.md",
            "f/B.MD",
            "f/a.markdown",
            "f/pic.PNG",
            "index.md",
            "no-ending",
            "node_modules.md"),
        paths(read));
    assertInstanceOf(
        SourceFile.Text.class, read.value().files().get(new SourcePath("f.md/inside.md")));
    assertInstanceOf(SourceFile.Binary.class, read.value().files().get(new SourcePath("a.txt")));
  }

  @Test
  void theOutputFolderInTheContentIsNoInput() throws IOException {
    file("a.md", "");
    file("public/b.md", "");
    file("sub/public/c.md", "");
    assertEquals(List.of("a.md", "sub/public/c.md"), paths(read(content.resolve("public"))));
    assertEquals(List.of("a.md", "sub/public/c.md"), paths(read(content.resolve("sub/../public"))));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksLeadNowhereOutOfTheTree() throws IOException {
    Path secret = Files.createDirectory(temp.resolve("secret"));
    Files.writeString(secret.resolve("s.md"), "secret");
    Path inside = file("f/a.md", "# A\n");
    Files.createSymbolicLink(content.resolve("out.md"), secret.resolve("s.md"));
    Files.createSymbolicLink(content.resolve("out"), secret);
    Files.createSymbolicLink(content.resolve("same.md"), inside);
    Files.createSymbolicLink(content.resolve("same"), content.resolve("f"));
    Files.createSymbolicLink(content.resolve(".hidden"), secret);
    Checked<SourceTree> read = read();
    assertEquals(List.of("f/a.md", "same.md", "same/a.md"), paths(read));
    String left = " WM006 it is left out -> put a copy of the file into the content folder";
    assertEquals(
        List.of("content/out.md:1:1-1" + left, "content/out:1:1-1" + left), messages(read));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void loopsOfLinksEnd() throws IOException {
    file("f/a.md", "# A\n");
    Files.createSymbolicLink(content.resolve("f/up"), content);
    Files.createSymbolicLink(content.resolve("f/self"), content.resolve("f/self"));
    Files.createSymbolicLink(content.resolve("one"), content.resolve("two"));
    Files.createSymbolicLink(content.resolve("two"), content.resolve("one"));
    Checked<SourceTree> read = read();
    assertEquals(List.of("f/a.md"), paths(read));
    String left = " WM003 it is left out -> check that the file is there and that you may read it";
    assertEquals(
        List.of(
            "content/f/self:1:1-1" + left,
            "content/f/up:1:1-1" + left,
            "content/one:1:1-1" + left,
            "content/two:1:1-1" + left),
        messages(read));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDeadLinkIsReportedUnlessItIsHidden() throws IOException {
    Files.createSymbolicLink(content.resolve("a.md"), content.resolve("gone.md"));
    Files.createSymbolicLink(content.resolve(".b.md"), content.resolve("gone.md"));
    assertEquals(
        List.of(
            "content/a.md:1:1-1 WM003 it is left out"
                + " -> check that the file is there and that you may read it"),
        messages(read()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatMayNotBeReadIsReported() throws IOException {
    Path locked = file("locked.md", "# A\n");
    Path folder = file("closed/a.md", "# A\n").getParent();
    file("open.md", "# B\n");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(locked), "whoever may read everything cannot be refused");
      Checked<SourceTree> read = read();
      assertEquals(List.of("open.md"), paths(read));
      String left =
          " WM003 it is left out -> check that the file is there and that you may read it";
      assertEquals(
          List.of("content/closed:1:1-1" + left, "content/locked.md:1:1-1" + left), messages(read));
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFileThatGoesWhileItIsReadIsReported() throws IOException {
    file("a.md", "# A\n");
    Path going = file("b.md", "# B\n");
    SourceReader reader =
        new SourceReader(tasks -> {
          going.toFile().delete();
          return tasks.stream().map(SourceReader.ReadTask::read).toList();
        });
    Checked<SourceTree> read = reader.read(content, "content", List.of());
    assertEquals(List.of("a.md"), paths(read));
    assertEquals(
        List.of(
            "content/b.md:1:1-1 WM003 it is left out"
                + " -> check that the file is there and that you may read it"),
        messages(read));
  }

  @Test
  void aPageInAnotherEncodingIsReadAsWellAsItCanBe() throws IOException {
    Files.write(
        Files.createFile(content.resolve("old.md")),
        "caf\u00e9 \u00a35".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(
        Files.createFile(content.resolve("wide.md")),
        "\uFEFF# A\n".getBytes(StandardCharsets.UTF_16LE));
    Files.write(
        Files.createFile(content.resolve("site.yaml")),
        "title: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(Files.createFile(content.resolve("cut.md")), new byte[] {'a', (byte) 0xc5});
    Checked<SourceTree> read = read();
    String save = ":1:1-1 WM001 -> save it again with the encoding UTF-8";
    assertEquals(
        List.of(
            "content/cut.md" + save,
            "content/old.md" + save,
            "content/site.yaml" + save,
            "content/wide.md" + save),
        messages(read));
    assertEquals(List.of("cut.md", "old.md", "wide.md"), paths(read));
    assertEquals("caf\u00e9 \u00a35", text(read, "old.md"));
  }

  @Test
  void aByteOrderMarkGoesAndTheMarkForWrongTextStays() throws IOException {
    file("a.md", "\uFEFF# A\r\n");
    file("b.md", "a \uFFFD b\n");
    Checked<SourceTree> read = read();
    assertEquals(List.of(), read.diagnostics());
    assertEquals("# A\r\n", text(read, "a.md"));
    assertEquals("a \uFFFD b\n", text(read, "b.md"));
  }

  @Test
  void aFileThatIsTooLargeIsReplacedIfItIsAPage() throws IOException {
    String most = "x".repeat((int) SourceReader.MAX_TEXT_BYTES);
    file("large.md", most + "x");
    file("large.yaml", most + "x");
    file("large.txt", most + "x");
    file("most.md", most);
    Locale before = Locale.getDefault();
    Checked<SourceTree> read;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      read = read();
    } finally {
      Locale.setDefault(before);
    }
    String split =
        ":1:1-1 WM002 it has 2,097,153 bytes; the most is 2,097,152 -> split it into several pages";
    assertEquals(List.of("content/large.md" + split, "content/large.yaml" + split), messages(read));
    assertEquals(List.of("large.md", "large.txt", "most.md"), paths(read));
    assertEquals("The text of this page is too large to be shown.\n", text(read, "large.md"));
    assertEquals(most, text(read, "most.md"));
  }

  @Test
  void aBackslashIsNoSeparator() throws IOException {
    assumeTrue(content.getFileSystem().getSeparator().equals("/"));
    file("f/a\\b.md", "# A\n");
    file("c\\d/e.md", "# E\n");
    file("pic\\x.png", "");
    file("_x\\y.md", "");
    file("plain.md", "");
    Checked<SourceTree> read = read();
    String left =
        ":1:1-1 WM008 a name must not hold \\; it is left out"
            + " -> use small letters, digits and hyphens";
    assertEquals(
        List.of("content/c\\d" + left, "content/f/a\\b.md" + left, "content/pic\\x.png" + left),
        messages(read));
    assertEquals(List.of("plain.md"), paths(read));
  }

  @Test
  void filesAreNamedAsTheFolderIs() throws IOException {
    file("f/a.md", "");
    for (String name : List.of("", ".")) {
      assertEquals(
          "f/a.md",
          SourceReader.sequential()
              .read(content, name, List.of())
              .value()
              .files()
              .firstEntry()
              .getValue()
              .displayName());
    }
    assertEquals(
        "../docs/f/a.md",
        SourceReader.sequential()
            .read(content, "../docs", List.of())
            .value()
            .files()
            .firstEntry()
            .getValue()
            .displayName());
  }

  @Test
  void aFolderThatIsNotThereIsAFailure() {
    assertThrows(
        IOException.class,
        () -> SourceReader.sequential().read(temp.resolve("gone"), "gone", List.of()));
  }

  @Test
  void pathsKnowTheirParts() {
    SourcePath path = new SourcePath("parts/part-5/a.b.md");
    assertEquals("parts/part-5/", path.folder());
    assertEquals("a.b.md", path.name());
    assertEquals("a.b", path.stem());
    assertEquals("parts/part-5/a.b", path.withoutEnding());
    assertEquals(".md", new SourcePath(".md").stem());
    for (String wrong : List.of("", "/a", "a/", "a//b")) {
      assertThrows(IllegalArgumentException.class, () -> new SourcePath(wrong));
    }
  }
}
