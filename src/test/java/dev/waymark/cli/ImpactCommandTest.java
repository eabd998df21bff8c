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

class ImpactCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    file("content/p1.md", "---\nid: p1\nkind: principle\nstatement: Be kind.\n---\n# Kindness\n");
    file("content/a.md", "---\nprinciples: [p1]\n---\n# A\n");
    file("content/b.md", "# B\n\n## Why\n\nRead \u001b[31m[A](a.md) first.\n");
    file("content/c.md", "---\ndraft: true\n---\n# C\n\nRead [A](a.md).\n");
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private TestRun.Result run(String... arguments) {
    return WholeToolTest.run(folder, arguments);
  }

  @Test
  void listsForPeople() {
    assertEquals(
        new TestRun.Result(
            0,
            """
            content/p1.md:1:1  Kindness (the whole page)
            2 places rely on it: 1 directly, 1 through others.

            Directly:
              content/a.md:2:14  A (the whole page)

            Through one other place:
              content/b.md:5:15  B \u203a Why
                  \u201cRead \u241b[31mA first.\u201d
                  through content/a.md:2:14  A (the whole page)
            """,
            ""),
        run("impact", "p1"));
  }

  @Test
  void listsForPrograms() {
    JsonNode json = JsonMapper.shared().readTree(run("impact", "p1", "--format", "json").out());
    assertEquals("p1.html", json.at("/target/address").asString());
    JsonNode second = json.at("/reliers/1");
    assertEquals(2, second.get("distance").asInt());
    assertEquals("section", second.get("kind").asString());
    assertEquals("b.html#why", second.get("address").asString());
    assertEquals("content/b.md", second.get("file").asString());
    assertEquals(5, second.get("line").asInt());
    assertEquals("a.html", second.at("/through/0/address").asString());
    assertEquals(2, json.at("/summary/places").asInt());
    assertEquals(1, json.at("/summary/direct").asInt());
  }

  @Test
  void reportHoldsWhatStandardOutputWould() throws IOException {
    run("impact", "p1", "--report", "impact.json", "-q");
    assertEquals(
        run("impact", "p1", "--format", "json").out(),
        Files.readString(folder.resolve("impact.json")));
  }

  @Test
  void looksAsFarAsAsked() {
    assertTrue(run("impact", "p1", "--depth", "1").out().contains("One place relies on it."));
    assertTrue(run("impact", "b").out().contains("Nothing relies on it."));
    assertTrue(run("impact", "p1", "--drafts").out().contains("3 places rely on it"));
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(
        new TestRun.Result(
            2,
            "",
            "waymark: nothing here has the id, path or address 'p11'\n"
                + "  help: did you mean p1 ?\n"),
        run("impact", "p11"));
    assertEquals(
        new TestRun.Result(
            2,
            "",
            "waymark: the page is there, but it has no heading 'wy'\n"
                + "  help: did you mean b.md#why ?\n"),
        run("impact", "b.md#wy"));
    assertEquals(2, run("impact").exitCode());
    assertTrue(run("impact", "p1", "--depth", "0").err().contains("--depth: '0'"));
    assertTrue(run("impact", "p1", "p2").err().contains("does not know what to do with 'p2'"));
  }
}
