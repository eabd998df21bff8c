package dev.waymark.site;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.link.Slug;
import dev.waymark.link.WrittenPath;
import dev.waymark.page.Page;
import dev.waymark.source.SourcePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what the links of a page mean, and reports those that mean nothing. Thread-safe once
 * made.
 */
final class PageLinker {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
  private static final List<String> ALLOWED = List.of("https", "http", "mailto", "tel");

  /** What browsers drop from the middle of an address before they look for its scheme. */
  private static final Pattern INVISIBLE = Pattern.compile("^[\\x00-\\x20]+|[\\t\\n\\r]");

  private final String contentName;
  private final Targets paths;
  private final Ids ids;
  private final Suggestions suggestions;
  private final Suggestions imageSuggestions;

  /**
   * @param contentName the content folder as the user named it, for messages
   */
  PageLinker(String contentName, Targets paths, Ids ids, AddressBook book) {
    this.contentName = contentName;
    this.paths = paths;
    this.ids = ids;
    this.suggestions = new Suggestions(paths.names(), book.pages().values());
    this.imageSuggestions = new Suggestions(paths.images(), List.of());
  }

  /** What the links of this page mean, in order. */
  List<LinkTarget> link(SitePath from, Page page, List<Diagnostic> diagnostics) {
    List<LinkTarget> targets = new ArrayList<>(page.links().size());
    Set<Reported> reported = new HashSet<>();
    for (LinkReference link : page.links()) {
      Run run =
          new Run(from, page.source(), ShortText.title(page.title()), link, reported, diagnostics);
      targets.add(
          switch (link.kind()) {
            case LINK, IMAGE -> run.byAddress();
            case ID, BARE_ID -> run.byId();
            case BARE_PRINCIPLE -> run.byPrinciple();
          });
    }
    return targets;
  }

  /** What a path below the content folder means, for the navigation in {@code site.yaml}. */
  LinkTarget fromRoot(LinkReference link, List<Diagnostic> diagnostics) {
    SourcePath settings = new SourcePath("site.yaml");
    return new Run(Site.HOME, settings, "", link, new HashSet<>(), diagnostics).byAddress();
  }

  /** A definition may serve many links; what is wrong with it is told once. */
  private record Reported(Code code, Location location) {}

  /** One link being looked up. */
  private final class Run {
    private final SitePath from;
    private final SourcePath source;
    private final String ownTitle;
    private final LinkReference link;
    private final Set<Reported> reported;
    private final List<Diagnostic> diagnostics;

    Run(
        SitePath from,
        SourcePath source,
        String ownTitle,
        LinkReference link,
        Set<Reported> reported,
        List<Diagnostic> diagnostics) {
      this.from = from;
      this.source = source;
      this.ownTitle = ownTitle;
      this.link = link;
      this.reported = reported;
      this.diagnostics = diagnostics;
    }

    LinkTarget byId() {
      Optional<LinkTarget.Page> target = ids.find(link.destination());
      if (target.isPresent()) {
        return target.get();
      }
      if (link.kind() == LinkReference.Kind.BARE_ID) {
        return broken(ids.unknownValue(link.destination(), link.location()));
      }
      String words = link.label().isEmpty() ? "" : "|" + link.label();
      return broken(
          ids.unknown(link.destination(), link.location(), id -> "[[" + id + words + "]]"));
    }

    LinkTarget byPrinciple() {
      return ids.principle(link.destination())
          .flatMap(path -> ids.find(link.destination()))
          .<LinkTarget>map(target -> target)
          .orElseGet(() ->
              broken(
                  ids.unknownPrinciple(
                      new Located<>(link.destination(), link.location()), List.of())));
    }

    LinkTarget byAddress() {
      String destination = link.destination();
      // Most links are relative and have no colon: nothing to look at closely.
      if (destination.indexOf(':') >= 0) {
        String visible = visible(destination);
        Matcher scheme = SCHEME.matcher(visible);
        if (scheme.lookingAt()) {
          String name = scheme.group(1).toLowerCase(Locale.ROOT);
          return external(name, name + visible.substring(name.length()));
        }
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
            : checkAnchor(new LinkTarget.Page(from, "", ownTitle), anchor, written(""));
      }
      return internal(path, anchor, hash < 0 ? "" : destination.substring(hash));
    }

    private static String visible(String destination) {
      for (int i = 0; i < destination.length(); i++) {
        if (destination.charAt(i) <= ' ') {
          return INVISIBLE.matcher(destination).replaceAll("");
        }
      }
      return destination;
    }

    private LinkTarget external(String scheme, String url) {
      if (!ALLOWED.contains(scheme)) {
        return broken(
            Diagnostic.of(Code.LINK_SCHEME, link.location())
                .withDetail("%s: is not one of %s".formatted(scheme, String.join(", ", ALLOWED)))
                .withHelp("link to a page or a file of the site, or to an https address"));
      }
      if (link.kind() == LinkReference.Kind.IMAGE) {
        report(
            Diagnostic.of(Code.IMAGE_EXTERNAL, link.location())
                .withDetail("it is shown as a link")
                .withHelp("save the picture in the content folder and name that file"));
      }
      return new LinkTarget.External(Percent.encode(url));
    }

