package dev.waymark.site;

import dev.waymark.config.Glossary;
import dev.waymark.config.SiteConfig;
import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Page;
import dev.waymark.source.SourceFile;
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
import java.util.stream.Stream;

/**
 * Pages to site. Gives every file its address and every link its meaning, turns links round into
 * citations, and reports whatever does not fit together.
 */
public final class SiteLinker {
  /** As many entries as still make a main navigation or a footer. */
  private static final int MAX_ENTRIES = 8;

  private final boolean drafts;
  private final Optional<LocalDate> asOf;

  /**
   * @param drafts whether pages with {@code draft: true} are part of the site
   * @param asOf the date that review notices are measured against; when absent, the newest in the
   *     content
   */
  public SiteLinker(boolean drafts, Optional<LocalDate> asOf) {
    this.drafts = drafts;
    this.asOf = asOf;
  }

  /**
   * Links the site.
   *
   * @param contentName the content folder as the user named it
   * @param pages sorted by source
   * @param files everything else that is published, sorted by path
   */
  public Checked<Site> link(
      String contentName,
      List<Page> pages,
      Collection<SourceFile> files,
      SiteConfig config,
      Glossary glossary) {
    List<Page> published =
        pages.stream().filter(page -> drafts || !page.frontMatter().draft()).toList();
    Set<String> hidden = new HashSet<>();
    pages.stream()
        .filter(page -> !drafts && page.frontMatter().draft())
        .forEach(page -> hidden.add(page.source().value()));
    AddressBook book = AddressBook.of(published, files);
    List<Diagnostic> diagnostics = new ArrayList<>();
    Site.Generated generated = generated(book, glossary, diagnostics);
    Ids ids = new Ids(book.pages(), glossary, generated.glossary());
    SortedMap<SitePath, SitePath> aliases = aliases(book, diagnostics);
    String siteTitle = siteTitle(config, book);
    PageLinker linker =
        new PageLinker(
            contentName, book, ids, generatedPages(book, generated, glossary), hidden, aliases);

    SortedMap<SitePath, SitePage> linked = new TreeMap<>();
    book.pages()
        .forEach((path, page) ->
            linked.put(path, new SitePage(path, page, linker.link(path, page, diagnostics))));
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

    SortedMap<SitePath, SitePage> redirects = new TreeMap<>();
    aliases.forEach(
        (alias, path) -> redirects.put(alias, Objects.requireNonNull(linked.get(path))));
    Site site =
        new Site(
            config,
            glossary,
            siteTitle,
            linked,
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
            asOf.or(() -> newestDate(linked.values())));
    return new Checked<>(site, diagnostics);
  }

  private static String siteTitle(SiteConfig config, AddressBook book) {
    return config
        .title()
        .or(() -> Optional.ofNullable(book.pages().get(Site.HOME)).map(Page::title))
        .orElse("Knowledge base");
  }

  private static Site.Generated generated(
      AddressBook book, Glossary glossary, List<Diagnostic> diagnostics) {
    Optional<SitePath> glossaryPage = Optional.empty();
    if (!glossary.terms().isEmpty()) {
      SitePath path = new SitePath("glossary.html");
      if (book.isTaken(path)) {
        Location start =
            Optional.ofNullable(book.pages().get(path))
                .map(Page::start)
                .orElseGet(() -> glossary.terms().getFirst().term().location());
        diagnostics.add(
            Diagnostic.of(Code.ADDRESS_TAKEN, start)
                .withDetail("the glossary of glossary.yaml stands at " + path)
                .withHelp("give this page another name"));
      } else {
        glossaryPage = Optional.of(path);
      }
    }
    Site.Generated generated =
        new Site.Generated(glossaryPage, free(book, "a-z.html"), free(book, "404.html"));
    Stream.of(generated.glossary(), generated.index(), generated.notFound())
        .flatMap(Optional::stream)
        .forEach(book::reserve);
    return generated;
  }

  private static Optional<SitePath> free(AddressBook book, String path) {
    return Optional.of(new SitePath(path)).filter(address -> !book.isTaken(address));
  }

