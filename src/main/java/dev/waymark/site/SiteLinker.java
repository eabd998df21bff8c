package dev.waymark.site;

import dev.waymark.config.Glossary;
import dev.waymark.config.SiteConfig;
import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Sentence;
import dev.waymark.link.SitePath;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Page;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pages to site. Gives every file its address and every link its meaning, turns links round into
 * citations, and reports whatever does not fit together.
 */
public final class SiteLinker {
  /** As many entries as still make a main navigation or a footer. */
  private static final int MAX_ENTRIES = 8;

  /** What every browser shows. */
  private static final Pattern PICTURE =
      Pattern.compile("\\.(svg|png|jpe?g|gif|webp|avif)$", Pattern.CASE_INSENSITIVE);

  private final boolean drafts;
  private final Optional<LocalDate> asOf;
  private final Runnable linkedPage;

  /**
   * @param drafts whether pages with {@code draft: true} are part of the site
   * @param asOf the date that review notices are measured against; when absent, the newest in the
   *     content
   */
  public SiteLinker(boolean drafts, Optional<LocalDate> asOf) {
    this(drafts, asOf, () -> {});
  }

  /**
   * The same, to be broken off.
   *
   * @param linkedPage told after each page; what it throws ends the linking
   */
  public SiteLinker(boolean drafts, Optional<LocalDate> asOf, Runnable linkedPage) {
    this.drafts = drafts;
    this.asOf = asOf;
    this.linkedPage = linkedPage;
  }

  /**
   * Links the site.
   *
   * @param contentName the content folder as the user named it
   * @param pages sorted by source
   * @param charts decision flowcharts, sorted by source
   * @param files everything else that is published, sorted by path
   */
  public Checked<Site> link(
      String contentName,
      List<Page> pages,
      List<Flowchart> charts,
      Collection<SourceFile> files,
      SiteConfig config,
      Glossary glossary) {
    return linkForEdits(contentName, pages, charts, files, config, glossary).site();
  }

  /** Links the site as {@link #link} does, so that the text of a page can be exchanged in it. */
  public EditableSite linkForEdits(
      String contentName,
      List<Page> pages,
      List<Flowchart> charts,
      Collection<SourceFile> files,
      SiteConfig config,
      Glossary glossary) {
    Map<Boolean, List<Page>> byPublished =
        Stream.concat(pages.stream(), charts.stream().map(Flowchart::asPage))
            .sorted(Comparator.comparing(Page::source))
            .collect(Collectors.partitioningBy(page -> drafts || !page.frontMatter().draft()));
    List<Page> published = byPublished.getOrDefault(true, List.of());
    List<Page> hidden = byPublished.getOrDefault(false, List.of());
    AddressBook book = AddressBook.of(published, files);
    List<Diagnostic> diagnostics = new ArrayList<>();
    Site.Generated generated = generated(book, config, glossary, diagnostics);
    Ids ids = new Ids(book.pages(), hidden, glossary, generated.glossary());
    Aliases aliases = Aliases.of(book);
    String siteTitle = siteTitle(config, book);
    Targets targets =
        new Targets(book, generatedPages(book, generated, glossary, siteTitle), aliases, hidden);
    PageLinker linker = new PageLinker(contentName, targets, ids, book);

    SortedMap<SitePath, SitePage> linked = new TreeMap<>();
    book.pages()
        .forEach((path, page) -> {
          linked.put(path, new SitePage(path, page, linker.link(path, page, diagnostics)));
          linkedPage.run();
        });
    FolderTree tree = new FolderTree(book.folders(), linked.values(), siteTitle);
    List<NavigationEntry> navigation =
        config
            .navigation()
            .map(entries -> given(entries, linker, diagnostics))
            .orElseGet(() -> fromFolders(tree));
    Map<SitePath, List<Citation>> citations = citations(linked.values(), ids, diagnostics);
    checkOwners(linked.values(), config, diagnostics);
    checkGlossary(glossary, ids, diagnostics);
    if (config.navigation().isPresent()) {
      checkOrphans(linked.values(), navigation, diagnostics);
    }
    diagnostics.addAll(book.diagnostics());
    diagnostics.addAll(ids.diagnostics());
    diagnostics.addAll(aliases.diagnostics());

    SortedMap<SitePath, SitePage> redirects = new TreeMap<>();
    aliases
        .all()
        .forEach((alias, path) -> redirects.put(alias, Objects.requireNonNull(linked.get(path))));
    Site site =
        new Site(
            config,
            glossary,
            siteTitle,
            linked,
            flowcharts(linked, charts),
            tree.folders(),
            book.assets(),
            redirects,
            ids.all(),
            citations,
            tree.neighbours(),
            navigation,
            footer(linked, navigation, generated),
            generated,
            AlphabeticalIndex.of(linked.values(), glossary, generated.glossary()),
            asOf.or(() -> newestDate(linked.values())),
            config.logo().flatMap(logo -> logo(logo, linker, diagnostics)));
    return new EditableSite(new Checked<>(site, diagnostics), linker);
  }

