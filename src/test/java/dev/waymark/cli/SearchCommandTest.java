package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchCommandTest {
  @TempDir Path folder;
  private TestRun waymark;

  @BeforeEach
  void start() throws IOException {
    waymark =
        new TestRun(folder)
            .file(
                "content/a.md", "# Sharing\n\nShare with \u001b[31mthe hub.\n\n## When\n\nEarly.\n")
            .file("content/parts/part-1/b.md", "# Consent\n\nAsk before sharing.\n")
            .file("queries.tsv", "q1\tsharing\nq2\tnothing like it\n\nq3\tconsnet\n");
  }

  @Test
  void printsHitsForPeople() {
    TestRun.Result result = waymark.run("search", "consnet");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result.out().startsWith("Showing results for consent\n\n  1  Consent\n"), result.out());
    assertTrue(result.out().contains("     parts/part-1/b.html  (guide, "), result.out());
    assertTrue(result.out().endsWith("\n1 section matches.\n"), result.out());
  }

  @Test
  void nothingFromTheContentSteersTheTerminal() {
    assertTrue(waymark.run("search", "hub").out().indexOf('\u001b') < 0);
  }

  @Test
  void printsATableForPrograms() {
    TestRun.Result result =
        waymark.run("search", "--queries", "queries.tsv", "--format", "tsv", "--totals");
    String[] lines = result.out().split("\n");
    assertEquals("q1\ttotal\t3", lines[0]);
    assertTrue(lines[1].matches("q1\t1\ta\\.html\t[0-9.]+"), lines[1]);
    assertTrue(lines[2].matches("q1\t2\ta\\.html#when\t[0-9.]+"), lines[2]);
    assertTrue(lines[3].matches("q1\t3\tparts/part-1/b\\.html\t[0-9.]+"), lines[3]);
    assertEquals("q2\ttotal\t0", lines[4]);
    assertEquals("q3\ttotal\t1\tconsent", lines[5]);
    assertEquals(7, lines.length);
  }

  @Test
  void aQueryMayBeTakenAsItIsTyped() {
    TestRun.Result result = waymark.run("search", "--no-correction", "consnet");
    assertEquals("Nothing matches.\n", result.out(), result.err());
  }

  @Test
  void filtersAndLimits() {
    assertEquals(1, lines("search", "--limit", "1", "--format", "tsv", "sharing"));
    assertEquals(1, lines("search", "--part", "part-1", "--format", "tsv", "sharing"));
    assertEquals(0, lines("search", "--kind", "excerpt", "--format", "tsv", "sharing"));
    assertEquals(1, lines("search", "--format", "tsv", "--typing", "conse"));
  }

  private long lines(String... arguments) {
    return waymark.run(arguments).out().lines().count();
  }

  @Test
  void printsJson() {
    JsonNode json =
        JsonMapper.shared().readTree(waymark.run("search", "--format", "json", "consnet").out());
    JsonNode result = json.get("results").get(0);
    assertEquals("consent", result.get("corrected").asString());
    assertEquals(1, result.get("total").asInt());
    assertEquals("parts/part-1/b.html", result.get("hits").get(0).get("url").asString());
  }

  @ParameterizedTest
  @CsvSource({"r.txt, text", "r.tsv, tsv", "r.json, json", "r.sarif, json"})
  void reportIsWhatStandardOutputWouldHold(String file, String form) throws IOException {
    TestRun.Result result =
        waymark.run("search", "--queries", "queries.tsv", "--totals", "--report", file);
    assertEquals(
        waymark.run("search", "--queries", "queries.tsv", "--totals", "--format", form).out(),
        Files.readString(folder.resolve(file)));
    assertEquals(
        result, waymark.run("search", "--queries", "queries.tsv", "--format", "text", "--totals"));
    waymark.run("search", "sharing", "--report", "named", "--report-format", form);
    assertEquals(
        waymark.run("search", "sharing", "--format", form).out(),
        Files.readString(folder.resolve("named")));
  }

  @Test
  void answersAreNoProblemsAndProblemsNoAnswers() {
    assertTrue(
        waymark
            .run("search", "--format", "sarif", "x")
            .err()
            .contains("--format knows no 'sarif'\n  help: it is text, tsv or json"));
    assertTrue(
        waymark
            .run("check", "--format", "tsv")
            .err()
            .contains("help: it is text, json, github, sarif or junit"));
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertEquals(2, waymark.run("search").exitCode());
    assertEquals(2, waymark.run("search", "--queries", "queries.tsv", "word").exitCode());
    assertTrue(waymark.run("search", "--queries", "no.tsv").err().contains("no file 'no.tsv'"));
    waymark.file("bad.tsv", "a\tb\nc\n");
    assertTrue(
        waymark
            .run("search", "--queries", "bad.tsv")
            .err()
            .contains("line 2 of bad.tsv has no tab"));
    assertTrue(waymark.run("search", "--format", "tvs", "x").err().contains("did you mean tsv ?"));
    assertTrue(waymark.run("search", "--limit", "0", "x").err().contains("--limit: '0'"));
  }
}
