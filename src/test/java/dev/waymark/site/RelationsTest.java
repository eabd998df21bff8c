package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.link.LinkReference;
import dev.waymark.link.SitePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How pages stand to each other: what cites what, what comes after what, what is above what. */
class RelationsTest {
  /** Each citation as {@code from: section "sentence", …}. */
  private static List<String> citations(LinkedSite linked, String path) {
    Site site = linked.site();
    List<String> lines = new ArrayList<>();
    for (Citation citation : site.citationsOf(new SitePath(path))) {
      List<String> links = new ArrayList<>();
      for (LinkReference link : citation.links()) {
        links.add(
            "%s \"%s\"".formatted(link.section(), link.sentence().fill(site::titleOf)).strip());
      }
      lines.add(citation.from().path() + ": " + String.join(", ", links));
    }
    return lines;
  }

  @Test
  void citationsHaveTheSentenceAndTheSection() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- p1.md --
            ---
            kind: principle
            statement: One.
            ---
            # First principle
            ## Part
            -- guides/b.md --
            # B
            Not this. Read [the first](../p1.md) now! Nor this.

            ## Who to ring
            - Ring them, see [[p1]] and [[p1|that]].

            ### Later

            > Or *see [the **part**](/p1.html#part)*. Last.

            #### Deeper
            | a | b |
            | --- | --- |
            | c | In a [cell](../p1.md). |
            -- guides/a.md --
            ---
            principles: [p1]
            ---
            # A
            -- guides/c.md --
            ---
            principles: [p1]
            ---
            # C, and its [heading](../p1.md)
            ![Shown](../p1.md)
            -- guides/d.md --
            [gone](../p1.md#nothing) [no](../p9.md) [x](https://example.org/p1.html)
            -- old.md --
            ---
            aliases: [former.md]
            ---
            [first][def] and again [first][def].

            [def]: p1.md
            -- self.md --
            [self](self.md) [[self]] [f](former.md)
            """);
    assertEquals(
        List.of(
            "guides/a.html: ",
            "guides/b.html: \"Read the first now!\","
                + " who-to-ring \"Ring them, see First principle and that.\","
                + " who-to-ring \"Ring them, see First principle and that.\","
                + " later \"Or see the part.\","
                + " later \"In a cell.\"",
            "guides/c.html: \"Shown\", \"C, and its heading\"",
            "guides/d.html: \"gone no x\"",
            "old.html: \"first and again first.\", \"first and again first.\""),
        citations(site, "p1.html"));
    assertEquals(List.of("self.html: \"self Self f\""), citations(site, "old.html"));
    assertEquals(List.of(), citations(site, "self.html"));
    assertEquals(List.of(), citations(site, "guides/a.html"));
  }

  @Test
  void madePagesAreCitedToo() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- f/a.md --
            Look [around](./). A [[glossary:vhf]].
            -- glossary.yaml --
            terms:
              - term: VHF
                definition: Radio.
            """);
    assertEquals(List.of("f/a.html: \"Look around.\""), citations(site, "f/index.html"));
    assertEquals(List.of("f/a.html: \"A VHF.\""), citations(site, "glossary.html"));
  }

