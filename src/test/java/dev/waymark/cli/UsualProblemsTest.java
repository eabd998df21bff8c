package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The ten most usual problems in the editor's guide are shown as the tool prints them: each as in
 * docs/diagnostics, which {@link DiagnosticExamplesTest} holds against the tool. {@code make
 * golden} brings them here, too.
 */
class UsualProblemsTest {
  private static final Path GUIDE = Path.of("docs", "editors-guide.md");
  private static final Pattern SHOWN = Pattern.compile("```text\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile(": (?:error|warning) (WM[0-9]{3}): ");

  @Test
  void theGuideShowsThemAsTheToolPrintsThem() throws IOException {
    String guide = Files.readString(GUIDE);
    int start = guide.indexOf("## The ten most usual problems\n");
    assertTrue(start >= 0);
    Set<Code> seen = new HashSet<>();
    StringBuilder renewed = new StringBuilder(guide.substring(0, start));
    Matcher shown = SHOWN.matcher(guide.substring(start));
    while (shown.find()) {
      Code code = code(shown.group(1));
      assertTrue(seen.add(code), () -> code + " twice");
      Matcher printed = SHOWN.matcher(example(code));
      assertTrue(printed.find());
      if (System.getProperty("waymark.golden", "").equals("rewrite")) {
        shown.appendReplacement(renewed, Matcher.quoteReplacement(printed.group()));
        continue;
      }
      assertEquals(printed.group(1), shown.group(1));
    }
    assertEquals(10, seen.size());
    if (System.getProperty("waymark.golden", "").equals("rewrite")) {
      shown.appendTail(renewed);
      Files.writeString(GUIDE, renewed.toString());
    }
  }

  private static Code code(String message) {
    Matcher id = CODE.matcher(message);
    assertTrue(id.find(), message);
    return Arrays.stream(Code.values())
        .filter(code -> code.id().equals(id.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static String example(Code code) {
    String page = DiagnosticPagesTest.page(code);
    return page.substring(page.indexOf("## Example\n"), page.indexOf("## Cure\n"));
  }
}
