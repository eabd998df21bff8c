package dev.waymark.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentMoverTest {
  @TempDir Path folder;
  private MovedFolder kit;

  @BeforeEach
  void start() {
    kit = new MovedFolder(folder);
  }

  private static List<String> edits(Move move) {
    return move.changes().stream()
        .flatMap(change -> change.edits().stream())
        .map(edit -> edit.location() + " " + edit.before() + " -> " + edit.after())
        .toList();
  }

  @Test
  void mendsEachLinkInTheWayItIsWritten() throws Exception {
    kit.file(
            "index.md",
            """
            # Home

            [file](parts/a/mash.md), [anchor](parts/a/mash.md#why), [address](parts/a/mash.html#why),
            [root](/parts/a/mash.md), [dots](./parts/../parts/a/mash.md), [query](parts/a/mash.md?x#why),
            [angle](<parts/a/mash.md> "Title"), [title](parts/a/mash.md 'Title'), [definition][mash],
            [definition again][mash], [collapsed][], [mash], ![picture](parts/a/map.png){width=40},
            [percent](parts/%61/mash.md), [escaped](parts\\/a\\/mash.md), [elsewhere](https://a.example/mash.md).

            | a | b |
            | --- | --- |
            | [in a \\| table](parts/a/mash.md) | `[code](parts/a/mash.md)` |

            [mash]: parts/a/mash.md
            [collapsed]: <parts/a/mash.md#why>

            <!-- [comment](parts/a/mash.md) -->

            ```
            [code](parts/a/mash.md)
            ```

            ```mermaid
            flowchart TD
            a[MASH] --> b[End]
            click a "parts/a/mash.md#why"
            ```
            """)
        .file(
            "parts/a/mash.md",
            "# MASH\n\n"
                + "## Why\n\n"
                + "[map](map.png) [home](../../index.md) [me](mash.md#why) [here](#why)\n")
        .file("parts/a/map.png", "picture");
    Move move = kit.move("parts/a/mash.md", "hub/the hub.md");
    assertEquals(
        List.of(
            "content/index.md:3:8 parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:3:35 parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:3:67 parts/a/mash.html -> hub/the%20hub.html",
            "content/index.md:4:8 /parts/a/mash.md -> /hub/the%20hub.md",
            "content/index.md:4:34 ./parts/../parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:4:71 parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:5:10 parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:5:45 parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:7:11 parts/%61/mash.md -> hub/the%20hub.md",
            "content/index.md:7:41 parts\\/a\\/mash.md -> hub/the%20hub.md",
            "content/index.md:11:19 parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:13:9 parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:14:15 parts/a/mash.md -> hub/the%20hub.md",
            "content/index.md:25:10 parts/a/mash.md -> hub/the%20hub.md",
            "content/parts/a/mash.md:1:1  -> ---\naliases: [parts/a/mash.md]\n---\n",
            "content/parts/a/mash.md:5:7 map.png -> ../parts/a/map.png",
            "content/parts/a/mash.md:5:23 ../../index.md -> ../index.md",
            "content/parts/a/mash.md:5:44 mash.md -> the%20hub.md"),
        edits(move));
    assertEquals(17, move.links());
    assertEquals(List.of(), kit.problems());
    assertFalse(Files.exists(kit.content.resolve("parts/a/mash.md")));
    assertTrue(kit.text("index.md").contains("`[code](parts/a/mash.md)`"));
    assertTrue(kit.text("index.md").contains("<!-- [comment](parts/a/mash.md) -->"));
  }

  @Test
  void mendsFlowchartsNavigationAndFolderLinks() throws Exception {
    kit.file(
            "site.yaml",
            "title: Kit # the name\n"
                + "navigation:\n"
                + "  - \"parts/a/\"\n"
                + "  - title: Q\n"
                + "    page: parts/a/q.md#b\n"
                + "  - glossary.html\n")
        .file("glossary.yaml", "terms:\n  - term: Hub\n    definition: A team.\n    see: [a-q]\n")
        .file(
            "index.md",
            "# Home\n\n"
                + "[folder](parts/a/) [no slash](parts/a) [[a-q]] ![way](flowcharts/way.yaml)\n")
        .file("p.md", "---\nid: a-p\nkind: principle\nstatement: S.\n---\n# P\n\n[a](parts/a/)\n")
        .file("parts/a/index.md", "# A\n\n[q](q.md) [up](../../index.md) [top](../../)\n")
        .file(
            "parts/a/q.md",
            "---\nid: a-q\n---\n# Q\n\n## B\n\n[step](../../flowcharts/way.yaml#way--end)\n")
        .file(
            "flowcharts/way.yaml",
            """
            id: way
            title: Way
            start: ask
            nodes:
              ask:
                question: Left?
                help: "See [q](../parts/a/q.md)."
                options:
                  - { label: "Yes", to: end }
                  - { label: "No", to: end }
              end:
                outcome: End
                severity: act
                cites: [a-p]
                body: |
                  Read [q](../parts/a/q.md#b),
                  and [the folder](../parts/a/).
                see: [a-q]
            """);
    Move move = kit.move("parts/a", "b");
    assertEquals(
        List.of(
            "content/flowcharts/way.yaml:7:20 ../parts/a/q.md -> ../b/q.md",
            "content/flowcharts/way.yaml:16:16 ../parts/a/q.md -> ../b/q.md",
            "content/flowcharts/way.yaml:17:24 ../parts/a/ -> ../b/",
            "content/index.md:3:10 parts/a/ -> b/",
            "content/index.md:3:31 parts/a -> b",
            "content/p.md:8:5 parts/a/ -> b/",
            "content/parts/a/index.md:1:1  -> ---\naliases: [parts/a/index.md]\n---\n",
            "content/parts/a/index.md:3:16 ../../index.md -> ../index.md",
            "content/parts/a/index.md:3:38 ../../ -> ../",
            "content/parts/a/q.md:3:1  -> aliases: [parts/a/q.md]\n",
            "content/parts/a/q.md:8:8 ../../flowcharts/way.yaml -> ../flowcharts/way.yaml",
            "content/site.yaml:3:6 parts/a/ -> b/",
            "content/site.yaml:5:11 parts/a/q.md -> b/q.md"),
        edits(move));
    assertEquals(List.of(), kit.problems());

    Move chart = kit.move("flowcharts/way.yaml", "b/flowcharts/which");
    assertTrue(
        edits(chart)
            .contains("content/flowcharts/way.yaml:2:1  -> aliases: [flowcharts/way.html]\n"),
        edits(chart).toString());
    assertEquals(List.of(), kit.problems());
  }

  @Test
  void keepsBytesThatNeedNotChange() throws Exception {
    String marked =
        "\uFEFF---\r\n"
            + "title: \"A \u00e9\"\r\n"
            + "---\r\n"
            + "# A \ud83d\ude00 [b](b.md)\r\n\r\n"
            + "See\u00a0[b](b.md).";
    kit.file("a.md", marked).file("b.md", "# B\r\r[a](a.md)\r");
    kit.move("b.md", "x/b.md");
    assertEquals(marked.replace("](b.md)", "](x/b.md)"), kit.text("a.md"));
    assertEquals("---\raliases: [b.md]\r---\r# B\r\r[a](../a.md)\r", kit.text("x/b.md"));
    kit.move("a.md", "x/a.md");
    assertEquals(
        marked.replace("\r\n---\r\n# A", "\r\naliases: [a.md]\r\n---\r\n# A"), kit.text("x/a.md"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "title: A => title: A|aliases: [a.md]",
        "aliases: [x.md] => aliases: [a.md, x.md]",
        "aliases: [ 'x.md', y.md ] # old => aliases: [ a.md, 'x.md', y.md ] # old",
        "aliases: x.md => aliases: [a.md, x.md]",
        "aliases: \"x.md\" => aliases: [a.md, \"x.md\"]",
        "aliases: => aliases: [a.md]",
        "aliases: [] => aliases: [a.md]",
        "aliases:|  - x.md|  - y.md|title: A => aliases:|  - a.md|  - x.md|  - y.md|title: A",
        "aliases:|- x.md => aliases:|- a.md|- x.md",
        "aliases: [c/b.md] => aliases: [a.md]",
        "aliases: [x.md, /c/b.html, y.md] => aliases: [x.md, a.md, y.md]",
        "aliases: c/b => aliases: a.md",
        "aliases:|  - \"c/b.md\" => aliases:|  - a.md",
        "statement: >-|  Words|  more => statement: >-|  Words|  more|aliases: [a.md]",
      })
  void addsTheOldAddress(String before, String after) throws Exception {
    kit.file("a.md", "---\n" + before.replace('|', '\n') + "\n---\nText.\n");
    kit.move("a.md", "c/b.md");
    assertEquals("---\n" + after.replace('|', '\n') + "\n---\nText.\n", kit.text("c/b.md"));
    assertEquals(
        "b.html",
        kit.link(kit.read()).value().redirects().values().stream()
            .map(page -> page.path().name())
            .distinct()
            .toList()
            .getFirst());
  }

  @Test
  void movedBackIsAsItWasButForTheAlias() throws Exception {
    kit.file("a.md", "---\ntitle: A\n---\n[b](c/b.md)\n").file("c/b.md", "# B\n\n[a](../a.md)\n");
    SortedMap<String, String> first = kit.bytes();
    kit.move("c/b.md", "d/e/f.md");
    kit.move("d/e/f.md", "c/b.md");
    first.put("c/b.md", "---\naliases: [d/e/f.md]\n---\n" + first.get("c/b.md"));
    assertEquals(first, kit.bytes());
    kit.move("c", "g");
    assertEquals(
        "---\naliases: [c/b.md, d/e/f.md]\n---\n# B\n\n[a](../a.md)\n", kit.text("g/b.md"));
  }

  @Test
  void keepsAnIdThatComesFromTheName() throws Exception {
    kit.file("a.md", "# A\n\n[[mash]] and [[hub]]\n")
        .file("b/mash.md", "# MASH\n")
        .file("b/hub.md", "# Hub\n")
        .file(
            "flowcharts/way.yaml",
            "title: Way\n"
                + "start: end\n"
                + "nodes:\n"
                + "  end:\n"
                + "    outcome: End\n"
                + "    severity: act\n"
                + "    see: [mash]\n")
        .file("c.md", "# C\n\n[end](flowcharts/way.yaml#way--end)\n");
    kit.move("b/mash.md", "b/front-door.md");
    assertEquals("---\nid: mash\naliases: [b/mash.md]\n---\n# MASH\n", kit.text("b/front-door.md"));
    assertFalse(edits(kit.plan("b/hub.md", "c/hub.md")).toString().contains("id:"));
    kit.move("flowcharts/way.yaml", "flowcharts/which.yaml");
    assertTrue(
        kit.text("flowcharts/which.yaml")
            .startsWith("id: way\naliases: [flowcharts/way.html]\ntitle: Way\n"));
    assertEquals("# C\n\n[end](flowcharts/which.yaml#way--end)\n", kit.text("c.md"));
  }

  /** Files that no build reads move with their folder. */
  @Test
  void takesEverythingInAFolderAlong() throws Exception {
    kit.file("a/b.md", "# B\n").file("a/_notes.md", "Notes\n").file("a/c/d.png", "picture");
    kit.move("a", "x/y");
    assertEquals(
        List.of("x/y/_notes.md", "x/y/b.md", "x/y/c/d.png"), List.copyOf(kit.bytes().keySet()));
  }

  @ParameterizedTest
  @CsvSource({
    "a.md, b.md, content/b.md, false",
    "content/a.md, content/b.md, content/b.md, false",
    "a, b, content/b.md, false",
    "a.md, c, content/c/a.md, true",
    "a.md, new/place, content/new/place.md, false",
    "c, d, content/d/x.md, false",
    "c, e, content/e/c/x.md, true",
  })
  void takesPathsFromHereAndFromTheContent(
      String from, String to, String expected, boolean intoFolder) throws Exception {
    kit.file("a.md", "# A\n").file("c/x.md", "# X\n");
    if (intoFolder) {
      Files.createDirectories(kit.content.resolve(to));
    }
    kit.move(from, to);
    assertTrue(Files.exists(folder.resolve(expected)), kit.bytes().keySet().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "a.md, b.md, b.md is there already",
    "a.md, c, c/a.md is there already",
    "aa.md, x.md, there is no file or folder 'aa.md'",
    "a.md, ../x.md, is not in the folder",
    "a.md, /x.md, is not in the folder",
    "../pom.xml, x.md, there is no file or folder",
    "a.md, a.md, is there already",
    "c, c/d, a folder cannot move into itself",
    "site.yaml, settings.yaml, site.yaml holds settings",
    ".hidden.md, x.md, no part of the site",
    "a.md, _x.md, would be left out of the site",
    "a.md, con.md, does not work on every computer",
    "a.md, x.png, a page is a file that ends in .md",
    "flowcharts/way.yaml, way.yaml, would be a flowchart no more",
    "flowcharts, charts, would be a flowchart no more",
    "p.png, q.jpg, another ending",
    "a.md, b.md/x.md, is a file",
    "a.md, old.md, it would make a new problem",
    "a.md, b.markdown, it would make a new problem",
    "content, x, the content folder itself",
    "link.md, x.md, is a link to another place",
    "linked/x.md, x.md, is a link to another place",
    "a.md, linked/x.md, leads out of the folder",
    "only/one.md, one.md, it would make a new problem",
    "flow.md, x.md, cannot be changed",
    "broken.md, x.md, cannot be changed",
  })
  void refuses(String from, String to, String message) throws Exception {
    kit.file("site.yaml", "title: Kit\n")
        .file("a.md", "# A\n")
        .file("b.md", "---\naliases: [old.md]\n---\n# B\n\n[a](a.md) [list](only/)\n")
        .file("c/a.md", "# A\n")
        .file("p.png", "picture")
        .file("only/one.md", "# One\n")
        .file(".hidden.md", "# Hidden\n")
        .file("flow.md", "---\n{title: F}\n---\n")
        .file("broken.md", "---\ntitle: [F\n---\n")
        .file(
            "flowcharts/way.yaml",
            "title: Way\nstart: end\nnodes:\n  end:\n    outcome: End\n    severity: act\n");
    Files.createDirectories(folder.resolve("outside"));
    Files.writeString(folder.resolve("outside/x.md"), "# X\n");
    Files.createSymbolicLink(kit.content.resolve("link.md"), kit.content.resolve("a.md"));
    Files.createSymbolicLink(kit.content.resolve("linked"), folder.resolve("outside"));
    SortedMap<String, String> before = kit.bytes();
    RefusedException refused = assertThrows(RefusedException.class, () -> kit.move(from, to));
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
    assertFalse(refused.help().isEmpty());
    assertEquals(before, kit.bytes());
  }

  @Test
  void suggestsWhatWasMeant() throws Exception {
    kit.file("parts/part-5/consent.md", "# C\n");
    assertEquals(
        "did you mean parts/part-5/consent.md ?",
        assertThrows(RefusedException.class, () -> kit.plan("content/parts/part-5/consnt.md", "x"))
            .help());
  }

  @Test
  void refusesContentThatChangedInBetween() throws Exception {
    kit.file("a.md", "# A\n").file("b.md", "# B\n\n[a](a.md)\n");
    ContentMover mover = kit.mover();
    Move move = mover.plan(Path.of("a.md"), Path.of("x.md"));
    kit.file("b.md", "# B\n\n[a](a.md) more\n");
    assertThrows(RefusedException.class, () -> mover.apply(move));
    kit.file("b.md", "# B\n\n[a](a.md)\n").file("c.md", "# C\n\n[a](a.md)\n");
    assertThrows(RefusedException.class, () -> mover.apply(move));
    assertEquals("# A\n", kit.text("a.md"));
    Files.delete(kit.content.resolve("c.md"));
    mover.apply(move);
    assertEquals("# B\n\n[a](x.md)\n", kit.text("b.md"));
  }

  @Test
  void refusesToWriteTextOfAnotherEncoding() throws Exception {
    kit.file("a.md", "# A\n");
    Files.write(
        kit.content.resolve("b.md"),
        new byte[] {
          '#', ' ', (byte) 0xE9, '\n', '\n', '[', 'a', ']', '(', 'a', '.', 'm', 'd', ')'
        });
    RefusedException refused = assertThrows(RefusedException.class, () -> kit.move("a.md", "x.md"));
    assertTrue(refused.getMessage().contains("b.md is not UTF-8"), refused.getMessage());
    assertEquals(List.of("a.md", "b.md"), List.copyOf(kit.bytes().keySet()));
  }

  @Test
  void undoesWhatTheDiskDoesNotFinish() throws Exception {
    kit.file("a.md", "# A\n").file("b.md", "# B\n\n[a](a.md)\n").file("z.md", "[a](a.md)\n");
    ContentMover mover = kit.mover();
    Move move = mover.plan(Path.of("a.md"), Path.of("new/place/x.md"));
    // Something stands where the last new text would wait.
    Path obstacle = kit.content.resolve(".waymark-move-z.md.tmp");
    Files.createDirectories(obstacle.resolve("full"));
    SortedMap<String, String> before = kit.bytes();
    assertThrows(IOException.class, () -> mover.apply(move));
    assertEquals(before, kit.bytes());
    Files.delete(obstacle.resolve("full"));
    Files.delete(obstacle);
    // Something took the new place at the last moment.
    Files.createDirectories(kit.content.resolve("new/place/x.md"));
    assertThrows(IOException.class, () -> mover.apply(move));
    assertEquals(before, kit.bytes());
  }

  @Test
  void showsAllOfItAsADiff() throws Exception {
    kit.file("a.md", "1\n2\n3\n4\n[b](b.md)\n6\n7\n8\n9\n10\n11\n12\n13\n14\n[b](b.md)")
        .file("b.md", "# B\n")
        .file("c/d.png", "picture");
    assertEquals(
        """
        diff --git a/content/a.md b/content/a.md
        --- a/content/a.md
        +++ b/content/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -[b](b.md)
        +[b](x.md)
         6
         7
         8
        @@ -12,4 +12,4 @@
         12
         13
         14
        -[b](b.md)
        \\ No newline at end of file
        +[b](x.md)
        \\ No newline at end of file
        diff --git a/content/b.md b/content/x.md
        rename from content/b.md
        rename to content/x.md
        --- a/content/b.md
        +++ b/content/x.md
        @@ -1 +1,4 @@
        +---
        +aliases: [b.md]
        +---
         # B
        """,
        kit.plan("b.md", "x.md").diff());
    assertEquals(
        """
        diff --git a/content/c/d.png b/content/e/d.png
        rename from content/c/d.png
        rename to content/e/d.png
        """,
        kit.plan("c", "e").diff());
  }
}
