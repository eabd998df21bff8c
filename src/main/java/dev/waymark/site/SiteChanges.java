package dev.waymark.site;

import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Sentence;
import dev.waymark.link.SitePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What of a site must be rendered anew. Only what cannot show in another page is left out: texts
 * between headings, and links, which show in what they lead to. Of all else it is said that every
 * page may show it.
 */
@SuppressWarnings("ReferenceEquality") // What was not read anew is the same object.
public final class SiteChanges {
  private SiteChanges() {}

  /**
   * The addresses of pages that may look different, pages for printing among them; empty when it
   * may be any of them.
   */
  public static Optional<Set<SitePath>> between(Site before, Site after) {
    if (!sameFrame(before, after)) {
      return Optional.empty();
    }
    Set<SitePath> changed = new TreeSet<>();
    for (SitePage page : after.pages().values()) {
      SitePage old = Objects.requireNonNull(before.pages().get(page.path()));
      // The page of a flowchart is made anew at each link; the chart is the same, see above.
      if (page.page() == old.page() || after.flowcharts().containsKey(page.path())) {
        if (!page.targets().equals(old.targets())) {
          return Optional.empty();
        }
        continue;
      }
      if (!page.page().source().equals(old.page().source())
          || !Outside.of(page.page()).equals(Outside.of(old.page()))) {
        return Optional.empty();
      }
      changed.add(page.path());
      if (!words(page).equals(words(old)) || !page.targets().equals(old.targets())) {
        addTargets(old, after, changed);
        addTargets(page, after, changed);
      }
    }
    return Optional.of(withPrints(changed, after));
  }

  /** These pages, and the documents for printing that hold any of them. */
  public static Set<SitePath> withPrints(Collection<SitePath> pages, Site site) {
    Set<String> folders = new HashSet<>();
    for (SitePath page : pages) {
      String folder = page.folder();
      while (folders.add(folder) && !folder.isEmpty()) {
        folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      }
    }
    Set<SitePath> all = new TreeSet<>(pages);
    for (SitePath print : site.generated().prints()) {
      if (folders.contains(print.folder())) {
        all.add(print);
      }
    }
    return all;
  }

  /** All that a page shows of the site as a whole. */
  private static boolean sameFrame(Site before, Site after) {
    return before.config().equals(after.config())
        && before.glossary().equals(after.glossary())
        && before.title().equals(after.title())
        && before.pages().keySet().equals(after.pages().keySet())
        && same(before.flowcharts(), after.flowcharts())
        && before.assets().keySet().equals(after.assets().keySet())
        && before.redirects().keySet().equals(after.redirects().keySet())
        && before.ids().equals(after.ids())
        && before.order().equals(after.order())
        && before.navigation().equals(after.navigation())
        && before.footer().equals(after.footer())
        && before.generated().equals(after.generated())
        && before.index().equals(after.index())
        && before.asOf().equals(after.asOf())
        && before.logo().equals(after.logo())
        && shapes(before).equals(shapes(after));
  }

  private static boolean same(SortedMap<SitePath, ?> before, SortedMap<SitePath, ?> after) {
    return before.keySet().equals(after.keySet())
        && before.entrySet().stream()
            .allMatch(entry -> entry.getValue() == after.get(entry.getKey()));
  }

  /** A folder by what lists show of it. */
  private record Shape(String path, SitePath address, String title, List<SitePath> children) {}

  private static List<Shape> shapes(Site site) {
    List<Shape> shapes = new ArrayList<>();
    for (Map.Entry<String, Folder> entry : site.folders().entrySet()) {
      Folder folder = entry.getValue();
      shapes.add(
          new Shape(
              entry.getKey(),
              folder.address(),
              folder.title(),
              folder.children().stream().map(Folder.Child::address).toList()));
    }
    return shapes;
  }

  /** A link without its place in the file. */
  private record Words(
      LinkReference.Kind kind,
      String destination,
      String label,
      String section,
      Sentence sentence) {}

  private static List<Words> words(SitePage page) {
    return page.page().links().stream()
        .map(link ->
            new Words(
                link.kind(), link.destination(), link.label(), link.section(), link.sentence()))
        .toList();
  }

  /** What a page links to lists it, and the folder of a principle lists what relies on that. */
  private static void addTargets(SitePage page, Site site, Set<SitePath> into) {
    for (LinkTarget target : page.targets()) {
      if (target instanceof LinkTarget.Page to) {
        into.add(to.path());
        Folder folder = site.folders().get(to.path().folder());
        if (folder != null) {
          into.add(folder.address());
        }
      }
    }
  }
}
