package dev.waymark.edit;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.link.WrittenPath;
import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.site.Site;
import dev.waymark.site.SiteLinker;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceText;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Renames files and folders of the content: mends every link that would break, and gives each moved
 * page its old address as an alias.
 *
 * <p>A move is worked out in memory first, and the content as it would be is linked once more:
 * every link must mean what it meant before, and there must be no new error. Otherwise the move is
 * refused and nothing is changed.
 */
public final class ContentMover {
  private static final Set<String> SETTINGS = Set.of("site.yaml", "glossary.yaml");

  private final Path content;
  private final String contentName;
  private final Path workingFolder;
  private final Reading reading;
  private final Function<SourceTree, Checked<Site>> linker;

  /** Reads the content as a build would. */
  public interface Reading {
    SourceTree read() throws IOException;
  }

  /**
   * @param content the content folder, absolute
   * @param contentName what the user calls it, with forward slashes
   * @param workingFolder where relative paths start, absolute
   * @param linker links the content, drafts and all
   */
  public ContentMover(
      Path content,
      String contentName,
      Path workingFolder,
      Reading reading,
      Function<SourceTree, Checked<Site>> linker) {
    this.content = content.normalize();
    this.contentName = contentName;
    this.workingFolder = workingFolder;
    this.reading = reading;
    this.linker = linker;
  }

  /**
   * Works out a move, and changes nothing.
   *
   * @param from what moves, from the working folder or from the content folder; a page may be named
   *     without its ending
   * @param to where to: a new name, or a folder that exists
   * @throws RefusedException if there is no such thing, something stands in the way, or a link
   *     would come to mean something else
   */
  public Move plan(Path from, Path to) throws IOException, RefusedException {
    SourceTree tree = reading.read();
    Path source = existing(from, tree);
    boolean folder = Files.isDirectory(source);
    Path target = target(source, to);
    String old = relative(source);
    String now = relative(target);
    refuseUnfit(old, now, folder, source, target);
    SortedMap<SourcePath, SourcePath> files = files(tree, old, now, folder);
    return plan(tree, old, now, folder, files);
  }

  /**
   * Makes a move, all of it or, as far as the disk allows, nothing.
   *
   * @throws RefusedException if the content is no longer what the move was worked out from; nothing
   *     was changed
   * @throws IOException if the disk fails; what was done is undone, and the message says so if that
   *     fails, too
   */
  public void apply(Move move) throws IOException, RefusedException {
    SourceTree now = reading.read();
    if (!sameContent(move.basis(), now)) {
      throw new RefusedException(
          "the content changed while the move was worked out; nothing was moved", "try again");
    }
    new MoveWriter(content).write(move);
  }

  private static boolean sameContent(SourceTree one, SourceTree other) {
    if (!one.files().keySet().equals(other.files().keySet())) {
      return false;
    }
    for (SourceFile file : one.files().values()) {
      if (file instanceof SourceFile.Text text
          && !(other.files().get(file.path()) instanceof SourceFile.Text same
              && same.text().text().equals(text.text().text()))) {
        return false;
      }
    }
    return true;
  }

  // What moves, and where to.

  private Path existing(Path given, SourceTree tree) throws RefusedException {
    for (Path start : List.of(workingFolder, content)) {
      Path path = start.resolve(given).normalize();
      if (path.startsWith(content)) {
        for (String ending : List.of("", ".md", ".markdown", ".yaml", ".yml")) {
          Path file = path.resolveSibling(path.getFileName() + ending);
          boolean there = ending.isEmpty() ? Files.exists(file) : Files.isRegularFile(file);
          if (there && !path.equals(content)) {
            return file;
          }
        }
        if (path.equals(content)) {
          throw new RefusedException(
              "the content folder itself cannot be moved with its links",
              "rename it by hand: links in it do not name it");
        }
      }
    }
    boolean outside =
        Files.exists(workingFolder.resolve(given)) && !Files.exists(content.resolve(given));
    if (outside) {
      throw new RefusedException(
          "'%s' is not in the folder '%s'".formatted(given, contentName),
          "name the folder of your Markdown: -c DIR");
    }
    String written = slashed(given);
    String wanted =
        written.startsWith(contentName + "/")
            ? written.substring(contentName.length() + 1)
            : written;
    TreeSet<String> known = new TreeSet<>();
    tree.files()
        .keySet()
        .forEach(path -> {
          known.add(path.value());
          known.add(path.withoutEnding());
          for (String parent = path.folder(); !parent.isEmpty(); ) {
            String folder = parent.substring(0, parent.length() - 1);
            known.add(folder);
            parent = folder.substring(0, folder.lastIndexOf('/') + 1);
          }
        });
    throw new RefusedException(
        "there is no file or folder '%s'".formatted(given),
        Spelling.nearest(wanted, known)
            .map(near -> "did you mean " + near + " ?")
            .orElse("give its path, such as parts/part-5/consent.md"));
  }

