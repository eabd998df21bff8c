package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Severity;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.source.SourceBlocks;
import dev.waymark.source.SourceTree;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole flow, from files to files. */
class SiteBuildTest {
  private static final BuildOptions BASED =
      new BuildOptions(
          Optional.empty(), false, 1, Optional.of(URI.create("https://example.org/toolkit")));

  private static List<String> hrefs(String html) {
    return HtmlScan.elements(html).stream()
        .filter(element -> element.has("href"))
        .map(element -> element.attribute("href"))
        .toList();
  }

  @Test
  void everythingIsThereInItsRole() {
    TestSite site = TestSite.of("-- a.md --\n# A\n-- f/leaflet.pdf --\n-- notes.yaml --\nx: y\n");
    List<String> files = new ArrayList<>();
    site.files()
        .forEach((path, file) -> {
          if (file.role() != OutputFile.Role.HASHED) {
            files.add(path + " " + file.role());
          }
        });
    assertEquals(
        List.of(
            "404.html PAGE",
            "a-z.html PAGE",
            "a.html PAGE",
            "f/leaflet.pdf ASSET",
            "index.html PAGE",
            "notes.yaml ASSET",
            "search.html PAGE",
            "search/entry.js ENTRY"),
        files);
    assertEquals(1, site.result().pages());
    assertEquals("", site.report());
  }

  @Test
  void whatTheToolReadsIsNotPublished() {
    TestSite site =
        TestSite.of(
            """
            -- site.yaml --
            title: T
            -- glossary.yaml --
            terms:
            -- f/site.yaml --
            title: Mine
            """);
    assertFalse(site.files().containsKey(new SitePath("site.yaml")));
    assertFalse(site.files().containsKey(new SitePath("glossary.yaml")));
    assertTrue(site.files().containsKey(new SitePath("f/site.yaml")));
  }

  @Test
  void themeFilesCarryAHash() {
    List<String> hashed =
        TestSite.of("").files().values().stream()
            .filter(file -> file.role() == OutputFile.Role.HASHED)
            .map(file -> file.path().value())
            .filter(path -> path.startsWith("assets/"))
            .toList();
    assertFalse(hashed.isEmpty());
    Pattern name = Pattern.compile("assets/.+\\.[0-9a-f]{8}\\.[a-z0-9]+");
    for (String path : hashed) {
      assertTrue(name.matcher(path).matches(), path);
    }
  }