    private LinkTarget internal(String path, String anchor, String suffix) {
      Optional<String> resolved = WrittenPath.resolve(source.folder(), path);
      if (resolved.isEmpty()) {
        return broken(
            Diagnostic.of(Code.LINK_OUTSIDE, link.location())
                .withDetail("this is above the folder " + contentName)
                .withHelp("put the file into the content folder and link to it there"));
      }
      String wanted = resolved.get();
      Optional<LinkTarget> target = paths.find(wanted, suffix);
      if (target.isPresent()) {
        return checkAnchor(target.get(), anchor, "");
      }
      Optional<SitePath> current = paths.moved(wanted);
      if (current.isPresent()) {
        return moved(current.get(), anchor);
      }
      Optional<String> sameInOtherCase = paths.inOtherCase(wanted);
      if (sameInOtherCase.isPresent()) {
        return otherCase(wanted, sameInOtherCase.get(), anchor, suffix);
      }
      return missing(wanted, anchor);
    }

    /**
     * @param path what was meant, where the link does not say so itself
     */
    private LinkTarget checkAnchor(LinkTarget target, String anchor, String path) {
      if (anchor.isEmpty() || !(target instanceof LinkTarget.Page found)) {
        return target;
      }
      if (paths.anchors(found.path()).contains(anchor)) {
        return new LinkTarget.Page(found.path(), anchor, title(found, anchor));
      }
      String destination = link.destination();
      String before = path.isEmpty() ? destination.substring(0, destination.indexOf('#')) : path;
      report(
          suggest(
              Diagnostic.of(Code.LINK_NO_ANCHOR, link.location())
                  .withDetail("%s has no heading %s".formatted(paths.name(found.path()), anchor)),
              nearestAnchor(found.path(), anchor).map(near -> before + "#" + near),
              "take the part from # on away, or write a heading there"));
      // The page is there, so its readers are not left without it.
      return new LinkTarget.Page(found.path(), "", found.title());
    }

    private Optional<String> nearestAnchor(SitePath path, String anchor) {
      TreeSet<String> anchors = new TreeSet<>(paths.anchors(path));
      String slug = Slug.of(anchor);
      return anchors.contains(slug)
          ? Optional.of(slug)
          : Spelling.nearest(slug, anchors)
              .or(() -> Spelling.nearest(Slug.of(link.label()), anchors));
    }

    private String title(LinkTarget.Page found, String anchor) {
      return paths
          .page(found.path())
          .flatMap(page ->
              page.document().headings().stream()
                  .filter(heading -> heading.anchor().equals(anchor))
                  .map(heading -> ShortText.title(heading.text()))
                  .findFirst())
          .orElse(found.title());
    }

    private LinkTarget otherCase(String wanted, String exact, String anchor, String suffix) {
      LinkTarget target = paths.find(exact, suffix).orElseGet(LinkTarget.Broken::new);
      report(
          Diagnostic.of(Code.LINK_CASE, link.location())
              .withDetail(
                  name(exact).equals(name(wanted))
                      ? "the path is " + contentName + "/" + exact
                      : "the %s is called %s"
                          .formatted(paths.isFolder(exact) ? "folder" : "file", name(exact)))
              .withSuggestion(
                  target instanceof LinkTarget.File
                      ? written(exact) + suffix
                      : written(exact, anchor)));
      return checkAnchor(target, anchor, written(exact));
    }

    /** The old address leads readers on, so the link holds; its author should know all the same. */
    private LinkTarget moved(SitePath current, String anchor) {
      String source = paths.source(current);
      report(
          Diagnostic.of(Code.LINK_MOVED, link.location())
              .withDetail("the page is now " + contentName + "/" + source)
              .withSuggestion(written(source, anchor)));
      LinkTarget target = paths.find(source, "").orElseGet(LinkTarget.Broken::new);
      return checkAnchor(target, anchor, written(source));
    }

    /** The last segment. */
    private static String name(String path) {
      return new SourcePath(withoutSlash(path)).name();
    }

    private LinkTarget missing(String wanted, String anchor) {
      Optional<String> draft = paths.draft(wanted);
      if (draft.isPresent()) {
        return broken(Ids.toDraft(contentName + "/" + draft.get(), link.location()));
      }
      boolean image = link.kind() == LinkReference.Kind.IMAGE;
      Optional<String> meant =
          (image ? imageSuggestions : suggestions).source(wanted, link.label());
      return broken(
          suggest(
              Diagnostic.of(image ? Code.IMAGE_MISSING : Code.LINK_NO_PAGE, link.location())
                  .withDetail(
                      "there is no %s at %s/%s"
                          .formatted(image ? "file" : "page", contentName, wanted)),
              meant.map(path -> written(path, anchor)),
              image
                  ? "put the image there, or mend the path"
                  : "mend the path, or write the page"));
    }

    /** The path with the anchor, if what is there has it. */
    private String written(String path, String anchor) {
      boolean anchored =
          !anchor.isEmpty()
              && paths.find(path, "").orElse(null) instanceof LinkTarget.Page page
              && paths.anchors(page.path()).contains(anchor);
      return anchored ? written(path) + "#" + anchor : written(path);
    }

    /**
     * A path below the content folder as this page would write it: relative, or from the root where
     * the author did so, and encoded no more than Markdown needs.
     */
    private String written(String path) {
      if (path.isEmpty()) {
        return "";
      }
      return WrittenPath.of(source.value(), path, link.destination().startsWith("/"));
    }

    private static String withoutSlash(String path) {
      return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Diagnostic suggest(Diagnostic diagnostic, Optional<String> suggestion, String help) {
      return suggestion.map(diagnostic::withSuggestion).orElseGet(() -> diagnostic.withHelp(help));
    }

    private LinkTarget broken(Diagnostic diagnostic) {
      report(diagnostic);
      return new LinkTarget.Broken();
    }

    private void report(Diagnostic diagnostic) {
      if (reported.add(new Reported(diagnostic.code(), diagnostic.location()))) {
        diagnostics.add(diagnostic);
      }
    }
  }
}
