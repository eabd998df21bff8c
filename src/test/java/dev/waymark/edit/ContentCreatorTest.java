package dev.waymark.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Kind;
import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCreatorTest {
  @TempDir Path folder;
  private Path content;

  @BeforeEach
  void start() throws IOException {
    content = Files.createDirectory(folder.resolve("content"));
  }

  private void file(String path, String text) throws IOException {
    Path file = content.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Created create(ContentKind kind, String path) throws IOException, RefusedException {
    return new ContentCreator(content, "content", folder).create(kind, Path.of(path));
  }

  private String text(Created created) throws IOException {
    return Files.readString(folder.resolve(created.file()));
  }

  private Page page(Created created) throws IOException {
    Path file = folder.resolve(created.file());
    SourcePath path = new SourcePath(created.file().substring("content/".length()));
    Checked<Page> read =
        new PageReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()))
            .read(
                new SourceFile.Text(
                    path, new SourceText(created.file(), 1, Files.readString(file)), file));
    assertEquals(List.of(), read.diagnostics());
    return read.value();
  }

  @Test
  void pageHasATitleAndStandsBehindTheLastOfItsFolder() throws Exception {
    file("parts/a.md", "---\norder: 3\n---\n");
    file("parts/b.md", "---\norder: 11\n---\n");
    file("parts/below/index.md", "---\norder: 20\n---\n");
    file("parts/below/far.md", "---\norder: 99\n---\n");
    file("parts/index.md", "---\norder: 77\n---\n");
    Page page = page(create(ContentKind.PAGE, "parts/asking-for-consent"));
    assertEquals("Asking for consent", page.title());
    assertEquals(Optional.of(21), page.frontMatter().order());
    assertEquals(Kind.GUIDE, page.frontMatter().kind());
    assertFalse(page.frontMatter().draft());
  }

  @Test
  void pageOfAFolderStandsAmongItsNeighbours() throws Exception {
    file("parts/part-1/index.md", "---\norder: 4\n---\n");
    Created created = create(ContentKind.PAGE, "parts/part-2/index");
    assertEquals("Part 2", page(created).title());
    assertEquals(Optional.of(5), page(created).frontMatter().order());
  }

  @Test
  void whereNoPageHasAPlaceTheNewOneHasNone() throws Exception {
    file("a.md", "# A\n");
    assertEquals(Optional.empty(), page(create(ContentKind.PAGE, "b")).frontMatter().order());
  }

  @Test
  void placeThatCannotBeToppedIsNone() throws Exception {
    file("a.md", "---\norder: " + Integer.MAX_VALUE + "\n---\n");
    assertEquals(Optional.empty(), page(create(ContentKind.PAGE, "b")).frontMatter().order());
  }

  @ParameterizedTest
  @CsvSource({
    "principles/confidentiality, p11",
    "principles/p12, p12",
    "principles/p10a, p11",
    "elsewhere/p2, p11",
  })
  void principleGetsTheNextFreeId(String path, String id) throws Exception {
    file("principles/p2.md", "---\nkind: principle\nstatement: x\n---\n");
    file("principles/ten.md", "---\nid: p10\nkind: principle\nstatement: x\n---\n");
    file("guide.md", "---\nid: p30\n---\n");
    Created created = create(ContentKind.PRINCIPLE, path);
    assertEquals(Optional.of(id), created.id());
    FrontMatter frontMatter = page(created).frontMatter();
    assertEquals(id, frontMatter.id().orElseThrow().value());
    assertEquals(Kind.PRINCIPLE, frontMatter.kind());
    assertFalse(frontMatter.statement().isEmpty());
  }

  @Test
  void idThatAGuideHasIsPassedOver() throws Exception {
    file("principles/p1.md", "---\nkind: principle\nstatement: x\n---\n");
    file("guide.md", "---\nid: P2\n---\n");
    file("p3.md", "# Three\n");
    file("flowcharts/chart.yaml", "id: p4\n");
    assertEquals(Optional.of("p5"), create(ContentKind.PRINCIPLE, "principles/kindness").id());
  }

  @Test
  void firstPrincipleIsOne() throws Exception {
    assertEquals(Optional.of("p1"), create(ContentKind.PRINCIPLE, "principles/kindness").id());
  }

  @Test
  void excerptNamesItsSource() throws Exception {
    Created created = create(ContentKind.EXCERPT, "excerpts/e9-leaving-home");
    Page page = page(created);
    assertEquals("Leaving home", page.title());
    assertEquals(Kind.EXCERPT, page.frontMatter().kind());
    assertEquals("e9-leaving-home", page.frontMatter().id().orElseThrow().value());
    assertEquals(1, page.frontMatter().sources().size());
    assertFalse(page.frontMatter().theme().isEmpty());
  }

  @Test
  void excerptWhoseNameIsTakenHasNoId() throws Exception {
    file("guide.md", "---\nid: e9\n---\n");
    assertEquals(Optional.empty(), create(ContentKind.EXCERPT, "excerpts/e9").id());
  }

  @Test
  void flowchartLeadsFromItsStartToOutcomesThatCite() throws Exception {
    file("principles/p7.md", "---\nkind: principle\nstatement: x\n---\n");
    Created created = create(ContentKind.FLOWCHART, "flowcharts/Which way, Ŵyn!");
    assertEquals(Optional.of("which-way-wyn"), created.id());
    YamlNode.Mapping chart = mapping(text(created));
    assertEquals("which-way-wyn", scalar(chart, "id"));
    assertEquals(created.title(), scalar(chart, "title"));
    YamlNode.Mapping nodes = (YamlNode.Mapping) member(chart, "nodes");
    List<String> reached = new ArrayList<>(List.of(scalar(chart, "start")));
    for (int i = 0; i < reached.size(); i++) {
      YamlNode.Mapping node = (YamlNode.Mapping) member(nodes, reached.get(i));
      Map<String, YamlNode> keys = keys(node);
      assertEquals(
          1,
          Stream.of("question", "action", "outcome").filter(keys::containsKey).count(),
          reached.get(i));
      if (keys.containsKey("outcome")) {
        YamlNode.Sequence cites = (YamlNode.Sequence) member(node, "cites");
        assertEquals("p7", ((YamlNode.Scalar) cites.items().getFirst()).text());
      } else {
        for (YamlNode option : ((YamlNode.Sequence) member(node, "options")).items()) {
          reached.add(scalar((YamlNode.Mapping) option, "to"));
        }
      }
    }
    assertEquals(nodes.entries().size(), reached.size(), "every node is reached once");
  }

  @Test
  void idOfAFlowchartIsFree() throws Exception {
    file("which-way.md", "# Which way\n");
    file("other.md", "---\nid: which-way-2\n---\n");
    assertEquals(
        Optional.of("which-way-3"), create(ContentKind.FLOWCHART, "flowcharts/which-way").id());
    assertEquals(Optional.of("flowchart"), create(ContentKind.FLOWCHART, "flowcharts/文").id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026", "true", "null", "no", "1.5", "a #b", "a & b", "it's", "- x", "[a] {b}", "@x", "!x",
        "%x", "`x`", "a, b", "~", "x\u200by", "x\u2028y", "'x", "=", "Ŵy-文", "e1-", "p",
            "2026-11-22"
      })
  void titleIsReadAsItWasMeant(String name) throws Exception {
    Created created = create(ContentKind.PAGE, "titles/" + name);
    assertEquals(created.title(), page(created).title());
    assertEquals(
        Page.titleOf(name.replaceFirst("\\.$", "")).codePoints().count(),
        created.title().codePoints().count());
    Created chart = create(ContentKind.FLOWCHART, "flowcharts/" + name);
    assertEquals(chart.title(), scalar(mapping(text(chart)), "title"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAGE | a | a.md",
        "PAGE | a.md | a.md",
        "PAGE | a.markdown | a.markdown",
        "PAGE | A.MD | A.MD",
        "PAGE | v1.2-notes | v1.2-notes.md",
        "PAGE | content/a | a.md",
        "PAGE | ./b/../a | a.md",
        "PAGE | deep/er/and/deeper/a | deep/er/and/deeper/a.md",
        "FLOWCHART | flowcharts/a | flowcharts/a.yaml",
        "FLOWCHART | parts/flowcharts/a.yml | parts/flowcharts/a.yml",
      })
  void endingIsAddedAndFoldersAreMade(ContentKind kind, String path, String written)
      throws Exception {
    assertEquals("content/" + written, create(kind, path).file());
    assertTrue(Files.isRegularFile(content.resolve(written)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "PAGE | ../a | '../a' is not in the folder 'content'",
        "PAGE | ../content-of-others/a | '../content-of-others/a' is not in the folder 'content'",
        "PAGE | content/../a/../../x | 'content/../a/../../x' is not in the folder 'content'",
        "PAGE | /srv/a | '/srv/a' is not in the folder 'content'",
        "PAGE | . | '.' is not in the folder 'content'",
        "PAGE | content | 'content' is not in the folder 'content'",
        "PAGE | a.yaml | every page is a file that ends in .md",
        "PAGE | a.html | every page is a file that ends in .md",
        "EXCERPT | a.docx | every excerpt is a file that ends in .md",
        "FLOWCHART | a.md | every flowchart is a file that ends in .yaml",
        "PAGE | .hidden | '.hidden' would be left out of the site, because of its name",
        "PAGE | _notes/a | '_notes' would be left out of the site, because of its name",
        "PAGE | node_modules/a | 'node_modules' would be left out of the site, because of its name",
        "PAGE | a:b | the name 'a:b' does not work on every computer",
        "PAGE | why? | the name 'why?' does not work on every computer",
        "PAGE | a\\b | the name 'a\\b' does not work on every computer",
        "PAGE | nul | the name 'nul' does not work on every computer",
        "PAGE | a./b | the name 'a.' does not work on every computer",
        "PAGE | glossary | the name 'glossary.md' is kept for a page that Waymark makes",
        "PAGE | A-Z | the name 'A-Z.md' is kept for a page that Waymark makes",
        "FLOWCHART | a | a flowchart stands in a folder that is named flowcharts",
        "FLOWCHART | Flowcharts/a | a flowchart stands in a folder that is named flowcharts",
        "FLOWCHART | flowcharts/a/b | a flowchart stands in a folder that is named flowcharts",
        "PAGE | taken | content/taken.md is there already, and nothing was changed",
        "PAGE | Taken | content/taken.md is there already, and nothing was changed",
        "PAGE | taken.markdown | content/taken.md is there already, and nothing was changed",
        "PAGE | form | content/form.html is there already, and nothing was changed",
        "FLOWCHART | flowcharts/b | content/flowcharts/b.md is there already, and nothing was"
            + " changed",
        "FLOWCHART | flowcharts/c | content/flowcharts/c.yml is there already, and nothing was"
            + " changed",
        "PAGE | flowcharts/c | content/flowcharts/c.yml is there already, and nothing was changed",
        "PAGE | moved | content/moved.md is an old address of content/flowcharts/c.yml, which"
            + " readers are sent on to",
        "PAGE | index | content/README.md is there already, and nothing was changed",
        "PAGE | taken.md/a | 'taken.md' is a file, not a folder",
        "PAGE | Parts/a | there is a folder 'parts' already, which differs in upper and lower case"
            + " only",
        "PAGE | old | content/old.md is an old address of content/taken.md, which readers are sent"
            + " on to",
        "PAGE | gone/index | content/gone/index.md is an old address of content/taken.md, which"
            + " readers are sent on to",
      })
  void whatWillNotDoIsRefusedAndNothingIsWritten(ContentKind kind, String path, String message)
      throws Exception {
    file("taken.md", "---\naliases: [old.md, gone/]\n---\n");
    file("form.html", "<p>");
    file("README.md", "# Home\n");
    file("flowcharts/b.md", "# B\n");
    file("flowcharts/c.yml", "id: c\naliases: [moved.md]\n");
    file("parts/one.md", "# One\n");
    Map<String, String> before = everything();
    RefusedException refused = assertThrows(RefusedException.class, () -> create(kind, path));
    assertEquals(message, refused.getMessage());
    assertFalse(refused.help().isEmpty());
    assertEquals(before, everything());
  }

  @Test
  void nameOfYamlThatIsNoFlowchartIsFreeForAPage() throws Exception {
    file("site.yaml", "title: Kit\n");
    file("data.yaml", "id: rota\n");
    assertEquals("content/site.md", create(ContentKind.PAGE, "site").file());
    assertEquals("content/data.md", create(ContentKind.PAGE, "data").file());
    assertEquals(Optional.of("rota"), create(ContentKind.FLOWCHART, "flowcharts/rota").id());
  }

  @ParameterizedTest
  @CsvSource({
    "a, flowcharts/a.yaml",
    "parts/part-1/a.yml, parts/part-1/flowcharts/a.yml",
    "parts/Flowcharts/a, parts/flowcharts/a.yaml",
  })
  void placeForAFlowchartIsTold(String path, String place) {
    RefusedException refused =
        assertThrows(RefusedException.class, () -> create(ContentKind.FLOWCHART, path));
    assertEquals("did you mean " + place + " ?", refused.help());
  }

  @Test
  void linkedFolderElsewhereIsRefused() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(content.resolve("out"), elsewhere);
    Files.createSymbolicLink(content.resolve("gone"), folder.resolve("nowhere"));
    assertThrows(RefusedException.class, () -> create(ContentKind.PAGE, "out/a"));
    assertThrows(RefusedException.class, () -> create(ContentKind.PAGE, "out/new/a"));
    assertThrows(RefusedException.class, () -> create(ContentKind.PAGE, "gone/a"));
    try (Stream<Path> files = Files.list(elsewhere)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void linkToAFileThatIsNotThereIsNotFollowed() throws Exception {
    Files.createSymbolicLink(content.resolve("a.md"), folder.resolve("outside.md"));
    assertThrows(RefusedException.class, () -> create(ContentKind.PAGE, "a"));
    assertFalse(Files.exists(folder.resolve("outside.md")));
  }

  @Test
  void ofTwoAtOnceOneWrites() throws Exception {
    for (int round = 0; round < 20; round++) {
      String path = "race/r" + round;
      CyclicBarrier start = new CyclicBarrier(2);
      List<Boolean> written = Collections.synchronizedList(new ArrayList<>());
      Runnable writer =
          () -> {
            try {
              start.await();
              create(ContentKind.PAGE, path);
              written.add(true);
            } catch (RefusedException e) {
              written.add(false);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          };
      Thread other = Thread.ofVirtual().start(writer);
      writer.run();
      other.join();
      assertEquals(List.of(false, true), written.stream().sorted().toList());
    }
  }

  @Test
  void linkIsToldFromTheNearestPageOfAFolder() throws Exception {
    file("README.md", "# Home\n");
    file("parts/index.md", "# Parts\n");
    assertEquals(
        Optional.of("content/parts/index.md"), create(ContentKind.PAGE, "parts/b/c").linkFrom());
    Created index = create(ContentKind.PAGE, "parts/b/index");
    assertEquals(Optional.of("content/parts/index.md"), index.linkFrom());
    assertEquals("[B](b/index.md)", index.link());
    Created spaced = create(ContentKind.PAGE, "garden/glass [house] (old)");
    assertEquals(Optional.of("content/README.md"), spaced.linkFrom());
    assertEquals("[Glass \\[house\\] (old)](<garden/glass [house] (old).md>)", spaced.link());
  }

  @Test
  void emptyContentFolderWillDo() throws Exception {
    Created home = create(ContentKind.PAGE, "index");
    assertEquals(Optional.empty(), home.linkFrom());
    assertEquals("Index", page(home).title());
  }

  /** Every file below the folder of the test, with its text. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        files.put(
            folder.relativize(path).toString(),
            Files.isRegularFile(path) ? Files.readString(path) : "");
      }
    }
    return files;
  }

  private static YamlNode.Mapping mapping(String text) {
    Checked<YamlNode.Mapping> read =
        new YamlReader().readMapping(new SourceText("chart.yaml", 1, text));
    assertEquals(List.of(), read.diagnostics());
    return read.value();
  }

  private static Map<String, YamlNode> keys(YamlNode.Mapping mapping) {
    Map<String, YamlNode> keys = new HashMap<>();
    mapping.entries().forEach(entry -> keys.put(entry.key().value(), entry.value()));
    return keys;
  }

  private static YamlNode member(YamlNode.Mapping mapping, String key) {
    return Optional.ofNullable(keys(mapping).get(key)).orElseThrow();
  }

  private static String scalar(YamlNode.Mapping mapping, String key) {
    return ((YamlNode.Scalar) member(mapping, key)).text();
  }
}
