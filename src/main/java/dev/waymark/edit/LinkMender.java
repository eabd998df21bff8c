package dev.waymark.edit;

import dev.waymark.config.SiteConfig;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.link.WrittenPath;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the links that a relocation would break, and writes them anew, each in the way in which its
 * author wrote it: relative or from the content folder, by file, address or folder, with what
 * follows the path as it was. Places are those that the readers noted; the text is not searched.
 */
final class LinkMender {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:|//");

  /** What has a meaning of its own in one of the ways to write a YAML text. */
  private static final String YAML_MARKS = "'\",[]{}&*!|>`@";

  private final Relocation relocation;

  /** The edits of each file, by where they start: a definition may serve several links. */
  private final Map<SourcePath, TreeMap<Integer, Edit>> edits = new TreeMap<>();

  LinkMender(Relocation relocation) {
    this.relocation = relocation;
  }

  /** The edits of each file. */
  Map<SourcePath, TreeMap<Integer, Edit>> edits() {
    return edits;
  }

  /**
   * Mends the links of a page or flowchart.
   *
   * @param text of its file
   */
  void mend(SitePage page, String text) throws RefusedException {
    SourcePath source = page.page().source();
    boolean yaml = Flowchart.isFlowchart(source);
    LineMap lines = null;
    List<LinkReference> links = page.page().links();
    for (int i = 0; i < links.size(); i++) {
      LinkReference link = links.get(i);
      boolean byAddress =
          link.kind() == LinkReference.Kind.LINK || link.kind() == LinkReference.Kind.IMAGE;
      if (byAddress) {
        Optional<String> path = newPath(source, link.destination(), page.targets().get(i));
        if (path.isPresent()) {
          lines = lines == null ? LineMap.of(text) : lines;
          add(
              source,
              edit(
                  text,
                  lines,
                  link.location(),
                  link.destination(),
                  yaml ? inYaml(path.get()) : path.get()));
        }
      }
    }
  }

  /**
   * Mends the main navigation.
   *
   * @param text of {@code site.yaml}
   */
  void mendNavigation(Site site, SourcePath source, String text) throws RefusedException {
    LineMap lines = LineMap.of(text);
    for (SiteConfig.NavigationEntry entry : site.config().navigation().orElse(List.of())) {
      String written = entry.target().value();
      Optional<String> path = newPath(source, written, target(site, written));
      if (path.isPresent()) {
        Location location = entry.target().location();
        int start = lines.start(location.line()) + location.column() - 1;
        boolean quoted = start < text.length() && "'\"".indexOf(text.charAt(start)) >= 0;
        String now = inYaml(path.get());
        if (quoted) {
          location =
              new Location(
                  location.file(),
                  location.line(),
                  location.column() + 1,
                  location.line(),
                  location.column() + 1 + written.length());
        } else if (!Character.isLetterOrDigit(now.charAt(0)) && "./_".indexOf(now.charAt(0)) < 0) {
          now = '"' + now + '"';
        }
        add(source, edit(text, lines, location, written, now));
      }
    }
  }

  /**
   * What an entry of the navigation means: the linked site only keeps those that mean something.
   */
  private static LinkTarget target(Site site, String written) {
    String path = Percent.decode(written.substring(0, pathEnd(written)));
    Optional<String> wanted = WrittenPath.resolve("", path);
    if (wanted.isEmpty()) {
      return new LinkTarget.Broken();
    }
    String folder = wanted.get().isEmpty() ? "" : wanted.get().replaceFirst("/?$", "/");
    for (SitePage page : site.pages().values()) {
      String address = page.path().value();
      if (page.page().source().value().equals(wanted.get())
          || address.equals(wanted.get())
          || address.equals(folder + "index.html")) {
        return new LinkTarget.Page(page.path(), "", page.title());
      }
    }
    return site.folders().containsKey(folder)
        ? new LinkTarget.Page(new SitePath(folder + "index.html"), "", "")
        : new LinkTarget.Broken();
  }

  /** The path to write in place of that of a destination, or empty where that is still right. */
  private Optional<String> newPath(SourcePath source, String destination, LinkTarget target) {
    String path = destination.substring(0, pathEnd(destination));
    if (path.isEmpty() || SCHEME.matcher(destination.strip()).lookingAt()) {
      return Optional.empty();
    }
    String decoded = Percent.decode(path);
    Optional<String> meant = WrittenPath.resolve(source.folder(), decoded);
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    SourcePath now = relocation.source(source);
    String wanted = relocation.path(meant.get(), target, relocation.isMoved(source));
    boolean absolute = path.startsWith("/");
    String written = WrittenPath.of(now.value(), wanted, absolute);
    // A detour that still arrives is left to its author; one that the move makes is not, so that
    // moving back gives the first text.
    boolean arrives = WrittenPath.resolve(now.folder(), decoded).equals(Optional.of(wanted));
    boolean plain = path.equals(WrittenPath.of(source.value(), meant.get(), absolute));
    return written.equals(path) || (arrives && !plain) ? Optional.empty() : Optional.of(written);
  }

  private static int pathEnd(String destination) {
    for (int i = 0; i < destination.length(); i++) {
      if (destination.charAt(i) == '#' || destination.charAt(i) == '?') {
        return i;
      }
    }
    return destination.length();
  }

  private static String inYaml(String path) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (YAML_MARKS.indexOf(c) >= 0) {
        safe.append("%%%02X".formatted((int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static Edit edit(
      String text, LineMap lines, Location place, String destination, String path)
      throws RefusedException {
    int start = lines.start(place.line()) + place.column() - 1;
    int end = lines.start(place.endLine()) + place.endColumn() - 1;
    String raw = start <= end && end <= text.length() ? text.substring(start, end) : "";
    int pathEnd = pathEnd(destination);
    if (raw.startsWith(destination)) {
      return new Edit(
          Edit.Kind.LINK,
          start,
          start + pathEnd,
          new Location(
              place.file(), place.line(), place.column(), place.line(), place.column() + pathEnd),
          destination.substring(0, pathEnd),
          path);
    }
    // Written with escapes: the destination as a whole gives way, and what follows the path stays.
    if (raw.isEmpty() || raw.startsWith("[") || raw.startsWith("!") || raw.indexOf('\n') >= 0) {
      throw new RefusedException(
          "the link at %s is written in a way that cannot be mended".formatted(place),
          "write its address plainly, without escapes, and try again");
    }
    return new Edit(Edit.Kind.LINK, start, end, place, raw, path + destination.substring(pathEnd));
  }

  private void add(SourcePath source, Edit edit) {
    edits.computeIfAbsent(source, key -> new TreeMap<>()).put(edit.start(), edit);
  }
}