  @Test
  void frontMatterAndTextMakeOneEntry() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- p1.md --
            ---
            kind: principle
            statement: One.
            principles: [p1]
            ---
            # Principle
            -- a.md --
            ---
            principles: [p1, p1]
            ---
            By [[p1]].
            """);
    assertEquals(List.of("a.html: \"By Principle.\""), citations(site, "p1.html"));
  }

  private static final String FOLDERS =
      """
      -- index.md --
      # Home
      -- zebra.md --
      -- parts/index.md --
      ---
      order: 2
      ---
      # All parts
      -- parts/one/index.md --
      ---
      order: 1
      ---
      # Part one
      -- parts/one/b.md --
      # banana
      -- parts/one/a.md --
      # Cherry
      -- parts/one/z.md --
      ---
      order: 1
      ---
      # Last letter, first in order
      -- parts/one/deep/x.md --
      # X
      -- parts/one/deep/er/y.md --
      # Y
      -- parts/two/README.md --
      ---
      order: -5
      ---
      # Part two
      -- parts/loose.md --
      # Loose
      -- alpha/only.md --
      # Only
      """;

  private static void list(Folder folder, String indent, List<String> lines) {
    for (Folder.Child child : folder.children()) {
      lines.add(indent + child.title());
      if (child instanceof Folder.Child.OfFolder inner) {
        list(inner.folder(), indent + "  ", lines);
      }
    }
  }

  @Test
  void foldersAreInOrderThenByTitle() {
    Site site = LinkedSite.of(FOLDERS).site();
    List<String> lines = new ArrayList<>();
    list(site.folderOf(Site.HOME), "", lines);
    assertEquals(
        """
        All parts
          Part two
          Part one
            Last letter, first in order
            banana
            Cherry
            Deep
              Er
                Y
              X
          Loose
        Alpha
          Only
        Zebra
        """,
        String.join("\n", lines) + "\n");
  }

  @Test
  void previousAndNextGoThroughSubFolders() {
    Site site = LinkedSite.of(FOLDERS).site();
    List<String> way = new ArrayList<>();
    Optional<NavigationEntry> at = Optional.of(entry("parts/index.html", "All parts"));
    while (at.isPresent()) {
      NavigationEntry here = at.get();
      way.add(here.title());
      at = site.neighboursOf(here.target()).next();
      at.ifPresent(
          next -> assertEquals(Optional.of(here), site.neighboursOf(next.target()).previous()));
    }
    assertEquals(
        List.of(
            "All parts",
            "Part two",
            "Part one",
            "Last letter, first in order",
            "banana",
            "Cherry",
            "Deep",
            "Er",
            "Y",
            "X",
            "Loose"),
        way);
    assertEquals(Optional.empty(), site.neighboursOf(new SitePath("parts/index.html")).previous());
    // The end of one top-level folder does not lead into the next, and the top has no order.
    assertEquals(Site.Neighbours.NONE, site.neighboursOf(new SitePath("zebra.html")));
    assertEquals(Site.Neighbours.NONE, site.neighboursOf(Site.HOME));
    assertEquals(
        new Site.Neighbours(Optional.empty(), Optional.of(entry("alpha/only.html", "Only"))),
        site.neighboursOf(new SitePath("alpha/index.html")));
  }

  private static NavigationEntry entry(String target, String title) {
    return new NavigationEntry(new SitePath(target), title);
  }

  private static List<String> titles(List<NavigationEntry> entries) {
    return entries.stream().map(NavigationEntry::title).toList();
  }

  @Test
  void withoutSettingsTheTopIsTheNavigation() {
    Site site = LinkedSite.of(FOLDERS).site();
    assertEquals(List.of("All parts", "Alpha", "Zebra"), titles(site.navigation()));
    assertEquals(List.of("A to Z"), titles(site.footer()));
  }

  @Test
  void manyPagesAtTheTopAreNoNavigation() {
    StringBuilder blocks = new StringBuilder(FOLDERS);
    for (int i = 1; i <= 8; i++) {
      blocks.append("-- page-").append(i).append(".md --\n");
    }
    Site site = LinkedSite.of(blocks.toString()).site();
    assertEquals(List.of("All parts", "Alpha"), titles(site.navigation()));
    assertEquals(List.of("A to Z"), titles(site.footer()));
  }

  @Test
  void theFooterHasWhatTheNavigationLeavesOut() {
    Site site =
        LinkedSite.of(
                """
                -- site.yaml --
                navigation: [a-z.html, parts/]
                -- index.md --
                -- parts/index.md --
                -- privacy.md --
                # Privacy
                -- about.md --
                ---
                order: 1
                ---
                # Who we are
                -- glossary.yaml --
                terms:
                  - term: VHF
                    definition: Radio.
                """)
            .site();
    assertEquals(List.of("A to Z", "Parts"), titles(site.navigation()));
    assertEquals(List.of("Who we are", "Privacy", "Glossary"), titles(site.footer()));
  }

  @Test
  void aSiteIsCalledAsItsSettingsOrItsHomePageSay() {
    assertEquals(
        "S", LinkedSite.of("-- site.yaml --\ntitle: S\n-- index.md --\n# H\n").site().title());
    assertEquals("H", LinkedSite.of("-- index.md --\n# H\n").site().title());
    assertEquals("Index", LinkedSite.of("-- index.md --\nText\n").site().title());
    assertEquals("Knowledge base", LinkedSite.of("-- a.md --\n# H\n").site().title());
  }

  @Test
  void theDateIsTheNewestOfTheContentUnlessItIsGiven() {
    String blocks =
        """
        -- a.md --
        ---
        reviewed: 2026-01-31
        review-by: 2027-01-31
        ---
        -- b.md --
        ---
        facts-as-at: 2026-03-01
        reviewed: 2025-12-01
        changes:
          - date: 2026-06-01
            text: Not a review.
        ---
        -- c.md --
        ---
        draft: true
        reviewed: 2026-12-31
        ---
        """;
    assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), LinkedSite.of(blocks).site().asOf());
    assertEquals(
        Optional.of(LocalDate.of(2026, 12, 31)), LinkedSite.withDrafts(blocks).site().asOf());
    assertEquals(
        Optional.of(LocalDate.of(2020, 2, 29)),
        LinkedSite.asOf("2020-02-29", blocks).site().asOf());
    assertEquals(Optional.empty(), LinkedSite.of("-- a.md --\n# A\n").site().asOf());
  }

  @Test
  void draftsAreNowhere() {
    String blocks =
        """
        -- site.yaml --
        owners: {lead: {name: Lead}}
        -- a.md --
        # A
        -- f/later.md --
        ---
        draft: true
        owner: nobody
        aliases: [earlier.md]
        id: later
        ---
        # Later
        [a](../a.md) and [broken](nowhere.md).
        """;
    LinkedSite hidden = LinkedSite.of(blocks);
    assertEquals(List.of(), hidden.messages());
    assertEquals(List.of("a.html"), strings(hidden.site().pages().keySet()));
    assertEquals(List.of(""), List.copyOf(hidden.site().folders().keySet()));
    assertEquals(List.of("A"), titles(hidden.site().navigation()));
    assertEquals(List.of("A"), hidden.site().index().stream().map(IndexEntry::title).toList());
    assertEquals(List.of(), citations(hidden, "a.html"));
    assertEquals(Optional.empty(), hidden.site().find("later"));
    assertEquals(List.of(), strings(hidden.site().redirects().keySet()));
    assertEquals(List.of(), strings(hidden.site().assets().keySet()));

    LinkedSite shown = LinkedSite.withDrafts(blocks);
    assertEquals(
        List.of("WM104", "WM213"),
        shown.diagnostics().stream().map(found -> found.code().id()).sorted().toList());
    assertEquals(List.of("a.html", "f/later.html"), strings(shown.site().pages().keySet()));
    assertEquals(List.of("A", "F"), titles(shown.site().navigation()));
    assertEquals(
        List.of("A", "Later"), shown.site().index().stream().map(IndexEntry::title).toList());
    assertEquals(1, citations(shown, "a.html").size());
    assertEquals(List.of("earlier.html"), strings(shown.site().redirects().keySet()));
  }

  @Test
  void theStatusDraftHidesNothing() {
    assertEquals(
        List.of("a.html"),
        strings(LinkedSite.of("-- a.md --\n---\nstatus: draft\n---\n").site().pages().keySet()));
  }

  private static List<String> strings(Collection<SitePath> paths) {
    return paths.stream().map(SitePath::value).toList();
  }
}
