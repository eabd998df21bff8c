package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.output.OutputFile;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small sites with what is expected of them beside. Each folder of {@code
 * src/test/resources/golden} has
 *
 * <ul>
 *   <li>{@code content/}, and perhaps {@code theme/};
 *   <li>{@code options}, if there are any: {@code drafts}, {@code as-of 2026-03-01}, {@code
 *       base-url https://…}, one a line;
 *   <li>{@code expected/}: of each page the main element, any other file whole, those of the theme
 *       and of the search index not at all;
 *   <li>{@code diagnostics.txt}.
 * </ul>
 *
 * <p>{@code make golden} writes the last two anew; read the difference before you commit it.
 */
class GoldenSiteTest {
  /** Not the copy on the class path: the files have names that not every locale can copy. */
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final boolean REWRITE = "rewrite".equals(System.getProperty("waymark.golden", ""));

  static List<String> sites() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void rewritingIsForPeople() {
    if (REWRITE) {
      assertNull(System.getenv("CI"), "waymark.golden=rewrite proves nothing: take it out");
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void isAsExpected(String name) throws IOException {
    Path folder = GOLDEN.resolve(name);
    TestSite site = build(folder);
    SortedMap<String, byte[]> actual = new TreeMap<>();
    site.files()
        .forEach((path, file) -> {
          // The entry of the search is of no more interest than the hashed files that it names.
          if (file.role() != OutputFile.Role.HASHED && file.role() != OutputFile.Role.ENTRY) {
            actual.put("expected/" + path.value(), content(path.value(), file));
          }
        });
    actual.put("diagnostics.txt", site.report().getBytes(StandardCharsets.UTF_8));
    if (REWRITE) {
      rewrite(folder, actual);
    }
    SortedMap<String, byte[]> expected = expected(folder);
    for (String path : new TreeSet<>(expected.keySet())) {
      if (actual.containsKey(path)) {
        assertEquals(shown(path, expected), shown(path, actual), name + "/" + path);
      }
    }
    assertEquals(
        String.join("\n", expected.keySet()), String.join("\n", actual.keySet()), "the files");
  }

  private static byte[] content(String path, OutputFile file) {
    byte[] bytes = TestSite.bytes(file);
    return file.role() == OutputFile.Role.PAGE && path.endsWith(".html")
        ? HtmlScan.main(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  private static String shown(String path, Map<String, byte[]> files) {
    byte[] bytes = files.getOrDefault(path, new byte[0]);
    boolean text = Stream.of("html", "txt", "xml", "md").anyMatch(path::endsWith);
    return new String(bytes, text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private static TestSite build(Path folder) throws IOException {
    SourceReader reader = SourceReader.sequential();
    Checked<SourceTree> content = reader.read(folder.resolve("content"), "content", List.of());
    Path theme = folder.resolve("theme");
    return TestSite.of(
        options(folder.resolve("options")),
        content,
        Files.isDirectory(theme)
            ? reader.read(theme, "theme", List.of())
            : Checked.of(SourceTree.of("theme", List.of())));
  }

  private static BuildOptions options(Path file) throws IOException {
    Optional<LocalDate> asOf = Optional.empty();
    Optional<URI> baseUrl = Optional.empty();
    boolean drafts = false;
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "drafts" -> drafts = true;
        case "as-of" -> asOf = Optional.of(LocalDate.parse(words[1]));
        case "base-url" -> baseUrl = Optional.of(URI.create(words[1]));
        default -> throw new IllegalArgumentException(file + ": " + line);
      }
    }
    return new BuildOptions(asOf, drafts, 2, baseUrl);
  }

  private static SortedMap<String, byte[]> expected(Path folder) throws IOException {
    SortedMap<String, byte[]> expected = new TreeMap<>();
    for (Path file : filesBelow(folder.resolve("expected"))) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      expected.put(path, Files.readAllBytes(file));
    }
    Path diagnostics = folder.resolve("diagnostics.txt");
    assertTrue(Files.exists(diagnostics), diagnostics + " is missing: run make golden");
    expected.put("diagnostics.txt", Files.readAllBytes(diagnostics));
    return expected;
  }

  private static void rewrite(Path folder, Map<String, byte[]> actual) throws IOException {
    List<Path> old = new ArrayList<>(filesBelow(folder.resolve("expected")));
    old.sort(Comparator.reverseOrder());
    for (Path file : old) {
      if (!actual.containsKey(folder.relativize(file).toString().replace('\\', '/'))) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, byte[]> file : actual.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
