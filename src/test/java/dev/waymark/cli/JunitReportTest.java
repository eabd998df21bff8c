package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitReportTest {
  private static final List<Diagnostic> FOUND =
      List.of(
          Diagnostic.of(Code.LINK_NO_PAGE, Location.onLine("content/a.md", 2, 5, 3))
              .withDetail("there is no page at content/b.md")
              .withSuggestion("c.md"),
          Diagnostic.of(Code.RAW_HTML, Location.onLine("content/a.md", 2, 9, 4)));

  @Test
  void errorFailsAndWarningSpeaks() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="waymark" tests="3" failures="1" errors="0" skipped="0" time="0">
          <testsuite name="content/a.md" tests="2" failures="1" errors="0" skipped="0" time="0">
            <testcase classname="content/a.md" name="WM104: this link goes nowhere (2:5)" file="content/a.md" line="2" time="0">
              <failure type="WM104" message="this link goes nowhere: there is no page at content/b.md">content/a.md:2:5: error WM104: this link goes nowhere
            2 | See b.m &lt;br&gt;
              |     ^^^ there is no page at content/b.md
              help: did you mean c.md ?</failure>
            </testcase>
            <testcase classname="content/a.md" name="WM301: HTML is shown as text (2:9)" file="content/a.md" line="2" time="0">
              <system-out>content/a.md:2:9: warning WM301: HTML is shown as text
            2 | See b.m &lt;br&gt;
              |         ^^^^</system-out>
            </testcase>
          </testsuite>
          <testsuite name="content/index.md" tests="1" failures="0" errors="0" skipped="0" time="0">
            <testcase classname="content/index.md" name="no problems" file="content/index.md" line="1" time="0"/>
          </testsuite>
        </testsuites>
        """,
        xml(List.of("content/index.md", "content/a.md"), FOUND, false));
  }

  @Test
  void whereWarningsCountTheyFail() throws Exception {
    Document strict = parse(xml(List.of(), FOUND, true));
    assertEquals("2", strict.getDocumentElement().getAttribute("failures"));
    assertEquals(2, strict.getElementsByTagName("failure").getLength());
    assertEquals(0, strict.getElementsByTagName("system-out").getLength());
  }

  @Test
  void withoutFilesItIsStillAReport() throws Exception {
    Document empty = parse(xml(List.of(), List.of(), false));
    assertEquals("0", empty.getDocumentElement().getAttribute("tests"));
  }

  @Test
  void testsOfOneNameAreNumbered() throws Exception {
    Diagnostic twice = Diagnostic.of(Code.YAML_SYNTAX, Location.startOf("a.md"));
    NodeList tests =
        parse(xml(List.of(), List.of(twice, twice.withDetail("more")), false))
            .getElementsByTagName("testcase");
    assertEquals(
        "WM201: this is not valid YAML (1:1)", ((Element) tests.item(0)).getAttribute("name"));
    assertEquals(
        "WM201: this is not valid YAML (1:1) #2", ((Element) tests.item(1)).getAttribute("name"));
  }

  @Test
  void anyTextMakesXml() throws Exception {
    for (long seed = 0; seed < 500; seed++) {
      String hostile = HostileText.of(seed);
      String xml =
          xml(
              List.of(hostile + "2"),
              List.of(
                  Diagnostic.of(Code.YAML_SYNTAX, Location.startOf(hostile))
                      .withMessage(hostile)
                      .withDetail(hostile)
                      .withHelp(hostile)),
              false);
      Document document;
      try {
        document = parse(xml);
      } catch (Exception e) {
        throw new AssertionError("seed " + seed + ": " + xml, e);
      }
      assertEquals(2, document.getElementsByTagName("testsuite").getLength(), "seed " + seed);
      Element failure = (Element) document.getElementsByTagName("failure").item(0);
      String message = PlainText.line(hostile + ": " + hostile);
      assertEquals(
          message.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd'),
          failure.getAttribute("message"),
          "seed " + seed);
      assertEquals(1, failure.getChildNodes().getLength(), "seed " + seed);
    }
  }

  @Test
  void thousandsOfMessagesAboutOneLargeFileTakeNoTime() {
    String text = "x".repeat(100) + "\n";
    String large = text.repeat(20_000);
    List<Diagnostic> many =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(line -> Diagnostic.of(Code.RAW_HTML, Location.onLine("a.md", line, 1, 4)))
            .toList();
    JunitReport report =
        new JunitReport(new DiagnosticPrinter(name -> Optional.of(large), Style.PLAIN), false);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> assertTrue(report.of(List.of("a.md"), many).length > 20_000 * 100));
  }

  private static String xml(List<String> files, List<Diagnostic> found, boolean strict) {
    DiagnosticPrinter printer =
        new DiagnosticPrinter(
            name ->
                name.equals("content/a.md") ? Optional.of("# A\nSee b.m <br>\n") : Optional.empty(),
            Style.PLAIN);
    return new String(new JunitReport(printer, strict).of(files, found), StandardCharsets.UTF_8);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
