package dev.waymark.site;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.link.Slug;
import dev.waymark.markdown.Heading;
import dev.waymark.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the links of a page mean, and reports those that mean nothing. Thread-safe once
 * made.
 */
final class PageLinker {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
  private static final Set<String> ALLOWED = Set.of("http", "https", "mailto", "tel");

  private final String contentName;
  private final AddressBook book;
  private final Ids ids;
  private final Map<SitePath, Set<String>> generatedAnchors;
  private final Map<SitePath, String> generatedTitles;
  private final Map<String, String> drafts;
  private final Map<SitePath, SitePath> aliases;
  private final Map<String, String> folded = new TreeMap<>();
  private final Suggestions suggestions;

  /**
   * @param contentName the content folder as the user named it, for messages
   * @param generated the pages that the site makes itself: their titles and anchors
   * @param drafts the sources of pages that are not published
   */
  PageLinker(
      String contentName,
      AddressBook book,
      Ids ids,
      Map<SitePath, GeneratedPage> generated,
      Set<String> drafts,
      Map<SitePath, SitePath> aliases) {
    this.contentName = contentName;
    this.book = book;
    this.ids = ids;
    this.generatedAnchors = new TreeMap<>();
    this.generatedTitles = new TreeMap<>();
    generated.forEach((path, page) -> {
      generatedAnchors.put(path, page.anchors());
      generatedTitles.put(path, page.title());
    });
    this.drafts = new TreeMap<>();
    drafts.forEach(draft -> this.drafts.put(draft, draft));
    this.aliases = aliases;
    book.sources().forEach(source -> folded.put(source.toLowerCase(Locale.ROOT), source));
    this.suggestions = new Suggestions(book.sources(), book.pages());
  }

  /** A page that the site makes itself. */
  record GeneratedPage(String title, Set<String> anchors) {}

  /** What the links of this page mean, in order. */
  List<LinkTarget> link(SitePath from, Page page, List<Diagnostic> diagnostics) {
    List<LinkTarget> targets = new ArrayList<>(page.document().links().size());
    for (LinkReference link : page.document().links()) {
      Run run = new Run(from, page, link, diagnostics);
      targets.add(link.kind() == LinkReference.Kind.ID ? run.byId() : run.byAddress());
    }
    return targets;
  }

  /** What a path below the content folder means, for the navigation in {@code site.yaml}. */
  Optional<LinkTarget> find(String path) {
    String wanted = path.startsWith("/") ? path.substring(1) : path;
    return Optional.ofNullable(lookUp(wanted, ""));
  }

  /** The path that was meant by one that means nothing. */
  Optional<String> suggestion(String path, String label) {
    return suggestions.source(path, label);
  }

  private @Nullable LinkTarget lookUp(String wanted, String suffix) {
    Optional<SitePath> source = book.bySource(wanted);
    if (source.isPresent()) {
      return target(source.get(), suffix);
    }
    String folder = wanted.isEmpty() || wanted.endsWith("/") ? wanted : wanted + "/";
    if (book.folders().contains(folder)) {
      return target(new SitePath(folder + "index.html"), suffix);
    }
    if (folder.equals(wanted)) {
      return null;
    }
    SitePath address = new SitePath(wanted);
    SitePath current = aliases.getOrDefault(address, address);
    return book.pages().containsKey(current) || generatedTitles.containsKey(current)
        ? target(current, suffix)
        : null;
  }

  private @Nullable LinkTarget target(SitePath path, String suffix) {
    Page page = book.pages().get(path);
    if (page != null) {
      return new LinkTarget.Page(path, "", page.title());
    }
    String title = generatedTitles.get(path);
    if (title != null) {
      return new LinkTarget.Page(path, "", title);
    }
    return book.assets().containsKey(path) ? new LinkTarget.File(path, suffix) : null;
  }

  private Set<String> anchors(SitePath path) {
    Page page = book.pages().get(path);
    return page != null ? page.document().anchors() : generatedAnchors.getOrDefault(path, Set.of());
  }

  /** One link being looked up. */
  private final class Run {
    private final SitePath from;
    private final Page page;
    private final LinkReference link;
    private final List<Diagnostic> diagnostics;

