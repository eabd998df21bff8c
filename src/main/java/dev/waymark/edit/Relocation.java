package dev.waymark.edit;

import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.link.WrittenPath;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourcePath;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** Where everything is after a file or a folder of a site has moved. */
final class Relocation {
  private final Site before;

  /** With a slash at its end, or empty where a single file moves. */
  private final String oldFolder;

  private final String newFolder;
  private final SortedMap<SourcePath, SourcePath> files;

  /** The address of each page then, by the one that it has now. */
  private final Map<SitePath, SitePath> addresses = new HashMap<>();

  /**
   * @param moved the site with the files at their new places, its links not yet mended
   */
  Relocation(
      Site before,
      Site moved,
      String oldFolder,
      String newFolder,
      SortedMap<SourcePath, SourcePath> files) {
    this.before = before;
    this.oldFolder = oldFolder;
    this.newFolder = newFolder;
    this.files = files;
    Map<SourcePath, SitePath> bySource = new HashMap<>();
    moved.pages().forEach((path, page) -> bySource.put(page.page().source(), path));
    before
        .pages()
        .forEach((path, page) -> {
          SitePath now = bySource.get(source(page.page().source()));
          if (now != null) {
            addresses.put(path, now);
          }
        });
  }

  /** Where a file will be. */
  SourcePath source(SourcePath now) {
    return files.getOrDefault(now, now);
  }

  boolean isMoved(SourcePath now) {
    return files.containsKey(now);
  }

  /** The address that the page at this one will have. */
  SitePath address(SitePath now) {
    SitePath known = addresses.get(now);
    return known == null ? new SitePath(inFolder(now.value())) : known;
  }

  /** What a link means that means this now. */
  LinkTarget target(LinkTarget now) {
    return switch (now) {
      case LinkTarget.Page page ->
          new LinkTarget.Page(address(page.path()), page.anchor(), page.title());
      case LinkTarget.File file ->
          new LinkTarget.File(
              new SitePath(source(new SourcePath(file.path().value())).value()), file.suffix());
      case LinkTarget.External external -> external;
      case LinkTarget.Broken broken -> broken;
    };
  }

  private String inFolder(String path) {
    return !oldFolder.isEmpty() && path.startsWith(oldFolder)
        ? newFolder + path.substring(oldFolder.length())
        : path;
  }

  /**
   * The path below the content folder that a link must name from now on, in the way in which it
   * names {@code path}: as a file, as an address or as a folder.
   *
   * @param target what the link means
   * @param within whether the file with the link moves
   */
  String path(String path, LinkTarget target, boolean within) {
    boolean folder = path.isEmpty() || path.endsWith("/");
    if (!folder && files.containsKey(new SourcePath(path))) {
      return source(new SourcePath(path)).value();
    }
    if (target instanceof LinkTarget.Page page && before.pages().containsKey(page.path())) {
      return pathOfPage(path, page.path());
    }
    if (target instanceof LinkTarget.File file && !file.path().value().equals(path)) {
      // Upper and lower case differ, and the link is an error that stays one.
      return source(new SourcePath(file.path().value())).value();
    }
    if (target instanceof LinkTarget.Broken && !within) {
      return path;
    }
    return (path + "/").equals(oldFolder)
        ? newFolder.substring(0, newFolder.length() - 1)
        : inFolder(path);
  }

  private String pathOfPage(String path, SitePath old) {
    SitePage page = before.pages().get(old);
    SourcePath source = page.page().source();
    if (path.equals(source.value())) {
      return source(source).value();
    }
    SitePath now = address(old);
    if (path.equals(old.value())) {
      return now.value();
    }
    String folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
    if (old.value().equals(folder + "index.html")) {
      if (!now.name().equals("index.html")) {
        return source(source).value();
      }
      boolean slash = path.isEmpty() || path.endsWith("/");
      String to = now.folder();
      return slash || to.isEmpty() ? to : to.substring(0, to.length() - 1);
    }
    boolean alias =
        WrittenPath.pageAddress(path).filter(before.redirects()::containsKey).isPresent();
    boolean moved = !now.equals(old) || isMoved(source);
    // What is left differs in upper and lower case, an error that goes with the move.
    return alias || !moved ? path : source(source).value();
  }
}
