package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MoveCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    file("content/a.md", "# A\n\n[b](c/b.md) [b](c/b.md#b)\n");
    file("content/c/b.md", "# B\n\n[a](../a.md)\n");
    file("content/c/draft.md", "---\ndraft: true\n---\n[b](b.md)\n");
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  private TestRun.Result run(String... arguments) {
    return WholeToolTest.run(folder, arguments);
  }

  @Test
  void movesAndSaysWhatChanged() throws IOException {
    assertEquals(
        new TestRun.Result(
            0,
            """
            content/c/b.md -> content/d.md
            content/a.md: 2 links
            content/d.md: 1 link
            content/c/draft.md: 1 link
            """,
            "Moved 1 file, mended 4 links in 3 files, kept 1 old address.\n"),
        run("move", "content/c/b.md", "content/d.md"));
    assertEquals("# A\n\n[b](d.md) [b](d.md#b)\n", text("content/a.md"));
    assertEquals("---\ndraft: true\n---\n[b](../d.md)\n", text("content/c/draft.md"));
    assertEquals("---\naliases: [c/b.md]\n---\n# B\n\n[a](a.md)\n", text("content/d.md"));
    assertEquals(0, run("check", "--strict").exitCode());
  }

  @Test
  void aDryRunShowsADiffAndChangesNothing() throws IOException {
    TestRun.Result result = run("move", "c", "e", "--dry-run");
    assertEquals(0, result.exitCode());
    assertEquals(
        """
        diff --git a/content/a.md b/content/a.md
        --- a/content/a.md
        +++ b/content/a.md
        @@ -1,3 +1,3 @@
         # A
        \s
        -[b](c/b.md) [b](c/b.md#b)
        +[b](e/b.md) [b](e/b.md#b)
        diff --git a/content/c/b.md b/content/e/b.md
        rename from content/c/b.md
        rename to content/e/b.md
        --- a/content/c/b.md
        +++ b/content/e/b.md
        @@ -1,3 +1,6 @@
        +---
        +aliases: [c/b.md]
        +---
         # B
        \s
         [a](../a.md)
        diff --git a/content/c/draft.md b/content/e/draft.md
        rename from content/c/draft.md
        rename to content/e/draft.md
        """,
        result.out());
    assertEquals(
        "Nothing was changed. It would move 2 files, mend 2 links in 1 file, keep 1 old address.\n",
        result.err());
    assertTrue(Files.exists(folder.resolve("content/c/b.md")));
    assertTrue(Files.notExists(folder.resolve("content/e")));
  }

  @Test
  void tellsProgramsToo() throws IOException {
    TestRun.Result result =
        run(
            "move",
            "c/b",
            "c/z",
            "-q",
            "--format",
            "json",
            "--report",
            "move.diff",
            "-n",
            "--report-format",
            "text");
    JsonNode json = JsonMapper.shared().readTree(result.out());
    assertEquals("", result.err());
    assertTrue(json.get("dryRun").asBoolean());
    assertEquals("content/c/b.md", json.at("/moved/0/from").asString());
    assertEquals("content/c/z.md", json.at("/moved/0/to").asString());
    assertEquals("link", json.at("/edits/0/kind").asString());
    assertEquals("content/a.md", json.at("/edits/0/file").asString());
    assertEquals(5, json.at("/edits/0/column").asInt());
    assertEquals("c/b.md", json.at("/edits/0/before").asString());
    assertEquals("c/z.md", json.at("/edits/0/after").asString());
    assertEquals(3, json.at("/summary/links").asInt());
    assertEquals(1, json.at("/summary/aliases").asInt());
    assertTrue(text("move.diff").startsWith("diff --git a/content/a.md b/content/a.md\n"));
  }

  @Test
  void refusesWithAWayOut() {
    assertEquals(
        new TestRun.Result(
            2,
            "",
            "waymark: there is no file or folder 'c/bb.md'\n  help: did you mean c/b.md ?\n"),
        run("move", "c/bb.md", "x"));
    assertEquals(2, run("move", "a.md").exitCode());
    assertTrue(run("move", "a.md", "c/b.md").err().contains("c/b.md is there already"));
    assertTrue(run("move", "a", "b", "c").err().contains("takes two paths"));
    assertTrue(run("move", "a.md", "--dry-rnu").err().contains("did you mean --dry-run ?"));
  }

  @Test
  void aSlashAtTheEndMovesInto() {
    assertEquals(
        "content/a.md -> content/new/a.md",
        run("move", "a.md", "new/").out().lines().findFirst().orElse(""));
  }
}
