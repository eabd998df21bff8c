package dev.waymark.render;

import dev.waymark.config.Glossary;
import dev.waymark.flowchart.svg.DiagramRenderer;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Embedder;
import dev.waymark.markdown.Heading;
import dev.waymark.markdown.Html;
import dev.waymark.markdown.TermMarker;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Kind;
import dev.waymark.site.AlphabeticalIndex;
import dev.waymark.site.Folder;
import dev.waymark.site.IndexEntry;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourcePath;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of the linked site as templates see them. Thread-safe. */
final class PageViews {
  /** A page with fewer sections than this has no contents list. */
  private static final int MIN_CONTENTS = 3;

  private static final SitePath INDEX = new SitePath("a-z.html");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'";

  private final Site site;
  private final SearchLinks search;
  private final Optional<URI> baseUrl;
  private final Optional<GlossaryMarker> terms;

  /** Found once: to find it may take a look at every page. */
  private final Optional<SitePath> checkBy;

  private final FlowchartViews flowcharts;
  private final DiagramRenderer diagrams;
  private final PageEmbedder.Parts parts;

  /**
   * @param search what the pages show of the search
   * @param diagrams draws flowcharts and diagrams; not asked on a site without any
   */
  PageViews(
      Site site,
      SearchLinks search,
      Optional<URI> baseUrl,
      DiagramRenderer diagrams,
      PageEmbedder.Parts parts) {
    this.site = site;
    this.search = search;
    this.baseUrl = baseUrl;
    this.flowcharts = new FlowchartViews(site, diagrams);
    this.diagrams = diagrams;
    this.parts = parts;
    this.checkBy = CheckBy.path(site);
    this.terms =
        site.generated()
            .glossary()
            .filter(path -> site.config().marksTerms())
            .map(path -> new GlossaryMarker(site.glossary(), path));
  }

  /** What the page at this address shows of the site. */
  SiteView site(SitePath from) {
    Views views = new Views(site, from);
    return new SiteView(
        site.title(),
        site.config().description(),
        site.config().language(),
        site.config().notice(),
        from.linkTo(Site.HOME),
        site.logo().map(from::linkTo).orElse(""),
        site.generated().search().map(from::linkTo).orElse(""),
        index().map(from::linkTo).orElse(""),
        POLICY,
        views.items(site.navigation()),
        views.items(site.footer()),
        search.entry().map(from::linkTo).orElse(""),
        checkBy.map(from::linkTo).orElse(""),
        "Waymark");
  }

  /** A page of the content. */
  PageView page(SitePage page) {
    return page(page, embedder -> embedder);
  }

  /**
   * A page of the content as it stands among others in one document.
   *
   * @param charts flowcharts that stand in the document themselves; where the page shows one, there
   *     is a link to it
   */
  PageView printed(SitePage page, Set<SitePath> charts) {
    return page(page, embedder -> new PrintEmbedder(embedder, page.path(), charts));
  }

  private PageView page(SitePage page, Function<PageEmbedder, Embedder> embedding) {
    SitePath from = page.path();
    Views views = new Views(site, from);
    FrontMatter frontMatter = page.frontMatter();
    Optional<Heading> title = page.page().document().title();
    String heading = page.heading();
    TermMarker marker =
        frontMatter.marksTerms()
            ? terms.map(found -> found.forPage(from)).orElse(TermMarker.NONE)
            : TermMarker.NONE;
    PageEmbedder embedder =
        new PageEmbedder(site, flowcharts, new DiagramViews(diagrams, views), parts, page, marker);
    String body =
        frontMatter.kind() == Kind.FLOWCHART
            ? embedder.image(from, "")
            : page.body(marker, embedding.apply(embedder));
    boolean excerpt = frontMatter.kind() == Kind.EXCERPT;
    return new PageView(
        layout(page),
        page.title(),
        new SafeString(heading.isBlank() ? Html.escape(page.page().title()) : heading),
        title.map(Heading::anchor).orElse(""),
        frontMatter.summary(),
        canonical(from),
        frontMatter.kind().word(),
        Views.number(page),
        new SafeString(body),
        from.equals(Site.HOME) ? List.of() : contents(page.page().document().headings()),
        views.breadcrumbs(),
        views.section(),
        views.siblings(),
        views.link(site.neighboursOf(from).previous()),
        views.link(site.neighboursOf(from).next()),
        views.labels(frontMatter),
        hasFacts(frontMatter) ? views.review(frontMatter) : null,
        excerpt ? List.of() : Views.sources(frontMatter),
        Views.changes(frontMatter),
        frontMatter.principles().stream()
            .flatMap(id -> site.principle(id.value()).stream())
            .filter(principle -> !principle.path().equals(from))
            .map(views::principle)
            .distinct()
            .toList(),
        views.citations(from, site::titleOf),
        search.related().getOrDefault(from, List.of()).stream()
            .flatMap(path -> Optional.ofNullable(site.pages().get(path)).stream())
            .map(related -> views.link(related.path(), related.title()))
            .toList(),
        listsChildren(from) ? children(site.folderOf(from), views) : List.of(),
        frontMatter.statement(),
        excerpt ? excerpt(frontMatter) : null,
        List.of(),
        List.of(),
        null,
        null,
        news(from, views),
        site.config().editLink().replace("{path}", encoded(page.page().source())),
        site.config().feedbackLink(),
        frontMatter.tags(),
        embedder.hasShown(),
        printHref(from));
  }

