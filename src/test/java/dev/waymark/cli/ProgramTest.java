package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments, exit codes and what is said when something stops the program. */
class ProgramTest {
  @TempDir Path folder;
  private TestRun waymark;

  @BeforeEach
  void start() throws IOException {
    waymark = new TestRun(folder).file("content/index.md", "# Hello\n");
  }

  @Test
  void withoutCommandShowsHelpOnStandardError() {
    TestRun.Result result = waymark.run();
    assertEquals(2, result.exitCode());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("Usage: waymark COMMAND"), result.err());
    for (String command :
        new String[] {"build", "check", "new", "move", "impact", "schema", "explain"}) {
      assertTrue(result.err().contains("\n  " + command + " "), result.err());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "build --help",
        "check -h",
        "new -h",
        "explain --help",
        "--help build"
      })
  void helpIsDataWhenAskedFor(String arguments) {
    TestRun.Result result = waymark.run(arguments.split(" "));
    assertEquals(0, result.exitCode());
    assertTrue(result.out().startsWith("Usage: waymark"), result.out());
    assertEquals("", result.err());
    assertTrue(waymark.events.isEmpty());
  }

  @Test
  void helpOfBuildNamesEveryFlag() {
    String help = waymark.run("build", "--help").out();
    for (String flag :
        new String[] {
          "-c, --content",
          "-t, --templates",
          "-o, --output",
          "--strict",
          "--as-of",
          "--drafts",
          "--jobs",
          "--only-if-clean",
          "--base-url",
          "--keep-previous",
          "--report",
          "--report-format",
          "--format",
          "-q, --quiet",
          "-v, --verbose",
          "--no-color",
          "--version"
        }) {
      assertTrue(help.contains(flag), flag);
    }
    String flowing = help.replaceAll("\\s+", " ");
    assertTrue(flowing.contains("text (default), json, github, sarif or junit."), help);
    assertTrue(flowing.contains("Problems go to standard output"), help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--version", "-V", "build --version", "check --version", "explain --version"})
  void versionNamesTheJdk(String arguments) {
    TestRun.Result result = waymark.run(arguments.split(" "));
    assertEquals(0, result.exitCode());
    assertTrue(result.out().matches("waymark \\S+ \\(JDK [0-9.]+(\\+[0-9]+)?\\)\n"), result.out());
    assertTrue(result.out().contains("JDK " + Runtime.version().feature()), result.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "build --stric | waymark build has no option --stric | did you mean --strict ?",
        "build --contnet=x | waymark build has no option --contnet | did you mean --content ?",
        "check --fromat json | waymark check has no option --fromat | did you mean --format ?",
        "build --no-colour | waymark build has no option --no-colour | did you mean --no-color ?",
        "explain --repotr x | waymark explain has no option --repotr | did you mean --report ?",
        "--qiet check | waymark has no option --qiet | did you mean --quiet ?",
        "check --only-if-clean | waymark check has no option --only-if-clean | 'waymark check"
            + " --help' lists what there is",
        "-c x build | waymark has no option -c | it goes behind the command: waymark build -c",
        "bulid | there is no command 'bulid' | did you mean build ?",
        "chekc -q | there is no command 'chekc' | did you mean check ?",
        "frobnicate | there is no command 'frobnicate' | 'waymark --help' lists what there is",
        "build docs | waymark build does not know what to do with 'docs' | the folder to read is"
            + " given as -c docs",
        "explain 1 2 | waymark explain does not know what to do with '2' | 'waymark explain --help'"
            + " lists what there is",
        "build -c | --content needs a value | write --content DIR",
        "build --content --strict | --content needs a value | write --content DIR",
        "check -c a -c b | --content is given twice | leave one of them out",
        "check --format yaml | --format knows no 'yaml' | it is text, json, github, sarif or junit",
        "check --format githbu | --format knows no 'githbu' | did you mean github ?",
        "check --report r --report-format xml | --report-format knows no 'xml' | it is text, json,"
            + " github, sarif or junit",
        "check --report-format sarif | --report-format is given, but no file to write | name the"
            + " file: --report FILE",
        "explain --format sarif | --format knows no 'sarif' | it is text or json",
        "new | waymark new needs to know what to write, and where to | write waymark new page"
            + " parts/asking-for-consent; beside page there are principle, excerpt and flowchart",
        "new page | waymark new needs to know what to write, and where to | write waymark new page"
            + " parts/asking-for-consent; beside page there are principle, excerpt and flowchart",
        "new princple x | waymark new knows no 'princple' | did you mean principle ?",
        "new banana x | waymark new knows no 'banana' | it is page, principle, excerpt or"
            + " flowchart",
        "new page asking for consent | waymark new takes one path, and does not know what to do"
            + " with 'for' | a path with spaces goes between quotation marks",
        "new page x --format sarif | --format knows no 'sarif' | it is text or json",
        "check --format jsno | --format knows no 'jsno' | did you mean json ?",
        "check --as-of 2026-02-31 | --as-of: '2026-02-31' is not a date | write it as 2026-11-22",
        "check --as-of tomorrow | --as-of: 'tomorrow' is not a date | write it as 2026-11-22",
        "check --jobs 0 | --jobs: '0' is not a number of threads | give a whole number from 1 up,"
            + " or leave it out",
        "serve --port 65536 | --port: '65536' is not the number of a port | give a number up to"
            + " 65535, or 0 for any that is free",
        "serve --prot 0 | waymark serve has no option --prot | did you mean --port ?",
        "serve content | waymark serve does not know what to do with 'content' | the folder to read"
            + " is given as -c content",
        "--format json serve | --format knows no 'json' | it is text",
        "sreve | there is no command 'sreve' | did you mean serve ?",
        "check --jobs many | --jobs: 'many' is not a number of threads | give a whole number from 1"
            + " up, or leave it out",
        "build --base-url example.org | --base-url: 'example.org' is not the address of a site |"
            + " write it as https://example.org/toolkit/",
        "build --base-url ftp://example.org | --base-url: 'ftp://example.org' is not the address of"
            + " a site | write it as https://example.org/toolkit/",
        "build --base-url https://example.org/?x=1 | --base-url: 'https://example.org/?x=1' is not"
            + " the address of a site | write it as https://example.org/toolkit/",
        "check -c nowhere | there is no folder 'nowhere' to read | name the folder of your"
            + " Markdown: -c DIR",
        "check -c content/index.md | there is no folder 'content/index.md' to read | name the"
            + " folder of your Markdown: -c DIR",
        "check -t nowhere | there is no folder 'nowhere' with templates | leave -t out to use the"
            + " templates that come with Waymark",
        "build -o content | 'content' cannot be read and written at once | give another folder to"
            + " write: -o DIR",
        "build -o site --report site/r.json | the report cannot stand in 'site', which is for the"
            + " site alone | give --report a place beside it",
      })
  void wrongUsageIsSaidInOneSentenceWithTheWayOut(String arguments, String message, String help) {
    TestRun.Result result = waymark.run(arguments.split(" "));
    assertEquals("waymark: %s\n  help: %s\n".formatted(message, help), result.err());
    assertEquals(2, result.exitCode());
    assertEquals("", result.out());
    assertFalse(waymark.events.contains("publish"));
  }

  @Test
  void emptyFolderNameIsRefused() {
    assertEquals(2, waymark.run("check", "-c", "").exitCode());
  }

  @Test
  void argumentThatStartsWithAtIsNoFileOfArguments() throws IOException {
    waymark.file("@docs/index.md", "# Hello\n");
    assertEquals(0, waymark.run("check", "-c", "@docs").exitCode());
  }

  @Test
  void foreignOutputFolderIsRefusedBeforeTheBuild() {
    waymark.refusal = "the folder 'public' was not made by Waymark";
    TestRun.Result result = waymark.run("build");
    assertEquals(2, result.exitCode());
    assertEquals("waymark: the folder 'public' was not made by Waymark\n", result.err());
    assertFalse(waymark.events.contains("build"));
  }

  @Test
  void failureOfTheDiskIsThree() {
    waymark.publishFailure =
        new FileSystemException("/public/index.html", null, "No space left on device");
    TestRun.Result result = waymark.run("build");
    assertEquals(3, result.exitCode());
    assertEquals("waymark: /public/index.html: No space left on device\n", result.err());
  }

  @Test
  void failureOfTheDiskDoesNotHideWhatIsWrongInTheContent() throws IOException {
    waymark.file("content/a.md", "BROKEN");
    waymark.publishFailure = new AccessDeniedException("/public/a.html");
    TestRun.Result result = waymark.run("build");
    assertEquals(3, result.exitCode());
    assertTrue(result.out().startsWith("content/a.md:1:1: error WM104"), result.out());
    assertEquals("waymark: there is no permission for /public/a.html\n", result.err());
  }

  @Test
  void uncheckedFailureOfTheDiskIsThree() {
    waymark.buildFailure = new UncheckedIOException(new IOException("the drive is gone"));
    TestRun.Result result = waymark.run("build");
    assertEquals(3, result.exitCode());
    assertEquals("waymark: the drive is gone\n", result.err());
  }

  @Test
  void reportThatCannotBeWrittenIsThree() throws IOException {
    waymark.file("taken", "");
    assertEquals(3, waymark.run("check", "--report", "taken/report.json").exitCode());
  }

  @Test
  void mistakeInWaymarkIsFourAndSaysWhatToReport() {
    waymark.buildFailure = failure();
    TestRun.Result result = waymark.run("build");
    assertEquals(4, result.exitCode());
    assertEquals("", result.out());
    assertEquals(
        """
        waymark: this is a mistake in Waymark, not in your content; please report it with this line: \
        java.lang.IllegalStateException, at dev.waymark.Place.where(Place.java:7), in VERSION
          help: the same command with -v says more
        """
            .replace("VERSION", Version.line()),
        result.err());
  }

  @Test
  void mistakeInWaymarkShowsItsTraceWhenAskedTo() {
    waymark.buildFailure = failure();
    TestRun.Result result = waymark.run("build", "-v");
    assertEquals(4, result.exitCode());
    assertTrue(result.err().contains("please report it with this line"), result.err());
    assertTrue(
        result.err().contains("IllegalStateException: a secret\n\tat dev.waymark.Place.where"),
        result.err());
  }

  @Test
  void endlessRecursionIsAMistakeInWaymark() {
    waymark.buildFailure = new StackOverflowError();
    assertEquals(4, waymark.run("build").exitCode());
  }

  @Test
  void tooLittleMemoryIsSaidAsSuch() {
    waymark.buildFailure = new OutOfMemoryError();
    TestRun.Result result = waymark.run("build");
    assertEquals(4, result.exitCode());
    assertTrue(result.err().contains("WAYMARK_JAVA_OPTS"), result.err());
  }

  @Test
  void standardOutputThatCannotBeWrittenIsThree() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Environment environment =
        new Environment(
            Map.of(),
            folder,
            new PrintStream(full),
            new PrintStream(OutputStream.nullOutputStream()),
            false,
            false);
    assertEquals(3, waymark.run(environment, "check", "--format", "json"));
  }

  private static RuntimeException failure() {
    RuntimeException failure = new IllegalStateException("a secret");
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("dev.waymark.Place", "where", "Place.java", 7)
        });
    return failure;
  }
}
