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
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --format}, {@code --report} and {@code --report-format} give. */
class FormatsTest {
  private static final String TALK = "Checked 2 pages. 1 error, 1 warning.\n";

  @TempDir Path folder;
  private TestRun waymark;

  @BeforeEach
  void start() throws IOException {
    waymark =
        new TestRun(folder)
            .file("content/index.md", "# Hello\n")
            .file("content/a.md", "One\nBROKEN and HTML\n");
  }

  // How the data of each form starts and ends.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | content/a.md:2:1: error WM104: | ^^^^",
        "json | {?  \"version\": 1, | }",
        "github | ::error file=content/a.md,line=2,col=1,endLine=2,endColumn=7,title=WM104::this |"
            + " HTML is shown as text",
        "sarif | {?  \"$schema\": \"https://docs.oasis-open.org/sarif/ | }",
        "junit | <?xml version=\"1.0\" encoding=\"UTF-8\"?>?<testsuites name=\"waymark\" |"
            + " </testsuites>",
      })
  void dataGoesToStandardOutputAndTalkToStandardError(String form, String start, String end) {
    TestRun.Result result = waymark.run("check", "--format", form);
    assertTrue(
        result.out().startsWith(start.replace("?  ", "\n  ").replace(">?<", ">\n<")), result.out());
    assertTrue(result.out().strip().endsWith(end), result.out());
    assertTrue(result.out().endsWith("\n"), result.out());
    assertEquals(TALK, result.err());
    assertEquals(1, result.exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "github", "sarif", "junit"})
  void reportIsWhatStandardOutputWouldHold(String form) throws IOException {
    TestRun.Result printed = waymark.run("check", "--format", form);
    TestRun.Result written =
        waymark.run("check", "--report", "out/report", "--report-format", form);
    assertEquals(printed.out(), Files.readString(folder.resolve("out/report")));
    assertEquals(waymark.run("check").out(), written.out());
  }

  @ParameterizedTest
  @CsvSource({
    "r.json, json",
    "r.sarif, sarif",
    "r.SARIF, sarif",
    "r.sarif.json, sarif",
    "r.xml, junit",
    "r.txt, text",
    "report, json",
    "r.log, json",
  })
  void endingOfTheReportSaysItsForm(String name, String form) throws IOException {
    TestRun.Result result = waymark.run("check", "--report", name);
    assertEquals(1, result.exitCode());
    assertEquals(
        waymark.run("check", "--format", form).out(), Files.readString(folder.resolve(name)));
  }

  @Test
  void buildReportsInEveryForm() throws IOException {
    TestRun.Result result = waymark.run("build", "--format", "github", "--report", "r.xml");
    assertEquals(2, result.out().lines().filter(line -> line.startsWith("::")).count());
    assertTrue(Files.readString(folder.resolve("r.xml")).contains("tests=\"3\" failures=\"1\""));
  }

  @Test
  void cleanContentAnnotatesNothing() throws IOException {
    waymark.file("content/a.md", "fine\n");
    assertEquals("", waymark.run("check", "--format", "github").out());
    String junit = waymark.run("check", "--format", "junit").out();
    assertTrue(junit.contains("tests=\"2\" failures=\"0\""), junit);
  }

  @Test
  void strictMakesFailuresOfWarnings() {
    String junit = waymark.run("check", "--strict", "--format", "junit").out();
    assertTrue(junit.contains("tests=\"3\" failures=\"2\""), junit);
  }

  @Test
  void templatesAreFilesThatWereReadToo() throws IOException {
    waymark.file("site-templates/partials/footer.peb", "x");
    String junit = waymark.run("check", "--format", "junit").out();
    assertTrue(junit.contains("<testsuite name=\"site-templates/partials/footer.peb\""), junit);
  }

  @Test
  void filesAreNamedFromTheRootOfTheCheckoutWhereThatIsKnown() {
    waymark.variables.put("GITHUB_WORKSPACE", folder.getParent().toString());
    String below = folder.getFileName() + "/content/a.md";
    String commands = waymark.run("check", "--format", "github").out();
    assertTrue(commands.startsWith("::error file=" + below + ","), commands);
    String sarif = waymark.run("check", "--format", "sarif").out();
    assertTrue(sarif.contains("\"uri\": \"" + below + "\""), sarif);
    String json = waymark.run("check", "--format", "json").out();
    assertTrue(json.contains("\"file\": \"content/a.md\""), json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "github", "sarif", "junit"})
  void sameInputGivesTheSameBytes(String form) {
    String once = waymark.run("check", "--format", form, "--jobs", "1").out();
    assertEquals(once, waymark.run("check", "--format", form, "--jobs", "4").out());
  }

  @Test
  void explanationsAreTextOrJson() throws IOException {
    assertEquals(0, waymark.run("explain", "104", "--report", "r.txt").exitCode());
    assertEquals(waymark.run("explain", "104").out(), Files.readString(folder.resolve("r.txt")));
    assertEquals(0, waymark.run("explain", "104", "--report", "r.sarif").exitCode());
    assertEquals(
        waymark.run("explain", "104", "--format", "json").out(),
        Files.readString(folder.resolve("r.sarif")));
  }
}
