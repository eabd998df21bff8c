package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubReportTest {
  private static final CheckoutPaths HERE = new CheckoutPaths("");

  @Test
  void errorIsAnAnnotationAtItsPlace() {
    assertEquals(
        "::error file=content/mash.md,line=9,col=24,endLine=9,endColumn=55,title=WM104::this link"
            + " goes nowhere: there is no page at content/dutty.md%0Ahelp: did you mean duty.md"
            + " ?\n",
        commands(
            Diagnostic.of(Code.LINK_NO_PAGE, new Location("content/mash.md", 9, 24, 9, 55))
                .withDetail("there is no page at content/dutty.md")
                .withSuggestion("duty.md")));
  }

  @Test
  void warningWithoutHelpIsOneSentence() {
    assertEquals(
        "::warning file=a.md,line=1,col=1,endLine=1,endColumn=1,title=WM108::no other page links"
            + " here\n",
        commands(Diagnostic.of(Code.ORPHAN_PAGE, Location.startOf("a.md"))));
  }

  // GitHub refuses columns when the lines differ.
  @Test
  void rangeOfSeveralLinesHasNoColumns() {
    assertTrue(
        commands(Diagnostic.of(Code.RAW_HTML, new Location("a.md", 2, 5, 4, 3)))
            .startsWith("::warning file=a.md,line=2,endLine=4,title=WM301::"));
    assertTrue(
        commands(Diagnostic.of(Code.RAW_HTML, new Location("a.md", 2, 5, 4, 1)))
            .startsWith("::warning file=a.md,line=2,endLine=3,title=WM301::"));
  }

  @Test
  void marksOfTheFormAreEscaped() {
    assertEquals(
        "::error file=50%25%2C a%3Ab.md,line=1,col=1,endLine=1,endColumn=1,title=WM201::100%25: a,"
            + " b%0Ahelp: %250A stays\n",
        commands(
            Diagnostic.of(Code.YAML_SYNTAX, Location.startOf("50%, a:b.md"))
                .withMessage("100%: a, b")
                .withHelp("%0A stays")));
  }

  @Test
  void namesStartAtTheRootOfTheCheckout() {
    String commands =
        text(
            GithubReport.of(
                List.of(Diagnostic.of(Code.ORPHAN_PAGE, Location.startOf("content/a.md"))),
                new CheckoutPaths("docs/toolkit/")));
    assertTrue(commands.startsWith("::warning file=docs/toolkit/content/a.md,line=1,"), commands);
  }

  @Test
  void noTextBreaksOutOfItsCommand() {
    for (long seed = 0; seed < 500; seed++) {
      String hostile = HostileText.of(seed);
      String commands =
          commands(
              Diagnostic.of(Code.YAML_SYNTAX, Location.startOf(hostile))
                  .withMessage(hostile)
                  .withDetail(hostile)
                  .withHelp(hostile));
      String said = "seed " + seed + ": " + commands;
      assertEquals(1, commands.lines().count(), said);
      assertTrue(commands.chars().allMatch(c -> c == '\n' || c >= ' '), said);
      // Read as the runner reads it: properties to the first "::", each with one "=".
      String properties = commands.substring("::error ".length(), commands.indexOf("::", 2));
      String[] each = properties.split(",");
      assertEquals(6, each.length, said);
      assertEquals(
          PlainText.of(hostile),
          each[0]
              .substring("file=".length())
              .replace("%2C", ",")
              .replace("%3A", ":")
              .replace("%0A", "\n")
              .replace("%0D", "\r")
              .replace("%25", "%"),
          said);
    }
  }

  private static String commands(Diagnostic diagnostic) {
    return text(GithubReport.of(List.of(diagnostic), HERE));
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
