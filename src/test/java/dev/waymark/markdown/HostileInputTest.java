package dev.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No text makes the reader work, or its HTML grow, out of all proportion. */
final class HostileInputTest {
  /** Far more than any of them needs; a quadratic one of this size needs minutes. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final int SIZE = 100_000;

  private static final Set<Code> GUARDS =
      EnumSet.of(
          Code.REFERENCE_EXPANSION,
          Code.NESTING_TOO_DEEP,
          Code.DELIMITER_RUN,
          Code.SPARSE_TABLE,
          Code.FOOTNOTE_EXPANSION,
          Code.CROWDED_PARAGRAPH);

  /** Each is written again and again, to {@link #SIZE} characters. */
  private static final List<String> REPEATED =
      List.of(
          "*",
          "_",
          "~",
          "**",
          "__",
          "~~",
          "*_",
          "_*",
          "**_",
          "[",
          "![",
          "[[",
          "(",
          "]",
          "]]",
          "](",
          "](b)",
          "((((",
          "`",
          "<",
          "!",
          "&",
          "\\",
          "{",
          "#",
          "|",
          "^",
          ":",
          "@",
          "* ",
          "*a ",
          "*a",
          "a*",
          "_a ",
          "~a ",
          "~~a ",
          "a~~ ",
          "a **b",
          "**a *b ",
          "a **b c* ",
          "*a_ ",
          "*a _b ",
          "*a~b ",
          "*a**b",
          "a***b**c*",
          "~a~~b",
          "*a*b",
          "[a](",
          "[a][",
          "[a](b ",
          "[a](<b",
          "![a](",
          "[a](b \"",
          "[a](b 'c ",
          "[a](b (c ",
          "[a](b \"c",
          "[a]((",
          "[a]",
          "[a] ",
          "![a ",
          "![a] ",
          "[a](b)",
          "![a](b)",
          "[![a](b)](c)",
          "[a *b](c) d* ",
          "[a][b] ",
          "[a]: b\n",
          "[a]: b\n[a]\n\n",
          "[a]: b \"c\n",
          "[a]:\n",
          "[a]: <b\n",
          "[[a",
          "[[a|",
          "[[a]",
          "[[a]]",
          "[[a|b]] ",
          "![[a",
          "![[a]]",
          "[^a]",
          "[^a] ",
          "[^",
          "[^a]: b\n",
          "[^a]: [^a]\n",
          "`a``b",
          "``` ",
          "*a `",
          "`a* ",
          "```\n",
          "~~~\n",
          "```\na\n```\n",
          "<a ",
          "<a href=\"",
          "a <b c='",
          "a <!-- ",
          "<!--",
          "a <? ",
          "<?",
          "<!A",
          "a <![CDATA[ ",
          "<div>\n",
          "<div>\n\n",
          "<b>",
          "<b>a</b>",
          "</b>",
          "<br>",
          "<http://a.b>",
          "<http:a ",
          "<a@b.c>",
          "http://a.b ",
          "http://",
          "http://a",
          "www.a.b ",
          "a@b.cd ",
          "a@",
          "a@b.c@d.e@",
          "a.a@",
          "a:",
          "a://",
          "![a](b){",
          "![a](b){width=1",
          "![a](b){width=1} ",
          "![a](b){width=1% height=x}\n\n",
          "{width=1}",
          "&amp;",
          "&#0;",
          "\0",
          "\uD800",
          "\uDC00",
          "\uD83D\uDE00",
          "a\u0301",
          "\u2028",
          "\u00a0",
          "\uFEFF",
          "\t",
          " ",
          "\r",
          "\r\n",
          "\n",
          "a\n",
          "a\r",
          "a  \n",
          "a\\\n",
          "a\n\n",
          "# a\n",
          "a\n=\n",
          "=\n",
          "---\n",
          "- a\n",
          "- a\n\n",
          "1. a\n",
          "\t- a\n",
          "> - ",
          "- > ",
          "- ",
          "1. ",
          "> ",
          "> [!NOTE]\n",
          "> [!NOTE]\n> a\n\n",
          "- [ ] a\n",
          "- [x] a\n",
          "- [ ] ",
          "|-",
          "|-|\n",
          "a|b\n",
          "a|b\n-|-\n",
          "a|b\n-|-\n\n",
          "|-|-|\n",
          "- a|b\n  -|-\n",
          "word *it* `x` [a](b) ",
          "word *it* `x` [a](b)\n");

