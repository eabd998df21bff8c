package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.link.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which file stands where, and what happens when two want one place. */
class AddressesTest {
  /** Everything the site will have but the theme: pages, lists, copied and old addresses. */
  private static List<String> addresses(LinkedSite linked) {
    Site site = linked.site();
    List<SitePath> all = new ArrayList<>(site.pages().keySet());
    all.addAll(site.assets().keySet());
    all.addAll(site.redirects().keySet());
    site.folders().values().stream()
        .filter(folder -> folder.page().isEmpty())
        .forEach(folder -> all.add(folder.address()));
    site.generated().glossary().ifPresent(all::add);
    site.generated().index().ifPresent(all::add);
    site.generated().search().ifPresent(all::add);
    site.generated().notFound().ifPresent(all::add);
    assertEquals(new TreeSet<>(all).size(), all.size(), () -> "something stands twice: " + all);
    return new TreeSet<>(all).stream().map(SitePath::value).toList();
  }

  @Test
  void pagesKeepTheirPathsAndLettersAndEveryFolderHasAPage() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- README.md --
            # Home
            -- Guides/First Steps.markdown --
            # First
            -- Guides/deep/er/one.MD --
            # One
            -- Guides/pictures/map.png --
            -- notes/index.md --
            # Notes
            -- a.b.md --
            # Dots
            """);
    assertEquals(List.of(), site.messages());
    assertEquals(
        List.of(
            "404.html",
            "Guides/First Steps.html",
            "Guides/deep/er/index.html",
            "Guides/deep/er/one.html",
            "Guides/deep/index.html",
            "Guides/index.html",
            "Guides/pictures/map.png",
            "a-z.html",
            "a.b.html",
            "index.html",
            "notes/index.html",
            "search.html"),
        addresses(site));
    assertEquals("Home", site.site().title());
  }

  // A list names pages: of such a folder it would be empty, and a copied folder may bring its own.
  @Test
  void aFolderWithoutAPageAnywhereBelowItHasNoList() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- forms/referral.pdf --
            -- form/deep/a.png --
            -- app/index.html --
            -- a.md --
            [forms](forms/) [app](app/index.html) [one](forms/referral.pdf)
            """);
    assertEquals(
        List.of(
            "404.html",
            "a-z.html",
            "a.html",
            "app/index.html",
            "form/deep/a.png",
            "forms/referral.pdf",
            "index.html",
            "search.html"),
        addresses(site));
    assertEquals(
        List.of(
            "content/a.md:1:9-15 WM104 there is no page at content/forms/"
                + " -> mend the path, or write the page"),
        site.messages());
  }

  @Test
  void anEmptyFolderStillHasAHomePage() {
    LinkedSite site = LinkedSite.of("");
    assertEquals(List.of("404.html", "a-z.html", "index.html"), addresses(site));
    assertEquals("Knowledge base", site.site().title());
  }

  @Test
  void readmeBesideIndexIsAPageOfItsOwn() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- g/README.md --
            # Read me
            -- g/index.md --
            # Index
            [r](README.md) [i](index.md)
            """);
    assertEquals(
        List.of(
            "content/g/README.md:1:1-1 WM005 index.md is the page of the folder; this one becomes"
                + " README.html -> keep one of the two"),
        site.messages());
    assertEquals(
        List.of(
            "404.html", "a-z.html", "g/README.html", "g/index.html", "index.html", "search.html"),
        addresses(site));
    assertEquals(
        "<p><a href=\"README.html\">r</a> <a href=\"index.html\">i</a></p>\n",
        site.body("g/index.html"));
  }

  // The first file, the second, the address that both want, and which of the two is left out.
  @ParameterizedTest
  @CsvSource({
    "x.markdown, x.md, x.html, 1",
    "README.markdown, readme.md, index.html, 1",
    "Index.md, index.markdown, index.html, 1",
    "x.md, x.html, x.html, 1",
    "f/index.md, f/index.html, f/index.html, 1",
  })
  void twoFilesWantOneAddress(String first, String second, String address, int lost) {
    LinkedSite site =
        LinkedSite.of(
            "-- %s --\n-- %s --\n-- to.md --\n[a](%s) [b](%s)\n"
                .formatted(first, second, first, second));
    List<String> files = List.of(first, second);
    assertEquals(
        List.of(
            "content/%s:1:1-1 WM004 content/%s has the address %s already; this file is left out"
                    .formatted(files.get(lost), files.get(1 - lost), address)
                + " -> rename one of the two"),
        site.messages());
    addresses(site);
    // Whoever links to either meets the one that is there.
    assertEquals(
        "<p><a href=\"%s\">a</a> <a href=\"%s\">b</a></p>\n".formatted(address, address),
        site.body("to.html"));
  }

  @Test
  void aFileDoesNotReplaceTheListOfItsFolder() {
    LinkedSite site =
        LinkedSite.of("-- f/a.md --\n-- f/index.html --\n-- index.html --\n-- g/index.html --\n");
    assertEquals(
        List.of(
            "content/f/index.html:1:1-1 WM004 the list of the folder f/ has the address"
                + " f/index.html already; this file is left out -> rename one of the two",
            "content/index.html:1:1-1 WM004 the list of the folder itself has the address"
                + " index.html already; this file is left out -> rename one of the two"),
        site.messages());
    assertEquals(
        List.of(
            "404.html",
            "a-z.html",
            "f/a.html",
            "f/index.html",
            "g/index.html",
            "index.html",
            "search.html"),
        addresses(site));
  }

  @Test
  void theManifestIsWaymarksOwn() {
    LinkedSite site =
        LinkedSite.of("-- manifest.json --\n-- f/manifest.json --\n-- Manifest.JSON/a.png --\n");
    assertEquals(
        List.of(
            "content/Manifest.JSON/a.png:1:1-1 WM004 Waymark writes manifest.json itself; this file"
                + " is left out -> rename one of the two",
            "content/manifest.json:1:1-1 WM004 Waymark writes manifest.json itself; this file is"
                + " left out -> rename one of the two"),
        site.messages());
  }

  @ParameterizedTest
  @CsvSource({"glossary.md", "glossary.html", "Glossary.md", "glossary.html/a.md"})
  void theGlossaryGivesWayToAPageOfTheContent(String file) {
    LinkedSite site =
        LinkedSite.of(
            """
            -- %s --
            -- a.md --
            [[glossary:vhf]]
            -- glossary.yaml --
            terms:
              - term: VHF
                definition: Radio.
            """
                .formatted(file));
    String where =
        file.contains("/") ? "content/glossary.yaml:2:11-14" : "content/" + file + ":1:1-1";
    assertEquals(
        List.of(
            where
                + " WM004 glossary.yaml makes a page at glossary.html; that page is left out"
                + " -> give this page another name"),
        site.messages().stream().filter(message -> message.contains("WM004")).toList());
    assertEquals(true, site.site().generated().glossary().isEmpty());
    addresses(site);
  }

  @ParameterizedTest
  @CsvSource({"a-z.md", "A-Z.md", "a-z.html", "404.md", "404.html", "404.html/x.md"})
  void theOtherMadePagesGiveWaySilently(String file) {
    LinkedSite site = LinkedSite.of("-- %s --\n".formatted(file));
    assertEquals(List.of(), site.messages());
    addresses(site);
    assertEquals(file.startsWith("404"), site.site().generated().notFound().isEmpty());
    assertEquals(!file.startsWith("404"), site.site().generated().index().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "x.md, search.html",
    "search/index.md, search.html",
    "search.md, search-results.html",
    "Search.md, search-results.html",
    "search.html/x.md, search-results.html"
  })
  void resultsOfASearchHaveAPageBesideOneAboutSearching(String file, String expected) {
    LinkedSite site = LinkedSite.of("-- %s --\n-- y.md --\n[s](%s)\n".formatted(file, expected));
    assertEquals(List.of(), site.messages());
    assertEquals(Optional.of(expected), site.site().generated().search().map(SitePath::value));
    addresses(site);
  }

  @Test
  void aSiteWithoutPagesHasNoPageOfResults() {
    assertEquals(Optional.empty(), LinkedSite.of("-- map.png --\n").site().generated().search());
  }

  // A file cannot stand where a folder stands; most file systems would refuse the site.
  @Test
  void aFileAndAFolderOfOneName() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- a.html/x.md --
            -- a.md --
            -- b.md --
            -- b.html/pic.png --
            -- C.html/x.md --
            -- c.md --
            -- index.html/x.png --
            -- d/index.html/x.png --
            -- d/y.md --
            -- assets.txt --
            -- assets/pic.png --
            """);
    assertEquals(
        List.of(
            "content/a.md:1:1-1 WM004 there is a folder a.html in the site; this file is left out"
                + " -> rename one of the two",
            "content/b.html/pic.png:1:1-1 WM004 there is a file b.html; this file is left out"
                + " -> rename one of the two",
            "content/c.md:1:1-1 WM004 there is a folder c.html in the site; this file is left out"
                + " -> rename one of the two",
            "content/d/index.html/x.png:1:1-1 WM004 there is a file d/index.html; this file is"
                + " left out -> rename one of the two",
            "content/index.html/x.png:1:1-1 WM004 there is a file index.html; this file is left"
                + " out -> rename one of the two"),
        site.messages());
    List<String> all = addresses(site);
    for (String file : all) {
      for (String other : all) {
        assertEquals(
            false,
            other.toLowerCase(Locale.ROOT).startsWith(file.toLowerCase(Locale.ROOT) + "/"),
            file + " and " + other);
      }
    }
  }

  @Test
  void aFileNamedAsTheFolderOfTheTheme() {
    SitePath assets = new SitePath("assets");
    LinkedSite site = LinkedSite.of("-- assets.md --\n");
    assertEquals(List.of(), site.messages());
    assertEquals(false, site.site().assets().containsKey(assets));
  }

  @Test
  void addressesThatDifferInCaseAlone() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- f/Consent.md --
            -- f/consent.md --
            -- Map.png --
            -- map.png --
            -- Parts/a.md --
            -- parts/b.md --
            -- sub/a.md --
            -- sub/INDEX.html --
            """);
    String help = " -> rename one of the two";
    assertEquals(
        List.of(
            "content/f/consent.md:1:1-1 WM007 content/f/Consent.md has nearly the same address"
                + help,
            "content/map.png:1:1-1 WM007 content/Map.png has nearly the same address" + help,
            "content/parts/b.md:1:1-1 WM007 the list of the folder Parts/ has nearly the same"
                + " address"
                + help,
            "content/sub/INDEX.html:1:1-1 WM007 the list of the folder sub/ has nearly the same"
                + " address"
                + help),
        site.messages());
    addresses(site);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          what now?.md => a name must not hold ?
          a<b.png => a name must not hold <
          5:30.md => a name must not hold :
          a*.txt => a name must not hold *
          "say "hi".md" => a name must not hold "
          a\tb.md => a name must not hold a control character
          end. => a name must not end in a full stop
          con.md => Windows keeps the name con for itself
          LPT1.tar.gz => Windows keeps the name LPT1 for itself
          aux => Windows keeps the name aux for itself
          who?/why.md => a name must not hold ?
          nul/a.md => Windows keeps the name nul for itself
          trailing. /a.md => a name must not end in a space
          """)
  void namesThatWindowsRefuses(String path, String detail) {
    LinkedSite site = LinkedSite.of("-- " + path + " --\n");
    assertEquals(
        List.of(
            "content/"
                + path
                + ":1:1-1 WM008 "
                + detail
                + " -> use small letters, digits and hyphens"),
        site.messages());
  }

  @Test
  void aFolderWithABadNameIsToldOnce() {
    LinkedSite site =
        LinkedSite.of("-- a?/b.md --\n-- a?/c.md --\n-- a?/d/e.md --\n-- a?/pic.png --\n");
    assertEquals(1, site.messages().size(), () -> site.messages().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "console.md",
    "com10.md",
    "auxiliary.md",
    "nul-values.md",
    "ŵy 🦆.md",
    "a'b,c;d=e.md"
  })
  void namesThatAreFine(String path) {
    assertEquals(List.of(), LinkedSite.of("-- " + path + " --\n").messages());
  }

  @Test
  void oldAddressesAreChecked() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- a.md --
            ---
            aliases:
              - b.md
              - a.html
              - old
              - /a-z.html
              - ../up.md
              - b.html/below.md
              - folder//x.md
              - map.png
            ---
            # A
            -- b.md --
            ---
            aliases: [old.html, OLD.MD, new, parts/]
            ---
            # B
            -- map.png --
            -- parts/c.md --
            """);
    String help = " -> take it out, or rename the other page";
    String how = " -> write it like parts/part-5/old-name.md";
    assertEquals(
        List.of(
            "content/a.md:3:5-9 WM212 content/b.md is published there" + help,
            "content/a.md:4:5-11 WM212 content/a.md is published there" + help,
            "content/a.md:6:5-14 WM212 the A to Z is published there" + help,
            "content/a.md:7:5-13 WM107 an old address is a path below the content folder" + how,
            "content/a.md:8:5-20 WM212 there is a file b.html" + help,
            "content/a.md:9:5-17 WM107 an old address is a path below the content folder" + how,
            "content/b.md:2:11-19 WM212 an alias of content/a.md is published there" + help,
            "content/b.md:2:21-27 WM212 an alias of content/a.md is published there" + help,
            "content/b.md:2:34-40 WM212 the list of the folder parts/ is published there" + help),
        site.messages());
    assertEquals(
        List.of("map.png.html", "new.html", "old.html"),
        site.site().redirects().keySet().stream().map(SitePath::value).toList());
    addresses(site);
  }
}
