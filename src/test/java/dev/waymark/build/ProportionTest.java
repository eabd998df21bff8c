package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.output.OutputFile;
import dev.waymark.source.SourceBlocks;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Twice the input is not four times the output. */
class ProportionTest {
  private static TestSite build(List<SourceFile> files) {
    TestSite site = TestSite.of(BuildOptions.defaults(), SourceTree.of("content", files));
    assertEquals(List.of(), SiteRules.breaches(site));
    return site;
  }

  /** How many characters all pages have together. */
  private static long size(TestSite site) {
    return site.pages().values().stream().mapToLong(String::length).sum();
  }

  private static List<SourceFile> pages(
      int count, IntFunction<String> path, IntFunction<String> text) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(SourceBlocks.file("content", path.apply(i), text.apply(i)));
    }
    return files;
  }

  private static void assertLinear(String what, long small, long large, int factor) {
    assertTrue(
        large < small * factor * 1.3,
        () -> "%s: %,d characters of %,d times %d".formatted(what, large, small, factor));
  }

  @Test
  void pagesInOneFolder() {
    IntFunction<String> path = i -> "f/page-%03d.md".formatted(i);
    IntFunction<String> text =
        i -> "# Page %d\n\nSee [the next](page-%03d.md).\n".formatted(i, i + 1);
    TestSite small = build(pages(150, path, text));
    TestSite large = build(pages(300, path, text));
    assertEquals(300, large.result().pages());
    assertLinear("300 pages", size(small), size(large), 2);
  }

  @Test
  void pagesThatAllCiteOne() {
    IntFunction<String> path = i -> i == 0 ? "p1.md" : "f%d/page-%d.md".formatted(i % 20, i);
    IntFunction<String> text = i -> "# Page\n\nIt is so, by [the first](/p1.md). And [[p1]].\n";
    assertLinear(
        "citations", size(build(pages(150, path, text))), size(build(pages(300, path, text))), 2);
  }

  @Test
  void foldersInFolders() {
    IntFunction<String> path = i -> "folder/".repeat(i) + "page.md";
    TestSite small = build(pages(20, path, i -> "# Page\n"));
    TestSite deep = build(pages(40, path, i -> "# Page\n"));
    assertTrue(deep.pages().containsKey("folder/".repeat(39) + "page.html"));
    // Each page names those above it, so the deeper half has somewhat longer pages.
    assertTrue(
        size(deep) < size(small) * 3, () -> size(small) + " to " + size(deep) + " characters");
  }

  @Test
  void aTitleOfAHundredKilobytes() {
    String title = "word ".repeat(20_000).strip();
    List<SourceFile> files =
        pages(50, i -> "f/page-" + i + ".md", i -> "# Page\n[[long]] [l](/f/)\n");
    long plain = size(build(files));
    files.add(SourceBlocks.file("content", "f/long.md", "# " + title + "\n[[page-1]]\n"));
    files.add(
        SourceBlocks.file("content", "f/index.md", "---\ntitle: " + title + "\n---\n[[page-2]]\n"));
    files.add(SourceBlocks.file("content", "index.md", "# " + title + "\n"));
    files.add(
        SourceBlocks.file(
            "content",
            "glossary.yaml",
            "terms:\n  - {term: page, definition: %s, expansion: %s}\n".formatted(title, title)));
    long more = size(build(files)) - plain;
    assertTrue(
        more < 12L * title.length(),
        () -> "the title stands %d times".formatted(more / title.length()));
  }

  @Test
  void aPageWithTwoThousandHeadings() {
    IntFunction<String> body =
        count -> {
          StringBuilder text = new StringBuilder("# Page\n");
          for (int i = 0; i < count; i++) {
            text.append(i % 3 == 0 ? "## " : "### ")
                .append("Same\n\n[x](#same-")
                .append(i / 2)
                .append(")\n\n");
          }
          return text.toString();
        };
    TestSite small = build(pages(1, i -> "a.md", i -> body.apply(1000)));
    TestSite large = build(pages(1, i -> "a.md", i -> body.apply(2000)));
    assertLinear("headings", size(small), size(large), 2);
    assertEquals(
        2000,
        HtmlScan.elements(large.text("a.html")).stream()
            .filter(element -> element.attribute("id").startsWith("same"))
            .count());
  }

  @Test
  void aPageWithThousandsOfLinksToOne() {
    IntFunction<String> body = count -> "# Page\n\n" + "Read [[b]] now. ".repeat(count) + "\n";
    IntFunction<TestSite> site =
        count ->
            build(
                List.of(
                    SourceBlocks.file("content", "a.md", body.apply(count)),
                    SourceBlocks.file("content", "b.md", "# B\n")));
    assertLinear("links", size(site.apply(500)), size(site.apply(1000)), 2);
  }

  @Test
  void assetsAreNotRead() {
    OutputFile file =
        TestSite.of("-- large.pdf --\n-- a.md --\n").files().values().stream()
            .filter(one -> one.path().name().equals("large.pdf"))
            .findFirst()
            .orElseThrow();
    assertTrue(file.content() instanceof OutputFile.Content.Copied);
  }
}
