package dev.waymark.render;

import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Heading;
import dev.waymark.page.Audience;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Kind;
import dev.waymark.page.Nation;
import dev.waymark.page.Status;
import dev.waymark.site.Citation;
import dev.waymark.site.Folder;
import dev.waymark.site.NavigationEntry;
import dev.waymark.site.ShortText;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts of views as one page shows them: every link is relative to it. */
final class Views {
  // A pattern with fixed month names: the JDK's own change with its locale data.
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  /**
   * A folder with more pages lists none of them beside each page; the page of the folder lists all.
   */
  private static final int MAX_SIBLINGS = 100;

  /** A principle is one or two sentences; each page that relies on it says them again. */
  private static final int MAX_STATEMENT = 1000;

  private final Site site;
  private final SitePath from;

  Views(Site site, SitePath from) {
    this.site = site;
    this.from = from;
  }

  /** The link to a page, or to something on it where the anchor is not empty. */
  String href(SitePath to, String anchor) {
    return from.linkTo(to) + (anchor.isEmpty() ? "" : "#" + Percent.encode(anchor));
  }

  /** The link to what another link means; empty where it means nothing. */
  String href(LinkTarget target) {
    return switch (target) {
      case LinkTarget.Page page -> href(page.path(), page.anchor());
      case LinkTarget.File file -> from.linkTo(file.path()) + Percent.encode(file.suffix());
      case LinkTarget.External external -> external.url();
      case LinkTarget.Broken broken -> "";
    };
  }

  /** What the link to this address says of it: another site does not learn where we come from. */
  static String rel(String href) {
    return href.startsWith("http:") || href.startsWith("https:") ? "noreferrer" : "";
  }

  LinkView link(SitePath to, String title) {
    return new LinkView(from.linkTo(to), title);
  }

  @Nullable LinkView link(Optional<NavigationEntry> entry) {
    return entry
        .map(found -> new LinkView(href(found.target(), found.anchor()), found.title()))
        .orElse(null);
  }

  NavigationItemView item(NavigationEntry entry) {
    // An entry for a heading stands beside one for the page, and two cannot be the current one.
    boolean current = entry.target().equals(from) && entry.anchor().isEmpty();
    String folder = entry.target().folder();
    boolean inside =
        !entry.target().equals(from)
            && entry.target().name().equals("index.html")
            && !folder.isEmpty()
            && from.folder().startsWith(folder);
    return new NavigationItemView(
        href(entry.target(), entry.anchor()), entry.title(), current, inside);
  }

  List<NavigationItemView> items(List<NavigationEntry> entries) {
    List<NavigationItemView> items = new ArrayList<>();
    int innermost = -1;
    for (NavigationEntry entry : entries) {
      NavigationItemView item = item(entry);
      if (item.inside() && (innermost < 0 || isDeeper(entry, entries.get(innermost)))) {
        innermost = items.size();
      }
      items.add(item);
    }
    // A page in "Part 5" is in "All parts" too; one mark is enough.
    for (int i = 0; i < items.size(); i++) {
      NavigationItemView item = items.get(i);
      if (item.inside() && i != innermost) {
        items.set(i, new NavigationItemView(item.href(), item.title(), item.current(), false));
      }
    }
    return items;
  }

  private static boolean isDeeper(NavigationEntry entry, NavigationEntry other) {
    return entry.target().folder().length() > other.target().folder().length();
  }

  /** From the home page to the page of the folder above. */
  List<LinkView> breadcrumbs() {
    List<LinkView> trail = new ArrayList<>();
    if (from.equals(Site.HOME)) {
      return trail;
    }
    Optional<Folder> folder = Optional.ofNullable(site.folders().get(from.folder()));
    if (folder.isPresent() && folder.get().address().equals(from)) {
      folder = site.parent(folder.get());
    }
    while (folder.isPresent()) {
      Folder above = folder.get();
      trail.addFirst(link(above.address(), above.path().isEmpty() ? "Home" : above.title()));
      folder = site.parent(above);
    }
    return trail;
  }

  /**
   * The page of the folder that this page stands in; null for that page itself and for pages at the
   * root.
   */
  @Nullable LinkView section() {
    Folder folder = site.folders().get(from.folder());
    return folder == null || folder.path().isEmpty() || folder.address().equals(from)
        ? null
        : link(folder.address(), folder.title());
  }

  List<NavigationItemView> siblings() {
    Folder folder = site.folders().get(from.folder());
    if (folder == null
        || folder.path().isEmpty()
        || folder.address().equals(from)
        || folder.children().size() > MAX_SIBLINGS
        || folder.children().size() < 2) {
      return List.of();
    }
    List<NavigationItemView> items = new ArrayList<>(folder.children().size());
    for (Folder.Child child : folder.children()) {
      items.add(
          new NavigationItemView(
              from.linkTo(child.address()), child.title(), child.address().equals(from), false));
    }
    return items;
  }

  List<LabelView> labels(FrontMatter frontMatter) {
    List<LabelView> labels = new ArrayList<>();
    for (Audience audience : frontMatter.audiences()) {
      labels.add(new LabelView(LabelView.Kind.AUDIENCE.word(), audience.label()));
    }
    for (Nation nation : frontMatter.nations()) {
      labels.add(new LabelView(LabelView.Kind.NATION.word(), nation.label()));
    }
    return labels;
  }

