package dev.waymark.site;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.link.SitePath;
import dev.waymark.page.Page;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which file of the content is published where. Pages come before other files, and both in order of
 * their paths; between them come the lists of folders that have no page of their own.
 */
final class AddressBook {
  /** What Waymark itself writes at the root whatever the content. */
  private static final String MANIFEST = "manifest.json";

  /** The folder of the theme's files. */
  private static final String THEME = "assets";

  /** The folder of the search's files, and the one of them whose name is known beforehand. */
  private static final String SEARCH = "search";

  private static final String SEARCH_ENTRY = SEARCH + "/entry.js";

  private static final String INDEX = "index.html";

  private final SortedMap<SitePath, Page> pages = new TreeMap<>();
  private final SortedMap<SitePath, SourceFile> assets = new TreeMap<>();
  private final Map<String, SitePath> bySource = new HashMap<>();
  private final TreeSet<String> folders = new TreeSet<>();

  /** What stands at each address, in words for messages. */
  private final Map<SitePath, String> taken = new HashMap<>();

  /** The same by addresses in lower case, which some file systems take for one. */
  private final Map<String, String> takenFolded = new HashMap<>();

  /** Every folder that a published file stands in, in lower case and without a slash at its end. */
  private final Set<String> parents = new HashSet<>(Set.of(THEME, SEARCH));

  private final PortableNames names = new PortableNames();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private AddressBook() {}

  static AddressBook of(Collection<Page> pages, Collection<SourceFile> files) {
    AddressBook book = new AddressBook();
    Set<String> withIndex = new HashSet<>();
    for (Page page : pages) {
      if (page.isIndex()) {
        withIndex.add(page.source().folder());
      }
    }
    for (Page page : pages) {
      book.add(page, withIndex.contains(page.source().folder()));
    }
    book.addFolders();
    files.forEach(book::add);
    return book;
  }

  private void add(Page page, boolean folderHasIndex) {
    SourcePath source = page.source();
    String name = page.isIndex() || (page.isReadme() && !folderHasIndex) ? "index" : source.stem();
    if (page.isReadme() && folderHasIndex) {
      diagnostics.add(
          Diagnostic.of(Code.INDEX_AND_README, page.start())
              .withDetail(
                  "index.md is the page of the folder; this one becomes " + source.stem() + ".html")
              .withHelp("keep one of the two"));
    }
    SitePath path = new SitePath(source.folder() + name + ".html");
    bySource.put(source.value(), path);
    if (take(path, source, page.start())) {
      pages.put(path, page);
    }
  }

  private void add(SourceFile file) {
    SitePath path = new SitePath(file.path().value());
    if (take(path, file.path(), file.start())) {
      bySource.put(file.path().value(), path);
      assets.put(path, file);
    }
  }

  private boolean take(SitePath path, SourcePath source, Location start) {
    Optional<String> obstacle = obstacle(path);
    if (obstacle.isPresent()) {
      diagnostics.add(
          Diagnostic.of(Code.ADDRESS_TAKEN, start)
              .withDetail(obstacle.get() + "; this file is left out")
              .withHelp("rename one of the two"));
      return false;
    }
    enter(path, start.file(), start);
    names.problem(source).ifPresent(problem -> diagnostics.add(problem.at(start)));
    return true;
  }

  /** Why nothing can be published at this address, if so. */
  private Optional<String> obstacle(SitePath path) {
    String folded = path.folded();
    for (String own : List.of(MANIFEST, SEARCH_ENTRY)) {
      if (folded.equals(own) || folded.startsWith(own + "/")) {
        return Optional.of("Waymark writes " + own + " itself");
      }
    }
    String other = taken.get(path);
    if (other != null) {
      return Optional.of("%s has the address %s already".formatted(other, path));
    }
    if (parents.contains(folded)) {
      return Optional.of("there is a folder " + path + " in the site");
    }
    for (String parent : parents(folded)) {
      // A folder with pages in it has a page of this name.
      boolean index = parent.endsWith("/" + INDEX) || parent.equals(INDEX);
      if (index || takenFolded.containsKey(parent)) {
        return Optional.of("there is a file " + path.value().substring(0, parent.length()));
      }
    }
    return Optional.empty();
  }

  private void enter(SitePath path, String name, Location start) {
    taken.put(path, name);
    parents.addAll(parents(path.folded()));
    String other = takenFolded.putIfAbsent(path.folded(), name);
    if (other != null) {
      diagnostics.add(
          Diagnostic.of(Code.CASE_COLLISION, start)
              .withDetail(other + " has nearly the same address")
              .withHelp("rename one of the two"));
    }
  }

  private static List<String> parents(String path) {
    List<String> parents = new ArrayList<>();
    for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
      parents.add(path.substring(0, i));
    }
    return parents;
  }

  /**
   * Folders with pages below them, and the root always. A folder of other files only has no page: a
   * list names pages, so it would be empty, and a copied folder may bring an index.html of its own.
   */
  private void addFolders() {
    Map<String, Page> firstPages = new HashMap<>();
    folders.add("");
    pages.forEach((path, page) -> {
      String folder = path.folder();
      while (!folder.isEmpty() && folders.add(folder)) {
        firstPages.put(folder, page);
        folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      }
    });
    for (String folder : folders) {
      SitePath index = new SitePath(folder + INDEX);
      if (!pages.containsKey(index)) {
        String name = "the list of the folder " + (folder.isEmpty() ? "itself" : folder);
        Page first = firstPages.get(folder);
        if (first == null) {
          takenFolded.putIfAbsent(index.folded(), name);
          taken.put(index, name);
        } else {
          enter(index, name, first.start());
        }
      }
    }
  }

  SortedMap<SitePath, Page> pages() {
    return pages;
  }

  SortedMap<SitePath, SourceFile> assets() {
    return assets;
  }

  /** Paths of all folders that have a page, with a slash at their ends. */
  TreeSet<String> folders() {
    return folders;
  }

  /** The address that a file of the content has, or would have had. */
  Optional<SitePath> bySource(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /** All files of the content that have an address. */
  Set<String> sources() {
    return bySource.keySet();
  }

  /**
   * What keeps something new from standing at this address, in words; upper and lower case are
   * taken as one.
   */
  Optional<String> occupant(SitePath path) {
    return Optional.ofNullable(takenFolded.get(path.folded()))
        .map(name -> name + " is published there")
        .or(() -> obstacle(path));
  }

  /** Gives an address away that no file of the content has. */
  void reserve(SitePath path, String name) {
    taken.putIfAbsent(path, name);
    takenFolded.putIfAbsent(path.folded(), name);
    parents.addAll(parents(path.folded()));
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