  /** A home page of a site with a navigation of its own says itself where to go. */
  private boolean listsChildren(SitePath path) {
    return path.name().equals("index.html")
        && !(path.equals(Site.HOME) && site.config().navigation().isPresent());
  }

  private List<NewsView> news(SitePath from, Views views) {
    return from.equals(Site.HOME) ? News.of(site, views) : List.of();
  }

  private static String layout(SitePage page) {
    return switch (page.frontMatter().kind()) {
      case PRINCIPLE -> "principle";
      case EXCERPT -> "excerpt";
      case FLOWCHART -> "flowchart";
      case GUIDE ->
          page.path().equals(Site.HOME)
              ? "home"
              : page.path().name().equals("index.html") ? "folder" : "guide";
    };
  }

  static boolean hasFacts(FrontMatter frontMatter) {
    return frontMatter.hasReview() || frontMatter.factsAsAt().isPresent();
  }

  private static ExcerptView excerpt(FrontMatter frontMatter) {
    return frontMatter.sources().stream()
        .findFirst()
        .map(source ->
            new ExcerptView(
                frontMatter.theme(),
                source.title(),
                source.publisher(),
                source.published(),
                source.url(),
                source.licence()))
        .orElseGet(() -> new ExcerptView(frontMatter.theme(), "", "", "", "", ""));
  }

  /** A path as part of an address elsewhere. */
  private static String encoded(SourcePath source) {
    String link = Site.HOME.linkTo(new SitePath(source.value()));
    return link.startsWith("./") ? link.substring(2) : link;
  }

  private static List<ContentsItemView> contents(List<Heading> headings) {
    List<ContentsItemView> contents = new ArrayList<>();
    for (Heading heading : headings) {
      // A heading of nothing but a picture would be a link without words.
      if (heading.text().isBlank()) {
        continue;
      }
      LinkView link = new LinkView("#" + Percent.encode(heading.anchor()), heading.text());
      if (heading.level() <= 2) {
        contents.add(new ContentsItemView(link.href(), link.title(), new ArrayList<>()));
      } else if (heading.level() == 3 && !contents.isEmpty()) {
        contents.getLast().children().add(link);
      }
    }
    return contents.size() < MIN_CONTENTS ? List.of() : contents;
  }

  private static List<ChildView> children(Folder folder, Views views) {
    return folder.children().stream().map(views::child).toList();
  }

  private String canonical(SitePath path) {
    return baseUrl.map(base -> absolute(base, path)).orElse("");
  }

  /** The whole address of a page. */
  static String absolute(URI base, SitePath path) {
    String root = base.toString();
    return (root.endsWith("/") ? root : root + "/") + Site.HOME.linkTo(path);
  }

  /** A folder without a page of its own. */
  PageView folder(Folder folder) {
    Views views = new Views(site, folder.address());
    return generated(
        folder.path().isEmpty() ? "home" : "folder",
        folder.title(),
        folder.path().isEmpty() ? site.config().description() : "",
        folder.address(),
        children(folder, views),
        List.of(),
        List.of(),
        null,
        null);
  }

  /** The glossary. */
  PageView glossary(SitePath from) {
    Views views = new Views(site, from);
    Map<String, List<TermView>> letters = new LinkedHashMap<>();
    List<Glossary.Term> terms = new ArrayList<>(site.glossary().terms());
    terms.sort(Comparator.comparing(term -> term.term().value(), AlphabeticalIndex.ORDER));
    for (Glossary.Term term : terms) {
      letters
          .computeIfAbsent(AlphabeticalIndex.letter(term.term().value()), key -> new ArrayList<>())
          .add(term(term, views));
    }
    return generated(
        "glossary",
        "Glossary",
        "",
        from,
        List.of(),
        List.of(),
        letters.entrySet().stream()
            .map(letter ->
                new TermLetterView(letter.getKey(), anchor(letter.getKey()), letter.getValue()))
            .toList(),
        null,
        null);
  }

  private TermView term(Glossary.Term term, Views views) {
    return new TermView(
        term.anchor(),
        term.term().value(),
        term.expansion(),
        term.definition(),
        term.synonyms(),
        term.see().stream()
            .flatMap(id -> site.find(id.value()).stream())
            .map(target -> new LinkView(views.href(target.path(), target.anchor()), target.title()))
            .toList());
  }

