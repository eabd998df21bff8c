package dev.waymark.render;

import dev.waymark.link.SitePath;
import dev.waymark.page.Audience;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Kind;
import dev.waymark.page.Nation;
import dev.waymark.site.Folder;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the results of a search can be narrowed by on this site. */
final class SearchFilters {
  /** The folder whose folders are the parts of a site. */
  private static final String PARTS = "parts/";

  private SearchFilters() {}

  /** The filters that have more than one choice, each in reading order. */
  static List<FilterView> of(Site site) {
    return Stream.of(
            new FilterView("kind", "Kind", kinds(site)),
            new FilterView("part", "Part", parts(site)),
            new FilterView("audience", "About", audiences(site)),
            new FilterView("nation", "Nation", nations(site)))
        .filter(filter -> filter.options().size() > 1)
        .toList();
  }

  /** The kinds of documents that the site has. */
  static List<FilterOptionView> kinds(Site site) {
    Set<Kind> used = EnumSet.noneOf(Kind.class);
    site.pages().values().forEach(page -> used.add(page.frontMatter().kind()));
    List<FilterOptionView> kinds = new ArrayList<>();
    used.forEach(kind -> kinds.add(new FilterOptionView(kind.word(), kind.label())));
    if (site.generated().glossary().isPresent()) {
      kinds.add(new FilterOptionView("glossary", "Glossary"));
    }
    return kinds;
  }

  /**
   * The folders of parts and the others at the top, by the titles of their pages. A folder of parts
   * is named by itself alone where it has more pages than its own list.
   */
  private static List<FilterOptionView> parts(Site site) {
    Set<String> used = new HashSet<>();
    for (SitePage page : site.pages().values()) {
      String part = part(page.path());
      if (!page.path().value().equals(PARTS + "index.html")) {
        used.add(part);
      }
    }
    List<FilterOptionView> parts = new ArrayList<>();
    for (Folder folder : folders(Optional.ofNullable(site.folders().get("")))) {
      if (folder.path().equals(PARTS)) {
        folders(Optional.of(folder)).forEach(part -> add(part, used, parts));
      }
      add(folder, used, parts);
    }
    return parts;
  }

  private static List<Folder> folders(Optional<Folder> above) {
    return above.stream()
        .flatMap(folder -> folder.children().stream())
        .filter(Folder.Child.OfFolder.class::isInstance)
        .map(child -> ((Folder.Child.OfFolder) child).folder())
        .toList();
  }

  private static void add(Folder folder, Set<String> used, List<FilterOptionView> parts) {
    String path = folder.path();
    String value = path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    // A folder below parts/ can have the name of one at the top; the index takes them for one.
    if (used.remove(value)) {
      parts.add(new FilterOptionView(value, folder.title()));
    }
  }

  /** The first folder below {@code parts}, else the top folder, else empty. */
  private static String part(SitePath path) {
    String folder = path.folder();
    int from = folder.startsWith(PARTS) && folder.length() > PARTS.length() ? PARTS.length() : 0;
    int end = folder.indexOf('/', from);
    return end < 0 ? "" : folder.substring(from, end);
  }

  /** Pages that name no audience hold for all, so that all are offered where any page names one. */
  private static List<FilterOptionView> audiences(Site site) {
    return site.pages().values().stream()
            .map(SitePage::frontMatter)
            .map(FrontMatter::audiences)
            .allMatch(List::isEmpty)
        ? List.of()
        : Arrays.stream(Audience.values())
            .map(audience -> new FilterOptionView(audience.word(), audience.label()))
            .toList();
  }

  private static List<FilterOptionView> nations(Site site) {
    return site.pages().values().stream()
            .map(SitePage::frontMatter)
            .map(FrontMatter::nations)
            .allMatch(List::isEmpty)
        ? List.of()
        : Arrays.stream(Nation.values())
            .map(nation -> new FilterOptionView(nation.word(), nation.label()))
            .toList();
  }
}