  private static SortedMap<SitePath, Flowchart> flowcharts(
      SortedMap<SitePath, SitePage> pages, List<Flowchart> charts) {
    Map<SourcePath, Flowchart> bySource =
        charts.stream().collect(Collectors.toMap(Flowchart::source, Function.identity()));
    SortedMap<SitePath, Flowchart> flowcharts = new TreeMap<>();
    pages.forEach((path, page) -> {
      Flowchart chart = bySource.get(page.page().source());
      if (chart != null) {
        flowcharts.put(path, chart);
      }
    });
    return flowcharts;
  }

  private static String siteTitle(SiteConfig config, AddressBook book) {
    return config
        .title()
        .or(() -> Optional.ofNullable(book.pages().get(Site.HOME)).map(Page::title))
        .map(ShortText::title)
        .orElse("Knowledge base");
  }

  private static Site.Generated generated(
      AddressBook book, SiteConfig config, Glossary glossary, List<Diagnostic> diagnostics) {
    Optional<SitePath> glossaryPage = Optional.empty();
    if (!glossary.terms().isEmpty()) {
      SitePath path = new SitePath("glossary.html");
      if (book.occupant(path).isPresent()) {
        diagnostics.add(
            Diagnostic.of(Code.ADDRESS_TAKEN, occupantOf(path, book, glossary))
                .withDetail("glossary.yaml makes a page at " + path + "; that page is left out")
                .withHelp("give this page another name"));
      } else {
        glossaryPage = Optional.of(path);
      }
    }
    boolean reviews = hasReviews(book);
    boolean ages = reviews || config.review().checkBy().isPresent();
    Site.Generated generated =
        new Site.Generated(
            glossaryPage,
            free(book, "a-z.html"),
            searchPage(book),
            free(book, "404.html"),
            reviews ? free(book, "governance.html") : Optional.empty(),
            reviews ? free(book, "governance.csv") : Optional.empty(),
            ages ? free(book, "check-by.js") : Optional.empty(),
            config.printPages() ? PrintPages.of(book) : new TreeSet<>());
    generated.glossary().ifPresent(path -> book.reserve(path, "the glossary"));
    generated.index().ifPresent(path -> book.reserve(path, "the A to Z"));
    generated.search().ifPresent(path -> book.reserve(path, "the page of search results"));
    generated.notFound().ifPresent(path -> book.reserve(path, "the page for wrong addresses"));
    generated.governance().ifPresent(path -> book.reserve(path, "the list of review dates"));
    generated.governanceTable().ifPresent(path -> book.reserve(path, "the table of review dates"));
    generated.checkBy().ifPresent(path -> book.reserve(path, "the age of the site"));
    generated.prints().forEach(path -> book.reserve(path, "a page for printing"));
    return generated;
  }

  private static boolean hasReviews(AddressBook book) {
    return book.pages().values().stream().anyMatch(page -> page.frontMatter().hasReview());
  }

  private static Location occupantOf(SitePath path, AddressBook book, Glossary glossary) {
    return Stream.concat(
            book.pages().entrySet().stream()
                .filter(page -> page.getKey().folded().equals(path.folded()))
                .map(page -> page.getValue().start()),
            book.assets().values().stream()
                .filter(file -> file.path().value().equalsIgnoreCase(path.value()))
                .map(SourceFile::start))
        .findFirst()
        .orElseGet(() -> glossary.terms().getFirst().term().location());
  }

  private static Optional<SitePath> free(AddressBook book, String path) {
    return Optional.of(new SitePath(path)).filter(address -> book.occupant(address).isEmpty());
  }

  /**
   * Where results are shown. A site without pages has none; one with a page of its own about
   * searching is searched all the same.
   */
  private static Optional<SitePath> searchPage(AddressBook book) {
    return book.pages().isEmpty()
        ? Optional.empty()
        : free(book, "search.html").or(() -> free(book, "search-results.html"));
  }