    Run(SitePath from, Page page, LinkReference link, List<Diagnostic> diagnostics) {
      this.from = from;
      this.page = page;
      this.link = link;
      this.diagnostics = diagnostics;
    }

    LinkTarget byId() {
      Optional<LinkTarget.Page> target = ids.find(link.destination());
      if (target.isPresent()) {
        return target.get();
      }
      String words = link.label().isEmpty() ? "" : "|" + link.label();
      return broken(
          suggest(
              Diagnostic.of(Code.LINK_UNKNOWN_ID, link.location())
                  .withDetail("no page or glossary term has the id " + link.destination()),
              ids.suggestion(link.destination()).map(id -> "[[" + id + words + "]]"),
              "give a page this id in its front matter, or link to the file"));
    }

    LinkTarget byAddress() {
      String destination = link.destination();
      Matcher scheme = SCHEME.matcher(destination);
      if (scheme.matches()) {
        return external(scheme.group(1).toLowerCase(Locale.ROOT));
      }
      if (destination.startsWith("//")) {
        return broken(
            Diagnostic.of(Code.LINK_SCHEME, link.location())
                .withDetail("it does not say how to get there")
                .withSuggestion("https:" + destination));
      }
      int hash = destination.indexOf('#');
      String anchor = hash < 0 ? "" : Percent.decode(destination.substring(hash + 1));
      String path = hash < 0 ? destination : destination.substring(0, hash);
      int query = path.indexOf('?');
      path = Percent.decode(query < 0 ? path : path.substring(0, query));
      if (path.isEmpty()) {
        return hash < 0
            ? broken(
                Diagnostic.of(Code.LINK_NO_PAGE, link.location())
                    .withDetail("there is no address between the brackets")
                    .withHelp("write the path of a page there"))
            : checkAnchor(new LinkTarget.Page(from, "", page.title()), anchor);
      }
      return internal(path, anchor, hash < 0 ? "" : destination.substring(hash));
    }

    private LinkTarget external(String scheme) {
      if (!ALLOWED.contains(scheme)) {
        return broken(
            Diagnostic.of(Code.LINK_SCHEME, link.location())
                .withDetail("links to " + scheme + ": are not followed")
                .withHelp("use https:, http:, mailto:, tel: or the path of a page"));
      }
      if (link.kind() == LinkReference.Kind.IMAGE) {
        diagnostics.add(
            Diagnostic.of(Code.IMAGE_EXTERNAL, link.location())
                .withDetail("it is shown as a link, since pages fetch nothing from elsewhere")
                .withHelp("put a copy of the image into the content folder"));
      }
      return new LinkTarget.External(Percent.encode(link.destination()));
    }

    private LinkTarget internal(String path, String anchor, String suffix) {
      String wanted = resolve(path);
      if (wanted == null) {
        return broken(
            Diagnostic.of(Code.LINK_OUTSIDE, link.location())
                .withDetail("it climbs above " + contentName)
                .withHelp("take a ../ away, or put the file into the content folder"));
      }
      LinkTarget target = isAddress(wanted) ? lookUp(wanted, suffix) : null;
      if (target == null) {
        return missing(wanted, anchor);
      }
      if (target instanceof LinkTarget.Page found && !anchor.isEmpty()) {
        return checkAnchor(found, anchor);
      }
      return target;
    }

    private LinkTarget checkAnchor(LinkTarget.Page found, String anchor) {
      Set<String> anchors = anchors(found.path());
      if (anchor.isEmpty() || anchors.contains(anchor)) {
        return new LinkTarget.Page(found.path(), anchor, title(found, anchor));
      }
      String destination = link.destination();
      String before = destination.substring(0, destination.indexOf('#') + 1);
      report(
          suggest(
              Diagnostic.of(Code.LINK_NO_ANCHOR, link.location())
                  .withDetail(
                      "no heading of %s has the address #%s".formatted(name(found.path()), anchor)),
              nearestAnchor(found.path(), anchor).map(near -> before + near),
              "take the part from # on away, or write a heading there"));
      // The page is there, so its readers are not left without it.
      return new LinkTarget.Page(found.path(), "", found.title());
    }

