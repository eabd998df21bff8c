package dev.waymark.output;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the site with the folder and puts what is to be done in the order that is safe for
 * readers. Reads the disk and changes nothing. One planner makes one plan.
 */
final class Planner {
  /** Pages go before what they name. */
  private static final List<Role> ORDER_OF_REMOVAL =
      List.of(Role.PAGE, Role.ENTRY, Role.ASSET, Role.HASHED);

  private final FileOperations files;
  private final FolderView view;
  private final ContentIo io;
  private final String shown;

  private final OutputTree tree;
  private final Manifest before;
  private final SortedMap<SitePath, Role> owned = new TreeMap<>();
  private final Map<String, SitePath> ownedByFoldedName = new HashMap<>();
  private final Set<SitePath> oldUnreached;

  private final SortedMap<SitePath, Manifest.Entry> unchanged = new TreeMap<>();
  private final Map<Role, List<OutputFile>> added = lists();
  private final Map<Role, List<OutputFile>> changed = lists();

  /** Files for which something of ours must go first, and what must go. */
  private final Map<Role, List<OutputFile>> blocked = lists();

  private final Map<String, Optional<SitePath>> blockedFolders = new HashMap<>();
  private final SortedSet<SitePath> inTheWay = new TreeSet<>();
  private final List<Step> foldersInTheWay = new ArrayList<>();

  /**
   * @param shown the folder, as the user named it
   * @param leftover what a build that was interrupted since {@code before} left
   */
  Planner(
      FileOperations files,
      FolderView view,
      ContentIo io,
      String shown,
      OutputTree tree,
      Manifest before,
      Journal.Leftover leftover) {
    this.files = files;
    this.view = view;
    this.io = io;
    this.shown = shown;
    this.tree = tree;
    this.before = before;
    owned.putAll(leftover.paths());
    before.previous().forEach((path, entry) -> owned.put(path, entry.role()));
    before.files().forEach((path, entry) -> owned.put(path, entry.role()));
    oldUnreached = new HashSet<>(leftover.unreached());
    oldUnreached.removeAll(before.files().keySet());
  }

