package dev.waymark.render;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages as a site about safeguarding would have them; for the gallery, the tests and the bench. */
final class SampleViews {
  static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none';"
          + " form-action 'self'";

  private static final List<String> TITLES =
      List.of(
          "What counts as information sharing",
          "When to share",
          "Who to share with, and how",
          "Getting advice",
          "Two laws, two separate tests",
          "The common law duty of confidentiality",
          "Disclosure in the public interest",
          "Data protection law: lawful bases",
          "Health and other special category data",
          "Consent: one word, two meanings",
          "The eight Caldicott principles",
          "Sharing to protect a child",
          "Young people and confidentiality",
          "Adults who can decide for themselves",
          "Adults who may lack capacity",
          "Responding to requests",
          "MARAC, MAPPA and PPANI",
          "Recording what you decided",
          "What differs across the UK",
          "Learning from case reviews",
          "Health visitors and midwives",
          "Sharing with schools",
          "Letters and referrals",
          "Online access to records",
          "Frequently asked questions");

  private SampleViews() {}

  /** The site as a page sees it from {@code root}. */
  static SiteView site(String root) {
    return new SiteView(
        "Safeguarding toolkit",
        "Guidance for general practice on protecting children and adults.",
        "en-GB",
        "Demonstration content for testing this site. No clinician or lawyer has checked it. Do not"
            + " rely on it for a real decision: in danger ring 999, otherwise ask your safeguarding"
            + " lead.",
        root + "index.html",
        "",
        root + "search.html",
        root + "a-z.html",
        POLICY,
        List.of(
            nav(root + "parts/part-1/index.html", "Professional responsibilities", false, false),
            nav(root + "parts/part-2/index.html", "Recognising abuse and neglect", false, false),
            nav(root + "parts/part-3/index.html", "Responding", false, false),
            nav(root + "parts/part-4/index.html", "Documenting", false, false),
            nav(
                root + "parts/part-5/index.html",
                "Sharing information",
                false,
                root.equals("../../")),
            nav(root + "principles/index.html", "Principles", false, false)),
        List.of(
            nav(root + "a-z.html", "A to Z", false, false),
            nav(root + "glossary.html", "Glossary", false, false),
            nav(root + "changes.html", "What has changed", false, false)),
        "",
        "",
        "Waymark 0.1.0");
  }

  static NavigationItemView nav(String href, String title, boolean current, boolean inside) {
    return new NavigationItemView(href, title, current, inside);
  }

  static SafeString html(String html) {
    return new SafeString(html);
  }

  private static String heading(int level, String id, String title) {
    return ("<h%d id=\"%s\">%s<a class=\"heading-link\" href=\"#%s\" aria-label=\"Link to this"
            + " section: %s\">#</a></h%d>\n")
        .formatted(level, id, title, id, title, level);
  }

  private static String alert(String kind, String word, String text) {
    return "<div class=\"alert alert-%s\" role=\"note\"><p class=\"alert-title\">%s</p><p>%s</p></div>\n"
        .formatted(kind, word, text);
  }