  @TestFactory
  Stream<DynamicTest> repetitionEndsSoonAndStaysInProportion() {
    return REPEATED.stream().map(unit -> test(quote(unit), unit.repeat(SIZE / unit.length())));
  }

  @TestFactory
  Stream<DynamicTest> hostileTextEndsSoonAndStaysInProportion() {
    return cases().entrySet().stream().map(each -> test(each.getKey(), each.getValue()));
  }

  private static Map<String, String> cases() {
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("nested quotations", ">".repeat(50_000) + "a");
    cases.put("nested quotations on many lines", (">".repeat(1_000) + "a\n").repeat(100));
    cases.put("quotations at the limit", ("> ".repeat(99) + "a\n").repeat(500));
    cases.put("quotations with tabs", (">\t".repeat(99) + "a\n").repeat(300));
    cases.put("lazy lines", "> ".repeat(99) + "a\n" + "b\n".repeat(20_000));
    cases.put("nested lists", many(1_000, i -> "  ".repeat(i) + "- a\n"));
    cases.put("lists at the limit", ("- ".repeat(90) + "a\n").repeat(500));
    cases.put("lists with lazy lines", ("- ".repeat(99) + "a\n" + "b\n".repeat(200)).repeat(50));
    cases.put("nested task lists", many(200, i -> "  ".repeat(i) + "- [ ] a\n"));
    cases.put("nested alerts", many(200, i -> ">".repeat(i + 1) + " [!NOTE]\n"));
    cases.put("deep fence", "> ".repeat(50) + "```\n" + ("> ".repeat(50) + "a\n").repeat(2_000));
    cases.put("nested brackets", "[".repeat(50_000) + "a" + "]".repeat(50_000));
    cases.put("nested links", "[".repeat(50_000) + "a" + "](b)".repeat(50_000));
    cases.put("nested images", "![".repeat(50_000) + "a" + "](b)".repeat(50_000));
    cases.put(
        "brackets around long text", "[".repeat(1_900) + "a".repeat(1_000_000) + "]".repeat(1_900));
    cases.put("round brackets", "[a](" + "(".repeat(50_000) + ")".repeat(50_000) + ")");
    cases.put("nested emphasis", "*a ".repeat(20_000) + "b* ".repeat(20_000));
    cases.put("two kinds of emphasis", "*a _b ".repeat(9_000) + "b_ a* ".repeat(9_000));
    cases.put("marks left open", "a **b".repeat(50_000));
    cases.put(
        "runs of all lengths",
        many(
            20_000, i -> "*".repeat(i % 7 + 1) + "a" + "_".repeat(i % 5 + 1) + "b~".repeat(i % 3)));
    cases.put("backticks of all lengths", many(450, i -> "a" + "`".repeat(i + 1)));
    cases.put(
        "many references to a long footnote",
        "[^a] ".repeat(20_000) + "\n\n[^a]: " + "b ".repeat(10_000));
    cases.put("many references from many paragraphs", "[^a]\n\n".repeat(20_000) + "[^a]: ![x](y)");
    cases.put(
        "footnote with a long name",
        ("[^" + "a".repeat(900) + "]\n\n").repeat(500) + "[^" + "a".repeat(900) + "]: b");
    cases.put(
        "footnotes in footnotes",
        many(3_000, i -> "[^a" + i + "]: [^a" + (i + 1) + "] [^a" + (i + 2) + "]\n") + "\nx[^a0]");
    cases.put(
        "many footnotes",
        many(5_000, i -> "[^a" + i + "] ") + "\n\n" + many(5_000, i -> "[^a" + i + "]: b\n"));
    cases.put("many definitions", many(30_000, i -> "[a" + i + "]: /u\n"));
    cases.put(
        "many definitions in use",
        many(10_000, i -> "[a" + i + "]: /u\n") + "\n" + many(10_000, i -> "[a" + i + "] "));
    String uses = "[a]\n\n".repeat(4_000);
    cases.put("long destination", "[a]: /" + "x".repeat(16_000) + "\n\n" + uses);
    cases.put(
        "long destination of an image",
        "[a]: /" + "x".repeat(16_000) + "\n\n" + "![a]\n\n".repeat(4_000));
    cases.put("long destination to encode", "[a]: /" + "\u20ac".repeat(16_000) + "\n\n" + uses);
    cases.put("long title", "[a]: /x \"" + "x".repeat(16_000) + "\"\n\n" + uses);
    cases.put("long title to escape", "[a]: /x \"" + "\\\"".repeat(8_000) + "\"\n\n" + uses);
    cases.put("wide table", table("", 5_000, 5_000));
    cases.put("wide table in a quotation", table("> ", 5_000, 5_000));
    cases.put("wide table in a list", "- " + table("  ", 5_000, 5_000).substring(2));
    cases.put("wide table in a numbered list", "1. " + table("   ", 5_000, 5_000).substring(3));
    cases.put("wide table in a footnote", "[^a]: " + table("    ", 5_000, 5_000) + "\nx[^a]\n");
    cases.put("many sparse tables", (table("", 95, 100) + "\n").repeat(100));
    cases.put("many slightly sparse tables", (table("", 30, 300) + "\n").repeat(200));
    cases.put(
        "many sparse tables in one block", ("- " + table("  ", 95, 100).substring(2)).repeat(90));
    cases.put("many small tables", (table("", 2, 0) + "\n").repeat(8_000));
    cases.put("table of escapes", "|a|b|\n|-|-|\n|" + "\\|".repeat(50_000) + "|\n");
    cases.put("table of bars", "|a|\n|-|\n" + "|".repeat(100_000) + "\n");
    cases.put("tables one below the other", ("a|b\n".repeat(10) + "-|-|-\n").repeat(2_000));
    cases.put("long line", "a".repeat(2_000_000));
    cases.put("long line of words", "a ".repeat(1_000_000));
    cases.put("line of spaces", "a" + " ".repeat(200_000) + "b");
    cases.put("long heading", "# " + "a *b* ".repeat(20_000));
    cases.put("links in a heading", "# " + "[a](b) ".repeat(10_000));
    cases.put("equal headings", "# a\n".repeat(20_000));
    cases.put(
        "headings that look for a name",
        many(20_000, i -> "## a" + (i % 2 == 0 ? "" : "-" + i) + "\n"));
    cases.put("heading of number signs", "# " + "a # ".repeat(30_000) + "#".repeat(50_000));
    cases.put("underlined paragraph", "a\n".repeat(20_000) + "===");
    cases.put("nested HTML", "<b>".repeat(20_000) + "a" + "</b>".repeat(20_000));
    cases.put("HTML with spaces", "a <b " + " ".repeat(100_000));
    cases.put("long address", "http://" + "a".repeat(100_000) + ".com/" + "(".repeat(50_000));
    cases.put("address with stops", "http://a.com/" + ".,;".repeat(30_000));
    cases.put("long local part", "a.".repeat(50_000) + "@" + "b.".repeat(50_000));
    cases.put("long scheme", "a+".repeat(50_000) + "://x");
    cases.put("long image attributes", "![a](b){" + "width=1 ".repeat(20_000) + "}");
    cases.put("indented lines", (" ".repeat(10_000) + "a\n").repeat(50));
    return cases;
  }

