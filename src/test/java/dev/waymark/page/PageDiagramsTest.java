package dev.waymark.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.flowchart.mermaid.Diagram;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mermaid fences of a page. */
final class PageDiagramsTest {
  private static Checked<Page> read(String text) {
    return new PageReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()))
        .read(
            new SourceFile.Text(
                new SourcePath("a.md"), new SourceText("a.md", 1, text), Path.of("a.md")));
  }

  @Test
  void aFenceIsADiagramOrCode() {
    Checked<Page> page =
        read(
            """
            # A

            ```mermaid
            graph LR
              a --> b
            ```

            ```mermaid
            pie
            ```

            ```text
            graph LR
            ```

            ~~~ Mermaid
            flowchart TD
              c
            ~~~
            """);
    List<Optional<Diagram>> diagrams = page.value().diagrams();
    assertEquals(
        List.of(2, 0, 1),
        diagrams.stream().map(found -> found.map(made -> made.nodes().size()).orElse(0)).toList());
    assertEquals(
        List.of("a.md:9:1 MERMAID_OTHER_DIAGRAM"),
        page.diagnostics().stream().map(found -> found.location() + " " + found.code()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void faultsAreWhereTheyStandInTheFile(String end) {
    String text =
        """
        ---
        title: A
        ---

        - In a list:

          ```mermaid
          graph LR
            a -->
          ```

        > ```mermaid
        > flowchart TD
        >   b[x(]
        > ```

           ```mermaid
           graph LR
              c --> [
           ```
        """;
    List<String> places =
        read(text.replace("\n", end)).diagnostics().stream()
            .map(found -> found.location().toString())
            .toList();
    assertEquals(List.of("a.md:9:7", "a.md:14:8", "a.md:19:13"), places);
  }

  @Test
  void aDiagramNeedsItsFence() {
    Page page = read("# A\n").value();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Page(
                page.source(),
                page.start(),
                page.frontMatter(),
                page.document(),
                List.of(Optional.empty()),
                List.of()));
    assertTrue(page.links().isEmpty());
  }
}
