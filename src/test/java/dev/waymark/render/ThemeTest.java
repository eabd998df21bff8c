package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.output.OutputFile;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ThemeTest {
  private static Map<String, byte[]> files(Object... pathsAndTexts) {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(
          (String) pathsAndTexts[i],
          ((String) pathsAndTexts[i + 1]).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private static ThemeAssets assets(Object... pathsAndTexts) {
    return ThemeAssets.of(Theme.packed(files(pathsAndTexts)));
  }

  private static String text(OutputFile file) {
    return new String(((OutputFile.Content.Bytes) file.content()).bytes(), StandardCharsets.UTF_8);
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, 8);
  }

  @Test
  void aPublishedNameCarriesTheHashOfWhatIsPublished() throws Exception {
    ThemeAssets assets =
        assets(
            "assets/site.css",
            "p { color: red }\n",
            "assets/a/b.min.js",
            "1",
            "assets/LICENCE",
            "x");

    assertEquals(
        "assets/site." + hash("p { color: red }\n") + ".css",
        assets.link("site.css").orElseThrow());
    assertEquals("assets/a/b.min." + hash("1") + ".js", assets.link("a/b.min.js").orElseThrow());
    assertEquals("assets/LICENCE." + hash("x"), assets.link("LICENCE").orElseThrow());
    assertTrue(assets.files().stream().allMatch(file -> file.role() == OutputFile.Role.HASHED));
  }

  @Test
  void styleSheetsNameThePublishedFiles() throws Exception {
    ThemeAssets assets =
        assets(
            "assets/css/site.css",
            "@import \"more.css\";\n"
                + "/* url(gone.png) */ a::after { content: \"url(gone.png)\" }\n"
                + "p { background: URL( '../img/a b.svg#x' ), url(../img/c.png?v=1),"
                + " url(\"#local\") }\n",
            "assets/css/more.css",
            "b{}",
            "assets/img/a b.svg",
            "<svg/>",
            "assets/img/c.png",
            "png");

    assertEquals(
        "@import \"more."
            + hash("b{}")
            + ".css\";\n"
            + "/* url(gone.png) */ a::after { content: \"url(gone.png)\" }\n"
            + "p { background: URL( '../img/a%20b."
            + hash("<svg/>")
            + ".svg#x' ), url(../img/c."
            + hash("png")
            + ".png?v=1), url(\"#local\") }\n",
        text(
            assets.files().stream()
                .filter(file -> file.path().value().startsWith("assets/css/site"))
                .findFirst()
                .orElseThrow()));
    assertEquals(List.of(), assets.diagnostics());
  }

  @Test
  void aChangedImageChangesTheNameOfTheStyleSheetThatShowsIt() {
    String css = "p { background: url(i.svg) }";
    assertFalse(
        assets("assets/site.css", css, "assets/i.svg", "1")
            .link("site.css")
            .equals(assets("assets/site.css", css, "assets/i.svg", "2").link("site.css")));
  }

  @Test
  void whatAStyleSheetAsksForInVainIsSaid() {
    Templates templates =
        Templates.of(
            TestTheme.with(
                Map.of(
                    "assets/ours.css",
                    "p { background: url(icn.svg) }\n"
                        + "@import 'https://fonts.example/a.css';\n"
                        + "@import url(ours.css);\n"
                        + "b { background: url('../../up.png') }\n")));

    assertEquals(
        List.of(
            "my-theme/assets/ours.css:1:21-1:28 THEME_FILE_MISSING: the theme has no such file"
                + " | the theme's assets folder has no icn.svg | did you mean icon.svg ?",
            "my-theme/assets/ours.css:2:10-2:37 THEME_FILE_MISSING: this style sheet asks for"
                + " something outside the theme, which no page may load | put the file into the"
                + " theme's assets folder and name it by its relative path",
            "my-theme/assets/ours.css:3:13-3:21 TEMPLATE_FAILED: this style sheet imports itself |"
                + " take the import out",
            "my-theme/assets/ours.css:4:22-4:34 THEME_FILE_MISSING: the theme has no such file"
                + " | the theme's assets folder has no ../../up.png"
                + " | put the file into the theme's assets folder, or mend the name"),
        templates.diagnostics().stream().map(TestTheme::line).toList());
  }

  @Test
  void aUsersStyleSheetReplacesThePackedOne() {
    Templates templates = Templates.of(TestTheme.with(Map.of("assets/tokens.css", ":root{}")));

    assertTrue(templates.assets().stream().anyMatch(file -> text(file).equals(":root{}")));
    assertEquals(Templates.of(TestTheme.packed()).assets().size(), templates.assets().size());
  }

  @Test
  void aFolderEqualToThePackedThemeChangesNothing() {
    Theme packed = TestTheme.packed();
    Map<String, String> same = new TreeMap<>();
    packed.files().values().forEach(file -> same.put(file.path(), file.text()));

    assertTrue(TestTheme.with(same).files().values().stream().allMatch(ThemeFile::packed));
  }

  @Test
  void binaryFilesAreReadByTheReaderGiven() {
    SourceFile.Binary logo =
        new SourceFile.Binary(
            new SourcePath("assets/logo.png"), "my-theme/assets/logo.png", Path.of("x"));
    SourceFile.Binary gone =
        new SourceFile.Binary(
            new SourcePath("assets/gone.png"), "my-theme/assets/gone.png", Path.of("y"));
    Checked<Theme> theme =
        TestTheme.packed()
            .overlay(
                SourceTree.of("my-theme", List.of(logo, gone)),
                file -> file.equals(logo) ? Optional.of(new byte[] {1, 2}) : Optional.empty());

    assertArrayEquals(new byte[] {1, 2}, theme.value().files().get("assets/logo.png").bytes());
    assertEquals(
        List.of(
            "my-theme/assets/gone.png:1:1-1:1 FILE_UNREADABLE: this file cannot be read"
                + " | check that the file is there and that you may read it"),
        theme.diagnostics().stream().map(TestTheme::line).toList());
  }

  @Test
  void thePackedThemeNamesNothingOutsideItself() {
    for (ThemeFile file : TestTheme.packed().files().values()) {
      String text =
          file.text()
              .replace("http://www.w3.org/2000/svg", "")
              .replace("<script src=\"{{ site.searchScript }}\" defer></script>", "");
      assertFalse(
          text.contains("data:") || text.contains("//cdn") || text.contains("http:"), file.path());
      assertFalse(
          text.contains(" style=") || text.contains("<style") || text.contains("<script>"),
          file.path());
      assertFalse(text.contains("| raw"), file.path());
    }
    assertEquals(List.<Diagnostic>of(), ThemeAssets.of(TestTheme.packed()).diagnostics());
  }
}