  /** The A to Z. */
  PageView index(SitePath from) {
    Views views = new Views(site, from);
    Map<String, List<EntryView>> letters = new LinkedHashMap<>();
    for (IndexEntry entry : site.index()) {
      letters
          .computeIfAbsent(AlphabeticalIndex.letter(entry.title()), key -> new ArrayList<>())
          .add(
              new EntryView(
                  views.href(entry.target(), entry.anchor()),
                  entry.title(),
                  entry.kind(),
                  entry.detail()));
    }
    return generated(
        "a-z",
        "A to Z",
        "",
        from,
        List.of(),
        letters.entrySet().stream()
            .map(letter ->
                new LetterView(letter.getKey(), anchor(letter.getKey()), letter.getValue()))
            .toList(),
        List.of(),
        null,
        null);
  }

  /** The page of search results, which fills itself. */
  PageView search(SitePath from) {
    return generated(
        "search",
        "Search",
        "",
        from,
        List.of(),
        List.of(),
        List.of(),
        new SearchView(SearchFilters.kinds(site), SearchFilters.of(site)),
        null);
  }

  /** The list of who keeps what. */
  PageView governance(SitePath from) {
    return generated(
        "governance",
        Site.GOVERNANCE_TITLE,
        "",
        from,
        List.of(),
        List.of(),
        List.of(),
        null,
        Governance.of(site).view(from));
  }

  /** The A to Z: what the site makes, or what its editors have put in its place. */
  private Optional<SitePath> index() {
    return site.generated().index().or(() -> Optional.of(INDEX).filter(site.pages()::containsKey));
  }

  /** An anchor that no term or heading can have, since theirs have no full stop. */
  private static String anchor(String letter) {
    return switch (letter) {
      case "#" -> "wm.other";
      case "0\u20139" -> "wm.0-9";
      default -> "wm." + letter;
    };
  }

  /**
   * The page for addresses that do not exist. It is shown at any of them, so that it has no trail
   * and no address of its own.
   */
  PageView notFound(SitePath from) {
    PageView page =
        generated(
            "not-found", "Page not found", "", from, List.of(), List.of(), List.of(), null, null);
    return bare(page, "", null);
  }

  /** The page at an old address. */
  PageView redirect(SitePath from, SitePage to) {
    PageView page =
        generated("redirect", to.title(), "", from, List.of(), List.of(), List.of(), null, null);
    return bare(page, canonical(to.path()), new LinkView(from.linkTo(to.path()), to.title()));
  }

  /** Title and heading alone, with a link to where there is more. */
  private static PageView bare(PageView page, String canonical, @Nullable LinkView section) {
    return plain(page.layout(), page.title(), canonical, "", List.of(), List.of(), section);
  }

  /** A page that holds a body and none of what stands around the text of others. */
  private static PageView plain(
      String layout,
      String title,
      String canonical,
      String body,
      List<ContentsItemView> contents,
      List<LinkView> breadcrumbs,
      @Nullable LinkView section) {
    return new PageView(
        layout,
        title,
        new SafeString(Html.escape(title)),
        "",
        "",
        canonical,
        Kind.GUIDE.word(),
        "",
        new SafeString(body),
        contents,
        breadcrumbs,
        section,
        List.of(),
        null,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        null,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        "",
        "",
        List.of(),
        false,
        "");
  }

  private PageView generated(
      String layout,
      String title,
      String summary,
      SitePath from,
      List<ChildView> children,
      List<LetterView> letters,
      List<TermLetterView> terms,
      @Nullable SearchView results,
      @Nullable GovernanceView governance) {
    Views views = new Views(site, from);
    return new PageView(
        layout,
        title,
        new SafeString(Html.escape(title)),
        "",
        summary,
        canonical(from),
        Kind.GUIDE.word(),
        "",
        new SafeString(""),
        List.of(),
        views.breadcrumbs(),
        views.section(),
        List.of(),
        views.link(site.neighboursOf(from).previous()),
        views.link(site.neighboursOf(from).next()),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        views.citations(from, site::titleOf),
        search.related().getOrDefault(from, List.of()).stream()
            .flatMap(path -> Optional.ofNullable(site.pages().get(path)).stream())
            .map(related -> views.link(related.path(), related.title()))
            .toList(),
        children,
        "",
        null,
        letters,
        terms,
        results,
        governance,
        news(from, views),
        "",
        site.config().feedbackLink(),
        List.of(),
        false,
        printHref(from));
  }

  /** The page that holds all of the folder whose page this is. */
  private String printHref(SitePath from) {
    SitePath print = new SitePath(from.folder() + "print.html");
    return from.name().equals("index.html") && site.generated().prints().contains(print)
        ? from.linkTo(print)
        : "";
  }

  /**
   * A page that holds all others of a folder.
   *
   * @param body all of them, as HTML
   */
  PageView print(SitePath from, String title, List<ContentsItemView> contents, String body) {
    return plain(
        "print",
        title,
        "",
        body,
        contents,
        new Views(site, from).breadcrumbs(),
        new LinkView("index.html", title));
  }
}
