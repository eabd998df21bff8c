package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutPathsTest {
  @TempDir Path folder;

  // The root of the checkout below the folder of the test, the working folder there, a file as
  // reached from the working folder, and as reached from the root.
  @ParameterizedTest
  @CsvSource({
    "repo,        repo,           content/a.md,       content/a.md",
    "repo,        repo/docs,      content/a.md,       docs/content/a.md",
    "repo,        repo/docs/kit,  ../content/a.md,    docs/content/a.md",
    "repo,        repo/docs/kit,  ../../a.md,         a.md",
    "repo,        repo/docs,      ../../a.md,         ../a.md",
    "repo,        repo/docs,      /srv/a.md,          /srv/a.md",
    "repo,        repo/docs,      C:/srv/a.md,        C:/srv/a.md",
    "repo,        elsewhere,      content/a.md,       content/a.md",
    "repo,        repository,     content/a.md,       content/a.md",
  })
  void filesAreNamedFromTheRoot(String root, String working, String file, String expected) {
    assertEquals(expected, paths(folder.resolve(root).toString(), working).of(file));
  }

  @ParameterizedTest
  @CsvSource({"''", "."})
  void withoutARootNamesStay(String root) {
    assertEquals("content/a.md", paths(root, "repo/docs").of("content/a.md"));
  }

  private CheckoutPaths paths(String root, String working) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return CheckoutPaths.in(
        new Environment(
            Map.of("GITHUB_WORKSPACE", root),
            folder.resolve(working),
            nowhere,
            nowhere,
            false,
            false));
  }
}