  private Path target(Path source, Path given) throws RefusedException {
    Path fromHere = workingFolder.resolve(given).normalize();
    Path path = fromHere.startsWith(content) ? fromHere : content.resolve(given).normalize();
    if (!path.startsWith(content)) {
      throw outOfContent(given);
    }
    boolean into = Files.isDirectory(path) && !path.equals(source) && !isSame(path, source);
    if (into) {
      path = path.resolve(source.getFileName());
    }
    if (path.equals(content)) {
      throw outOfContent(given);
    }
    String name = source.getFileName().toString();
    String newName = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    if (Files.isRegularFile(source) && dot > 0 && newName.indexOf('.') < 0) {
      path = path.resolveSibling(newName + name.substring(dot));
    }
    return path;
  }

  private RefusedException outOfContent(Path given) {
    return new RefusedException(
        "'%s' is not in the folder '%s'".formatted(given, contentName),
        "give a place in it, such as parts/asking-for-consent");
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  private void refuseUnfit(String old, String now, boolean folder, Path source, Path target)
      throws IOException, RefusedException {
    if (old.equals(now)) {
      throw new RefusedException("'%s' is there already".formatted(now), "give it a new name");
    }
    if (folder && now.startsWith(old + "/")) {
      throw new RefusedException(
          "a folder cannot move into itself", "give it a place outside '" + old + "'");
    }
    if (SETTINGS.contains(old)) {
      throw new RefusedException(
          "%s holds settings, and Waymark looks for them there".formatted(old), "leave it there");
    }
    for (String name : now.split("/")) {
      Place.checkName(name);
    }
    for (Path at = source; !at.equals(content); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        throw new RefusedException(
            "'%s' is a link to another place".formatted(relative(at)), "move what it leads to");
      }
    }
    SourcePath path = new SourcePath(now);
    Place.checkFolders(content, path, contentName);
    // The same file where upper and lower case are one to the disk.
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isSame(source, target)) {
      throw new RefusedException(
          "%s is there already, and nothing was changed".formatted(now), "give it another name");
    }
    if (!folder) {
      refuseOtherKind(new SourcePath(old), path);
    }
  }

  private static void refuseOtherKind(SourcePath old, SourcePath now) throws RefusedException {
    if (PageReader.isPage(old.name()) && !PageReader.isPage(now.name())) {
      throw new RefusedException(
          "a page is a file that ends in .md", "leave the ending out, and it is added");
    }
    if (!PageReader.isPage(old.name()) && !ending(old.name()).equals(ending(now.name()))) {
      throw new RefusedException(
          "another ending makes it another kind of file",
          "leave the ending out, and it stays " + ending(old.name()));
    }
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
  }

  private static SortedMap<SourcePath, SourcePath> files(
      SourceTree tree, String old, String now, boolean folder) throws RefusedException {
    SortedMap<SourcePath, SourcePath> files = new TreeMap<>();
    for (SourcePath path : tree.files().keySet()) {
      boolean within = folder && path.value().startsWith(old + "/");
      if (within || path.value().equals(old)) {
        files.put(path, new SourcePath(now + path.value().substring(old.length())));
      }
    }
    if (files.isEmpty()) {
      throw new RefusedException(
          "%s is no part of the site".formatted(old), "move it by hand: nothing can link to it");
    }
    for (Map.Entry<SourcePath, SourcePath> file : files.entrySet()) {
      boolean chart = Flowchart.isFlowchart(file.getKey());
      if (chart != Flowchart.isFlowchart(file.getValue())) {
        throw new RefusedException(
            chart
                ? "%s would be a flowchart no more".formatted(file.getKey())
                : "%s would be taken for a flowchart".formatted(file.getKey()),
            "a flowchart is a YAML file in a folder that is named flowcharts");
      }
    }
    return files;
  }

  private String relative(Path path) {
    return slashed(content.relativize(path));
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  // What has to change.

  private Move plan(
      SourceTree tree,
      String old,
      String now,
      boolean folder,
      SortedMap<SourcePath, SourcePath> files)
      throws RefusedException {
    Checked<Site> before = linker.apply(tree);
    Site site = before.value();
    Site moved = moved(site, tree, files);
    Relocation relocation =
        new Relocation(site, moved, folder ? old + "/" : "", folder ? now + "/" : "", files);
    LinkMender mender = new LinkMender(relocation);
    for (SitePage page : site.pages().values()) {
      mender.mend(page, text(tree, page.page().source()).text());
    }
    if (tree.files().get(new SourcePath("site.yaml")) instanceof SourceFile.Text settings) {
      mender.mendNavigation(site, settings.path(), settings.text().text());
    }
    Map<SourcePath, List<Edit>> edits = new TreeMap<>();
    mender.edits().forEach((path, all) -> edits.put(path, new ArrayList<>(all.values())));
    for (SourcePath path : files.keySet()) {
      Optional<SitePage> page =
          site.pages().values().stream()
              .filter(each -> each.page().source().equals(path))
              .findFirst();
      if (page.isPresent()) {
        List<Edit> keys = keys(page.get(), tree, site, moved, relocation);
        if (!keys.isEmpty()) {
          edits.computeIfAbsent(path, key -> new ArrayList<>()).addAll(keys);
        }
      }
    }
    List<FileChange> changes = new ArrayList<>();
    edits.forEach((path, all) ->
        changes.add(new FileChange(path, relocation.source(path), text(tree, path).text(), all)));
    Checked<Site> after = linker.apply(moved(tree, files, changes));
    new MoveCheck(before, after, relocation, tree).requireSame();
    return new Move(old, now, files, changes, tree);
  }

  private static SourceText text(SourceTree tree, SourcePath path) {
    if (tree.files().get(path) instanceof SourceFile.Text file) {
      return file.text();
    }
    throw new IllegalArgumentException("no text: " + path);
  }

  /** The site with its files at their new places, and every text as it was. */
  private static Site moved(Site site, SourceTree tree, SortedMap<SourcePath, SourcePath> files) {
    List<Page> pages = new ArrayList<>();
    List<Flowchart> charts = new ArrayList<>();
    for (SitePage each : site.pages().values()) {
      Page page = each.page();
      SourcePath now = files.getOrDefault(page.source(), page.source());
      Flowchart chart = site.flowcharts().get(each.path());
      if (chart == null) {
        pages.add(
            new Page(
                now,
                page.start(),
                page.frontMatter(),
                page.document(),
                page.diagrams(),
                page.links()));
      } else {
        charts.add(
            new Flowchart(
                now,
                chart.place(),
                chart.id(),
                chart.frontMatter(),
                chart.start(),
                chart.nodes(),
                chart.sound()));
      }
    }
    List<SourceFile> assets = new ArrayList<>();
    for (SourceFile file : site.assets().values()) {
      SourcePath now = files.getOrDefault(file.path(), file.path());
      assets.add(new SourceFile.Binary(now, tree.displayName(now.value()), file.origin()));
    }
    return new SiteLinker(true, Optional.empty())
        .link(tree.displayName(), pages, charts, assets, site.config(), site.glossary())
        .value();
  }

  /** The content with its files at their new places. */
  private static SourceTree moved(
      SourceTree tree, SortedMap<SourcePath, SourcePath> files, List<FileChange> changes) {
    Map<SourcePath, FileChange> byFile = new TreeMap<>();
    changes.forEach(change -> byFile.put(change.from(), change));
    List<SourceFile> all = new ArrayList<>();
    for (SourceFile file : tree.files().values()) {
      SourcePath path = files.getOrDefault(file.path(), file.path());
      FileChange change = byFile.get(file.path());
      String name = tree.displayName(path.value());
      all.add(
          switch (file) {
            case SourceFile.Binary binary -> new SourceFile.Binary(path, name, binary.origin());
            case SourceFile.Text text when change == null && path.equals(file.path()) -> text;
            case SourceFile.Text text ->
                new SourceFile.Text(
                    path,
                    new SourceText(name, 1, change == null ? text.text().text() : change.after()),
                    text.origin());
          });
    }
    return SourceTree.of(tree.displayName(), all);
  }

  /** The old address and, where it is needed, the id of a page that moves. */
  private static List<Edit> keys(
      SitePage page, SourceTree tree, Site site, Site moved, Relocation relocation)
      throws RefusedException {
    SourcePath source = page.page().source();
    SitePath now = relocation.address(page.path());
    boolean chart = Flowchart.isFlowchart(source);
    Optional<String> id = lostId(page, site, relocation.source(source));
    boolean aliased =
        !page.frontMatter().draft() && !now.equals(page.path()) && isFree(page.path(), moved);
    if (id.isEmpty() && !aliased) {
      return List.of();
    }
    FrontMatterEditor editor = new FrontMatterEditor(text(tree, source), chart);
    if (id.isPresent()) {
      editor.addId(id.get());
    }
    if (aliased) {
      editor.addAlias(alias(source, page.path()), now);
    }
    return editor.edits();
  }

  /** The old path as it is, where that means the old address. */
  private static String alias(SourcePath source, SitePath address) {
    return PageReader.isPage(source.name())
            && WrittenPath.pageAddress(source.value()).equals(Optional.of(address))
        ? source.value()
        : address.value();
  }

  /** Whether nothing stands at an address, not even a list that the site makes. */
  private static boolean isFree(SitePath path, Site moved) {
    boolean list = path.name().equals("index.html") && moved.folders().containsKey(path.folder());
    return !list && !moved.pages().containsKey(path) && !moved.assets().containsKey(path);
  }

  /**
   * The id that a page has from the name of its file and that it would lose, if anything names it;
   * a flowchart needs it in any case, since the addresses of its steps begin with it.
   */
  private static Optional<String> lostId(SitePage page, Site site, SourcePath now) {
    String id = page.page().source().stem();
    boolean given =
        page.frontMatter()
            .id()
            .filter(at -> !at.location().equals(page.page().start()))
            .isPresent();
    Page moved = new Page(now, page.page().start(), page.frontMatter(), page.page().document());
    boolean keeps = now.stem().equals(id) && !moved.isFolderPage();
    boolean own = site.find(id).filter(target -> target.path().equals(page.path())).isPresent();
    if (given || keeps || !own || page.page().isFolderPage()) {
      return Optional.empty();
    }
    boolean takesAnother = !moved.isFolderPage() && site.find(now.stem()).isPresent();
    boolean needed = Flowchart.isFlowchart(now) || takesAnother || isNamed(id, page.path(), site);
    return needed ? Optional.of(id) : Optional.empty();
  }

  private static boolean isNamed(String id, SitePath path, Site site) {
    for (SitePage page : site.pages().values()) {
      List<LinkReference> links = page.page().links();
      for (int i = 0; i < links.size(); i++) {
        if (links.get(i).destination().equals(id)
            && links.get(i).kind() != LinkReference.Kind.LINK
            && links.get(i).kind() != LinkReference.Kind.IMAGE
            && page.targets().get(i) instanceof LinkTarget.Page target
            && target.path().equals(path)) {
          return true;
        }
      }
      if (page.frontMatter().principles().stream().anyMatch(each -> each.value().equals(id))) {
        return true;
      }
    }
    return site.glossary().terms().stream()
        .flatMap(term -> term.see().stream())
        .anyMatch(see -> see.value().equals(id));
  }
}
