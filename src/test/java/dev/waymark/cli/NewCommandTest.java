package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code new} with the real disk, and what the real check says of what it wrote. */
class NewCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    file("content/site.yaml", "title: Kit\nadvice: {off: WM608}\nnavigation: [index.md]\n");
    file("content/index.md", "# Kit\n\n[Parts](parts/index.md) and [[p1]].\n");
    file("content/parts/index.md", "# Parts\n");
    file(
        "content/principles/p1.md",
        "---\nid: p1\nkind: principle\nstatement: Be kind.\n---\n# Kindness\n");
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private TestRun.Result run(String... arguments) {
    return WholeToolTest.run(folder, arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "page, parts/part-5/asking, content/parts/part-5/asking.md",
    "page, parts/part-6/index.md, content/parts/part-6/index.md",
    "page, glass house/Ŵy & 'x', content/glass house/Ŵy & 'x'.md",
    "page, 2026, content/2026.md",
    "page, no, content/no.md",
    "principle, principles/p2, content/principles/p2.md",
    "principle, confidentiality, content/confidentiality.md",
    "excerpt, excerpts/e9-leaving-home, content/excerpts/e9-leaving-home.md",
    "excerpt, 'excerpts/Llŷn [1] #2', 'content/excerpts/Llŷn [1] #2.md'",
    "flowchart, flowcharts/share-concern, content/flowcharts/share-concern.yaml",
    "flowchart, parts/part-5/flowcharts/2026.yml, content/parts/part-5/flowcharts/2026.yml",
    "flowchart, 'flowcharts/Llŷn [1] #2', 'content/flowcharts/Llŷn [1] #2.yaml'",
  })
  void whatItWritesHasNoProblemsButThatNothingLinksToIt(String kind, String path, String written)
      throws IOException {
    TestRun.Result result = run("new", kind, path);
    assertEquals(new TestRun.Result(0, written + "\n", result.err()), result);
    assertTrue(Files.readString(folder.resolve(written)).contains("TO WRITE"));
    TestRun.Result check = run("check");
    List<String> problems =
        check.out().lines().filter(line -> line.matches("\\S.*: (error|warning) WM.*")).toList();
    assertEquals(
        List.of(written + ":1:1: warning WM108: no other page links here"), problems, check.out());
    assertEquals(0, check.exitCode());
  }

  // The other half of the promise: the link that it tells mends the one warning.
  @ParameterizedTest
  @CsvSource({
    "page, parts/part-5/asking",
    "page, 'glass house/Who (not) [I]'",
    "page, 'notes #2, 50%20 &amp; more'",
    "principle, principles/p2",
    "excerpt, excerpts/e9-leaving-home",
    "flowchart, flowcharts/share-concern",
    "flowchart, 'flowcharts/Llŷn [1] #2'",
  })
  void theLinkThatItTellsMendsTheWarning(String kind, String path) throws IOException {
    JsonNode told = new JsonMapper().readTree(run("new", kind, path, "--format", "json").out());
    Path from = folder.resolve(told.get("linkFrom").asString());
    Files.writeString(from, Files.readString(from) + "\n" + told.get("link").asString() + "\n");
    assertEquals(new TestRun.Result(0, "", "Checked 4 pages. No problems.\n"), run("check"));
  }

  @Test
  void oneOfEachKindTogetherHaveNoOtherProblem() {
    List<String> written =
        List.of(
            run("new", "excerpt", "excerpts/e9").out().strip(),
            run("new", "flowchart", "flowcharts/which-way").out().strip(),
            run("new", "page", "parts/asking").out().strip(),
            run("new", "principle", "principles/p2").out().strip());
    TestRun.Result check = run("check", "--format", "json");
    JsonNode report = new JsonMapper().readTree(check.out());
    assertEquals(
        written.stream().map(file -> "WM108 " + file).toList(),
        report
            .get("diagnostics")
            .valueStream()
            .map(found -> found.get("code").asString() + " " + found.get("file").asString())
            .toList());
    assertEquals("Checked 7 pages. 4 warnings.\n", check.err());
  }

  // Outcomes that cite nothing are worth a warning; made-up ids would be an error.
  @Test
  void aFlowchartOnASiteWithoutPrinciplesHasYetToCite() throws IOException {
    Files.writeString(folder.resolve("content/index.md"), "# Kit\n");
    Files.delete(folder.resolve("content/principles/p1.md"));
    run("new", "flowchart", "flowcharts/which-way");
    TestRun.Result check = run("check", "--format", "json");
    JsonNode report = new JsonMapper().readTree(check.out());
    assertEquals(
        List.of("WM108", "WM506", "WM506"),
        report
            .get("diagnostics")
            .valueStream()
            .filter(found -> found.get("file").asString().endsWith(".yaml"))
            .map(found -> found.get("code").asString())
            .toList());
    assertEquals(0, check.exitCode());
  }

  @Test
  void saysWhatToDoNext() {
    assertEquals(
        """
        Next:
        - Replace each TO WRITE in content/parts/part-5/asking-for-consent.md with your words.
        - Link to it from where its readers are, for instance content/parts/index.md: [Asking for consent](part-5/asking-for-consent.md)
        - Run waymark check.
        """,
        run("new", "page", "parts/part-5/asking-for-consent").err());
    assertEquals(
        """
        Next:
        - Replace each TO WRITE in content/principles/p2.md with your words.
        - Link to it from where its readers are, for instance content/index.md: [P2](principles/p2.md)
        - Name it in the pages that rest on it: principles: [p2]
        - Run waymark check.
        """,
        run("new", "principle", "principles/p2").err());
    assertEquals(
        """
        Next:
        - Replace each TO WRITE in content/flowcharts/which-way.yaml with your words.
        - Show it on a page, for instance content/index.md: ![Which way](flowcharts/which-way.yaml)
        - Run waymark check.
        """,
        run("new", "flowchart", "flowcharts/which-way").err());
  }

  @Test
  void quietSaysOnlyTheName() {
    assertEquals(
        new TestRun.Result(0, "content/a.md\n", ""), run("new", "page", "content/a.md", "-q"));
  }

  @Test
  void jsonSaysWhatWasWritten() throws IOException {
    TestRun.Result result =
        run("new", "principle", "rights", "--format", "json", "--report", "new.json");
    assertEquals(
        """
        {
          "version": 1,
          "kind": "principle",
          "file": "content/rights.md",
          "title": "Rights",
          "id": "p2",
          "linkFrom": "content/index.md",
          "link": "[Rights](rights.md)"
        }
        """,
        result.out());
    assertEquals(result.out(), Files.readString(folder.resolve("new.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parts/index", "content/parts/index.md", "parts/../parts/INDEX"})
  void overwritesNothing(String path) throws IOException {
    assertEquals(
        new TestRun.Result(
            2,
            "",
            """
            waymark: content/parts/index.md is there already, and nothing was changed
              help: give it another name
            """),
        run("new", "page", path));
    assertEquals("# Parts\n", Files.readString(folder.resolve("content/parts/index.md")));
  }

  @Test
  void writesBelowTheFolderThatIsNamed() throws IOException {
    file("notes/index.md", "# Notes\n");
    assertEquals("notes/a/b.md\n", run("new", "page", "a/b", "-c", "notes").out());
    assertEquals(
        "a/c.md\n",
        WholeToolTest.run(folder.resolve("notes"), "new", "page", "a/c", "-c", ".").out());
    assertTrue(Files.exists(folder.resolve("notes/a/c.md")));
  }

  @Test
  void withoutAContentFolderItSaysSo() {
    TestRun.Result result = run("new", "page", "a", "-c", "nowhere");
    assertEquals(
        new TestRun.Result(
            2,
            "",
            """
            waymark: there is no folder 'nowhere' to write to
              help: make it first, or name the folder of your Markdown: -c DIR
            """),
        result);
    assertFalse(Files.exists(folder.resolve("nowhere")));
  }
}
