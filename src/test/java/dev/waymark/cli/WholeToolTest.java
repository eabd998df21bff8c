package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.external.HttpTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as users have it, with the real build and the real disk. */
class WholeToolTest {
  @TempDir Path folder;

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs the program within {@code folder}, as from a shell there. */
  static TestRun.Result run(Path folder, String... arguments) {
    return run(folder, HttpTransport::new, arguments);
  }

  static TestRun.Result run(Path folder, ExternalLinks.Transports transports, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            Map.of(),
            folder,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            false,
            false);
    int exitCode = Program.in(environment, transports).run(List.of(arguments));
    return new TestRun.Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void reportsCountFlowchartsAmongTheFiles() throws IOException {
    file("content/index.md", "# Kit\n\n![Way](flowcharts/way.yaml)\n");
    file(
        "content/flowcharts/way.yaml",
        """
        title: Which way
        start: ask
        nodes:
          ask:
            question: Left or right?
            options:
              - { label: Left, to: nowhere-known }
              - { label: Right, to: end }
          end:
            outcome: Arrived
            severity: stop
        """);
    file(
        "content/flowcharts/fine.yaml",
        """
        title: Fine
        start: end
        nodes:
          end:
            outcome: Arrived
            severity: stop
            cites: [p1]
        """);
    file("content/p1.md", "---\nkind: principle\nstatement: Be kind.\n---\n# Kindness\n");
    file("content/form.pdf", "%PDF");
    TestRun.Result junit = run(folder, "check", "--format", "junit", "--report", "r.sarif");
    assertEquals("Checked 4 pages. 1 error, 1 warning.\n", junit.err());
    String chart = "content/flowcharts/way.yaml";
    assertEquals(
        List.of(
            "<testsuites name='waymark' tests='5' failures='1' errors='0' skipped='0' time='0'>",
            suite("content/flowcharts/fine.yaml", 1, 0),
            suite(chart, 2, 1),
            suite("content/index.md", 1, 0),
            suite("content/p1.md", 1, 0)),
        junit
            .out()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("<testsuite"))
            .map(line -> line.replace('"', '\''))
            .toList());
    String sarif = Files.readString(folder.resolve("r.sarif"));
    assertEquals(2, sarif.lines().filter(line -> line.contains("\"uri\": \"" + chart)).count());
    List<String> commands = run(folder, "check", "--format", "github").out().lines().toList();
    assertEquals(2, commands.size());
    assertTrue(
        commands.getFirst().startsWith("::error file=" + chart + ",line=7,"), commands::toString);
  }

  private static String suite(String file, int tests, int failures) {
    return "<testsuite name='%s' tests='%d' failures='%d' errors='0' skipped='0' time='0'>"
        .formatted(file, tests, failures);
  }

  // What stands in site.yaml, what in a page, and the exit code without and with --strict.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: Fine                 | fine           | 0 | 0
          title: [wrong form]         | fine           | 2 | 2
          title: "not closed          | fine           | 2 | 2
          navigation: [nowhere.md]    | fine           | 2 | 2
          titel: a warning            | fine           | 0 | 1
          title: Fine                 | [x](broken.md) | 1 | 1
          title: [wrong form]         | [x](broken.md) | 2 | 2
          titel: a warning            | [x](broken.md) | 1 | 1
          """)
  void errorsInTheSettingsAreNotErrorsInTheContent(
      String settings, String page, int exitCode, int strict) throws IOException {
    file("content/site.yaml", settings + "\n");
    file("content/index.md", page + "\n");
    for (String command : List.of("check", "build")) {
      TestRun.Result result = run(folder, command);
      assertEquals(exitCode, result.exitCode(), result::out);
      assertEquals(strict, run(folder, command, "--strict").exitCode());
    }
    assertTrue(
        Files.exists(folder.resolve("public/index.html")), "the site is written all the same");
    assertEquals(
        exitCode, run(folder.resolve("content"), "check", "-c", ".").exitCode(), "in the folder");
  }

  @Test
  void settingsThatAreNoTextAreWrongSettings() throws IOException {
    file("content/index.md", "# Home\n");
    Files.write(folder.resolve("content/site.yaml"), new byte[] {'a', (byte) 0xe9});
    TestRun.Result result = run(folder, "check");
    assertEquals(2, result.exitCode());
    assertTrue(result.out().startsWith("content/site.yaml:1:1: error WM001"), result.out());
  }

  @Test
  void aFileOfThisNameInAFolderBelowHoldsNoSettings() throws IOException {
    file("content/index.md", "# Home\n[x](broken.md)\n");
    file("content/below/site.yaml", "title: [1]\n");
    assertEquals(1, run(folder, "check").exitCode());
  }

  @ParameterizedTest
  @CsvSource({"out/mine, out/mine", "./out//mine/, out/mine", "../elsewhere, ../elsewhere"})
  void aForeignFolderIsNamedAsTheUserNamedIt(String given, String named) throws IOException {
    folder = Files.createDirectory(folder.resolve("work"));
    file("content/index.md", "# Home\n");
    file(named + "/thesis.txt", "mine");
    TestRun.Result result = run(folder, "build", "-o", given);
    assertEquals(2, result.exitCode());
    assertEquals(
        "waymark: "
            + named
            + " is not empty, and Waymark did not make what is in it, such as thesis.txt: choose"
            + " another folder, or empty this one\n",
        result.err());
  }

  @Test
  void aForeignFileInTheWayIsNamedAsTheUserKnowsIt() throws IOException {
    file("content/index.md", "# Home\n");
    assertEquals(0, run(folder, "build").exitCode());
    file("content/later.md", "# Later\n");
    file("public/later.html", "mine");
    TestRun.Result result = run(folder, "build");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().startsWith("waymark: public/later.html stands where"), result.err());
    assertFalse(result.err().contains(folder.toString()), result.err());
  }

  @Test
  void archiveIsPackedOnlyWhenTheSiteIsWritten() throws IOException {
    file("content/site.yaml", "title: Field guide\n");
    file("content/index.md", "# Home\n[x](broken.md)\n");
    TestRun.Result held = run(folder, "build", "--zip", "out/kit.zip", "--only-if-clean");
    assertEquals(1, held.exitCode());
    assertFalse(Files.exists(folder.resolve("out")));
    TestRun.Result built = run(folder, "build", "--zip", "out/kit.zip");
    assertEquals(1, built.exitCode());
    assertTrue(
        built
            .err()
            .matches(
                "(?s).*\nPacked it into out/kit.zip, [0-9.]+ MB. It unpacks to the folder"
                    + " field-guide.\n"),
        built.err());
    try (ZipFile zip = new ZipFile(folder.resolve("out/kit.zip").toFile())) {
      for (String path : List.of("index.html", "manifest.json", "search/entry.js")) {
        assertArrayEquals(
            Files.readAllBytes(folder.resolve("public").resolve(path)),
            zip.getInputStream(zip.getEntry("field-guide/" + path)).readAllBytes());
      }
    }
  }

  @Test
  void archiveHasAPlaceOfItsOwn() throws IOException {
    file("content/index.md", "# Home\n");
    file("mine.zip", "mine");
    assertUsage("mine.zip is not an archive that Waymark made", "--zip", "mine.zip");
    assertUsage("the zip cannot stand in 'public'", "--zip", "public/kit.zip");
    assertUsage("--report and --zip name one file", "--zip", "x.zip", "--report", "./x.zip");
    assertFalse(Files.exists(folder.resolve("public")), "told before any work");
    TestRun.Result blocked = run(folder, "build", "--zip", "mine.zip/kit.zip");
    assertEquals(3, blocked.exitCode());
    assertTrue(blocked.err().contains("waymark: cannot write mine.zip/kit.zip"), blocked.err());
  }

  private void assertUsage(String message, String... options) {
    List<String> arguments = new ArrayList<>(List.of("build"));
    arguments.addAll(List.of(options));
    TestRun.Result result = run(folder, arguments.toArray(String[]::new));
    assertEquals(2, result.exitCode());
    assertTrue(result.err().startsWith("waymark: " + message), result.err());
  }

  @Test
  void archiveOfTheBuildBeforeIsNoContent() throws IOException {
    file("index.md", "# Home\n");
    String[] build = {"build", "-c", ".", "-o", "public", "--zip", "kit.zip"};
    assertEquals(0, run(folder, build).exitCode());
    byte[] first = Files.readAllBytes(folder.resolve("kit.zip"));
    assertEquals(0, run(folder, build).exitCode());
    assertArrayEquals(first, Files.readAllBytes(folder.resolve("kit.zip")));
  }

  @Test
  void pdfReplacesItsOwnAndNothingElse() throws IOException {
    file("content/index.md", "# Home\n");
    file("mine.pdf", "%PDF-1.7 mine");
    assertUsage("mine.pdf is not a PDF that Waymark made", "--pdf", "mine.pdf");
    assertUsage("the pdf cannot stand in 'public'", "--pdf", "public/kit.pdf");
    assertUsage("--zip and --pdf name one file", "--zip", "x", "--pdf", "./x");
    assertEquals(3, run(folder, "build", "--pdf", "mine.pdf/kit.pdf").exitCode());
    TestRun.Result built = run(folder, "build", "--pdf", "kit.pdf");
    assertEquals(0, built.exitCode());
    assertTrue(built.err().matches("(?s).*\nSet it as kit.pdf, [0-9.]+ MB.\n"), built.err());
    byte[] first = Files.readAllBytes(folder.resolve("kit.pdf"));
    assertTrue(new String(first, 0, 8, StandardCharsets.US_ASCII).startsWith("%PDF-1."));
    assertEquals(0, run(folder, "build", "--pdf", "kit.pdf").exitCode());
    assertArrayEquals(first, Files.readAllBytes(folder.resolve("kit.pdf")));
  }
}
