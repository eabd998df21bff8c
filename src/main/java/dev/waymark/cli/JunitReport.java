package dev.waymark.cli;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Diagnostics as the JUnit XML that CI servers show as test results. Each file that was read is a
 * suite. An error is a test that failed; a warning is one that passed and says something, or one
 * that failed where warnings count; a file without either is one test that passed.
 *
 * <p>There is no standard of this form. Names and attributes are those that Jenkins, GitLab and
 * Azure read; times are zero, so that the same input gives the same bytes.
 */
final class JunitReport {
  private final DiagnosticPrinter printer;
  private final boolean strict;

  /**
   * @param printer gives the text of a single diagnostic
   * @param strict whether warnings are failures
   */
  JunitReport(DiagnosticPrinter printer, boolean strict) {
    this.printer = printer;
    this.strict = strict;
  }

  /**
   * @param files the names of all files that were read
   */
  byte[] of(Collection<String> files, List<Diagnostic> diagnostics) {
    SortedMap<String, List<Diagnostic>> suites = new TreeMap<>();
    files.forEach(file -> suites.put(file, new ArrayList<>()));
    diagnostics.forEach(found ->
        suites.computeIfAbsent(found.location().file(), file -> new ArrayList<>()).add(found));
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    int tests = suites.values().stream().mapToInt(JunitReport::tests).sum();
    attribute("name", "waymark", xml);
    counts(tests, failures(diagnostics), xml);
    xml.append(">\n");
    suites.forEach((file, found) -> writeSuite(file, found, xml));
    return xml.append("</testsuites>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int tests(List<Diagnostic> ofFile) {
    return Math.max(1, ofFile.size());
  }

  private int failures(List<Diagnostic> found) {
    return Math.toIntExact(found.stream().filter(this::fails).count());
  }

  private boolean fails(Diagnostic found) {
    return strict || found.severity() == Severity.ERROR;
  }

  private void writeSuite(String file, List<Diagnostic> found, StringBuilder xml) {
    xml.append("  <testsuite");
    attribute("name", PlainText.of(file), xml);
    counts(tests(found), failures(found), xml);
    xml.append(">\n");
    if (found.isEmpty()) {
      openTest(file, "no problems", 1, xml);
      xml.append("/>\n");
    }
    List<String> texts = printer.blocks(file, found);
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      writeTest(found.get(i), texts.get(i), names, xml);
    }
    xml.append("  </testsuite>\n");
  }

  private void writeTest(
      Diagnostic found, String text, Map<String, Integer> names, StringBuilder xml) {
    Location location = found.location();
    String name =
        "%s: %s (%s:%s)"
            .formatted(
                found.code().id(),
                PlainText.line(found.message()),
                location.line(),
                location.column());
    // Servers take two tests of one name for one.
    int times = names.merge(name, 1, Integer::sum);
    openTest(location.file(), times == 1 ? name : name + " #" + times, location.line(), xml);
    xml.append(">\n");
    if (fails(found)) {
      xml.append("      <failure");
      attribute("type", found.code().id(), xml);
      attribute("message", PlainText.line(JsonReport.message(found)), xml);
      xml.append('>').append(escape(text.strip())).append("</failure>\n");
    } else {
      xml.append("      <system-out>").append(escape(text.strip())).append("</system-out>\n");
    }
    xml.append("    </testcase>\n");
  }

  private static void openTest(String file, String name, int line, StringBuilder xml) {
    xml.append("    <testcase");
    attribute("classname", PlainText.of(file), xml);
    attribute("name", name, xml);
    attribute("file", PlainText.of(file), xml);
    attribute("line", Integer.toString(line), xml);
    attribute("time", "0", xml);
  }

  private static void counts(int tests, int failures, StringBuilder xml) {
    attribute("tests", Integer.toString(tests), xml);
    attribute("failures", Integer.toString(failures), xml);
    attribute("errors", "0", xml);
    attribute("skipped", "0", xml);
    attribute("time", "0", xml);
  }

  private static void attribute(String name, String value, StringBuilder xml) {
    xml.append(' ').append(name).append("=\"").append(escape(value)).append('"');
  }

  /**
   * The text as XML. {@link PlainText} leaves two characters that no XML document can hold; line
   * ends stand in texts only.
   */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\ufffe', '\uffff' -> escaped.append('\ufffd');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