  @Test
  void anOldAddressLeadsOnWithoutScript() {
    String html =
        TestSite.of("-- f/a.md --\n---\naliases: [g/old.md]\n---\n# A & B\n").text("g/old.html");
    assertTrue(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=../f/a.html\">"), html);
    assertTrue(html.contains("<link rel=\"canonical\" href=\"../f/a.html\">"), html);
    assertTrue(html.contains("<a href=\"../f/a.html\">A &amp; B</a>"), html);
  }

  // A server shows this page at any address, however deep.
  @Test
  void thePageForWrongAddressesWorksAnywhereBelowTheBaseAddress() {
    String html =
        TestSite.of(BASED, SourceBlocks.content("-- a.md --\n-- f/b.md --\n")).text("404.html");
    List<String> hrefs = hrefs(html);
    assertTrue(hrefs.contains("/toolkit/index.html"), hrefs::toString);
    assertTrue(hrefs.contains("/toolkit/f/index.html"), hrefs::toString);
    for (String href : hrefs) {
      assertTrue(href.startsWith("/toolkit/") || href.startsWith("#"), href);
    }
  }

  @Test
  void withoutABaseAddressThePageForWrongAddressesIsPlain() {
    String html = TestSite.of("-- a.md --\n").text("404.html");
    assertEquals(List.of("index.html"), hrefs(html));
    assertFalse(html.contains("assets/"), html);
  }

  @Test
  void aBaseAddressBringsCanonicalLinksAndASiteMap() {
    TestSite site = TestSite.of(BASED, SourceBlocks.content("-- f/a.md --\n"));
    assertTrue(
        site.text("f/a.html")
            .contains("<link rel=\"canonical\" href=\"https://example.org/toolkit/f/a.html\">"));
    assertTrue(site.text("sitemap.xml").contains("https://example.org/toolkit/f/a.html"));
    assertFalse(TestSite.of("-- f/a.md --\n").text("f/a.html").contains("canonical"));
  }

  @Test
  void diagnosticsOfAllPassesComeOnceAndInOrder() {
    Diagnostic read = Diagnostic.of(Code.FILE_NOT_UTF8, Location.startOf("content/z.md"));
    Diagnostic theme = Diagnostic.of(Code.FILE_UNREADABLE, Location.startOf("theme/a.css"));
    TestSite site =
        TestSite.of(
            BuildOptions.defaults(),
            new Checked<>(
                SourceBlocks.content(
                    """
                    -- b.md --
                    ---
                    unknown-key: x
                    ---
                    [b](nix.md) <b>x</b>

                    [a](nix.md)
                    -- a.md --
                    [[nothing]]
                    -- site.yaml --
                    titel: T
                    """),
                List.of(read, read)),
            new Checked<>(SourceTree.of("theme", List.of()), List.of(theme)));
    assertEquals(
        List.of(
            "content/a.md:1:1 WM101",
            "content/b.md:2:1 WM203",
            "content/b.md:4:5 WM104",
            "content/b.md:4:13 WM301",
            "content/b.md:6:5 WM104",
            "content/site.yaml:1:1 WM203",
            "content/z.md:1:1 WM001",
            "theme/a.css:1:1 WM003"),
        site.diagnostics().stream()
            .map(found -> found.location() + " " + found.code().id())
            .toList());
    assertEquals(5, site.result().count(Severity.ERROR));
    assertEquals(3, site.result().count(Severity.WARNING));
  }

  @Test
  void errorsWithholdNoPage() {
    TestSite site =
        TestSite.of(
            """
            -- a.md --
            ---
            title: [wrong
            ---
            # A
            [x](nowhere.md)
            -- b.md --
            ---
            title: Never closed
            # B
            """);
    assertTrue(site.result().count(Severity.ERROR) >= 3, site::report);
    assertTrue(site.text("a.html").contains("<span class=\"broken-link\">x</span>"));
    assertTrue(site.text("b.html").contains("Never closed"));
  }

  @Test
  void aThemeReplacesThePackedOneFileByFile() {
    SourceTree theme =
        SourceBlocks.tree(
            "theme",
            """
            -- partials/header.peb --
            <p class="mine">{{ site.title }}</p>
            -- assets/tokens.css --
            :root { --mine: 1px; }
            """);
    TestSite site =
        TestSite.of(
            BuildOptions.defaults(),
            Checked.of(SourceBlocks.content("-- index.md --\n# Home\n")),
            Checked.of(theme));
    assertEquals("", site.report());
    assertTrue(site.text("index.html").contains("<p class=\"mine\">Home</p>"));
    assertTrue(site.text("index.html").contains("class=\"site-footer\""));
    OutputFile tokens =
        site.files().values().stream()
            .filter(file -> file.path().value().startsWith("assets/tokens."))
            .findFirst()
            .orElseThrow();
    assertTrue(new String(TestSite.bytes(tokens), StandardCharsets.UTF_8).contains("--mine"));
    assertTrue(site.text("index.html").contains(tokens.path().value()));
  }

  @Test
  void progressIsToldToTheEnd() {
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    SiteBuild build =
        new SiteBuild(
            new BuildOptions(Optional.empty(), false, 3, Optional.empty()),
            (step, done, total) -> steps.add(step + " " + done + "/" + total),
            file -> Optional.empty());
    build.build(
        Checked.of(SourceBlocks.content("-- a.md --\n-- b.md --\n")),
        Checked.of(SourceTree.of("theme", List.of())));
    assertTrue(
        steps.containsAll(List.of("reading 1/2", "reading 2/2", "rendering 6/6")), steps::toString);
  }

  @Test
  void workOfManyThreadsComesBackInOrder() {
    try (Parallel parallel = new Parallel(5)) {
      List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
      assertEquals(numbers.stream().map(n -> n * 2).toList(), parallel.map(numbers, n -> n * 2));
      assertEquals(List.of(), parallel.map(List.of(), Objects::toString));
    }
  }

  @Test
  void aFailureOfOneThreadIsThrownByTheCaller() {
    for (int jobs : List.of(1, 4)) {
      try (Parallel parallel = new Parallel(jobs)) {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        IllegalStateException thrown =
            assertThrows(
                IllegalStateException.class,
                () ->
                    parallel.map(
                        numbers,
                        n -> {
                          if (n == 77) {
                            throw new IllegalStateException("77");
                          }
                          return n;
                        }));
        assertEquals("77", thrown.getMessage());
      }
    }
  }
}