  ReviewView review(FrontMatter frontMatter) {
    Optional<LocalDate> due = frontMatter.reviewBy();
    boolean overdue = due.isPresent() && site.asOf().filter(due.get()::isBefore).isPresent();
    Optional<LocalDate> dueFrom =
        due.map(day -> day.minusDays(site.config().review().dueSoonDays()))
            .filter(day -> !day.isAfter(due.get()));
    boolean dueSoon =
        !overdue
            && dueFrom.isPresent()
            && site.asOf().filter(day -> !dueFrom.get().isAfter(day)).isPresent();
    return new ReviewView(
        frontMatter.status().map(Status::word).orElse(""),
        frontMatter.status().map(Status::label).orElse(""),
        owner(frontMatter),
        date(frontMatter.reviewed()),
        date(due),
        date(frontMatter.factsAsAt()),
        dueFrom.map(DateTimeFormatter.ISO_LOCAL_DATE::format).orElse(""),
        overdue,
        dueSoon);
  }

  /** The role that keeps a page, or empty. */
  String owner(FrontMatter frontMatter) {
    return frontMatter
        .owner()
        .map(owner -> site.config().owners().getOrDefault(owner.value(), owner.value()))
        .orElse("");
  }

  static DateView date(LocalDate date) {
    return new DateView(
        DateTimeFormatter.ISO_LOCAL_DATE.format(date),
        date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1] + " " + date.getYear());
  }

  private static @Nullable DateView date(Optional<LocalDate> date) {
    return date.map(Views::date).orElse(null);
  }

  static List<SourceView> sources(FrontMatter frontMatter) {
    return frontMatter.sources().stream()
        .map(source ->
            new SourceView(source.title(), source.publisher(), source.published(), source.url()))
        .toList();
  }

  /** The newest day first, and within a day in the order of the front matter. */
  static List<ChangeView> changes(FrontMatter frontMatter) {
    Map<LocalDate, List<String>> days = new TreeMap<>(Comparator.reverseOrder());
    for (FrontMatter.Change change : frontMatter.changes()) {
      days.computeIfAbsent(change.date(), day -> new ArrayList<>()).add(change.text());
    }
    return days.entrySet().stream()
        .map(day -> new ChangeView(date(day.getKey()), List.copyOf(day.getValue())))
        .toList();
  }

  /** The number a principle goes by: its id in capitals. */
  static String number(SitePage page) {
    return page.frontMatter().kind() == Kind.PRINCIPLE
        ? page.frontMatter().id().map(id -> id.value().toUpperCase(Locale.ROOT)).orElse("")
        : "";
  }

  PrincipleView principle(SitePage principle) {
    return new PrincipleView(
        from.linkTo(principle.path()),
        number(principle),
        principle.title(),
        ShortText.of(principle.frontMatter().statement(), MAX_STATEMENT));
  }

  List<CitationView> citations(SitePath path, UnaryOperator<String> titles) {
    return site.citationsOf(path).stream().map(citation -> citation(citation, titles)).toList();
  }

  private CitationView citation(Citation citation, UnaryOperator<String> titles) {
    SitePage page = citation.from();
    Kind kind = page.frontMatter().kind();
    Map<String, String> sections = sections(page);
    Set<SentenceView> sentences = new LinkedHashSet<>();
    for (LinkReference link : citation.links()) {
      String text = link.sentence().fill(titles);
      if (!text.isBlank()) {
        // What a step of a flowchart rests on is said of the step as a whole.
        String section = sections.getOrDefault(link.section(), "");
        sentences.add(
            new SentenceView(
                href(page.path(), link.section()),
                section.equals(ShortText.title(text)) ? "" : section,
                text));
      }
    }
    return new CitationView(
        from.linkTo(page.path()),
        page.title(),
        kind == Kind.GUIDE ? "" : kind.label(),
        List.copyOf(sentences));
  }

  /** The headings of a page by anchor. */
  private static Map<String, String> sections(SitePage page) {
    Map<String, String> sections = new HashMap<>();
    for (Heading heading : page.page().document().headings()) {
      sections.put(heading.anchor(), ShortText.title(heading.text()));
    }
    return sections;
  }

  ChildView child(Folder.Child child) {
    return switch (child) {
      case Folder.Child.OfFolder folder ->
          new ChildView(
              from.linkTo(folder.address()),
              folder.title(),
              "folder",
              folder.folder().page().map(page -> page.frontMatter().summary()).orElse(""),
              "",
              "",
              "",
              "",
              List.of(),
              List.of());
      case Folder.Child.OfPage of -> child(of.page());
    };
  }

  private ChildView child(SitePage page) {
    FrontMatter frontMatter = page.frontMatter();
    boolean excerpt = frontMatter.kind() == Kind.EXCERPT;
    List<LinkView> reliedOnBy =
        frontMatter.kind() == Kind.PRINCIPLE
            ? site.citationsOf(page.path()).stream()
                .map(Citation::from)
                .filter(citing -> !citing.path().equals(from))
                .map(citing -> link(citing.path(), citing.title()))
                .toList()
            : List.of();
    return new ChildView(
        from.linkTo(page.path()),
        page.title(),
        frontMatter.kind().word(),
        frontMatter.summary(),
        number(page),
        frontMatter.statement(),
        frontMatter.theme(),
        excerpt
            ? frontMatter.sources().stream()
                .findFirst()
                .map(source ->
                    Stream.of(source.title(), source.publisher())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")))
                .orElse("")
            : "",
        labels(frontMatter),
        reliedOnBy);
  }
}
