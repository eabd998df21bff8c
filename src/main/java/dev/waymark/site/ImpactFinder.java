package dev.waymark.site;

import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Heading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows the citations of a site backwards.
 *
 * <p>A place cites what it links to, embeds, or names in {@code principles}, {@code cites} or
 * {@code see}. Whoever cites a page without naming a heading relies on all of it; whoever names one
 * relies on that section and those below it. So a page is affected by a change of what its opening
 * paragraph cites, but not who only points at another section of it. Lists that the site makes
 * itself rely on nothing. The search goes breadth first and looks at every place once, so circles
 * end it.
 */
public final class ImpactFinder {
  private final Site site;

  /** All citations, by the page that they lead to; in order of the pages that cite. */
  private final Map<SitePath, List<Edge>> edges = new HashMap<>();

  /** What each anchor of a page takes in: sections, or one node. */
  private final Map<SitePath, Map<String, Set<String>>> extents = new HashMap<>();

  /** A citation of {@code anchor}, or of a whole page where that is empty. */
  private record Edge(Place from, String anchor, String sentence) {}

  /** A place without the link that was found in it. */
  private record Key(SitePath path, Place.Part part, String anchor) {
    static Key of(Place place) {
      return new Key(place.path(), place.part(), place.anchor());
    }
  }

  public ImpactFinder(Site site) {
    this.site = site;
    site.pages().values().forEach(this::addEdges);
  }

  private void addEdges(SitePage page) {
    for (Located<String> principle : page.frontMatter().principles()) {
      site.principle(principle.value())
          .ifPresent(cited -> addEdge(cited.path(), whole(page, principle.location()), "", ""));
    }
    List<LinkReference> links = page.page().links();
    for (int i = 0; i < links.size(); i++) {
      if (page.targets().get(i) instanceof LinkTarget.Page target) {
        LinkReference link = links.get(i);
        addEdge(
            target.path(),
            part(page, link.section(), link.location()),
            target.anchor(),
            link.sentence().fill(site::titleOf));
      }
    }
  }

  private void addEdge(SitePath to, Place from, String anchor, String sentence) {
    edges.computeIfAbsent(to, key -> new ArrayList<>()).add(new Edge(from, anchor, sentence));
  }

  private static Place whole(SitePage page, Location location) {
    return new Place(Place.Part.PAGE, page.path(), "", page.title(), "", location);
  }

  private Place part(SitePage page, String anchor, Location location) {
    return new Place(
        site.flowcharts().containsKey(page.path()) ? Place.Part.NODE : Place.Part.SECTION,
        page.path(),
        anchor,
        page.title(),
        heading(page, anchor).map(found -> ShortText.title(found.text())).orElse(""),
        location);
  }

  private static Optional<Heading> heading(SitePage page, String anchor) {
    return page.page().document().headings().stream()
        .filter(heading -> heading.anchor().equals(anchor))
        .findFirst();
  }

  /** What somebody names turned out to be, or a word that is near to it. */
  public sealed interface Found {
    record It(Place place) implements Found {}

    /**
     * Nothing.
     *
     * @param anchor that the page does not have; empty where there is no such page
     * @param nearest what was meant, perhaps
     */
    record Nothing(String anchor, Optional<String> nearest) implements Found {}
  }

  /**
   * Finds a place by its id ({@code p3}, {@code glossary:mash}), the path of its file, from the
   * content folder or from the working folder, or its address; the latter two with or without
   * {@code #} and an anchor. An address may be a whole one, as a browser shows it.
   */
  public Found find(String given) {
    int hash = given.indexOf('#');
    String anchor = hash < 0 ? "" : given.substring(hash + 1);
    String path = (hash < 0 ? given : given.substring(0, hash)).replace('\\', '/');
    Optional<LinkTarget.Page> byId = site.find(path);
    if (byId.isPresent() && !site.pages().containsKey(byId.get().path())) {
      LinkTarget.Page term = byId.get();
      Location location =
          site.glossary()
              .find(term.anchor())
              .map(found -> found.term().location())
              .orElseGet(() -> Location.startOf("glossary.yaml"));
      return new Found.It(
          new Place(
              Place.Part.TERM, term.path(), term.anchor(), "Glossary", term.title(), location));
    }
    Optional<SitePage> page =
        byId.map(target -> site.pages().get(target.path())).or(() -> byPath(path));
    if (page.isEmpty()) {
      return new Found.Nothing("", nearest(path));
    }
    SitePage found = page.get();
    if (anchor.isEmpty()) {
      return new Found.It(whole(found, found.page().start()));
    }
    Set<String> anchors = found.page().document().anchors();
    if (!anchors.contains(anchor)) {
      return new Found.Nothing(
          anchor, Spelling.nearest(anchor, new TreeSet<>(anchors)).map(near -> path + "#" + near));
    }
    Location location =
        heading(found, anchor).map(Heading::location).orElseGet(() -> found.page().start());
    boolean title =
        found.page().document().title().filter(h -> h.anchor().equals(anchor)).isPresent();
    return new Found.It(title ? whole(found, location) : part(found, anchor, location));
  }

