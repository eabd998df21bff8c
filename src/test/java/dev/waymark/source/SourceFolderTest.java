package dev.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {
  @TempDir Path root;
  private SourceFolder folder;

  @BeforeEach
  void write() throws IOException {
    write("a.md", "A");
    write("in/b.md", "B");
    write("public/c.md", "C");
    root = root.toRealPath();
    folder =
        new SourceFolder(
            SourceReader.sequential(), root, "content", List.of(root.resolve("public")));
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static SourceFile file(SourceTree tree, String path) {
    return Objects.requireNonNull(tree.files().get(new SourcePath(path)), path);
  }

  private static List<String> paths(SourceTree tree) {
    return tree.files().keySet().stream().map(SourcePath::value).toList();
  }

  @Test
  void whatDidNotChangeIsTheSameFile() throws IOException {
    SourceTree before = folder.read().value();
    Path changed = write("a.md", "Other");
    Path touched = write("in/b.md", "B");
    SourceTree after = folder.reread(Set.of(changed, touched)).value();
    assertNotSame(file(before, "a.md"), file(after, "a.md"));
    assertSame(file(before, "in/b.md"), file(after, "in/b.md"));
    assertEquals("Other", ((SourceFile.Text) file(after, "a.md")).text().text());
  }

  @Test
  void newAndRemovedFilesAreFoundByThemselvesAndByTheirFolder() throws IOException {
    assertEquals(List.of("a.md", "in/b.md"), paths(folder.read().value()));
    Path made = write("in/new/d.md", "D");
    assertEquals(
        List.of("a.md", "in/b.md", "in/new/d.md"),
        paths(folder.reread(Set.of(made.getParent())).value()));
    Files.delete(root.resolve("a.md"));
    assertEquals(
        List.of("in/b.md", "in/new/d.md"),
        paths(folder.reread(Set.of(root.resolve("a.md"))).value()));
    Files.delete(made);
    Files.delete(made.getParent());
    assertEquals(List.of("in/b.md"), paths(folder.reread(Set.of(made.getParent())).value()));
  }

  @Test
  void aFolderStandsForAllThatIsInIt() throws IOException {
    folder.read();
    write("in/b.md", "Other");
    SourceTree after = folder.reread(Set.of(root.resolve("in"))).value();
    assertEquals("Other", ((SourceFile.Text) file(after, "in/b.md")).text().text());
  }

  @Test
  void whatIsNoInputChangesNothing() throws IOException {
    SourceTree before = folder.read().value();
    Path output = write("public/c.md", "Other");
    Path hidden = write(".git/index.md", "x");
    SourceTree after = folder.reread(Set.of(output, hidden)).value();
    assertEquals(before, after);
  }
}