  static final String GUIDE_BODY =
      "<p>Proof is not needed. A doctor need not be certain that a child faces significant harm"
          + " before telling an agency, and small worries can be one piece of a larger picture. Ask"
          + " the <a class=\"term\" href=\"../../glossary.html#mash\" title=\"Multi-agency"
          + " safeguarding hub: one place that takes concerns about children\">MASH</a>, your <a"
          + " href=\"getting-advice.html\">safeguarding lead</a> or the <a"
          + " href=\"https://www.nspcc.org.uk/keeping-children-safe/our-services/nspcc-helpline/\">NSPCC"
          + " helpline</a>.</p>\n"
          + alert(
              "caution",
              "Caution",
              "Could someone be seriously hurt very soon? Ring <strong>999</strong> now, and"
                  + " share what the danger calls for. Do the paperwork afterwards.")
          + heading(2, "triggers", "What should make you share")
          + "<p>Two main triggers: <em>your own concern</em>, or another agency raising theirs and"
          + " asking what you know.<sup class=\"footnote-ref\"><a href=\"#fn-1\""
          + " id=\"fnref-1\">1</a></sup></p>\n"
          + "<ul>\n"
          + "<li>Family court orders for records.</li>\n"
          + "<li>Medicals and forms for would-be foster carers or adopters.\n"
          + "<ul>\n"
          + "<li>Ask who else lives in the home.</li>\n"
          + "</ul>\n"
          + "</li>\n"
          + "<li>Health assessments for looked-after children.</li>\n"
          + "</ul>\n"
          + heading(3, "child-or-adult", "A child, an adult, or both")
          + "<table-here>"
          + alert(
              "note",
              "Note",
              "The scale runs from a clear note in the record, through a question to the lead, to a"
                  + " full conference report.")
          + alert("tip", "Tip", "Write down who you spoke to and when. Two lines are enough.")
          + alert(
              "important",
              "Important",
              "Never promise total secrecy; no employee can give that assurance.")
          + alert(
              "warning",
              "Warning",
              "A refusal may be overridden if others stay at risk. See"
                  + " <a href=\"public-interest.html\">disclosure in the public interest</a>.")
          + heading(2, "before", "Before you share")
          + "<ol>\n"
          + "<li>Say what you are worried about, in one sentence.</li>\n"
          + "<li>Decide who needs to know.</li>\n"
          + "<li>Send the least that will do, by a safe route.</li>\n"
          + "</ol>\n"
          + "<ul>\n"
          + "<li class=\"task\"><span class=\"task-mark\">☑</span> Checked the address</li>\n"
          + "<li class=\"task\"><span class=\"task-mark\">☐</span> Told the patient, if that is"
          + " safe</li>\n"
          + "</ul>\n"
          + "<blockquote><p>Information to protect a person at risk of harm can be shared fairly,"
          + " lawfully and in proportion.</p></blockquote>\n"
          + heading(2, "record", "Record it")
          + "<p>Use the code <code>safeguarding-concern-raised</code>, and not the <span"
          + " class=\"broken-link\">old template</span>.</p>\n"
          + "<pre><code>Concern: unexplained bruising\n"
          + "Shared with: MASH, 14:10, by telephone, ref."
          + " 12345/2026/a-very-long-reference-number-without-any-break-in-it</code></pre>\n"
          + "<hr>\n"
          + heading(
              2,
              "long",
              "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")
          + "<p>https://example.org/a/very/long/address/without/any/place/where/it/could/be/broken/into/lines.html</p>\n"
          + "<section class=\"footnotes\" aria-label=\"Footnotes\"><ol><li id=\"fn-1\"><p>Seen in"
          + " the toolkit of the college. <a href=\"#fnref-1\" aria-label=\"Back to the"
          + " text\">↩</a></p></li></ol></section>";

  private static final String TABLE =
      "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table: who to"
          + " tell\"><table>\n"
          + "<thead>\n"
          + "<tr><th>Worry</th><th>Tell</th><th>How soon</th><th>What to send</th></tr>\n"
          + "</thead>\n"
          + "<tbody>\n"
          + "<tr><td>A child is hurt</td><td>Children’s social care</td><td>Today, by"
          + " telephone</td><td>Name, date of birth, what you saw, what was said</td></tr>\n"
          + "<tr><td>An adult with care needs is neglected</td><td>Adult social"
          + " care</td><td>Today</td><td>What the adult wants, and what you saw</td></tr>\n"
          + "</tbody></table></div>\n";

  static List<NavigationItemView> siblings(int current) {
    List<NavigationItemView> siblings = new ArrayList<>();
    for (int i = 0; i < TITLES.size(); i++) {
      siblings.add(nav("page-" + (i + 1) + ".html", TITLES.get(i), i == current, false));
    }
    return siblings;
  }

