package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.source.SourcePath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What build and check read, write and say. */
class SiteCommandTest {
  @TempDir Path folder;
  private TestRun waymark;

  @BeforeEach
  void start() throws IOException {
    waymark = new TestRun(folder).file("content/index.md", "# Hello\n");
  }

  @Test
  void cleanBuildPublishesAndSaysSo() {
    assertEquals(
        new TestRun.Result(
            0, "", "Built 1 page into public: 3 written, 39 unchanged. No problems.\n"),
        waymark.run("build"));
    assertEquals(List.of("into public", "require owned", "build", "publish"), waymark.events);
  }

  @Test
  void errorsDoNotWithholdPages() throws IOException {
    waymark.file("content/a.md", "One\nBROKEN and HTML\n");
    assertEquals(
        new TestRun.Result(
            1,
            """
            content/a.md:2:1: error WM104: this link goes nowhere
                2 | BROKEN and HTML
                  | ^^^^^^

            content/a.md:2:12: warning WM301: HTML is shown as text
                2 | BROKEN and HTML
                  |            ^^^^

            """,
            "Built 2 pages into public: 3 written, 39 unchanged. 1 error, 1 warning.\n"),
        waymark.run("build"));
    assertTrue(waymark.events.contains("publish"));
  }

  @Test
  void warningsFailOnlyWhenStrict() throws IOException {
    waymark.file("content/a.md", "HTML");
    assertEquals(0, waymark.run("build").exitCode());
    TestRun.Result strict = waymark.run("build", "--strict");
    assertEquals(1, strict.exitCode());
    assertEquals(
        "Built 2 pages into public: 3 written, 39 unchanged."
            + " 1 warning, which --strict counts as failing.\n",
        strict.err());
  }

  @Test
  void onlyIfCleanLeavesTheFolderAlone() throws IOException {
    waymark.file("content/a.md", "BROKEN");
    TestRun.Result result = waymark.run("build", "--only-if-clean");
    assertEquals(1, result.exitCode());
    assertFalse(waymark.events.contains("publish"));
    assertEquals(
        "Built 2 pages and left public as it was, because of --only-if-clean. 1 error.\n",
        result.err());
  }

  @Test
  void onlyIfCleanMindsWarningsOnlyWhenStrict() throws IOException {
    waymark.file("content/a.md", "HTML");
    assertEquals(0, waymark.run("build", "--only-if-clean").exitCode());
    assertTrue(waymark.events.contains("publish"));
    waymark.events.clear();
    assertEquals(1, waymark.run("build", "--only-if-clean", "--strict").exitCode());
    assertFalse(waymark.events.contains("publish"));
  }

  @Test
  void checkWritesNothing() throws IOException {
    waymark.file("content/a.md", "BROKEN");
    TestRun.Result result = waymark.run("check");
    assertEquals(1, result.exitCode());
    assertTrue(result.out().startsWith("content/a.md:1:1: error WM104"), result.out());
    assertEquals("Checked 2 pages. 1 error.\n", result.err());
    assertEquals(List.of("build"), waymark.events);
  }

  @Test
  void quietLeavesTheProblemsOnly() throws IOException {
    waymark.file("content/a.md", "BROKEN");
    TestRun.Result result = waymark.run("-q", "check");
    assertTrue(result.out().startsWith("content/a.md:1:1: error WM104"), result.out());
    assertEquals("", result.err());
    assertEquals("", waymark.run("build", "-q").err());
  }

  @Test
  void verboseNamesFoldersAndTime() {
    String err = waymark.run("build", "-v", "--jobs", "3").err();
    assertTrue(
        err.startsWith(
            "Content: content. Templates: those of Waymark. Output: public."
                + " Date: the newest in the content. Threads: 3.\n"),
        err);
    assertTrue(err.matches("(?s).*\nTook [0-9]+\\.[0-9]{2} s\\.\n"), err);
  }