  private static Map<SitePath, Targets.GeneratedPage> generatedPages(
      AddressBook book, Site.Generated generated, Glossary glossary, String siteTitle) {
    Map<SitePath, Targets.GeneratedPage> pages = new HashMap<>();
    for (String folder : book.folders()) {
      SitePath address = new SitePath(folder + "index.html");
      if (!book.pages().containsKey(address)) {
        String title = folder.isEmpty() ? siteTitle : FolderTree.title(folder);
        pages.put(address, new Targets.GeneratedPage(title, Set.of()));
      }
    }
    Set<String> terms = new TreeSet<>();
    glossary.terms().forEach(term -> terms.add(term.anchor()));
    generated
        .glossary()
        .ifPresent(path -> pages.put(path, new Targets.GeneratedPage("Glossary", terms)));
    generated
        .index()
        .ifPresent(path -> pages.put(path, new Targets.GeneratedPage("A to Z", Set.of())));
    generated
        .search()
        .ifPresent(path -> pages.put(path, new Targets.GeneratedPage("Search", Set.of())));
    generated
        .governance()
        .ifPresent(
            path -> pages.put(path, new Targets.GeneratedPage(Site.GOVERNANCE_TITLE, Set.of())));
    generated
        .prints()
        .forEach(path ->
            pages.put(path, new Targets.GeneratedPage("All on one page, to print", Set.of())));
    return pages;
  }

  private static List<NavigationEntry> given(
      List<SiteConfig.NavigationEntry> entries, PageLinker linker, List<Diagnostic> diagnostics) {
    List<NavigationEntry> navigation = new ArrayList<>();
    for (SiteConfig.NavigationEntry entry : entries) {
      LinkReference link =
          new LinkReference(
              LinkReference.Kind.LINK,
              entry.target().value(),
              entry.title().orElse(""),
              entry.target().location(),
              "",
              Sentence.NONE);
      switch (linker.fromRoot(link, diagnostics)) {
        case LinkTarget.Page page ->
            navigation.add(
                new NavigationEntry(
                    page.path(), page.anchor(), entry.title().orElse(page.title())));
        case LinkTarget.File file ->
            diagnostics.add(notPage(entry, file.path() + " is a file and no page"));
        case LinkTarget.External external ->
            diagnostics.add(notPage(entry, external.url() + " is on another site"));
        case LinkTarget.Broken broken -> {}
      }
    }
    return navigation;
  }

  private static Diagnostic notPage(SiteConfig.NavigationEntry entry, String detail) {
    return Diagnostic.of(Code.LINK_NO_PAGE, entry.target().location())
        .withMessage("the navigation leads to pages of this site only")
        .withDetail(detail)
        .withHelp("name a page here, and link from that page");
  }

  private static Optional<SitePath> logo(
      Located<String> written, PageLinker linker, List<Diagnostic> diagnostics) {
    LinkReference link =
        new LinkReference(
            LinkReference.Kind.IMAGE, written.value(), "", written.location(), "", Sentence.NONE);
    return switch (linker.fromRoot(link, diagnostics)) {
      case LinkTarget.File file when PICTURE.matcher(file.path().value()).find() ->
          Optional.of(file.path());
      case LinkTarget.File file -> noPicture(written, file.path(), diagnostics);
      case LinkTarget.Page page -> noPicture(written, page.path(), diagnostics);
      case LinkTarget.External external -> Optional.empty();
      case LinkTarget.Broken broken -> Optional.empty();
    };
  }

  private static Optional<SitePath> noPicture(
      Located<String> written, SitePath path, List<Diagnostic> diagnostics) {
    diagnostics.add(
        Diagnostic.of(Code.IMAGE_MISSING, written.location())
            .withDetail(path + " is no picture")
            .withHelp("name a file that ends in .svg, .png, .jpg, .gif, .webp or .avif"));
    return Optional.empty();
  }

  /**
   * Without {@code navigation} in the settings: the folders at the top, and the pages there if they
   * are few.
   */
  private static List<NavigationEntry> fromFolders(FolderTree tree) {
    List<Folder.Child> top = Objects.requireNonNull(tree.folders().get("")).children();
    return top.stream()
        .filter(child -> child instanceof Folder.Child.OfFolder || top.size() <= MAX_ENTRIES)
        .limit(2L * MAX_ENTRIES)
        .map(child -> new NavigationEntry(child.address(), child.title()))
        .toList();
  }

