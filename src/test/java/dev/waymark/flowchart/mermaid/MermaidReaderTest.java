package dev.waymark.flowchart.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MermaidReaderTest {
  static List<Cases.Case> cases() {
    return Cases.all();
  }

  private static Checked<MermaidResult> read(String source) {
    return new MermaidReader().read(new SourceText("content/quay.md", 1, source));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatTheAuthorMeant(Cases.Case one) {
    assertEquals(one.expected(), Dump.of(read(one.source())), one.source());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWindowsLineEndsAsWell(Cases.Case one) {
    String source = one.source().replace("\n", "\r\n");
    assertEquals(one.expected(), Dump.of(read(source)), one.source());
  }

  @Test
  void thereAreManyCasesWithNamesOfTheirOwn() {
    Set<String> names = new HashSet<>();
    Cases.all().forEach(one -> assertTrue(names.add(one.toString()), one::toString));
    assertTrue(names.size() >= 100, () -> names.size() + " cases");
  }

  @Test
  void placesAreThoseOfTheFile() {
    String source = "flowchart LR\n  a[Text] --> b\n  click b \"quay.md\"\n  a b\n";
    Checked<MermaidResult> read =
        new MermaidReader().read(new SourceText("content/quay.md", 41, source));
    assertEquals(
        Location.onLine("content/quay.md", 44, 5, 1), read.diagnostics().getFirst().location());

    String good = source.replace("  a b\n", "  subgraph one\n  end\n");
    Diagram diagram = flowchart(new SourceText("content/quay.md", 41, good));
    Node node = diagram.nodes().getLast();
    assertEquals(Location.onLine("content/quay.md", 42, 15, 1), node.location());
    assertEquals(
        Location.onLine("content/quay.md", 43, 12, 7), node.link().orElseThrow().location());
    assertEquals(
        Location.onLine("content/quay.md", 42, 11, 3), diagram.edges().getFirst().location());
    assertEquals(
        Location.onLine("content/quay.md", 44, 3, 8), diagram.subgraphs().getFirst().location());
  }

  private static Diagram flowchart(SourceText source) {
    return ((MermaidResult.Flowchart) new MermaidReader().read(source).value()).diagram();
  }
}
