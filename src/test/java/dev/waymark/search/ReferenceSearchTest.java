package dev.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a query finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceSearchTest {
  private static final String SITE =
      """
      -- glossary.yaml --
      terms:
        - {term: MASH, expansion: multi-agency safeguarding hub, definition: A front door.}
        - {term: candour, expansion: duty of candour, definition: Being open.}
      -- parts/part-1/consent.md --
      ---
      title: Consent
      audience: [child]
      nations: [england]
      summary: When to ask.
      ---
      Ask for agreement early.

      ## Without consent

      You may share information in the public interest. The duty of a doctor comes first.

      ### Records

      Write down the reason.
      -- parts/part-2/hub.md --
      # The local hub

      The multi-agency safeguarding hub meets on Mondays. Be open: the duty of candour holds.

      Interest in the public is another thing.
      -- principles/p1.md --
      ---
      title: Seek advice
      kind: principle
      id: p1
      statement: Talk to the safeguarding lead.
      ---
      -- safely.md --
      # Keeping safe

      Keep the records safely; keep them safe. Information is information.
      """;

  private SearchIndex index;
  private ReferenceSearch search;

  @BeforeAll
  void open() {
    index = TestIndex.of(SITE);
    search = new ReferenceSearch(index);
  }

  @AfterAll
  void close() {
    search.close();
    index.close();
  }

  private SearchResult find(String text) {
    return search.search(text, SearchFilters.NONE, QueryOptions.DEFAULT, 100);
  }

  private static List<String> urls(SearchResult result) {
    return result.hits().stream().map(SearchResult.Hit::url).sorted().toList();
  }

  private List<String> urls(String text) {
    return urls(find(text));
  }

  private static final String CONSENT = "parts/part-1/consent.html";
  private static final String WITHOUT = CONSENT + "#without-consent";
  private static final String RECORDS = CONSENT + "#records";
  private static final String HUB = "parts/part-2/hub.html";
  private static final String MASH = "glossary.html#mash";
  private static final String CANDOUR = "glossary.html#candour";
  private static final String PRINCIPLE = "principles/p1.html";
  private static final String SAFELY = "safely.html";

  @Test
  void anyWordMatchesAndMoreOfThemComeFirst() {
    assertEquals(
        List.of(RECORDS, SAFELY),
        find("records reason").hits().stream().map(SearchResult.Hit::url).toList());
  }

  @Test
  void theStatementOfAPrincipleAndTheSummaryAreText() {
    assertEquals(List.of(PRINCIPLE), urls("talk"));
    assertEquals(List.of(CONSENT), urls("early"));
    assertTrue(urls("ask").contains(CONSENT));
  }

  @Test
  void aHitSaysWhereItStands() {
    SearchResult.Hit hit = find("reason").hits().getFirst();
    assertEquals("Consent", hit.title());
    assertEquals("Without consent › Records", hit.heading());
    assertEquals("guide", hit.kind());
    assertEquals("Write down the reason.", hit.text());
  }

  @Test
  void aMisspeltWordIsCorrectedAndSaysSo() {
    SearchResult found = find("Informtaion, please");
    assertEquals(Optional.of("information, please"), found.corrected());
    assertEquals(List.of(WITHOUT, SAFELY), urls(found));
    assertEquals(Optional.empty(), find("xnformation").corrected(), "the first letter is kept");
    assertEquals(List.of(), urls("xnformation"));
    assertEquals(List.of(), urls("hbu"), "three letters are too few");
  }

  @Test
  void aQueryIsTakenAsItIsTypedWhereThatIsAskedFor() {
    QueryOptions exact = new QueryOptions(false, false);
    SearchResult found = search.search("Informtaion keep", SearchFilters.NONE, exact, 100);
    assertEquals(Optional.empty(), found.corrected());
    assertEquals(List.of(SAFELY), urls(found));
    assertEquals(0, search.search("Informtaion", SearchFilters.NONE, exact, 100).total());
    assertEquals(
        List.of(MASH, HUB, PRINCIPLE),
        urls(search.search("safegu", SearchFilters.NONE, exact, 100)),
        "a beginning is no mistake");
  }

  @Test
  void theLastWordMayBeABeginning() {
    assertEquals(List.of(MASH, HUB, PRINCIPLE), urls("safegu"));
    assertEquals(List.of(), urls("safegu zzz"));
    assertEquals(Optional.empty(), find("safegu").corrected());
  }

  @Test
  void whileTypingWordsThatAreThereAreBeginningsToo() {
    assertEquals(List.of(SAFELY), urls("safe"));
    SearchResult typed = search.search("safe", SearchFilters.NONE, QueryOptions.TYPING, 100);
    assertEquals(List.of(MASH, HUB, PRINCIPLE, SAFELY), urls(typed));
    assertEquals(SAFELY, typed.hits().getFirst().url());
    assertEquals(
        List.of(SAFELY),
        urls(search.search("safe ", SearchFilters.NONE, QueryOptions.TYPING, 100)));
    assertTrue(
        urls(search.search("m", SearchFilters.NONE, QueryOptions.TYPING, 100)).contains(HUB));
  }

  @Test
  void aPhraseIsExact() {
    assertEquals(List.of(WITHOUT), urls("\"public interest\""));
    assertEquals(List.of(WITHOUT, HUB), urls("public interest"));
    assertEquals(List.of(CANDOUR, HUB), urls("\"duty of candour\" holds"));
    assertEquals(List.of(WITHOUT), urls("\"duty of a doctor\""));
    assertEquals(List.of(), urls("\"duty candour\""), "a stop word keeps its place");
    assertEquals(List.of(), urls("\"early share\""));
    assertEquals(List.of(), urls("\"holds interest\""), "paragraphs do not run together");
    assertEquals(List.of(WITHOUT), urls("\"in the\" share"));
  }

  @Test
  void aMinusTakesAway() {
    assertEquals(List.of(WITHOUT), urls("information -records"));
    assertEquals(List.of(HUB), urls("interest -\"public interest\""));
    assertEquals(List.of(HUB), urls("public -information"));
    assertEquals(List.of(), urls("-records"));
  }

  @Test
  void synonymsGoBothWays() {
    assertEquals(List.of(MASH, HUB), urls("mash"));
    assertTrue(urls("multi-agency safeguarding hub").contains(MASH));
    assertTrue(urls("duty of candour").contains(CANDOUR));
  }

  @Test
  void stopWordsAloneStillAnswer() {
    SearchResult found = find("in the");
    assertEquals(
        List.of(WITHOUT, HUB),
        found.hits().subList(0, 2).stream().map(SearchResult.Hit::url).sorted().toList(),
        "both words come before one of them");
    assertEquals(5, found.total());
    assertEquals(urls("records"), urls("the records of"));
  }

  @Test
  void filtersTakeAnyWithinAListAndAllOfThem() {
    assertEquals(
        List.of(PRINCIPLE),
        urls(
            search.search(
                "safeguarding",
                new SearchFilters(List.of("principle"), List.of(), List.of(), List.of()),
                QueryOptions.DEFAULT,
                9)));
    assertEquals(
        List.of(WITHOUT),
        urls(
            search.search(
                "public",
                new SearchFilters(
                    List.of("guide", "glossary"), List.of("part-1"), List.of(), List.of()),
                QueryOptions.DEFAULT,
                9)));
    assertEquals(
        List.of(HUB),
        urls(
            search.search(
                "public",
                new SearchFilters(List.of(), List.of(), List.of("adult"), List.of("wales")),
                QueryOptions.DEFAULT,
                9)));
  }

  @Test
  void theTotalCountsWhatTheLimitLeavesOut() {
    SearchResult found = search.search("public", SearchFilters.NONE, QueryOptions.DEFAULT, 1);
    assertEquals(2, found.total());
    assertEquals(1, found.hits().size());
  }

  @Test
  void equalScoresStandInTheOrderOfPages() {
    try (SearchIndex same = TestIndex.of("-- b.md --\nword\n-- a.md --\nword\n");
        ReferenceSearch both = new ReferenceSearch(same)) {
      assertEquals(
          List.of("a.html", "b.html"),
          both.search("word", SearchFilters.NONE, QueryOptions.DEFAULT, 9).hits().stream()
              .map(SearchResult.Hit::url)
              .toList());
    }
  }
}