  /**
   * What should be in reach of every page and is not in the navigation: pages at the top, and the
   * generated lists.
   */
  private static List<NavigationEntry> footer(
      SortedMap<SitePath, SitePage> pages,
      List<NavigationEntry> navigation,
      Site.Generated generated) {
    Set<SitePath> listed = new HashSet<>();
    navigation.forEach(entry -> listed.add(entry.target()));
    listed.add(Site.HOME);
    List<SitePage> top =
        pages.values().stream()
            .filter(page -> page.path().folder().isEmpty() && !listed.contains(page.path()))
            .sorted(
                Comparator.comparingInt(
                        (SitePage page) -> page.frontMatter().order().orElse(Integer.MAX_VALUE))
                    .thenComparing(SitePage::path))
            .toList();
    List<NavigationEntry> footer = new ArrayList<>();
    if (top.size() <= MAX_ENTRIES) {
      top.forEach(page -> footer.add(new NavigationEntry(page.path(), page.title())));
    }
    generated
        .glossary()
        .filter(path -> !listed.contains(path))
        .ifPresent(path -> footer.add(new NavigationEntry(path, "Glossary")));
    generated
        .index()
        .filter(path -> !listed.contains(path))
        .ifPresent(path -> footer.add(new NavigationEntry(path, "A to Z")));
    generated
        .governance()
        .filter(path -> !listed.contains(path))
        .ifPresent(path -> footer.add(new NavigationEntry(path, Site.GOVERNANCE_TITLE)));
    return footer;
  }

  private static Map<SitePath, List<Citation>> citations(
      Collection<SitePage> pages, Ids ids, List<Diagnostic> diagnostics) {
    Map<SitePath, List<Citation>> citations = new HashMap<>();
    for (SitePage page : pages) {
      Map<SitePath, List<LinkReference>> cited = new LinkedHashMap<>();
      for (Located<String> principle : page.frontMatter().principles()) {
        Optional<SitePath> path = ids.principle(principle.value());
        if (path.isPresent()) {
          cited.put(path.get(), new ArrayList<>());
        } else {
          diagnostics.add(ids.unknownPrinciple(principle, page.frontMatter().principles()));
        }
      }
      for (int i = 0; i < page.targets().size(); i++) {
        if (page.targets().get(i) instanceof LinkTarget.Page target) {
          cited
              .computeIfAbsent(target.path(), key -> new ArrayList<>())
              .add(page.page().links().get(i));
        }
      }
      cited.remove(page.path());
      cited.forEach((path, links) ->
          citations.computeIfAbsent(path, key -> new ArrayList<>()).add(new Citation(page, links)));
    }
    return citations;
  }

  private static void checkOwners(
      Collection<SitePage> pages, SiteConfig config, List<Diagnostic> diagnostics) {
    for (SitePage page : pages) {
      page.frontMatter()
          .owner()
          .filter(owner -> !config.owners().containsKey(owner.value()))
          .ifPresent(owner -> {
            Diagnostic unknown =
                Diagnostic.of(Code.UNKNOWN_OWNER, owner.location())
                    .withDetail(
                        config.owners().isEmpty()
                            ? "site.yaml lists no owners"
                            : "site.yaml lists " + String.join(", ", config.owners().keySet()));
            diagnostics.add(
                Spelling.nearest(owner.value(), config.owners().keySet())
                    .map(unknown::withSuggestion)
                    .orElseGet(() -> unknown.withHelp("list it under owners: in site.yaml")));
          });
    }
  }

  private static void checkGlossary(Glossary glossary, Ids ids, List<Diagnostic> diagnostics) {
    for (Glossary.Term term : glossary.terms()) {
      for (Located<String> see : term.see()) {
        if (ids.find(see.value()).isEmpty()) {
          diagnostics.add(ids.unknownValue(see.value(), see.location()));
        }
      }
    }
  }

  private static void checkOrphans(
      Collection<SitePage> pages, List<NavigationEntry> navigation, List<Diagnostic> diagnostics) {
    Set<SitePath> reached = new HashSet<>();
    reached.add(Site.HOME);
    navigation.forEach(entry -> reached.add(entry.target()));
    for (SitePage page : pages) {
      for (LinkTarget target : page.targets()) {
        if (target instanceof LinkTarget.Page linked && !linked.path().equals(page.path())) {
          reached.add(linked.path());
        }
      }
    }
    for (SitePage page : pages) {
      if (!reached.contains(page.path())) {
        diagnostics.add(
            Diagnostic.of(Code.ORPHAN_PAGE, page.page().start())
                .withHelp(
                    "link to it from a page that readers of it come from, or list it under"
                        + " navigation in site.yaml"));
      }
    }
  }

  private static Optional<LocalDate> newestDate(Collection<SitePage> pages) {
    return pages.stream()
        .map(SitePage::frontMatter)
        .flatMap(SiteLinker::dates)
        .max(Comparator.naturalOrder());
  }

  private static Stream<LocalDate> dates(FrontMatter frontMatter) {
    return Stream.concat(frontMatter.reviewed().stream(), frontMatter.factsAsAt().stream());
  }
}
