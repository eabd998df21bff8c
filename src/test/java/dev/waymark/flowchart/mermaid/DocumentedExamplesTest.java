package dev.waymark.flowchart.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/diagnostics are what the reader says, and their cures help. */
class DocumentedExamplesTest {
  private static final String FILE = "content/parts/part-5/mash.md";
  private static final Pattern FENCE =
      Pattern.compile("```markdown\n(.*?~~~mermaid\n)(.*?)~~~", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"WM510", "WM511", "WM512", "WM514", "WM515", "WM516"})
  void exampleIsTrueAndCureHelps(String code) throws IOException {
    String page = Files.readString(Path.of("docs", "diagnostics", code + ".md"));
    List<MatchResult> fences = FENCE.matcher(page).results().toList();
    assertEquals(2, fences.size());

    Checked<MermaidResult> wrong = read(fences.getFirst());
    assertEquals(1, wrong.diagnostics().size());
    Diagnostic told = wrong.diagnostics().getFirst();
    String mark = "^".repeat(told.location().endColumn() - told.location().column());
    String head =
        String.format(Locale.ROOT, "%s: warning %s: %s\n", told.location(), code, told.message());
    assertTrue(page.contains(head), head);
    assertTrue(page.contains(" " + mark + " " + told.detail() + "\n"), told::toString);
    assertTrue(page.contains("\n      help: " + told.help() + "\n"), told::toString);

    Checked<MermaidResult> cured = read(fences.getLast());
    assertEquals(List.of(), cured.diagnostics());
    assertTrue(cured.value() instanceof MermaidResult.Flowchart);
  }

  private static Checked<MermaidResult> read(MatchResult fence) {
    int line = (int) fence.group(1).lines().count() + 1;
    return new MermaidReader().read(new SourceText(FILE, line, fence.group(2)));
  }
}