  private static String many(int count, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
  }

  /** A head that is wide over rows that are short. */
  private static String table(String prefix, int columns, int rows) {
    return prefix
        + "a|".repeat(columns)
        + "\n"
        + prefix
        + "-|".repeat(columns)
        + "\n"
        + (prefix + "a\n").repeat(rows);
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder();
    text.chars()
        .forEach(c ->
            quoted.append(
                c >= ' ' && c < 127 ? "" + (char) c : String.format(Locale.ROOT, "\\u%04x", c)));
    return "'" + quoted + "'";
  }

  private static DynamicTest test(String name, String text) {
    return dynamicTest(name, () -> assertTimeoutPreemptively(LIMIT, () -> check(text)));
  }

  private static void check(String text) {
    Checked<MarkdownDocument> read = Reading.check(text);
    String html = Reading.link(read.value());
    long most = 20L * text.length() + 200_000;
    assertTrue(html.length() <= most, () -> text.length() + " characters make " + html.length());
    // Each of them is said once, however much of the page it concerns.
    List<Code> said = Reading.codes(read).stream().filter(GUARDS::contains).toList();
    assertEquals(said.stream().distinct().toList(), said);
  }

  @Test
  void whatIsShownAsItsSourceIsSaid() {
    assertEquals(List.of(Code.NESTING_TOO_DEEP), guards(">".repeat(150) + "a"));
    assertEquals(List.of(Code.DELIMITER_RUN), guards("a " + "_".repeat(600)));
    assertEquals(List.of(Code.SPARSE_TABLE), guards(table("", 1_000, 100)));
    assertEquals(List.of(Code.SPARSE_TABLE), guards((table("", 60, 30) + "\n").repeat(9)));
    assertEquals(List.of(Code.CROWDED_PARAGRAPH), guards("[a](b)\n".repeat(3_000)));
    assertEquals(
        List.of(Code.REFERENCE_EXPANSION),
        guards("[a]: /" + "x".repeat(16_000) + "\n\n" + "[a]\n\n".repeat(100)));
    assertEquals(List.of(Code.FOOTNOTE_EXPANSION), guards("[^a]\n\n".repeat(2_000) + "[^a]: b\n"));
  }

