package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of every layout, as a validator and a browser see them. */
final class ThemePagesTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    ThemeGallery.write(folder);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".html")).sorted().toList();
    }
  }

  @Test
  void theNuValidatorHasNothingToSay() throws Exception {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    for (Path page : pages()) {
      // The validator takes files of a folder for those of another site, which the policy forbids.
      String html =
          Files.readString(page).replaceFirst("<meta http-equiv=\"Content-Security[^>]*>", "");
      String said =
          validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
      assertEquals("", said, page::toString);
    }
  }

  @Test
  @Tag("browser")
  void axeHasNothingToSayInAnyLook() throws IOException {
    assumeTrue(
        Files.isExecutable(ThemeGallery.CHROMIUM), "no Chromium at " + ThemeGallery.CHROMIUM);
    List<String> pages =
        pages().stream()
            .map(page -> folder.relativize(page).toString())
            .filter(page -> !page.equals("old.html")) // which leads to another page at once
            .toList();
    assertEquals(List.of(), ThemeGallery.look(folder, pages, false));
  }
}
