package dev.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Location;
import dev.waymark.link.LinkReference;
import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.internal.util.Escaping;
import org.commonmark.testutil.example.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and columns: 1-based, in UTF-16 units, the same whatever ends a line. */
final class PositionsTest {
  /** Pieces that a generated document is put together from, around links and in them. */
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\n\n",
          "> ",
          ">",
          "- ",
          "1. ",
          "\t",
          "  ",
          "    ",
          "| ",
          " | ",
          "|-|-|\n",
          "\\|",
          "\uD83D\uDE00",
          "\u00e9",
          "*",
          "**",
          "_",
          "~~",
          "`",
          "[",
          "]",
          "(",
          ")",
          "<",
          ">",
          "\\",
          "&amp;",
          "word ",
          "# ",
          "## ",
          "[^n]",
          "\n\n[^n]: note ",
          "\n\n[ref]: <to here.md> 'T'\n",
          "\n\n[other]:\n  there.md\n\n",
          "[ref]",
          "[x][other]",
          "![x][ref]",
          "[[p3]]",
          "[[p3|words]]",
          "[[p3\\|words]]",
          "[a](b.md)",
          "[a]( <b c.md>\n\"t\")",
          "[a](\nb\\_c.md)",
          "![i](p.png){width=5%}",
          "[![i](p.png)](b(c).md)",
          "<https://a.b/c>",
          "<x@y.z>",
          "https://a.b/?q=1 ",
          "https://a.b/?q=1&amp;r ",
          "x@y.zz ",
          "<b>",
          "</b>",
          "<!-- c -->",
          "| h | h |\n|-|-|\n",
          "| [a](b.md) | \\| [c](d.md) |\n",
          "[a](e&amp;f.md)",
          "[a `](x` b](c.md)");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linkIsWhereItsDestinationIs(String end) {
    assertEquals(List.of("1:13 b.md", "3:5 c.md"), links("A line [to](b.md).\n\n[x](c.md)\n", end));
    assertEquals(List.of("2:3 b.md"), links("[a](\n  b.md\n  \"t\")\n", end));
    assertEquals(List.of("1:8 b c.md"), links("x [a](<b c.md> 't')\n", end));
    assertEquals(List.of("2:3 c.md"), links("> [a](\n> c.md)\n", end));
    assertEquals(List.of("1:5 b\\_c.md"), links("[a](b\\_c.md)\n", end));
    assertEquals(List.of("1:5 b(c).md"), links("[a](b(c).md)\n", end));
    assertEquals(List.of("1:13 c.md"), links("[a `](x` b](c.md)\n", end));
    assertEquals(List.of("1:5 "), links("[a]()\n", end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linkIsFoundInBlocks(String end) {
    assertEquals(
        List.of("1:7 b.md", "3:10 d.md"), links("- [a](b.md)\n  1. x\n     [c](d.md)\n", end));
    assertEquals(List.of("1:7 b.md"), links("-\t[a](b.md)\n", end));
    assertEquals(List.of("1:13 b.md"), links("> - [ ] [a](b.md)\n", end));
    assertEquals(List.of("2:7 b.md"), links("> [!NOTE]\n> [a](b.md)\n", end));
    assertEquals(List.of("3:11 b.md"), links("[^1]\n\n[^1]: [a](b.md)\n", end));
    assertEquals(
        List.of("3:7 b.md", "3:19 d.md"),
        links("| h | h |\n|-|-|\n| [a](b.md) | [c](d.md) |", end));
    assertEquals(List.of("3:8 b.md"), links("# T\n\n## [a](b.md)\n", end));
    assertEquals(List.of("1:7 b.md"), links("# [a](b.md)\n", end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void imageIsWhereItsFileIs(String end) {
    assertEquals(List.of("1:7 a.png"), links("x![i](a.png){width=4}\n", end));
    assertEquals(List.of("1:15 c.md", "1:7 b.png"), links("[![a](b.png)](c.md)\n", end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linkByIdIsTheWholeOfIt(String end) {
    assertEquals(
        List.of("2:3 [[p3]]", "2:10 [[p3|w]]", "2:19 [[ p4 ]]"),
        links("x\nx [[p3]] [[p3|w]] [[ p4 ]]\n", end));
    assertEquals(
        List.of("1:2 [[p3\\|x]]", "3:2 [[p3\\|y z]]", "3:14 [[q]]"),
        links("|[[p3\\|x]]|\n|-|\n|[[p3\\|y z]] [[q]]|\n", end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void referenceLinkIsWhereItIsDefined(String end) {
    assertEquals(List.of("3:6 b.md", "3:6 b.md"), links("[r] ![x][r]\n\n[r]: b.md 'T'\n", end));
    assertEquals(List.of("4:4 b c.md"), links("[r]\n\n[r]:\n  <b c.md>\n", end));
    assertEquals(List.of("3:8 b.md"), links("[r]\n\n> [r]: b.md\n", end));
  }

  @Test
  void bareAddressIsWithoutBrackets() {
    assertEquals(List.of("1:10 https://q.r/s"), links("&lt;\\* x https://q.r/s\n", "\n"));
    assertEquals(
        List.of("1:2 https://a.b/c", "1:18 x@y.z", "1:25 https://q.r/s", "1:39 www.a.b"),
        links("<https://a.b/c> <x@y.z> https://q.r/s www.a.b\n", "\n"));
  }

  @Test
  void columnsCountUtf16Units() {
    assertEquals(
        List.of("1:8 b.md", "1:14 [[p3]]"), links("\uD83D\uDE00 [a](b.md) [[p3]]\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void headingIsItsLines(String end) {
    MarkdownDocument document = check("a\n\n## One *two*\n\n> three\n> ---\n", end).value();
    assertEquals(
        List.of("3:1 to 3:13", "5:3 to 6:6"),
        document.headings().stream().map(heading -> range(heading.location())).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void problemIsWhereItIs(String end) {
    Checked<?> read =
        check("a <b>x</b>\n\n<div>\n\n![i](p.png){width=5%}\n\n> a <!-- c --> <i>\n", end);
    assertEquals(
        List.of("1:3 to 1:6", "3:1 to 3:6", "5:12 to 5:22", "7:16 to 7:19"),
        read.diagnostics().stream().map(each -> range(each.location())).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void guardPointsAtWhatItMeans(String end) {
    assertEquals(List.of("3:3"), Reading.places(check("a\n\nb " + "_".repeat(600), end)));
    assertEquals(
        List.of("4:1"),
        Reading.places(
            check("a\n\n" + "a|".repeat(900) + "\n" + "-|".repeat(900) + "\na".repeat(99), end)));
    assertEquals(List.of("3:3"), Reading.places(check("a\n\n> " + "[a](b) ".repeat(3_000), end)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesOfFrontMatterCount(String end) {
    String text = "---\ntitle: T\nowner: x\n---\n\nSee [a](b.md).\n".replace("\n", end);
    SourceFile.Text file =
        new SourceFile.Text(
            new SourcePath("page.md"), new SourceText("page.md", 1, text), Path.of("page.md"));
    Page page =
        new PageReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()))
            .read(file)
            .value();
    assertEquals(
        List.of("6:9 to 6:13"),
        page.document().links().stream().map(link -> range(link.location())).toList());
  }

  @Test
  void everyDestinationOfTheSpecificationIsWhereItsLinkSays() {
    int links = 0;
    for (Example example : SpecTest.examples()) {
      links += checkLinks(example.getSource(), example.toString());
    }
    // Of 652 examples, these many links and images.
    assertEquals(true, links > 150, () -> "only few links");
  }

  @Test
  void everyDestinationOfAGeneratedTextIsWhereItsLinkSays() {
    int links = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 2 + random.nextInt(30); i > 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      links += checkLinks(text.toString(), "seed " + seed + ": " + text);
    }
    assertEquals(true, links > 3_000, "few links: the generator has lost its force");
  }

  /** Checks all links of a text and gives how many there are. */
  private static int checkLinks(String text, String about) {
    Checked<MarkdownDocument> read = check(text, "\n");
    for (LinkReference link : read.value().links()) {
      String written = textAt(link.location(), text);
      String destination = Escaping.unescapeString(written);
      boolean same =
          link.kind() == LinkReference.Kind.ID
              ? written.startsWith("[[")
                  && written.endsWith("]]")
                  && written.contains(link.destination())
              : destination.equals(link.destination())
                  || written.equals(link.destination())
                  || ("mailto:" + destination).equals(link.destination())
                  || ("http://" + destination).equals(link.destination())
                  || isBareWithEscape(link, text);
      assertEquals(true, same, () -> about + "\n" + link + "\nis at: " + written);
    }
    for (String end : List.of("\r\n", "\r")) {
      Checked<MarkdownDocument> other = check(text, end);
      assertEquals(places(read), places(other), about);
    }
    return read.value().links().size();
  }

  /** Of an address in running text that holds an escape itself, only the line is known. */
  private static boolean isBareWithEscape(LinkReference link, String text) {
    String line = text.split("\n", -1)[link.location().line() - 1];
    return link.destination().endsWith(link.label())
        && !line.contains(link.label())
        && (line.contains("\\") || line.contains("&"));
  }

  private static List<String> places(Checked<MarkdownDocument> read) {
    List<String> places = new ArrayList<>();
    read.value().links().forEach(link -> places.add(range(link.location())));
    read.value().headings().forEach(heading -> places.add(range(heading.location())));
    read.diagnostics().forEach(each -> places.add(each.code() + range(each.location())));
    return places;
  }

  private static Checked<MarkdownDocument> check(String text, String end) {
    return Reading.check(text.replace("\n", end));
  }

  /** Line, column and text of each link. */
  private static List<String> links(String text, String end) {
    return check(text, end).value().links().stream()
        .map(link -> {
          Location at = link.location();
          return at.line() + ":" + at.column() + " " + textAt(at, text);
        })
        .toList();
  }

  private static String textAt(Location location, String text) {
    assertEquals(location.line(), location.endLine(), location::toString);
    String line = text.split("\n", -1)[location.line() - 1];
    return line.substring(location.column() - 1, location.endColumn() - 1);
  }

  private static String range(Location location) {
    return location.line()
        + ":"
        + location.column()
        + " to "
        + location.endLine()
        + ":"
        + location.endColumn();
  }
}
