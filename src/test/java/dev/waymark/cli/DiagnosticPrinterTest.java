package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticPrinterTest {
  private static final String FILE = "content/parts/part-5/mash.md";

  private static final Diagnostic BROKEN =
      Diagnostic.of(Code.LINK_NO_PAGE, Location.onLine(FILE, 18, 24, 31))
          .withDetail("there is no page at content/parts/contacts/dutty-team.md")
          .withSuggestion("../contacts/duty-team.md");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void printsTheLineAndMarksTheRange(String lineEnd) {
    String text =
        lineEnd.repeat(17)
            + "Ring the [duty worker](../contacts/dutty-team.md#phone)."
            + lineEnd
            + "Then write it down."
            + lineEnd;
    assertEquals(
        """
        content/parts/part-5/mash.md:18:24: error WM104: this link goes nowhere
           18 | Ring the [duty worker](../contacts/dutty-team.md#phone).
              |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ there is no page at content/parts/contacts/dutty-team.md
              help: did you mean ../contacts/duty-team.md ?

        """,
        print(text, BROKEN));
  }

  @Test
  void printsTheLastLineWithoutLineEnd() {
    Diagnostic diagnostic = Diagnostic.of(Code.RAW_HTML, Location.onLine(FILE, 2, 1, 3));
    assertEquals(
        """
        content/parts/part-5/mash.md:2:1: warning WM301: HTML is shown as text
            2 | <b>
              | ^^^

        """,
        print("one\n<b>", diagnostic));
  }

  @Test
  void rangeOfSeveralLinesShowsTheFirst() {
    Diagnostic diagnostic =
        Diagnostic.of(Code.NESTING_TOO_DEEP, new Location(FILE, 2, 3, 4, 2))
            .withHelp("take some marks out");
    assertEquals(
        """
        content/parts/part-5/mash.md:2:3: error WM303: this Markdown is nested too deeply
            2 | > >> two
              |   ^^^^^^
              help: take some marks out

        """,
        print("one\n> >> two   \n> three\n> four", diagnostic));
  }

  @Test
  void wholeFileShowsNoLine() {
    Diagnostic diagnostic =
        Diagnostic.of(Code.FILE_TOO_LARGE, Location.startOf(FILE))
            .withDetail("it has 3,000,000 bytes; the most is 2,097,152")
            .withHelp("split it into several pages");
    assertEquals(
        """
        content/parts/part-5/mash.md:1:1: error WM002: this file is too large to be a page
              it has 3,000,000 bytes; the most is 2,097,152
              help: split it into several pages

        """,
        print("# Title\n", diagnostic));
  }

  @Test
  void withoutTheTextOfTheFileNoLineIsShown() {
    String printed =
        new DiagnosticPrinter(file -> Optional.empty(), Style.PLAIN).print(List.of(BROKEN));
    assertEquals(
        """
        content/parts/part-5/mash.md:18:24: error WM104: this link goes nowhere
              there is no page at content/parts/contacts/dutty-team.md
              help: did you mean ../contacts/duty-team.md ?

        """,
        printed);
  }

  @Test
  void lineThatTheFileDoesNotHaveIsNotShown() {
    assertEquals(
        """
        content/parts/part-5/mash.md:18:24: error WM104: this link goes nowhere
              there is no page at content/parts/contacts/dutty-team.md
              help: did you mean ../contacts/duty-team.md ?

        """,
        print("one line", BROKEN));
  }

  @Test
  void emptyLineEndsInNoSpace() {
    Diagnostic diagnostic = Diagnostic.of(Code.FRONT_MATTER_OPEN, new Location(FILE, 2, 1, 2, 1));
    assertEquals(
        """
        content/parts/part-5/mash.md:2:1: error WM208: the front matter is not closed
            2 |
              | ^

        """,
        print("---\n\n", diagnostic));
  }

  @Test
  void everyLineNumberHasRoom() {
    Diagnostic diagnostic =
        Diagnostic.of(Code.RAW_HTML, Location.onLine(FILE, 1_234_567, 1, 1)).withHelp("mend it");
    assertEquals(
        """
        content/parts/part-5/mash.md:1234567:1: warning WM301: HTML is shown as text
        1234567 | <
                | ^
              help: mend it

        """,
        print("\n".repeat(1_234_566) + "<", diagnostic));
  }

  @Test
  void coloursMarkSeverityCaretsAndHelp() {
    String printed =
        new DiagnosticPrinter(file -> Optional.of("<b>"), Style.COLOURS)
            .print(
                List.of(
                    Diagnostic.of(Code.RAW_HTML, Location.onLine(FILE, 1, 1, 3))
                        .withHelp("mend it")));
    assertEquals(
        """
        content/parts/part-5/mash.md:1:1: {warning WM301}: HTML is shown as text
            1 | <b>
              | {^^^}
              [help:] mend it

        """,
        printed
            .replace("\u001b[1;33m", "{")
            .replace("\u001b[1m", "[")
            .replaceFirst("\u001b\\[0m", "}")
            .replaceFirst("\u001b\\[0m", "}")
            .replace("\u001b[0m", "]"));
  }

  @Test
  void whatSteersATerminalIsShownInstead() {
    Diagnostic diagnostic =
        Diagnostic.of(Code.LINK_NO_PAGE, Location.startOf("content/\u001b[2J.md"))
            .withDetail("there is no page at a\nb\u202e.md")
            .withHelp("one\n\n  two");
    assertEquals(
        """
        content/␛[2J.md:1:1: error WM104: this link goes nowhere
              there is no page at a b�.md
              help: one two

        """,
        print("", diagnostic));
  }

  @Test
  void twentyOfAKindInAFileArePrintedAndTheRestIsCounted() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    diagnostics.addAll(
        Collections.nCopies(21, Diagnostic.of(Code.RAW_HTML, Location.startOf("content/a.md"))));
    diagnostics.add(Diagnostic.of(Code.LINK_NO_PAGE, Location.startOf("content/a.md")));
    diagnostics.addAll(
        Collections.nCopies(20, Diagnostic.of(Code.RAW_HTML, Location.startOf("content/b.md"))));
    diagnostics.addAll(
        Collections.nCopies(
            120, Diagnostic.of(Code.LINK_NO_PAGE, Location.startOf("content/c.md"))));

    String printed =
        new DiagnosticPrinter(file -> Optional.empty(), Style.PLAIN).print(diagnostics);

    assertEquals(
        "content/a.md:1:1: warning WM301: HTML is shown as text\n\n".repeat(20)
            + "content/a.md:1:1: error WM104: this link goes nowhere\n\n"
            + "content/a.md: 1 more of warning WM301: HTML is shown as text\n\n"
            + "content/b.md:1:1: warning WM301: HTML is shown as text\n\n".repeat(20)
            + "content/c.md:1:1: error WM104: this link goes nowhere\n\n".repeat(20)
            + "content/c.md: 100 more of error WM104: this link goes nowhere\n\n",
        printed);
  }

  private static String print(String text, Diagnostic diagnostic) {
    return new DiagnosticPrinter(
            file ->
                file.equals(diagnostic.location().file()) ? Optional.of(text) : Optional.empty(),
            Style.PLAIN)
        .print(List.of(diagnostic));
  }
}
