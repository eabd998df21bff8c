package dev.waymark.site;

import dev.waymark.link.SitePath;
import dev.waymark.page.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sorts pages into folders, and folders into the order in which they are read. */
final class FolderTree {
  /** By {@code order}, then by title, then by address; what has no order comes last. */
  private static final Comparator<Folder.Child> ORDER =
      Comparator.comparingInt((Folder.Child child) -> order(child))
          .thenComparing(child -> child.title().toLowerCase(Locale.ROOT))
          .thenComparing(Folder.Child::address);

  private final SortedMap<String, Folder> folders = new TreeMap<>();
  private final Map<SitePath, Site.Neighbours> neighbours = new HashMap<>();

  /**
   * @param siteTitle the title of a home page that nobody has written
   */
  FolderTree(Collection<String> paths, Collection<SitePage> pages, String siteTitle) {
    Map<String, List<Folder.Child>> children = new HashMap<>();
    Map<String, SitePage> own = new HashMap<>();
    for (SitePage page : pages) {
      String folder = page.path().folder();
      if (page.path().name().equals("index.html")) {
        own.put(folder, page);
      } else {
        children
            .computeIfAbsent(folder, key -> new ArrayList<>())
            .add(new Folder.Child.OfPage(page));
      }
    }
    // Longer paths first, so that a folder is made after all that it holds.
    List<String> deepestFirst = new ArrayList<>(new TreeMap<>(index(paths)).descendingKeySet());
    for (String path : deepestFirst) {
      List<Folder.Child> inside = children.getOrDefault(path, new ArrayList<>());
      inside.sort(ORDER);
      Optional<SitePage> page = Optional.ofNullable(own.get(path));
      Folder folder =
          new Folder(
              path,
              new SitePath(path + "index.html"),
              page.map(SitePage::title).orElseGet(() -> path.isEmpty() ? siteTitle : title(path)),
              page,
              inside);
      folders.put(path, folder);
      if (!path.isEmpty()) {
        children
            .computeIfAbsent(above(path), key -> new ArrayList<>())
            .add(new Folder.Child.OfFolder(folder));
      }
    }
    for (Folder.Child child : folders.get("").children()) {
      if (child instanceof Folder.Child.OfFolder top) {
        addNeighbours(top.folder());
      }
    }
  }

  private static Map<String, String> index(Collection<String> paths) {
    Map<String, String> index = new HashMap<>();
    paths.forEach(path -> index.put(path, path));
    return index;
  }

  private static String above(String path) {
    return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
  }

  /** The title of a folder without a page of its own: its name. */
  static String title(String path) {
    return Page.titleOf(
        path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
  }

  private static int order(Folder.Child child) {
    return switch (child) {
      case Folder.Child.OfPage page -> order(Optional.of(page.page()));
      case Folder.Child.OfFolder folder -> order(folder.folder().page());
    };
  }

  private static int order(Optional<SitePage> page) {
    return page.flatMap(found -> found.frontMatter().order()).orElse(Integer.MAX_VALUE);
  }

  /** Depth first through one top-level folder: its own page, then its children in order. */
  private void addNeighbours(Folder top) {
    List<NavigationEntry> sequence = new ArrayList<>();
    collect(top, sequence);
    for (int i = 0; i < sequence.size(); i++) {
      neighbours.put(
          sequence.get(i).target(),
          new Site.Neighbours(
              i == 0 ? Optional.empty() : Optional.of(sequence.get(i - 1)),
              i + 1 == sequence.size() ? Optional.empty() : Optional.of(sequence.get(i + 1))));
    }
  }

  private static void collect(Folder folder, List<NavigationEntry> sequence) {
    sequence.add(new NavigationEntry(folder.address(), folder.title()));
    for (Folder.Child child : folder.children()) {
      switch (child) {
        case Folder.Child.OfPage page ->
            sequence.add(new NavigationEntry(page.address(), page.title()));
        case Folder.Child.OfFolder inner -> collect(inner.folder(), sequence);
      }
    }
  }

  SortedMap<String, Folder> folders() {
    return folders;
  }

  Map<SitePath, Site.Neighbours> neighbours() {
    return neighbours;
  }
}