  static List<ContentsItemView> contents() {
    return List.of(
        new ContentsItemView(
            "#triggers",
            "What should make you share",
            List.of(new LinkView("#child-or-adult", "A child, an adult, or both"))),
        new ContentsItemView("#before", "Before you share", List.of()),
        new ContentsItemView("#record", "Record it", List.of()),
        new ContentsItemView("#long", "When the law differs in Scotland", List.of()));
  }

  static DateView date(String iso, String text) {
    return new DateView(iso, text);
  }

  static ReviewView review(boolean overdue, boolean dueSoon) {
    return new ReviewView(
        "draft",
        "Draft",
        "Safeguarding lead",
        null,
        date("2026-12-31", "31 December 2026"),
        date("2026-06-30", "30 June 2026"),
        "2026-11-01",
        overdue,
        dueSoon);
  }

  static List<LabelView> labels() {
    return List.of(
        new LabelView("audience", "Children"),
        new LabelView("audience", "Adults"),
        new LabelView("nation", "England"),
        new LabelView("nation", "Wales"));
  }

  static List<CitationView> citations(int count) {
    List<CitationView> citations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      citations.add(
          new CitationView(
              "page-" + (i + 3) + ".html",
              TITLES.get(i + 2),
              i == 2 ? "Principle" : "",
              i == 1
                  ? List.of()
                  : List.of(
                      new SentenceView(
                          "page-" + (i + 3) + ".html#first",
                          "First steps",
                          "Whether to share at all is the question of When to share."),
                      new SentenceView(
                          "page-" + (i + 3) + ".html",
                          "",
                          "Start from the triggers before you weigh the law."))));
    }
    return citations;
  }

  /** A page with everything that a builder of the tests leaves as it is. */
  static final class Builder {
    String layout = "guide";
    String title = "When to share";
    String heading = "When to share";
    String summary = "";
    String canonical = "";
    String kind = "guide";
    String number = "";
    String body = "<p>Share early, when problems first show.</p>";
    List<ContentsItemView> contents = List.of();
    List<LinkView> breadcrumbs = List.of();
    @Nullable LinkView section;
    List<NavigationItemView> siblings = List.of();
    @Nullable LinkView previous;
    @Nullable LinkView next;
    List<LabelView> labels = List.of();
    @Nullable ReviewView review;
    List<SourceView> sources = List.of();
    List<ChangeView> changes = List.of();
    List<PrincipleView> principles = List.of();
    List<CitationView> reliedOnBy = List.of();
    List<LinkView> related = List.of();
    List<ChildView> children = List.of();
    String statement = "";
    @Nullable ExcerptView excerpt;
    List<LetterView> letters = List.of();
    List<TermLetterView> terms = List.of();
    @Nullable SearchView search;
    @Nullable GovernanceView governance;
    List<NewsView> news = List.of();
    String editHref = "";
    String feedbackHref = "";
    List<String> tags = List.of();
    boolean flowcharts;
    String printHref = "";

    PageView build() {
      return new PageView(
          layout,
          title,
          html(heading),
          "",
          summary,
          canonical,
          kind,
          number,
          html(body),
          contents,
          breadcrumbs,
          section,
          siblings,
          previous,
          next,
          labels,
          review,
          sources,
          changes,
          principles,
          reliedOnBy,
          related,
          children,
          statement,
          excerpt,
          letters,
          terms,
          search,
          governance,
          news,
          editHref,
          feedbackHref,
          tags,
          flowcharts,
          printHref);
    }
  }

  static Builder page(String layout) {
    Builder page = new Builder();
    page.layout = layout;
    return page;
  }

  /** A page of guidance two folders deep with nearly every part. */
  static Builder guide() {
    Builder page = page("guide");
    page.summary =
        "The moments that call for passing on what you know about a child or an adult, and what to"
            + " do in an emergency.";
    page.body = GUIDE_BODY.replace("<table-here>", TABLE);
    page.contents = contents();
    page.breadcrumbs =
        List.of(
            new LinkView("../../index.html", "Home"),
            new LinkView("../index.html", "Parts"),
            new LinkView("index.html", "Part 5: Sharing information"));
    page.section = new LinkView("index.html", "Part 5: Sharing information");
    page.siblings = siblings(1);
    page.previous = new LinkView("page-1.html", TITLES.get(0));
    page.next = new LinkView("page-3.html", TITLES.get(2));
    page.labels = labels();
    page.review = review(false, true);
    page.sources =
        List.of(
            new SourceView(
                "Working together to safeguard children",
                "HM Government",
                "2026",
                "https://www.gov.uk/government/publications/working-together-to-safeguard-children"),
            new SourceView(
                "Protecting children and young people", "General Medical Council", "", ""));
    page.changes =
        List.of(
            new ChangeView(
                date("2026-07-14", "14 July 2026"),
                List.of("Say that an emergency is no time to pause.")),
            new ChangeView(date("2026-06-30", "30 June 2026"), List.of("First version.")));
    page.principles =
        List.of(
            new PrincipleView(
                "../../principles/p1.html",
                "P1",
                "Sharing protects people",
                "Passing information on is basic to protecting children, and adults as well,"
                    + " against abuse and neglect."),
            new PrincipleView(
                "../../principles/p4.html",
                "P4",
                "Child at risk: do not hold back",
                "Where there is concern that a child is suffering abuse and neglect, share without"
                    + " hesitating."));
    page.reliedOnBy = citations(3);
    page.editHref =
        "https://git.example.org/toolkit/edit/main/content/parts/part-5/when-to-share.md";
    page.feedbackHref = "mailto:safeguarding@example.org?subject=When%20to%20share";
    page.tags = List.of("emergency", "referral");
    return page;
  }

  static ChildView child(String kind, String href, String title, String summary) {
    return new ChildView(href, title, kind, summary, "", "", "", "", List.of(), List.of());
  }

  static Builder home() {
    Builder page = page("home");
    page.news =
        List.of(
            new NewsView(
                date("2026-07-14", "14 July 2026"),
                "Say that an emergency is no time to pause.",
                List.of(new LinkView("parts/part-5/page-2.html", TITLES.get(1))),
                0),
            new NewsView(
                date("2026-06-30", "30 June 2026"),
                "First version.",
                List.of(
                    new LinkView("parts/part-5/page-1.html", TITLES.get(0)),
                    new LinkView("parts/part-5/page-3.html", TITLES.get(2))),
                20));
    page.title = "Safeguarding toolkit";
    page.heading = "Protecting children and adults in general practice";
    page.summary =
        "What to do, whom to tell and what to write down, for everyone who works in a surgery.";
    page.body =
        alert(
                "caution",
                "Someone is in danger now",
                "Ring <strong>999</strong>. Then tell your safeguarding lead.")
            + "<h2 id=\"worried\">I am worried about…</h2>\n"
            + "<ul>\n"
            + "<li><a href=\"parts/part-5/children.html\">a child or young person</a></li>\n"
            + "<li><a href=\"parts/part-5/adults-with-capacity.html\">an adult who can decide for"
            + " themselves</a></li>\n"
            + "<li><a href=\"parts/part-5/adults-without-capacity.html\">an adult who may lack"
            + " capacity</a></li>\n"
            + "<li><a href=\"parts/part-5/information-requests.html\">a request for"
            + " information</a></li>\n"
            + "</ul>\n";
    page.children =
        List.of(
            child(
                "folder",
                "parts/part-1/index.html",
                "Part 1: Professional responsibilities",
                "Roles, training and the safeguarding lead."),
            child(
                "folder",
                "parts/part-2/index.html",
                "Part 2: Recognising abuse and neglect",
                "Signs, histories and the questions that help."),
            child(
                "folder",
                "parts/part-3/index.html",
                "Part 3: Responding",
                "First steps, referrals and reports."),
            child(
                "folder",
                "parts/part-4/index.html",
                "Part 4: Documenting",
                "What to write, and who may see it."),
            child(
                "folder",
                "parts/part-5/index.html",
                "Part 5: Sharing information",
                "When, with whom and how; the law in plain words."),
            child(
                "folder",
                "principles/index.html",
                "Principles",
                "Ten sentences that everything else rests on."));
    page.review = review(false, false);
    return page;
  }

  static Builder folder() {
    Builder page = page("folder");
    page.title = "Principles";
    page.heading = "Part 5: Sharing information and working with other agencies";
    page.summary = "Why sharing matters, and how to do it well.";
    page.body =
        "<p>Failures to share are old problems; reviews held after deaths keep finding them.</p>";
    page.breadcrumbs = List.of(new LinkView("../index.html", "Home"));
    page.labels = labels();
    page.children =
        List.of(
            new ChildView(
                "p1.html",
                "Sharing protects people",
                "principle",
                "",
                "P1",
                "Passing information on is basic to protecting children, and adults as well,"
                    + " against abuse and neglect.",
                "",
                "",
                List.of(),
                List.of(
                    new LinkView("../parts/part-5/page-1.html", TITLES.get(0)),
                    new LinkView("../parts/part-5/page-2.html", TITLES.get(1)),
                    new LinkView("../parts/part-5/page-12.html", TITLES.get(11)))),
            new ChildView(
                "p10.html",
                "Consent differs between the two",
                "principle",
                "",
                "P10",
                "Consent is one thing in common law and another in data protection law.",
                "",
                "",
                List.of(),
                List.of(new LinkView("../parts/part-5/page-10.html", TITLES.get(9)))),
            new ChildView(
                "page-2.html",
                "When to share",
                "guide",
                "The moments that call for passing on what you know.",
                "",
                "",
                "",
                "",
                labels(),
                List.of()),
            child("guide", "page-3.html", "Who to share with, and how", "Recipients and routes."),
            new ChildView(
                "e1.html",
                "Working as one team",
                "excerpt",
                "",
                "",
                "",
                "Agencies working together",
                "Case reviews published in 2024, NSPCC",
                List.of(),
                List.of()));
    return page;
  }

  static Builder search() {
    Builder page = page("search");
    page.title = "Search";
    page.heading = "Search";
    page.body = "";
    page.breadcrumbs = List.of(new LinkView("index.html", "Home"));
    List<FilterOptionView> kinds =
        List.of(
            new FilterOptionView("guide", "Guide"),
            new FilterOptionView("principle", "Principle"),
            new FilterOptionView("glossary", "Glossary"));
    page.search =
        new SearchView(
            kinds,
            List.of(
                new FilterView("kind", "Kind", kinds),
                new FilterView(
                    "audience",
                    "About",
                    List.of(
                        new FilterOptionView("child", "Children"),
                        new FilterOptionView("adult", "Adults")))));
    return page;
  }

  static Builder principle() {
    Builder page = page("principle");
    page.title = "Child at risk: do not hold back";
    page.heading = "Child at risk: do not hold back";
    page.kind = "principle";
    page.number = "P4";
    page.statement =
        "Where there is concern that a child is suffering abuse and neglect, or is at risk of it,"
            + " share without hesitating.";
    page.body = "<p>Being unsure is a reason to ask, never a reason to wait.</p>";
    page.breadcrumbs =
        List.of(new LinkView("../index.html", "Home"), new LinkView("index.html", "Principles"));
    page.section = new LinkView("index.html", "Principles");
    page.siblings =
        List.of(
            nav("p1.html", "P1 Sharing protects people", false, false),
            nav("p4.html", "P4 Child at risk: do not hold back", true, false));
    page.reliedOnBy = citations(5);
    page.review = review(true, false);
    return page;
  }

  static Builder excerpt() {
    Builder page = page("excerpt");
    page.title = "Working as one team";
    page.heading = "Working as one team";
    page.kind = "excerpt";
    page.excerpt =
        new ExcerptView(
            "Agencies working together", "Case reviews published in 2024", "NSPCC", "", "", "");
    page.body = "<p>Agencies that meet often notice sooner that a story does not fit.</p>";
    page.breadcrumbs =
        List.of(new LinkView("../index.html", "Home"), new LinkView("index.html", "Excerpts"));
    return page;
  }

  static Builder glossary() {
    Builder page = page("glossary");
    page.title = "Glossary";
    page.heading = "Glossary";
    page.body = "<p>The words and abbreviations of this site.</p>";
    page.breadcrumbs = List.of(new LinkView("index.html", "Home"));
    page.terms =
        List.of(
            new TermLetterView(
                "C",
                "letter-c",
                List.of(
                    new TermView(
                        "caldicott-guardian",
                        "Caldicott Guardian",
                        "",
                        "A senior person who protects the confidentiality of patients’"
                            + " information.",
                        List.of(),
                        List.of()))),
            new TermLetterView(
                "M",
                "letter-m",
                List.of(
                    new TermView(
                        "marac",
                        "MARAC",
                        "multi-agency risk assessment conference",
                        "A meeting about people at high risk of domestic abuse.",
                        List.of(),
                        List.of(new LinkView("#mash", "MASH"))),
                    new TermView(
                        "mash",
                        "MASH",
                        "multi-agency safeguarding hub",
                        "One place that takes concerns about children.",
                        List.of("hub", "front door"),
                        List.of(
                            new LinkView("#marac", "MARAC"),
                            new LinkView("#caldicott-guardian", "Caldicott Guardian"))))));
    return page;
  }

  static Builder aToZ() {
    Builder page = page("a-z");
    page.title = "A to Z";
    page.heading = "A to Z";
    page.body = "";
    page.breadcrumbs = List.of(new LinkView("index.html", "Home"));
    page.letters =
        List.of(
            new LetterView(
                "A",
                "letter-a",
                List.of(
                    new EntryView(
                        "parts/part-5/page-14.html",
                        "Adults who can decide for themselves",
                        "",
                        "Respecting and overriding refusal."),
                    new EntryView(
                        "parts/part-5/page-15.html", "Adults who may lack capacity", "", ""))),
            new LetterView(
                "C",
                "letter-c",
                List.of(
                    new EntryView(
                        "principles/p4.html",
                        "Child at risk: do not hold back",
                        "Principle",
                        "Share without hesitating."),
                    new EntryView(
                        "glossary.html#caldicott-guardian",
                        "Caldicott Guardian",
                        "Glossary",
                        "A senior person who protects confidentiality."))));
    return page;
  }

  /** A list of review dates with pages in every state, one of them nobody's. */
  static Builder governance() {
    Builder page = page("governance");
    page.title = "Owners and review dates";
    page.heading = "Owners and review dates";
    page.body = "";
    page.breadcrumbs = List.of(new LinkView("index.html", "Home"));
    List<KeptPageView> kept =
        List.of(
            new KeptPageView("parts/part-5/page-1.html", TITLES.get(0), "", review(true, false)),
            new KeptPageView("parts/part-5/page-2.html", TITLES.get(1), "", review(false, true)),
            new KeptPageView(
                "principles/p4.html", TITLES.get(2), "Principle", review(false, false)));
    ReviewView unknown = new ReviewView("", "", "", null, null, null, "", false, false);
    page.governance =
        new GovernanceView(
            4,
            1,
            "governance.csv",
            List.of(
                new OwnerView("wm.owner-1", "Safeguarding lead", 1, kept),
                new OwnerView(
                    "wm.owner-2",
                    "",
                    0,
                    List.of(new KeptPageView("faq.html", TITLES.getLast(), "", unknown)))));
    return page;
  }

  static Builder notFound() {
    Builder page = page("not-found");
    page.title = "Page not found";
    page.heading = "Page not found";
    page.body =
        "<p>There is no page at this address. It may have moved, or the link was mistyped.</p>";
    return page;
  }

  static Builder redirect() {
    Builder page = page("redirect");
    page.title = "When to share";
    page.section = new LinkView("parts/part-5/page-2.html", "When to share");
    return page;
  }
}