  private static Map<SitePath, PageLinker.GeneratedPage> generatedPages(
      AddressBook book, Site.Generated generated, Glossary glossary) {
    Map<SitePath, PageLinker.GeneratedPage> pages = new HashMap<>();
    for (String folder : book.folders()) {
      SitePath address = new SitePath(folder + "index.html");
      if (!book.pages().containsKey(address)) {
        String name = folder.isEmpty() ? "Home" : folder.substring(0, folder.length() - 1);
        String title = Page.titleOf(name.substring(name.lastIndexOf('/') + 1));
        pages.put(address, new PageLinker.GeneratedPage(title, Set.of()));
      }
    }
    Set<String> terms = new TreeSet<>();
    glossary.terms().forEach(term -> terms.add(term.anchor()));
    generated
        .glossary()
        .ifPresent(path -> pages.put(path, new PageLinker.GeneratedPage("Glossary", terms)));
    generated
        .index()
        .ifPresent(path -> pages.put(path, new PageLinker.GeneratedPage("A to Z", Set.of())));
    return pages;
  }

  /** Old addresses and the addresses that stand for them now. */
  private static SortedMap<SitePath, SitePath> aliases(
      AddressBook book, List<Diagnostic> diagnostics) {
    SortedMap<SitePath, SitePath> aliases = new TreeMap<>();
    book.pages()
        .forEach((path, page) -> {
          for (Located<String> alias : page.frontMatter().aliases()) {
            Optional<SitePath> old = aliasPath(alias.value());
            if (old.isEmpty()) {
              diagnostics.add(
                  Diagnostic.of(Code.LINK_OUTSIDE, alias.location())
                      .withDetail("an old address is a path below the content folder")
                      .withHelp("write it like parts/part-5/old-name.md"));
            } else if (book.isTaken(old.get())) {
              diagnostics.add(
                  Diagnostic.of(Code.ALIAS_CLASH, alias.location())
                      .withDetail(old.get() + " is the address of another page or file")
                      .withHelp("take this alias out"));
            } else {
              book.reserve(old.get());
              aliases.put(old.get(), path);
            }
          }
        });
    return aliases;
  }

  private static Optional<SitePath> aliasPath(String alias) {
    String path = alias.startsWith("/") ? alias.substring(1) : alias;
    if (path.endsWith("/") || path.isEmpty()) {
      path += "index.html";
    }
    path = path.replaceFirst("\\.(md|markdown)$", ".html");
    if (!path.endsWith(".html")) {
      path += ".html";
    }
    try {
      return Optional.of(new SitePath(path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<NavigationEntry> given(
      List<SiteConfig.NavigationEntry> entries, PageLinker linker, List<Diagnostic> diagnostics) {
    List<NavigationEntry> navigation = new ArrayList<>();
    for (SiteConfig.NavigationEntry entry : entries) {
      String path = entry.target().value();
      Optional<LinkTarget> target = linker.find(path);
      if (target.orElse(null) instanceof LinkTarget.Page page) {
        navigation.add(new NavigationEntry(page.path(), entry.title().orElse(page.title())));
      } else {
        Diagnostic missing =
            Diagnostic.of(Code.LINK_NO_PAGE, entry.target().location())
                .withDetail("there is no page at " + path);
        diagnostics.add(
            linker
                .suggestion(path, entry.title().orElse(""))
                .map(missing::withSuggestion)
                .orElseGet(() -> missing.withHelp("write a path below the content folder")));
      }
    }
    return navigation;
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
          Diagnostic unknown =
              Diagnostic.of(Code.UNKNOWN_PRINCIPLE, principle.location())
                  .withDetail("no page of kind principle has the id " + principle.value());
          diagnostics.add(
              ids.principleSuggestion(principle.value())
                  .map(unknown::withSuggestion)
                  .orElseGet(() -> unknown.withHelp("write the id of a principle, such as p1")));
        }
      }
      for (int i = 0; i < page.targets().size(); i++) {
        if (page.targets().get(i) instanceof LinkTarget.Page target) {
          cited
              .computeIfAbsent(target.path(), key -> new ArrayList<>())
              .add(page.page().document().links().get(i));
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
                    .withDetail("the word itself is shown on the page");
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
          Diagnostic unknown =
              Diagnostic.of(Code.LINK_UNKNOWN_ID, see.location())
                  .withDetail("no page or glossary term has the id " + see.value());
          diagnostics.add(
              ids.suggestion(see.value())
                  .map(unknown::withSuggestion)
                  .orElseGet(
                      () -> unknown.withHelp("write the id of a page, or glossary: and a term")));
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
                    "link to it from a page where its readers are, or list it under navigation: in"
                        + " site.yaml"));
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