  @Test
  void flagsReachTheBuild() {
    waymark.run(
        "build",
        "-o",
        "out",
        "--as-of",
        "2026-11-22",
        "--drafts",
        "--jobs",
        "5",
        "--base-url",
        "https://example.org/toolkit",
        "--keep-previous");
    assertEquals(Optional.of(LocalDate.of(2026, 11, 22)), waymark.options.asOf());
    assertTrue(waymark.options.drafts());
    assertEquals(5, waymark.options.jobs());
    assertEquals(
        Optional.of(URI.create("https://example.org/toolkit/")), waymark.options.baseUrl());
    assertEquals("into out, keeping", waymark.events.getFirst());
  }

  @Test
  void withoutFlagsTheDefaultsHold() {
    waymark.run("build");
    assertEquals(Optional.empty(), waymark.options.asOf());
    assertFalse(waymark.options.drafts());
    assertEquals(Runtime.getRuntime().availableProcessors(), waymark.options.jobs());
    assertEquals(Optional.empty(), waymark.options.baseUrl());
  }

  @Test
  void dateComesFromSourceDateEpochUnlessGiven() {
    // A second before midnight in Greenwich, another day in most other places.
    waymark.variables.put("SOURCE_DATE_EPOCH", "1795391999");
    waymark.run("check");
    assertEquals(Optional.of(LocalDate.of(2026, 11, 22)), waymark.options.asOf());
    waymark.run("check", "--as-of", "2025-01-02");
    assertEquals(Optional.of(LocalDate.of(2025, 1, 2)), waymark.options.asOf());
    waymark.variables.put("SOURCE_DATE_EPOCH", "");
    waymark.run("check");
    assertEquals(Optional.empty(), waymark.options.asOf());
  }

  @Test
  void sourceDateEpochThatIsNoNumberIsRefused() {
    for (String wrong : List.of("yesterday", "99999999999999999", "1795391999000")) {
      waymark.variables.put("SOURCE_DATE_EPOCH", wrong);
      TestRun.Result result = waymark.run("check");
      assertEquals(2, result.exitCode());
      assertTrue(result.err().contains("SOURCE_DATE_EPOCH holds '" + wrong + "'"), result.err());
      assertEquals(0, waymark.run("check", "--as-of", "2026-11-22").exitCode());
    }
  }

  @Test
  void templatesInTheWorkingFolderAreFound() throws IOException {
    waymark.run("check");
    assertTrue(waymark.theme.value().files().isEmpty());
    waymark.file("site-templates/partials/footer.peb", "").run("check");
    assertTrue(waymark.theme.value().files().containsKey(new SourcePath("partials/footer.peb")));
    assertEquals("site-templates", waymark.theme.value().displayName());
    waymark.file("mine/layouts/guide.peb", "").run("check", "-t", "mine");
    assertEquals(
        List.of(new SourcePath("layouts/guide.peb")),
        List.copyOf(waymark.theme.value().files().keySet()));
  }

  @Test
  void filesAreNamedFromTheWorkingFolder() throws IOException {
    waymark.file("docs/a.md", "BROKEN");
    String fromName = waymark.run("check", "-c", "docs").out();
    assertTrue(fromName.startsWith("docs/a.md:1:1: error"), fromName);
    assertEquals(fromName, waymark.run("check", "-c", "./docs/").out());
    assertEquals(fromName, waymark.run("check", "-c", folder.resolve("docs").toString()).out());
    TestRun inside = new TestRun(folder.resolve("docs"));
    assertTrue(inside.run("check", "-c", ".").out().startsWith("a.md:1:1: error"));
    TestRun beside = new TestRun(folder.resolve("content"));
    assertTrue(beside.run("check", "-c", "../docs").out().startsWith("../docs/a.md:1:1: error"));
  }

  @Test
  void outputTemplatesAndReportAreNoContent() throws IOException {
    waymark
        .file("a.md", "")
        .file("public/old.md", "")
        .file("site-templates/partials/x.peb", "")
        .file("report.json", "{}")
        .file("parts/report.json", "{}");
    List<String> expected = List.of("a.md", "content/index.md", "parts/report.json");
    waymark.run("build", "-c", ".", "--report", "report.json");
    assertEquals(expected, waymark.contentNames());
    waymark.run("check", "-c", ".", "--report", "report.json");
    assertEquals(expected, waymark.contentNames());
  }