  private Optional<SitePage> byPath(String given) {
    String path = given.replaceFirst("^(\\./|/)+", "");
    int scheme = given.indexOf("://");
    if (scheme >= 0) {
      for (int at = given.indexOf('/', scheme + 3); at >= 0; at = given.indexOf('/', at + 1)) {
        Optional<SitePage> page = byAddress(given.substring(at + 1));
        if (page.isPresent()) {
          return page;
        }
      }
    }
    return site.pages().values().stream()
        .filter(page ->
            page.page().source().value().equals(path) || page.page().start().file().equals(given))
        .findFirst()
        .or(() -> byAddress(path));
  }

  private Optional<SitePage> byAddress(String path) {
    String folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
    String old = path.replaceFirst("(?i)\\.(md|markdown)$", "") + ".html";
    for (String address : List.of(path, old, folder + "index.html")) {
      if (!address.isEmpty() && !address.startsWith("/") && !address.contains("//")) {
        try {
          SitePath at = new SitePath(address);
          Optional<SitePage> page =
              Optional.ofNullable(site.pages().get(at))
                  .or(() -> Optional.ofNullable(site.redirects().get(at)));
          if (page.isPresent()) {
            return page;
          }
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> nearest(String given) {
    if (given.isBlank()) {
      return Optional.empty();
    }
    TreeSet<String> ids = new TreeSet<>(site.ids().keySet());
    TreeSet<String> paths = new TreeSet<>();
    site.pages()
        .forEach((path, page) -> {
          paths.add(page.page().source().value());
          paths.add(path.value());
        });
    return Spelling.nearest(given, given.contains("/") || given.contains(".") ? paths : ids)
        .or(() -> Spelling.nearest(given, ids))
        .or(() -> Spelling.nearest(given, paths));
  }

  /**
   * What relies on a place.
   *
   * @param steps how far away at most
   */
  public Impact of(Place target, int steps) {
    Map<Key, Impact.Relier> reliers = new LinkedHashMap<>();
    Set<Key> seen = new HashSet<>();
    List<Key> level = new ArrayList<>(start(target));
    seen.addAll(level);
    for (int distance = 1; distance <= steps && !level.isEmpty(); distance++) {
      Map<Key, Impact.Relier> next = new LinkedHashMap<>();
      for (Key changed : level) {
        for (Edge edge : edges.getOrDefault(changed.path(), List.of())) {
          Key from = Key.of(edge.from());
          boolean itself = target.part() == Place.Part.PAGE && from.path().equals(target.path());
          if (!itself && reaches(edge.anchor(), changed) && seen.add(from)) {
            next.put(from, relier(edge, reliers.get(changed)));
          }
        }
      }
      next.values().stream()
          .sorted(
              Comparator.comparing((Impact.Relier relier) -> relier.place().path())
                  .thenComparing(relier -> relier.place().location()))
          .forEach(relier -> reliers.put(Key.of(relier.place()), relier));
      level = reliers.keySet().stream().filter(next::containsKey).toList();
    }
    return new Impact(target, List.copyOf(reliers.values()));
  }

  /** Whoever names a section of a section is affected, too, when the outer one changes. */
  private Set<Key> start(Place target) {
    Set<Key> start = new LinkedHashSet<>();
    start.add(Key.of(target));
    if (!target.anchor().isEmpty()) {
      extent(target.path(), target.anchor())
          .forEach(anchor -> start.add(new Key(target.path(), target.part(), anchor)));
    }
    return start;
  }

  private static Impact.Relier relier(Edge edge, Impact.@Nullable Relier through) {
    List<Impact.Step> chain = new ArrayList<>();
    chain.add(new Impact.Step(edge.from(), edge.sentence()));
    if (through != null) {
      chain.addAll(through.chain());
    }
    return new Impact.Relier(chain);
  }

  /** Whether a citation of {@code anchor} takes in what has changed. */
  private boolean reaches(String anchor, Key changed) {
    return anchor.isEmpty()
        || changed.part() == Place.Part.PAGE
        || anchor.equals(changed.anchor())
        || extent(changed.path(), anchor).contains(changed.anchor());
  }

  /** The sections that an anchor takes in; that of a page's own heading takes in all. */
  private Set<String> extent(SitePath path, String anchor) {
    return extents.computeIfAbsent(path, this::extents).getOrDefault(anchor, Set.of());
  }

  private Map<String, Set<String>> extents(SitePath path) {
    SitePage page = site.pages().get(path);
    if (page == null) {
      return Map.of();
    }
    Map<String, Set<String>> extents = new HashMap<>();
    List<Heading> headings = page.page().document().headings();
    String around = "";
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      Set<String> extent = new TreeSet<>();
      if (heading.opensSection()) {
        around = heading.anchor();
        extent.add(heading.anchor());
        for (int j = i + 1; j < headings.size(); j++) {
          if (headings.get(j).level() <= heading.level()) {
            break;
          }
          extent.add(headings.get(j).anchor());
        }
      } else {
        extent.add(heading.anchor());
        extent.add(around);
      }
      extents.put(heading.anchor(), extent);
    }
    // What else can be pointed at, such as a footnote, is not known to be in one section.
    Set<String> all = new TreeSet<>(Set.of(""));
    headings.forEach(heading -> all.add(heading.anchor()));
    page.page().document().anchors().forEach(other -> extents.putIfAbsent(other, all));
    return extents;
  }
}
