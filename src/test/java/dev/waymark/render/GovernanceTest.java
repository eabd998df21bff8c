package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.site.LinkedSite;
import dev.waymark.site.NavigationEntry;
import dev.waymark.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of who keeps what, and how long a copy of the site is good. */
class GovernanceTest {
  private static final SitePath PAGE = new SitePath("governance.html");
  private static final SitePath TABLE = new SitePath("governance.csv");

  private static final String SITE =
      """
      -- site.yaml --
      owners:
        lead: {name: Practice lead}
        editor: {name: Editor}
      -- a.md --
      ---
      title: Later
      owner: editor
      review-by: 2027-05-01
      ---
      -- b.md --
      ---
      title: Overdue
      owner: lead
      status: reviewed
      reviewed: 2025-01-02
      review-by: 2026-01-01
      ---
      -- c.md --
      ---
      title: No date
      owner: lead
      ---
      -- d.md --
      ---
      title: Nobody's
      ---
      -- p/p1.md --
      ---
      title: Soon
      kind: principle
      statement: Yes.
      owner: editor
      review-by: 2026-12-01
      ---
      """;

  private static Site site() {
    return LinkedSite.asOf("2026-11-22", SITE).site();
  }

  @Test
  void pagesStandByOwnerAndWhatIsOverdueComesFirst() {
    GovernanceView view = Governance.of(site()).view(PAGE);
    List<String> lines = new ArrayList<>();
    for (OwnerView owner : view.owners()) {
      lines.add("%s: %d overdue, #%s".formatted(owner.name(), owner.overdue(), owner.anchor()));
      for (KeptPageView page : owner.pages()) {
        ReviewView review = page.review();
        DateView by = review.reviewBy();
        lines.add(
            "- %s %s %s%s%s"
                .formatted(
                    page.title(),
                    page.href(),
                    by == null ? "no date" : by.iso(),
                    review.overdue() ? " overdue" : "",
                    review.dueSoon() ? " soon" : ""));
      }
    }
    assertEquals(
        """
        Practice lead: 1 overdue, #wm.owner-1
        - Overdue b.html 2026-01-01 overdue
        - No date c.html no date
        Editor: 0 overdue, #wm.owner-2
        - Soon p/p1.html 2026-12-01 soon
        - Later a.html 2027-05-01
        : 0 overdue, #wm.owner-3
        - Nobody's d.html no date
        """,
        String.join("\n", lines) + "\n");
    assertEquals(5, view.pages());
    assertEquals(1, view.overdue());
    assertEquals("governance.csv", view.tableHref());
    assertEquals("Principle", view.owners().get(1).pages().getFirst().kindText());
  }

  @Test
  void theTableForSpreadsheetsHasEveryPage() {
    OutputFile file = Governance.of(site()).table(TABLE);
    byte[] bytes = ((OutputFile.Content.Bytes) file.content()).bytes();
    assertEquals(
        """
        \uFEFFPage,Address,Kind,Owner,Status,Reviewed,Review by,Facts as at
        Overdue,b.html,Guide,Practice lead,Reviewed,2025-01-02,2026-01-01,
        Soon,p/p1.html,Principle,Editor,,,2026-12-01,
        Later,a.html,Guide,Editor,,,2027-05-01,
        No date,c.html,Guide,Practice lead,,,,
        Nobody's,d.html,Guide,,,,,
        """
            .replace("\n", "\r\n"),
        new String(bytes, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = " -> ",
      textBlock =
          """
          plain words -> plain words
          one, two -> "one, two"
          say "no" twice -> "say ""no"" twice"
          =HYPERLINK("http://x") -> "'=HYPERLINK(""http://x"")"
          =1+1 -> '=1+1
          +44 -> '+44
          -1 -> '-1
          @SUM(A1) -> '@SUM(A1)
          ＝1 -> '＝1
          a=b -> a=b
          """)
  void noValueIsTakenForAFormula(String value, String written) {
    assertEquals(written, Governance.quoted(value));
  }

  @Test
  void lineEndsAndTabsInValuesAreHarmless() {
    assertEquals("\"a\r\nb\"", Governance.quoted("a\r\nb"));
    assertEquals("'\tx", Governance.quoted("\tx"));
    assertEquals("\"'\r=1\"", Governance.quoted("\r=1"));
    assertEquals("", Governance.quoted(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"owner: lead", "status: draft", "reviewed: 2026-01-01", "review-by: 2026-01-01"})
  void aSiteThatSaysAnythingOfReviewsHasTheList(String line) {
    Site site =
        LinkedSite.of(
                "-- site.yaml --\nowners: {lead: {name: L}}\n-- a.md --\n---\n" + line + "\n---\n")
            .site();
    assertEquals(Optional.of(PAGE), site.generated().governance());
    assertEquals(Optional.of(TABLE), site.generated().governanceTable());
    assertTrue(site.footer().contains(new NavigationEntry(PAGE, "Owners and review dates")));
  }

  @Test
  void anyOtherSiteHasNone() {
    Site site = LinkedSite.of("-- a.md --\n---\nfacts-as-at: 2026-01-01\n---\n").site();
    assertEquals(Optional.empty(), site.generated().governance());
    assertEquals(Optional.empty(), site.generated().governanceTable());
    assertEquals(Optional.empty(), CheckBy.script(site));
  }

  @Test
  void aPageOfTheEditorsKeepsItsPlace() {
    Site site =
        LinkedSite.of("-- governance.md --\n---\nstatus: draft\n---\n-- governance.csv --\nmine\n")
            .site();
    assertEquals(Optional.empty(), site.generated().governance());
    assertEquals(Optional.empty(), site.generated().governanceTable());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          {}                                         | 2027-11-22
          {due-soon: 3}                              | 2027-11-22
          {check-after: 30}                          | 2026-12-22
          {check-after: 0}                           | none
          {check-by: 2027-01-31}                     | 2027-01-31
          {check-by: 2027-01-31, check-after: 0}     | 2027-01-31
          {check-after: 2147483647}                  | none
          """)
  void aCopyIsGoodForATime(String policy, String date) {
    Site site =
        LinkedSite.asOf(
                "2026-11-22",
                "-- site.yaml --\nreview: " + policy + "\n-- a.md --\n---\nstatus: draft\n---\n")
            .site();
    assertEquals(Optional.ofNullable(date), site.checkBy().map(Object::toString));
    assertEquals(date != null, CheckBy.script(site).isPresent());
    assertEquals(
        date == null ? "" : "../check-by.js",
        TestViews.of(site, Optional.empty()).site(new SitePath("a/b.html")).checkByScript());
  }

  @Test
  void theDateIsInAFileOfItsOwn() {
    OutputFile file = CheckBy.script(site()).orElseThrow();
    assertEquals("check-by.js", file.path().value());
    assertEquals(
        """
        // The last day on which this copy may be used without a look for a newer one. assets/site.js reads it.
        document.documentElement.dataset.checkBy = "2027-11-22";
        document.documentElement.dataset.checkByText = "22 November 2027";
        """,
        new String(((OutputFile.Content.Bytes) file.content()).bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void withoutAnyDateACopyHasNoAge() {
    Site site = LinkedSite.of("-- a.md --\n---\nstatus: draft\n---\n").site();
    assertEquals(Optional.empty(), site.checkBy());
    assertEquals(Optional.empty(), CheckBy.script(site));
  }
}
