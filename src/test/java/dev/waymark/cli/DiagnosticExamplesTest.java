package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.waymark.diagnostic.Code;
import dev.waymark.external.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tool says of every example in docs/diagnostics what its page shows, and nothing else; and it
 * no longer says so once the cure is taken.
 *
 * <p>A block of code in an example is a file; the last path in the words above it is its path. A
 * path that no block follows is an empty file, or the one that {@link #made} makes. The block of
 * text is what {@code waymark check} prints. A block of code below the cure stands in place of the
 * first file. {@code make golden} writes what is printed anew.
 */
@DisabledOnOs(OS.WINDOWS) // An example has a name that Windows refuses.
class DiagnosticExamplesTest {
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("waymark.golden", ""));
  private static final Pattern PATH = Pattern.compile("`((?:content|site-templates)/[^`]+)`");
  private static final Pattern BLOCK = Pattern.compile("```([a-z]+)\n(.*?)```\n", Pattern.DOTALL);

  @TempDir Path folder;

  /** What a page shows. */
  private record Example(Map<String, String> files, String output, Optional<String> cured) {
    static Example of(String page) {
      Map<String, String> files = new LinkedHashMap<>();
      String example = between(page, "## Example\n", "## Cure\n");
      String output = "";
      Matcher block = BLOCK.matcher(example);
      int text = 0;
      while (block.find()) {
        String last = paths(example.substring(text, block.start()), files);
        if (block.group(1).equals("text")) {
          output = block.group(2);
        } else {
          assertFalse(last.isEmpty(), () -> "no path above " + block.group());
          files.put(last, block.group(2));
        }
        text = block.end();
      }
      paths(example.substring(text), files);
      Matcher cure = BLOCK.matcher(page.substring(page.indexOf("## Cure\n")));
      return new Example(
          files, output, cure.find() ? Optional.of(cure.group(2)) : Optional.empty());
    }

    /** Enters all paths in these words and returns the last. */
    private static String paths(String words, Map<String, String> files) {
      String last = "";
      Matcher path = PATH.matcher(words);
      while (path.find()) {
        last = path.group(1);
        files.put(last, "");
      }
      return last;
    }

    private static String between(String text, String start, String end) {
      return text.substring(text.indexOf(start) + start.length(), text.indexOf(end));
    }
  }

  /** Files that are too large to show, or no text. */
  private static Optional<String> made(Code code) {
    return switch (code) {
      case FILE_TOO_LARGE -> Optional.of("Policy. ".repeat((3 << 20) / 8));
      case REFERENCE_EXPANSION ->
          Optional.of(
              "[r]\n".repeat(10) + "\n[r]: https://example.org/" + "long/".repeat(2000) + "\n");
      case FOOTNOTE_EXPANSION ->
          Optional.of("# Appendix\n\n" + "[^1]\n".repeat(2000) + "\n[^1]: Once.\n");
      case CROWDED_PARAGRAPH ->
          Optional.of("# Register\n\n" + "[Surgery](https://example.org/)\n".repeat(5000));
      case MERMAID_TOO_LARGE ->
          Optional.of(
              "# Contacts\n\n```mermaid\nflowchart LR\n"
                  + IntStream.rangeClosed(1, 600)
                      .mapToObj(i -> "  contact" + i + "\n")
                      .collect(Collectors.joining())
                  + "```\n");
      case NESTING_TOO_DEEP -> Optional.of("# Mail\n\n" + ">".repeat(120) + " Dear all\n");
      case DELIMITER_RUN -> Optional.of("# Form\n\nSigned: " + "_".repeat(600) + "\n");
      case SPARSE_TABLE ->
          Optional.of(
              "# Contacts\n\n"
                  + "| a ".repeat(1000)
                  + "|\n"
                  + "|---".repeat(1000)
                  + "|\n"
                  + "| a |\n".repeat(100));
      default -> Optional.empty();
    };
  }

  private void write(Code code, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    assumeFalse(Files.exists(file), "this disk takes capital and small letters for the same");
    switch (code) {
      case FILE_NOT_UTF8 ->
          Files.write(file, "£5 for a caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
      case FILE_UNREADABLE -> Files.createSymbolicLink(file, folder.resolve("gone"));
      case LINK_OUT_OF_TREE -> {
        Files.writeString(folder.resolve("private"), "");
        Files.createSymbolicLink(file, folder.resolve("private"));
      }
      default -> Files.writeString(file, made(code).orElse(text));
    }
  }

  /** What the outcomes of the flowcharts cite. */
  private void writePrinciple() throws IOException {
    Path file = folder.resolve("content/principles/p1.md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "---\nid: p1\nkind: principle\nstatement: Keep it cool.\n---\n\n# Keep it cool\n");
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void theToolSaysWhatThePageShows(Code code) throws IOException {
    Example example = Example.of(DiagnosticPagesTest.page(code));
    assertFalse(example.files().isEmpty(), "the example names no file");
    for (Map.Entry<String, String> file : example.files().entrySet()) {
      write(code, file.getKey(), file.getValue());
    }
    Files.createDirectories(folder.resolve("content"));
    if (example.files().keySet().stream().anyMatch(file -> file.contains("/flowcharts/"))) {
      writePrinciple();
    }
    String said = check(code);
    String printed = said.endsWith("\n\n") ? said.substring(0, said.length() - 1) : said;
    if (REWRITE) {
      rewrite(code, printed);
      return;
    }
    assertEquals(example.output(), printed);
    assertTrue(printed.contains(" " + code.id() + ": "), printed);
    if (example.cured().isPresent() && made(code).isEmpty()) {
      String first = example.files().keySet().iterator().next();
      Files.writeString(folder.resolve(first), example.cured().get());
      String then = check(code);
      assertFalse(then.contains(" " + code.id() + ": "), then);
    }
  }

  /** Another site is asked only where the code is about one: stands in for the internet. */
  private String check(Code code) {
    return switch (code) {
      case EXTERNAL_GONE, EXTERNAL_SILENT ->
          WholeToolTest.run(
                  folder,
                  (agent, allowsPrivate) -> DiagnosticExamplesTest::answer,
                  "check",
                  "--external")
              .out();
      default -> WholeToolTest.run(folder, "check").out();
    };
  }

  private static Transport.Answer answer(Transport.Method method, URI address) throws IOException {
    if (address.getHost().equals("mash.example")) {
      throw new UnknownHostException(address.getHost());
    }
    return Transport.Answer.of(address.getPath().equals("/working-together-2018") ? 404 : 200);
  }

  private static void rewrite(Code code, String printed) throws IOException {
    Path file = Path.of("docs", "diagnostics", code.id() + ".md");
    String page = Files.readString(file);
    Matcher block =
        Pattern.compile("```text\n.*?```\n", Pattern.DOTALL)
            .matcher(page)
            .region(page.indexOf("## Example\n"), page.length());
    assertTrue(block.find(), "no block of text");
    Files.writeString(
        file,
        page.substring(0, block.start())
            + "```text\n"
            + printed
            + "```\n"
            + page.substring(block.end()));
  }
}