  private static Map<Role, List<OutputFile>> lists() {
    Map<Role, List<OutputFile>> lists = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      lists.put(role, new ArrayList<>());
    }
    return lists;
  }

  /**
   * The plan.
   *
   * @param keepPrevious whether hashed files of the build before stay this once
   * @throws NotOurFolderException if a file that Waymark did not write stands where one must go
   */
  Plan plan(boolean keepPrevious) throws IOException, NotOurFolderException {
    for (OutputFile file : tree.files().values()) {
      place(file);
    }
    SortedMap<SitePath, Manifest.Entry> kept = new TreeMap<>();
    Map<Role, SortedSet<SitePath>> stale = new EnumMap<>(Role.class);
    ORDER_OF_REMOVAL.forEach(role -> stale.put(role, new TreeSet<>()));
    SortedSet<String> emptied = new TreeSet<>();
    Set<String> needed = folders(tree.files().keySet());
    for (Map.Entry<SitePath, Role> entry : owned.entrySet()) {
      SitePath path = entry.getKey();
      if (tree.files().containsKey(path) || inTheWay.contains(path)) {
        continue;
      }
      Standing standing = view.at(path);
      Manifest.Entry listed = before.files().get(path);
      if (keepPrevious
          && listed != null
          && listed.role() == Role.HASHED
          && standing.is(Standing.Kind.FILE)) {
        kept.put(path, listed);
        continue;
      }
      if (standing.is(Standing.Kind.FILE) || standing.is(Standing.Kind.OTHER)) {
        stale.get(entry.getValue()).add(path);
      }
      emptied.addAll(folders(Set.of(path)));
    }
    emptied.removeAll(needed);
    return assemble(stale, kept, existing(emptied));
  }

  private Plan assemble(
      Map<Role, SortedSet<SitePath>> stale,
      SortedMap<SitePath, Manifest.Entry> kept,
      List<String> emptied) {
    List<Step> steps = new ArrayList<>();
    write(added.get(Role.HASHED), steps);
    write(changed.get(Role.HASHED), steps);
    write(added.get(Role.ASSET), steps);
    write(changed.get(Role.ASSET), steps);
    // An entry file comes last, but not the first of its name: the pages to come name it.
    write(added.get(Role.ENTRY), steps);
    write(added.get(Role.PAGE), steps);
    inTheWay.forEach(path -> steps.add(new Step.Remove(path)));
    steps.addAll(foldersInTheWay);
    for (Role role : List.of(Role.HASHED, Role.ASSET, Role.ENTRY, Role.PAGE)) {
      write(blocked.get(role), steps);
    }
    if (!changed.get(Role.PAGE).isEmpty() || !changed.get(Role.ENTRY).isEmpty()) {
      steps.add(new Step.MarkReached());
    }
    write(changed.get(Role.PAGE), steps);
    write(changed.get(Role.ENTRY), steps);
    steps.add(new Step.WriteManifest());
    SortedSet<SitePath> removed = new TreeSet<>(inTheWay);
    for (Role role : ORDER_OF_REMOVAL) {
      stale.get(role).forEach(path -> steps.add(new Step.Remove(path)));
      removed.addAll(stale.get(role));
    }
    emptied.forEach(folder -> steps.add(new Step.RemoveFolder(folder)));

    Set<SitePath> stillUnreached = new TreeSet<>(oldUnreached);
    stillUnreached.retainAll(removed);
    Set<SitePath> unreached = new TreeSet<>(oldUnreached);
    unreached.retainAll(unchanged.keySet());
    unreached.addAll(stillUnreached);
    added.get(Role.PAGE).forEach(file -> unreached.add(file.path()));
    blocked.get(Role.PAGE).forEach(file -> unreached.add(file.path()));
    return new Plan(steps, unchanged, kept, announced(steps), unreached, stillUnreached);
  }

  private static void write(List<OutputFile> writes, List<Step> steps) {
    writes.forEach(file -> steps.add(new Step.Write(file)));
  }

  private SortedMap<SitePath, Role> announced(List<Step> steps) {
    SortedMap<SitePath, Role> announced = new TreeMap<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Write(OutputFile file) -> {
          // What the manifest lists is ours in any case, before it is replaced and after.
          if (!before.files().containsKey(file.path())) {
            announced.put(file.path(), file.role());
          }
        }
        case Step.Remove(SitePath path) -> announced.put(path, owned.get(path));
        case Step.RemoveFolder _, Step.MarkReached _, Step.WriteManifest _ -> {}
      }
    }
    return announced;
  }

  /** Finds out what must be done for one file. */
  private void place(OutputFile file) throws IOException, NotOurFolderException {
    SitePath path = file.path();
    Optional<SitePath> blocking = blocking(path.folder());
    if (blocking.isPresent()) {
      inTheWay.add(blocking.get());
      blocked.get(file.role()).add(file);
      return;
    }
    Standing standing = view.at(path);
    switch (standing.kind()) {
      case MISSING -> {
        view.place(path); // says now, before anything is written, if no file can have this name
        added.get(file.role()).add(file);
      }
      case FOLDER -> {
        clear(path.value() + "/");
        blocked.get(file.role()).add(file);
      }
      case FILE, OTHER -> {
        if (ownedAs(path).isEmpty()) {
          throw foreign(path.value(), standing);
        }
        Optional<Fingerprint> same =
            standing.is(Standing.Kind.FILE) ? ifSame(file, standing) : Optional.empty();
        if (same.isPresent()) {
          unchanged.put(path, new Manifest.Entry(file.role(), same.get()));
        } else {
          // A page that nobody can reach yet is as good as none.
          (oldUnreached.contains(path) ? added : changed).get(file.role()).add(file);
        }
      }
    }
  }

  private Optional<Fingerprint> ifSame(OutputFile file, Standing standing) throws IOException {
    try {
      return io.ifSame(file.content(), view.place(file.path()), standing.size());
    } catch (IOException e) {
      throw IoFailure.sentence("cannot read " + shown(file.path().value()), e);
    }
  }

  /** What stands where this folder, or one that it is in, must be made. */
  private Optional<SitePath> blocking(String folder) throws IOException, NotOurFolderException {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Optional<SitePath> known = blockedFolders.get(folder);
    if (known == null) {
      SitePath asFile = FolderView.asFile(folder);
      known = blocking(asFile.folder());
      if (known.isEmpty()) {
        Standing standing = view.at(asFile);
        if (standing.is(Standing.Kind.FILE) || standing.is(Standing.Kind.OTHER)) {
          known = ownedAs(asFile);
          if (known.isEmpty()) {
            throw foreign(asFile.value(), standing);
          }
        } else if (standing.is(Standing.Kind.MISSING)) {
          view.folder(folder);
        }
      }
      blockedFolders.put(folder, known);
    }
    return known;
  }

  /** Takes a folder out of the way, which may hold nothing that is not Waymark's. */
  private void clear(String folder) throws IOException, NotOurFolderException {
    for (String name : new TreeSet<>(view.names(folder))) {
      if (Journal.isTemporary(name)) {
        continue;
      }
      Optional<SitePath> path = Manifest.path(folder + name);
      Standing standing = path.isPresent() ? view.at(path.get()) : Standing.MISSING;
      if (standing.is(Standing.Kind.FOLDER)) {
        clear(folder + name + "/");
      } else if (path.isPresent() && owned.containsKey(path.get())) {
        inTheWay.add(path.get());
      } else {
        throw foreign(folder + name, standing);
      }
    }
    foldersInTheWay.add(new Step.RemoveFolder(folder));
  }

  /** The path under which Waymark wrote the file that stands here, if it did. */
  private Optional<SitePath> ownedAs(SitePath path) throws IOException {
    if (owned.containsKey(path)) {
      return Optional.of(path);
    }
    if (ownedByFoldedName.isEmpty()) {
      owned.keySet().forEach(known -> ownedByFoldedName.put(known.folded(), known));
    }
    SitePath other = ownedByFoldedName.get(path.folded());
    return other != null
            && !view.at(other).is(Standing.Kind.MISSING)
            && files.sameFile(view.place(path), view.place(other))
        ? Optional.of(other)
        : Optional.empty();
  }

  private NotOurFolderException foreign(String path, Standing standing) {
    return new NotOurFolderException(
        standing.is(Standing.Kind.OTHER)
            ? shown(path)
                + " is a link or a device, and Waymark does not write through such:"
                + " remove it, or choose another folder"
            : shown(path)
                + " stands where a file of the site must go, and Waymark did not write it:"
                + " move it elsewhere, or choose another folder");
  }

  private String shown(String path) {
    return shown + "/" + path;
  }

  /** All folders that these files are in, with a slash at the end of each. */
  private static Set<String> folders(Set<SitePath> paths) {
    Set<String> folders = new HashSet<>();
    for (SitePath path : paths) {
      String folder = path.folder();
      while (!folder.isEmpty() && folders.add(folder)) {
        folder = FolderView.asFile(folder).folder();
      }
    }
    return folders;
  }

  private List<String> existing(SortedSet<String> folders) throws IOException {
    List<String> existing = new ArrayList<>();
    // Backwards: a folder comes before the one that it is in.
    for (String folder : new ArrayList<>(folders).reversed()) {
      if (view.atFolder(folder).is(Standing.Kind.FOLDER)) {
        existing.add(folder);
      }
    }
    return existing;
  }
}
