package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.link.SitePath;
import dev.waymark.site.Folder;
import dev.waymark.site.LinkedSite;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates are told of a page and of the site around it. */
class PageViewsTest {
  private static PageViews views(LinkedSite site) {
    return TestViews.of(site.site(), Optional.empty());
  }

  private static PageView page(LinkedSite site, String path) {
    return views(site).page(site.page(path));
  }

  private static PageView page(String blocks, String path) {
    return page(LinkedSite.of(blocks), path);
  }

  private static List<String> marks(List<NavigationItemView> items) {
    return items.stream()
        .map(item ->
            item.href() + (item.current() ? " current" : "") + (item.inside() ? " inside" : ""))
        .toList();
  }

  private static List<String> links(List<LinkView> links) {
    return links.stream().map(link -> link.title() + " " + link.href()).toList();
  }

  private static final String PARTS =
      """
      -- site.yaml --
      title: Toolkit
      description: What it is for.
      language: cy
      notice: Take care.
      navigation: [index.md, parts/index.md, parts/five/index.md, glossary.html, a-z.html]
      -- index.md --
      -- about.md --
      -- parts/index.md --
      # All parts
      -- parts/five/index.md --
      # Part five
      -- parts/five/a.md --
      -- parts/five/b.md --
      -- parts/five/deep/c.md --
      -- parts/six/d.md --
      -- glossary.yaml --
      terms:
        - term: VHF
          definition: Radio.
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          index.html => 0 current
          about.html => none
          parts/index.html => 1 current
          parts/five/index.html => 2 current, 1 inside
          parts/five/a.html => 2 inside
          parts/five/deep/c.html => 2 inside
          parts/six/d.html => 1 inside
          glossary.html => 3 current
          a-z.html => 4 current
          """)
  void theNavigationSaysWhereThePageIs(String path, String marked) {
    List<NavigationItemView> items =
        views(LinkedSite.of(PARTS)).site(new SitePath(path)).navigation();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).current()) {
        found.addFirst(i + " current");
      } else if (items.get(i).inside()) {
        found.add(i + " inside");
      }
    }
    assertEquals(marked, found.isEmpty() ? "none" : String.join(", ", found));
  }

  @Test
  void everythingOfTheSiteIsRelativeToThePage() {
    SiteView site = views(LinkedSite.of(PARTS)).site(new SitePath("parts/five/a.html"));
    assertEquals("Toolkit", site.title());
    assertEquals("What it is for.", site.description());
    assertEquals("cy", site.language());
    assertEquals("Take care.", site.notice());
    assertEquals("../../index.html", site.homeHref());
    assertEquals(
        List.of(
            "../../index.html",
            "../index.html",
            "index.html inside",
            "../../glossary.html",
            "../../a-z.html"),
        marks(site.navigation()));
    assertEquals(List.of("../../about.html"), marks(site.footer()));
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action"
            + " 'self'; base-uri 'none'",
        site.contentSecurityPolicy());
  }

  @Test
  void thePageKnowsWhatIsAboveAndBesideIt() {
    LinkedSite site = LinkedSite.of(PARTS);
    PageView page = page(site, "parts/five/a.html");
    assertEquals(
        List.of("Home ../../index.html", "All parts ../index.html", "Part five index.html"),
        links(page.breadcrumbs()));
    assertEquals(new LinkView("index.html", "Part five"), page.section());
    assertEquals(List.of("a.html current", "b.html", "deep/index.html"), marks(page.siblings()));
    assertEquals(new LinkView("index.html", "Part five"), page.previous());
    assertEquals(new LinkView("b.html", "B"), page.next());

    PageView folder = page(site, "parts/five/index.html");
    assertEquals(
        List.of("Home ../../index.html", "All parts ../index.html"), links(folder.breadcrumbs()));
    assertNull(folder.section());
    assertEquals(List.of(), folder.siblings());

    PageView deep = page(site, "parts/five/deep/c.html");
    assertEquals(new LinkView("index.html", "Deep"), deep.section());
    assertEquals(List.of(), deep.siblings(), "an only child has no list beside it");
    assertEquals(new LinkView("index.html", "Deep"), deep.previous());
    assertEquals(new LinkView("../../six/index.html", "Six"), deep.next());

    PageView top = page(site, "about.html");
    assertEquals(List.of("Home index.html"), links(top.breadcrumbs()));
    assertNull(top.section());
    assertEquals(List.of(), top.siblings());
    assertEquals(List.of(), page(site, "index.html").breadcrumbs());
  }

  @Test
  void aFolderOfMoreThanAHundredListsNoneBesideEach() {
    StringBuilder blocks = new StringBuilder();
    for (int i = 0; i < 101; i++) {
      blocks.append("-- f/page-").append(i).append(".md --\n");
    }
    assertEquals(0, page(blocks.toString(), "f/page-0.html").siblings().size());
    String fewer = blocks.toString().replace("-- f/page-100.md --\n", "");
    assertEquals(100, page(fewer, "f/page-0.html").siblings().size());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-30, 2026-06-29, false, true",
    "2026-06-30, 2026-06-30, false, true",
    "2026-06-30, 2026-07-01, true, false",
    "2026-06-30, 2026-05-01, false, true",
    "2026-06-30, 2026-04-30, false, false",
    "2026-06-30, 2024-02-29, false, false",
  })
  void aReviewIsDueSoonAndThenOverdue(String reviewBy, String day, boolean overdue, boolean soon) {
    LinkedSite site = LinkedSite.asOf(day, "-- a.md --\n---\nreview-by: " + reviewBy + "\n---\n");
    ReviewView review = Objects.requireNonNull(page(site, "a.html").review());
    assertEquals(overdue, review.overdue(), "overdue");
    assertEquals(soon, review.dueSoon(), "due soon");
  }

  @Test
  void theSettingsSayHowSoonIsSoon() {
    String blocks = "-- a.md --\n---\nreview-by: 2026-06-30\n---\n-- site.yaml --\nreview:\n";
    LinkedSite seven = LinkedSite.asOf("2026-06-23", blocks + "  due-soon: 7\n");
    LinkedSite six = LinkedSite.asOf("2026-06-23", blocks + "  due-soon: 6\n");
    assertTrue(Objects.requireNonNull(page(seven, "a.html").review()).dueSoon());
    assertEquals(false, Objects.requireNonNull(page(six, "a.html").review()).dueSoon());
  }

  @Test
  void withoutAnyDateNothingIsDue() {
    ReviewView review =
        Objects.requireNonNull(
            page("-- a.md --\n---\nreview-by: 1999-01-01\n---\n", "a.html").review());
    assertEquals(false, review.overdue());
    assertEquals(false, review.dueSoon());
    assertEquals(new DateView("1999-01-01", "1 January 1999"), review.reviewBy());
  }

  @Test
  void theReviewNamesTheOwnerAndTheStatus() {
    String blocks =
        """
        -- site.yaml --
        owners: {lead: {name: Safeguarding lead}}
        -- a.md --
        ---
        owner: lead
        status: in-review
        reviewed: 2026-02-28
        facts-as-at: 2025-12-31
        ---
        -- b.md --
        ---
        owner: somebody
        ---
        -- c.md --
        """;
    assertEquals(
        new ReviewView(
            "in-review",
            "In review",
            "Safeguarding lead",
            new DateView("2026-02-28", "28 February 2026"),
            null,
            new DateView("2025-12-31", "31 December 2025"),
            "",
            false,
            false),
        page(blocks, "a.html").review());
    assertEquals("somebody", Objects.requireNonNull(page(blocks, "b.html").review()).owner());
    assertNull(page(blocks, "c.html").review());
  }

  @Test
  void theHeadingIsTheFirstH1AndTheTitleThatOfTheFrontMatter() {
    PageView both = page("-- a.md --\n---\ntitle: Short\n---\n# The *long* one\nText\n", "a.html");
    assertEquals("Short", both.title());
    assertEquals("The <em>long</em> one", both.heading().toString());
    assertEquals("the-long-one", both.headingAnchor());
    assertEquals("<p>Text</p>\n", both.body().toString());

    PageView neither = page("-- data-protection.md --\nText\n", "data-protection.html");
    assertEquals("Data protection", neither.title());
    assertEquals("Data protection", neither.heading().toString());
    assertEquals("", neither.headingAnchor());

    PageView marks = page("-- a.md --\n---\ntitle: A < B & \"C\"\n---\n", "a.html");
    assertEquals("A < B & \"C\"", marks.title());
    assertEquals("A &lt; B &amp; &quot;C&quot;", marks.heading().toString());

    PageView empty = page("-- a.md --\n---\ntitle: T\n---\n#\nText\n", "a.html");
    assertEquals("T", empty.heading().toString());
  }

  @Test
  void laterHeadingsOfTheFirstLevelOpenSections() {
    PageView page =
        page(
            "-- a.md --\n# A\n# B\n## C\n### D\n#### E\n### ![](x.png)\n# ŵ\n-- x.png --\n",
            "a.html");
    assertEquals(
        List.of(
            new ContentsItemView("#b", "B", List.of()),
            new ContentsItemView("#c", "C", List.of(new LinkView("#d", "D"))),
            new ContentsItemView("#%C5%B5", "ŵ", List.of())),
        page.contents());
    assertTrue(page.body().toString().startsWith("<h2 id=\"b\">B</h2>\n"));
  }

  @Test
  void aShortPageHasNoContents() {
    assertEquals(List.of(), page("-- a.md --\n# A\n## B\n## C\n", "a.html").contents());
    assertEquals(3, page("-- a.md --\n# A\n## B\n## C\n## D\n", "a.html").contents().size());
    assertEquals(
        List.of(), page("-- index.md --\n# A\n## B\n## C\n## D\n", "index.html").contents());
  }

  private static final String PRINCIPLES =
      """
      -- principles/p1.md --
      ---
      id: p1
      kind: principle
      statement: Share what is needed.
      summary: In short.
      principles: [p1, p2]
      ---
      # Need
      -- principles/p2.md --
      ---
      id: p2
      kind: principle
      statement: Write it down.
      order: 1
      ---
      # Record
      -- principles/index.md --
      See [[p1]].
      -- guides/a.md --
      ---
      principles: [p2, p1, p2]
      audience: [adult, child]
      nations: [wales, northern-ireland]
      tags: [one, two]
      sources:
        - title: The Act
          publisher: UK
          year: 2018
          url: https://example.org/act
        - title: Only a title
      changes:
        - date: 2026-01-02
          text: Second.
        - date: 2026-01-02
          text: Also second.
        - date: 2026-03-04
          text: Third.
        - date: 2025-12-01
          text: First.
      ---
      # A guide
      ## When
      You *must* share what [is needed](../principles/p1.md). So there. And [[p1]].

      See [[p1]] too.
      -- excerpts/e.md --
      ---
      kind: excerpt
      theme: Infants
      source:
        title: A report
        publisher: A council
      ---
      # Learning
      Read [[p2]].
      """;

  @Test
  void aPageNamesThePrinciplesThatItReliesOn() {
    PageView page = page(PRINCIPLES, "guides/a.html");
    assertEquals(
        List.of(
            new PrincipleView("../principles/p2.html", "P2", "Record", "Write it down."),
            new PrincipleView("../principles/p1.html", "P1", "Need", "Share what is needed.")),
        page.principles());
    assertEquals(
        List.of("P2"),
        page(PRINCIPLES, "principles/p1.html").principles().stream()
            .map(PrincipleView::number)
            .toList());
  }

  @Test
  void aPrincipleListsTheSentencesThatRelyOnIt() {
    PageView page = page(PRINCIPLES, "principles/p1.html");
    assertEquals("principle", page.layout());
    assertEquals("P1", page.number());
    assertEquals("Share what is needed.", page.statement());
    assertEquals(
        List.of(
            new CitationView(
                "../guides/a.html",
                "A guide",
                "",
                List.of(
                    new SentenceView(
                        "../guides/a.html#when", "When", "You must share what is needed."),
                    new SentenceView("../guides/a.html#when", "When", "And Need."),
                    new SentenceView("../guides/a.html#when", "When", "See Need too."))),
            new CitationView(
                "index.html",
                "Principles",
                "",
                List.of(new SentenceView("index.html", "", "See Need.")))),
        page.reliedOnBy());
    assertEquals(
        List.of("../guides/a.html", "../excerpts/e.html Learning excerpt", "p1.html Principle"),
        page(PRINCIPLES, "principles/p2.html").reliedOnBy().stream()
            .map(citation -> (citation.href() + " " + citation.kindText()).strip())
            .sorted(Comparator.comparing(line -> !line.contains("guides")))
            .toList());
  }

  @Test
  void frontMatterReachesThePage() {
    PageView page = page(PRINCIPLES, "guides/a.html");
    assertEquals(
        List.of(
            new LabelView("audience", "Adults"),
            new LabelView("audience", "Children"),
            new LabelView("nation", "Wales"),
            new LabelView("nation", "Northern Ireland")),
        page.labels());
    assertEquals(List.of("one", "two"), page.tags());
    assertEquals(
        List.of(
            new SourceView("The Act", "UK", "2018", "https://example.org/act"),
            new SourceView("Only a title", "", "", "")),
        page.sources());
    assertEquals(
        List.of(
            "4 March 2026 [Third.]",
            "2 January 2026 [Second., Also second.]",
            "1 December 2025 [First.]"),
        page.changes().stream()
            .map(change -> change.date().text() + " " + change.texts())
            .toList());
    assertEquals("", page.editHref());
    assertEquals("", page.feedbackHref());
  }

  @Test
  void anExcerptNamesItsSource() {
    PageView page = page(PRINCIPLES, "excerpts/e.html");
    assertEquals("excerpt", page.layout());
    assertEquals(new ExcerptView("Infants", "A report", "A council", "", "", ""), page.excerpt());
    assertEquals(List.of(), page.sources());
  }

  @Test
  void theListOfAFolderShowsItsPages() {
    LinkedSite site = LinkedSite.of(PRINCIPLES);
    assertEquals(
        List.of(
            new ChildView(
                "p2.html",
                "Record",
                "principle",
                "",
                "P2",
                "Write it down.",
                "",
                "",
                List.of(),
                List.of(
                    new LinkView("../excerpts/e.html", "Learning"),
                    new LinkView("../guides/a.html", "A guide"),
                    new LinkView("p1.html", "Need"))),
            new ChildView(
                "p1.html",
                "Need",
                "principle",
                "In short.",
                "P1",
                "Share what is needed.",
                "",
                "",
                List.of(),
                List.of(new LinkView("../guides/a.html", "A guide")))),
        page(site, "principles/index.html").children());
    Folder excerpts = Objects.requireNonNull(site.site().folders().get("excerpts/"));
    PageView made = views(site).folder(excerpts);
    assertEquals("folder", made.layout());
    assertEquals("Excerpts", made.title());
    assertEquals(
        List.of("e.html Infants A report, A council"),
        made.children().stream()
            .map(child -> child.href() + " " + child.theme() + " " + child.source())
            .toList());
    PageView home = views(site).folder(Objects.requireNonNull(site.site().folders().get("")));
    assertEquals("home", home.layout());
    assertEquals(
        List.of("excerpts/index.html", "guides/index.html", "principles/index.html"),
        home.children().stream().map(ChildView::href).toList());
  }

  @Test
  void aHomePageWithNavigationListsNothing() {
    String home = "-- index.md --\n# H\n-- f/a.md --\n";
    assertEquals(1, page(home, "index.html").children().size());
    assertEquals(
        List.of(), page(home + "-- site.yaml --\nnavigation: [f/a.md]\n", "index.html").children());
  }

  @Test
  void editAndFeedbackLinks() {
    String blocks =
        """
        -- site.yaml --
        edit-link: https://example.org/edit/{path}?x
        feedback-link: mailto:a@example.org
        -- f/50% & a#b c.md --
        -- x:y.md --
        """;
    PageView page = page(blocks, "f/50% & a#b c.html");
    assertEquals("https://example.org/edit/f/50%25%20&%20a%23b%20c.md?x", page.editHref());
    assertEquals("mailto:a@example.org", page.feedbackHref());
    assertEquals("https://example.org/edit/x:y.md?x", page(blocks, "x:y.html").editHref());
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org, https://example.org/f/%C5%B5%20x.html",
    "https://example.org/toolkit, https://example.org/toolkit/f/%C5%B5%20x.html",
    "https://example.org/toolkit/, https://example.org/toolkit/f/%C5%B5%20x.html",
  })
  void theCanonicalAddressComesFromTheBaseAddress(URI base, String canonical) {
    LinkedSite site = LinkedSite.of("-- f/ŵ x.md --\n---\naliases: [old.md]\n---\n");
    PageViews views = TestViews.of(site.site(), Optional.of(base));
    assertEquals(canonical, views.page(site.page("f/ŵ x.html")).canonical());
    assertEquals(
        canonical, views.redirect(new SitePath("old.html"), site.page("f/ŵ x.html")).canonical());
    assertEquals("", views.notFound(new SitePath("404.html")).canonical());
    assertEquals("", page(site, "f/ŵ x.html").canonical());
  }

  @Test
  void thePageForWrongAddressesHasNothingRelative() {
    PageView page = views(LinkedSite.of(PARTS)).notFound(new SitePath("404.html"));
    assertEquals("not-found", page.layout());
    assertEquals(List.of(), page.breadcrumbs());
    assertNull(page.section());
  }

  @Test
  void anOldAddressLeadsToThePage() {
    LinkedSite site = LinkedSite.of("-- f/a.md --\n---\naliases: [g/old.md]\n---\n# A\n");
    PageView page = views(site).redirect(new SitePath("g/old.html"), site.page("f/a.html"));
    assertEquals("redirect", page.layout());
    assertEquals(new LinkView("../f/a.html", "A"), page.section());
  }

  @Test
  void theGlossaryIsInOrderOfItsLetters() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- a.md --
            ---
            id: some-page
            ---
            # Page
            -- glossary.yaml --
            terms:
              - {term: Zulu, definition: Z.}
              - {term: école, definition: E., see: [some-page, "glossary:zulu", nothing]}
              - {term: "(SAR)", definition: S.}
              - {term: Eel, definition: E., synonyms: [eels]}
              - {term: "999", definition: Nine.}
              - {term: "!?", definition: Marks.}
            """);
    PageView page = views(site).glossary(new SitePath("glossary.html"));
    assertEquals(
        List.of(
            "# wm.other !?", "0–9 wm.0-9 999", "E wm.E école, Eel", "S wm.S (SAR)", "Z wm.Z Zulu"),
        page.terms().stream()
            .map(letter ->
                "%s %s %s"
                    .formatted(
                        letter.letter(),
                        letter.anchor(),
                        String.join(", ", letter.terms().stream().map(TermView::term).toList())))
            .toList());
    assertEquals(
        List.of("Page a.html", "Zulu glossary.html#zulu"),
        links(page.terms().get(2).terms().getFirst().see()));
  }

  @Test
  void theAToZLeadsToPagesAndTerms() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- f/p.md --
            ---
            kind: principle
            statement: S.
            summary: Summed up.
            ---
            # Need
            -- glossary.yaml --
            terms:
              - {term: ŷd, definition: Corn.}
            """);
    PageView page = views(site).index(new SitePath("a-z.html"));
    assertEquals(
        List.of(
            new LetterView(
                "N", "wm.N", List.of(new EntryView("f/p.html", "Need", "Principle", "Summed up."))),
            new LetterView(
                "Y",
                "wm.Y",
                List.of(new EntryView("glossary.html#%C5%B7d", "ŷd", "Glossary", "")))),
        page.letters());
  }

  @Test
  void marksTermsUnlessToldOtherwise() {
    String glossary = "-- glossary.yaml --\nterms:\n  - {term: VHF, definition: Radio.}\n";
    String marked =
        "<p><a class=\"term\" href=\"glossary.html#vhf\" title=\"Radio.\">VHF</a></p>\n";
    String plain = "<p>VHF</p>\n";
    assertEquals(marked, page(glossary + "-- a.md --\nVHF\n", "a.html").body().toString());
    assertEquals(
        plain,
        page(glossary + "-- a.md --\n---\nglossary: false\n---\nVHF\n", "a.html")
            .body()
            .toString());
    assertEquals(
        plain,
        page(glossary + "-- site.yaml --\nglossary: false\n-- a.md --\nVHF\n", "a.html")
            .body()
            .toString());
    assertEquals(
        plain, page(glossary + "-- glossary.md --\n-- a.md --\nVHF\n", "a.html").body().toString());
  }

  @Test
  void longTitlesAreCutInListsAlone() {
    String title = "word ".repeat(1000) + "end";
    LinkedSite site =
        LinkedSite.of(
            "-- f/a.md --\n---\nid: a\n---\n# %s\n-- f/b.md --\n[[a]]\n".formatted(title));
    PageView a = page(site, "f/a.html");
    assertEquals(title, a.heading().toString());
    String cut = "word ".repeat(39) + "word\u2026";
    assertEquals(cut, a.title());
    PageView b = page(site, "f/b.html");
    assertEquals(cut, b.siblings().getLast().title());
    assertEquals(cut, Objects.requireNonNull(b.next()).title());
    assertTrue(b.body().toString().contains(">" + cut + "</a>"), b.body()::toString);
    assertNotNull(a.reliedOnBy().getFirst());
    assertTrue(a.reliedOnBy().getFirst().sentences().getFirst().text().length() < 500);
  }

  private static List<String> filters(String blocks) {
    LinkedSite site = LinkedSite.of(blocks);
    return views(site)
        .folder(site.site().folderOf(new SitePath("f/index.html")))
        .labelFilters()
        .stream()
        .map(filter ->
            filter.name()
                + filter.options().stream().map(FilterOptionView::label).toList().toString())
        .toList();
  }

  @Test
  void aFolderIsNarrowedByWhatSomeOfItsPagesSayAndOthersDoNot() {
    String adult = "---\naudience: adult\n---\n";
    String both = "---\naudience: [child, adult]\nnations: [wales]\n---\n";
    assertEquals(
        List.of("audience[Adults, Children]"),
        filters("-- f/a.md --\n" + adult + "-- f/b.md --\n" + both + "-- f/c.md --\n"));
    assertEquals(List.of(), filters("-- f/a.md --\n" + both + "-- f/b.md --\n" + both));
    assertEquals(List.of(), filters("-- f/a.md --\n" + adult + "-- f/b.md --\n"));
    assertEquals(
        List.of("nation[Scotland, Wales]"),
        filters("-- f/a.md --\n---\nnations: scotland\n---\n-- f/b.md --\n" + both));
  }
}
