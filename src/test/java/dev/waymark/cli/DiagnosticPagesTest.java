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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of docs/diagnostics say what the code says. */
class DiagnosticPagesTest {
  private static final Path FOLDER = Path.of("docs", "diagnostics");

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "`([^`]+)`:\n\n```[a-z]+\n(.*?)\n```\n\nWaymark says:\n\n```text\n(.*?)\n```",
          Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile(
          "([^\n]+):([0-9]+):([0-9]+): [^\n]*\n +[0-9]+ \\| ([^\n]*)\n      \\| ( *)\\^.*");

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
    List<String> headings = page(code).lines().filter(line -> line.startsWith("## ")).toList();
    assertEquals(List.of("## Example", "## Cure"), headings);
    String message = ": %s %s: ".formatted(code.severity().word(), code.id());
    assertTrue(page(code).contains(message));
  }

  /**
   * The message of an example shows the line that is in the example, with the mark where it says.
   */
  @ParameterizedTest
  @EnumSource(Code.class)
  void exampleAgreesWithItself(Code code) {
    Matcher example = EXAMPLE.matcher(page(code));
    if (!example.find()) {
      assertTrue(
          page(code).contains(":1:1: "), "without a source, the message is of the whole file");
      return;
    }
    Matcher block = BLOCK.matcher(example.group(3));
    assertTrue(block.lookingAt(), example.group(3));
    assertEquals(example.group(1), block.group(1));
    List<String> lines = example.group(2).lines().toList();
    assertEquals(lines.get(Integer.parseInt(block.group(2)) - 1), block.group(4));
    assertEquals(Integer.parseInt(block.group(3)) - 1, block.group(5).length());
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