  @Test
  void manyFilesAreReadInOrderByAnyNumberOfThreads() throws IOException {
    for (int i = 0; i < 200; i++) {
      waymark.file("content/p%03d.md".formatted(i), i % 50 == 7 ? "BROKEN" : "fine");
    }
    TestRun.Result one = waymark.run("check", "--jobs", "1");
    List<String> names = waymark.contentNames();
    TestRun.Result four = waymark.run("check", "--jobs", "4");
    assertEquals(one, four);
    assertEquals(names, waymark.contentNames());
    assertEquals("Checked 201 pages. 4 errors.\n", four.err());
  }

  @Test
  void fileThatIsNotUtf8IsAProblemOfTheContent() throws IOException {
    Files.write(folder.resolve("content/old.md"), new byte[] {'a', (byte) 0xa3, 'b'});
    TestRun.Result result = waymark.run("check");
    assertEquals(1, result.exitCode());
    assertEquals(
        """
        content/old.md:1:1: error WM001: this file is not UTF-8 text
              help: save it again with the encoding UTF-8

        """,
        result.out());
  }

  @Test
  void jsonHoldsEveryDiagnostic() throws IOException {
    waymark.file("content/a.md", "é BROKEN\n" + "HTML ".repeat(30));
    TestRun.Result result = waymark.run("build", "--format", "json");
    assertEquals(1, result.exitCode());
    JsonNode json = new JsonMapper().readTree(result.out());
    assertEquals(List.of("version", "diagnostics", "summary"), List.copyOf(json.propertyNames()));
    assertEquals(31, json.get("diagnostics").size());
    assertEquals(
        new JsonMapper()
            .readTree(
                """
                {"severity": "error", "code": "WM104", "file": "content/a.md", "line": 1, "column": 3,
                "endLine": 1, "endColumn": 9, "message": "this link goes nowhere", "help": "", "suggestion": ""}
                """),
        json.get("diagnostics").get(0));
    assertEquals(
        new JsonMapper()
            .readTree(
                """
                {"pages": 2, "errors": 1, "warnings": 30, "written": 3, "unchanged": 39, "removed": 0}
                """),
        json.get("summary"));
    assertEquals(
        "Built 2 pages into public: 3 written, 39 unchanged. 1 error, 30 warnings.\n",
        result.err());
  }

  @Test
  void reportIsTheJsonInAFile() throws IOException {
    waymark.file("content/a.md", "BROKEN");
    String json = waymark.run("check", "--format", "json").out();
    TestRun.Result result = waymark.run("check", "--report", "reports/today/waymark.json");
    assertEquals(json, Files.readString(folder.resolve("reports/today/waymark.json")));
    assertTrue(result.out().startsWith("content/a.md:1:1: error"), result.out());
  }

  @Test
  void coloursAreForTerminalsAndForThoseWhoWantThem() throws IOException {
    waymark.file("content/a.md", "BROKEN");
    assertFalse(waymark.run("check").out().contains("\u001b"));
    waymark.outIsTerminal = true;
    assertTrue(waymark.run("check").out().contains("\u001b[1;31merror WM104\u001b[0m"));
    assertFalse(waymark.run("check", "--no-color").out().contains("\u001b"));
    assertFalse(waymark.run("--no-color", "check").out().contains("\u001b"));
    assertFalse(waymark.run("check", "--format", "json").out().contains("\u001b"));
    waymark.variables.put("NO_COLOR", "");
    assertTrue(waymark.run("check").out().contains("\u001b"));
    waymark.variables.put("NO_COLOR", "1");
    assertFalse(waymark.run("check").out().contains("\u001b"));
    waymark.variables.remove("NO_COLOR");
    waymark.variables.put("TERM", "dumb");
    assertFalse(waymark.run("check").out().contains("\u001b"));
  }
}
