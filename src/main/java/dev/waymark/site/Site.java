package dev.waymark.site;

import dev.waymark.config.Glossary;
import dev.waymark.config.SiteConfig;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.page.Kind;
import dev.waymark.source.SourceFile;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The whole site, linked. Immutable.
 *
 * @param title of the site
 * @param pages all pages, by address; flowcharts too, each as a page without a text
 * @param flowcharts all decision flowcharts, by the address of the page of each
 * @param folders all folders, by their path
 * @param assets files that are copied, by address
 * @param redirects old addresses, each with the page that stands for it now
 * @param ids what can stand between double brackets, and what it means
 * @param citations of each page that is relied on, by address, in order of the pages that cite
 * @param order the reading order of each top-level folder: what comes before and after a page
 * @param navigation the main navigation
 * @param footer what else should be in reach of every page
 * @param generated addresses of the pages that the site makes itself
 * @param index the A to Z of everything, sorted
 * @param asOf the date that review notices are measured against
 * @param logo the address of a picture among the assets
 */
public record Site(
    SiteConfig config,
    Glossary glossary,
    String title,
    SortedMap<SitePath, SitePage> pages,
    SortedMap<SitePath, Flowchart> flowcharts,
    SortedMap<String, Folder> folders,
    SortedMap<SitePath, SourceFile> assets,
    SortedMap<SitePath, SitePage> redirects,
    Map<String, LinkTarget.Page> ids,
    Map<SitePath, List<Citation>> citations,
    Map<SitePath, Neighbours> order,
    List<NavigationEntry> navigation,
    List<NavigationEntry> footer,
    Generated generated,
    List<IndexEntry> index,
    Optional<LocalDate> asOf,
    Optional<SitePath> logo) {
  /** The address of the home page. */
  public static final SitePath HOME = new SitePath("index.html");

  /** What the page is called that lists who keeps what. */
  public static final String GOVERNANCE_TITLE = "Owners and review dates";

  public Site {
    Objects.requireNonNull(config);
    Objects.requireNonNull(glossary);
    Objects.requireNonNull(title);
    pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
    flowcharts = Collections.unmodifiableSortedMap(new TreeMap<>(flowcharts));
    folders = Collections.unmodifiableSortedMap(new TreeMap<>(folders));
    assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
    redirects = Collections.unmodifiableSortedMap(new TreeMap<>(redirects));
    ids = Map.copyOf(ids);
    citations = Map.copyOf(citations);
    order = Map.copyOf(order);
    navigation = List.copyOf(navigation);
    footer = List.copyOf(footer);
    Objects.requireNonNull(generated);
    index = List.copyOf(index);
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(logo);
  }

  /** What comes before and after a page. */
  public record Neighbours(Optional<NavigationEntry> previous, Optional<NavigationEntry> next) {
    /** Nothing on either side. */
    public static final Neighbours NONE = new Neighbours(Optional.empty(), Optional.empty());
  }

  /**
   * The pages that the site makes itself; absent where a page of the content stands there, or there
   * is no need.
   *
   * @param search the page that shows the results of a search
   * @param governance the page that lists who keeps what and when it is to be reviewed
   * @param governanceTable the same list for spreadsheets
   * @param checkBy the script that tells each page how long this copy of the site is good
   * @param prints pages that hold all those of their folder and of the folders below, for printing
   */
  public record Generated(
      Optional<SitePath> glossary,
      Optional<SitePath> index,
      Optional<SitePath> search,
      Optional<SitePath> notFound,
      Optional<SitePath> governance,
      Optional<SitePath> governanceTable,
      Optional<SitePath> checkBy,
      SortedSet<SitePath> prints) {
    public Generated {
      prints = Collections.unmodifiableSortedSet(new TreeSet<>(prints));
    }
  }

  /**
   * The last day on which this copy may be used without a look for a newer one: what the settings
   * say, else a time after the date of the build. A site that says nothing of reviews has none.
   */
  public Optional<LocalDate> checkBy() {
    int days = config.review().checkAfterDays();
    return config
        .review()
        .checkBy()
        .or(() ->
            asOf.filter(day -> days > 0)
                .filter(day -> pages.values().stream().anyMatch(p -> p.frontMatter().hasReview()))
                .map(day -> day.plusDays(days)))
        // Texts of later dates do not sort as dates do.
        .filter(day -> day.getYear() <= 9999);
  }

  /** The same with another page at the address of that page; all else is left as it is. */
  Site with(SitePage page) {
    SortedMap<SitePath, SitePage> changed = new TreeMap<>(pages);
    changed.put(page.path(), page);
    return new Site(
        config,
        glossary,
        title,
        changed,
        flowcharts,
        folders,
        assets,
        redirects,
        ids,
        citations,
        order,
        navigation,
        footer,
        generated,
        index,
        asOf,
        logo);
  }

  /** The folder that this page stands in; a folder's own page stands in that folder. */
  public Folder folderOf(SitePath path) {
    return Objects.requireNonNull(folders.get(path.folder()), path::value);
  }

  /** The folder above, or empty for the root. */
  public Optional<Folder> parent(Folder folder) {
    if (folder.path().isEmpty()) {
      return Optional.empty();
    }
    String above =
        folder.path().substring(0, folder.path().lastIndexOf('/', folder.path().length() - 2) + 1);
    return Optional.ofNullable(folders.get(above));
  }

  /** What {@code [[id]]} means. */
  public Optional<LinkTarget.Page> find(String id) {
    return Optional.ofNullable(ids.get(id));
  }

  /**
   * The words that {@code [[id]]} fills itself in with: a title, or the id where it means nothing.
   */
  public String titleOf(String id) {
    return find(id).map(LinkTarget.Page::title).orElse(id);
  }

  /** The principle with this id. */
  public Optional<SitePage> principle(String id) {
    return find(id)
        .map(target -> pages.get(target.path()))
        .filter(page -> page.frontMatter().kind() == Kind.PRINCIPLE);
  }

  /** What relies on the page at this address. */
  public List<Citation> citationsOf(SitePath path) {
    return citations.getOrDefault(path, List.of());
  }

  /** What comes before and after the page at this address. */
  public Neighbours neighboursOf(SitePath path) {
    return order.getOrDefault(path, Neighbours.NONE);
  }
}