  @Test
  void whatDocumentsHaveIsNoDanger() {
    assertEquals(List.of(), guards("[a](b.md) *c*\n".repeat(1_500)));
    assertEquals(List.of(), guards("- [a](b.md) *c*\n".repeat(10_000)));
    assertEquals(List.of(), guards("```\n" + "[[1, 2], [3, 4]],\n".repeat(20_000) + "```\n"));
    assertEquals(List.of(), guards("|a|b|c|\n|-|-|-|\n" + "|1|2|3|\n".repeat(20_000)));
    assertEquals(List.of(), guards(many(900, i -> "a[^" + i + "]\n\n[^" + i + "]: b\n\n")));
    assertEquals(List.of(), guards("> ".repeat(40) + "a\n"));
    assertEquals(List.of(), guards("_".repeat(100)));
  }

  @Test
  void crowdedParagraphLosesNoLetter() {
    String line = "[a](b) & *c*";
    String text = "Before *it*.\n\n" + (line + "\n").repeat(3_000) + "\nAfter *it*.\n";
    assertEquals(
        "<p>Before <em>it</em>.</p>\n<p>"
            + "[a](b) &amp; *c*\n".repeat(3_000).strip()
            + "</p>\n<p>After <em>it</em>.</p>\n",
        Reading.link(Reading.check(text).value()));
    assertEquals("3:1", Reading.places(Reading.check(text)).getFirst());
  }

  private static List<Code> guards(String text) {
    return Reading.codes(Reading.check(text)).stream().filter(GUARDS::contains).toList();
  }
}