    private Optional<String> nearestAnchor(SitePath path, String anchor) {
      TreeSet<String> anchors = new TreeSet<>(anchors(path));
      String slug = Slug.of(anchor);
      if (anchors.contains(slug)) {
        return Optional.of(slug);
      }
      return Spelling.nearest(slug, anchors)
          .or(() -> Spelling.nearest(Slug.of(link.label()), anchors));
    }

    private String title(LinkTarget.Page found, String anchor) {
      Page target = book.pages().get(found.path());
      return target == null || anchor.isEmpty()
          ? found.title()
          : target.document().headings().stream()
              .filter(heading -> heading.anchor().equals(anchor))
              .map(Heading::text)
              .findFirst()
              .orElse(found.title());
    }

    private LinkTarget missing(String wanted, String anchor) {
      if (drafts.containsKey(wanted)) {
        return broken(
            Diagnostic.of(Code.LINK_TO_DRAFT, link.location())
                .withDetail(contentName + "/" + wanted + " has draft: true")
                .withHelp("take draft: true away there, or this link here"));
      }
      String sameFolded = folded.get(wanted.toLowerCase(Locale.ROOT));
      if (sameFolded != null) {
        report(
            Diagnostic.of(Code.LINK_CASE, link.location())
                .withDetail("the file is " + sameFolded)
                .withSuggestion(written(sameFolded, anchor)));
        LinkTarget target = lookUp(sameFolded, "");
        return target == null ? new LinkTarget.Broken() : target;
      }
      boolean image = link.kind() == LinkReference.Kind.IMAGE;
      return broken(
          suggest(
              Diagnostic.of(image ? Code.IMAGE_MISSING : Code.LINK_NO_PAGE, link.location())
                  .withDetail(
                      "there is no %s at %s/%s"
                          .formatted(image ? "image" : "page", contentName, wanted)),
              suggestions.source(wanted, link.label()).map(source -> written(source, anchor)),
              image
                  ? "put the image there, or mend the path"
                  : "mend the path, or write the page"));
    }

    /** A path below the content folder as this page would write it. */
    private String written(String source, String anchor) {
      SitePath base = new SitePath(page.source().value());
      String path = base.linkTo(new SitePath(source));
      boolean anchored =
          !anchor.isEmpty()
              && book.bySource(source)
                  .filter(address -> anchors(address).contains(anchor))
                  .isPresent();
      return anchored ? path + "#" + anchor : path;
    }

    /**
     * The path below the content folder that a relative or absolute path means; null if it climbs
     * above it.
     */
    private @Nullable String resolve(String path) {
      List<String> segments = new ArrayList<>();
      String whole = path.startsWith("/") ? path.substring(1) : page.source().folder() + path;
      String[] parts = whole.split("/", -1);
      for (int i = 0; i < parts.length; i++) {
        boolean last = i == parts.length - 1;
        switch (parts[i]) {
          case "" -> {
            if (last && !segments.isEmpty()) {
              segments.add("");
            }
          }
          case "." -> {
            if (last && !segments.isEmpty()) {
              segments.add("");
            }
          }
          case ".." -> {
            if (segments.isEmpty()) {
              return null;
            }
            segments.removeLast();
            if (last && !segments.isEmpty()) {
              segments.add("");
            }
          }
          default -> segments.add(parts[i]);
        }
      }
      return String.join("/", segments);
    }

    private static boolean isAddress(String path) {
      return path.indexOf('\\') < 0 && path.indexOf('\0') < 0;
    }

    private String name(SitePath path) {
      Page target = book.pages().get(path);
      return target == null ? path.value() : target.source().value();
    }

    private Diagnostic suggest(Diagnostic diagnostic, Optional<String> suggestion, String help) {
      return suggestion.map(diagnostic::withSuggestion).orElseGet(() -> diagnostic.withHelp(help));
    }

    private LinkTarget broken(Diagnostic diagnostic) {
      report(diagnostic);
      return new LinkTarget.Broken();
    }

    private void report(Diagnostic diagnostic) {
      diagnostics.add(diagnostic);
    }
  }
}
