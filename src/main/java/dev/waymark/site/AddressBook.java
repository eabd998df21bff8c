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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which file of the content is published where. Pages come before other files, and both in order of
 * their paths.
 */
final class AddressBook {
  /** What Waymark itself writes at the root whatever the content. */
  private static final String MANIFEST = "manifest.json";

  private static final Pattern UNPORTABLE =
      Pattern.compile(
          "[<>:\"|?*\\\\\\x00-\\x1f]|[. ]$|^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\.|$)",
          Pattern.CASE_INSENSITIVE);

  private final SortedMap<SitePath, Page> pages = new TreeMap<>();
  private final SortedMap<SitePath, SourceFile> assets = new TreeMap<>();
  private final Map<String, SitePath> bySource = new HashMap<>();
  private final TreeSet<String> folders = new TreeSet<>();
  private final Map<String, String> takenFolded = new HashMap<>();
  private final Map<SitePath, String> taken = new HashMap<>();
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
    files.forEach(book::add);
    book.addFolders();
    return book;
  }

  private void add(Page page, boolean folderHasIndex) {
    SourcePath source = page.source();
    String name = page.isIndex() || (page.isReadme() && !folderHasIndex) ? "index" : source.stem();
    if (page.isReadme() && folderHasIndex) {
      diagnostics.add(
          Diagnostic.of(Code.INDEX_AND_README, page.start())
              .withDetail(
                  "index.md is the page of the folder, this one becomes " + source.stem() + ".html")
              .withHelp("give this file another name, or take it out"));
    }
    SitePath path = new SitePath(source.folder() + name + ".html");
    bySource.put(source.value(), path);
    if (take(path, source, page.start())) {
      pages.put(path, page);
    }
  }

  private void add(SourceFile file) {
    SitePath path = new SitePath(file.path().value());
    if (path.value().equals(MANIFEST)) {
      diagnostics.add(
          Diagnostic.of(Code.ADDRESS_TAKEN, file.start())
              .withDetail("Waymark writes " + MANIFEST + " itself; this file is left out")
              .withHelp("give this file another name"));
    } else if (take(path, file.path(), file.start())) {
      bySource.put(file.path().value(), path);
      assets.put(path, file);
    }
  }

  private boolean take(SitePath path, SourcePath source, Location start) {
    String other = taken.putIfAbsent(path, source.value());
    if (other != null) {
      diagnostics.add(
          Diagnostic.of(Code.ADDRESS_TAKEN, start)
              .withDetail("%s is made from %s; this file is left out".formatted(path, other))
              .withHelp("give one of the two another name"));
      return false;
    }
    String sameFolded = takenFolded.putIfAbsent(path.folded(), path.value());
    if (sameFolded != null) {
      diagnostics.add(
          Diagnostic.of(Code.CASE_COLLISION, start)
              .withDetail("%s and %s are one file on Windows".formatted(path, sameFolded))
              .withHelp("give one of the two another name"));
    }
    if (UNPORTABLE.matcher(source.name()).find()) {
      diagnostics.add(
          Diagnostic.of(Code.NAME_NOT_PORTABLE, start)
              .withDetail("Windows has no file named " + source.name())
              .withHelp("use letters, digits and hyphens"));
    }
    return true;
  }

  /** Folders with pages below them, and the root always; a folder of pictures has no page. */
  private void addFolders() {
    folders.add("");
    for (SitePath path : pages.keySet()) {
      String folder = path.folder();
      while (!folder.isEmpty() && folders.add(folder)) {
        folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      }
    }
    for (String folder : folders) {
      String index = folder + "index.html";
      takenFolded.putIfAbsent(index.toLowerCase(Locale.ROOT), index);
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

  /** Whether something of the content stands at this address, upper and lower case taken as one. */
  boolean isTaken(SitePath path) {
    return takenFolded.containsKey(path.folded());
  }

  /** Gives an address away that no file of the content has. */
  void reserve(SitePath path) {
    takenFolded.putIfAbsent(path.folded(), path.value());
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
