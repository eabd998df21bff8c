package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of docs/diagnostics say what the code says. */
class DiagnosticPagesTest {
  private static final Path FOLDER = Path.of("docs", "diagnostics");

  static String page(Code code) {
    return read(FOLDER.resolve(code.id() + ".md"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException {
    List<String> expected =
        Stream.concat(Stream.of("README"), Arrays.stream(Code.values()).map(Code::id))
            .map(name -> name + ".md")
            .toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(expected, files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void numbersAreUsedOnce() {
    List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
    assertEquals(ids.stream().distinct().sorted().toList(), ids);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void pageStartsWithMessageAndSeverity(Code code) {
    String start =
        "# %s: %s\n\nSeverity: %s\n\n".formatted(code.id(), code.message(), code.severity().word());
    assertTrue(page(code).startsWith(start), () -> page(code).lines().limit(4).toList().toString());
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void pageHasAnExampleAndACure(Code code) {
    String words = page(code).replaceAll("(?s)```.*?```\n", "");
    List<String> headings = words.lines().filter(line -> line.startsWith("## ")).toList();
    assertEquals(List.of("## Example", "## Cure"), headings);
    String message = ": %s %s: ".formatted(code.severity().word(), code.id());
    assertTrue(page(code).contains(message));
  }

  @Test
  void indexListsEveryCode() {
    String index = read(FOLDER.resolve("README.md"));
    List<String> rows = index.lines().filter(line -> line.startsWith("| [WM")).toList();
    List<String> expected =
        Arrays.stream(Code.values())
            .map(code ->
                "| [%1$s](%1$s.md) | %2$s | %3$s |"
                    .formatted(code.id(), code.severity().word(), code.message()))
            .toList();
    assertEquals(expected, rows);
  }
}
