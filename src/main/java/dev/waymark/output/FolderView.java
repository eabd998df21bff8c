package dev.waymark.output;

import dev.waymark.link.SitePath;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The output folder as it stood when it was first looked at. Each folder is listed once and each
 * file looked at once, and in a folder that is not there nothing is looked for: a first build asks
 * the disk for nothing.
 */
final class FolderView {
  private final FileOperations files;
  private final Path root;
  private final Map<String, Listing> listings = new HashMap<>();
  private final Map<String, Path> folders = new HashMap<>();

  FolderView(FileOperations files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** The place on disk of a file. */
  Path place(SitePath path) throws IOException {
    return resolve(folder(path.folder()), path.name());
  }

  /**
   * The place on disk of a folder.
   *
   * @param folder with a slash at its end, or empty for the root
   */
  Path folder(String folder) throws IOException {
    if (folder.isEmpty()) {
      return root;
    }
    Path known = folders.get(folder);
    if (known == null) {
      SitePath asFile = asFile(folder);
      known = resolve(folder(asFile.folder()), asFile.name());
      folders.put(folder, known);
    }
    return known;
  }

  /** The address that a file would have in the place of this folder. */
  static SitePath asFile(String folder) {
    return new SitePath(folder.substring(0, folder.length() - 1));
  }

  private static Path resolve(Path folder, String name) throws IOException {
    try {
      Path place = folder.resolve(name);
      // A name such as C: is a whole path on some systems; such a thing leads out of the folder.
      if (folder.equals(place.getParent())) {
        return place;
      }
    } catch (InvalidPathException e) {
      throw new IOException(
          "this computer, with its present settings, cannot have a file named " + name, e);
    }
    throw new IOException("this computer cannot have a file named " + name);
  }

  /** What stands at the place of a file; in a folder that is none, nothing does. */
  Standing at(SitePath path) throws IOException {
    Listing listing = listing(path.folder());
    if (!listing.mayHold(path.name())) {
      return Standing.MISSING;
    }
    Standing known = listing.standings.get(path.name());
    if (known == null) {
      known = files.at(place(path));
      listing.standings.put(path.name(), known);
    }
    return known;
  }

  /** What stands at the place of a folder, given with a slash at its end. */
  Standing atFolder(String folder) throws IOException {
    return folder.isEmpty() ? files.at(root) : at(asFile(folder));
  }

  /** The names in a folder that is one, else none. */
  Set<String> names(String folder) throws IOException {
    return listing(folder).names;
  }

  /** Temporary files that an interrupted build left in the folders looked at so far. */
  List<Path> leftovers() throws IOException {
    List<Path> leftovers = new ArrayList<>();
    for (Map.Entry<String, Listing> listing : listings.entrySet()) {
      for (String name : listing.getValue().names) {
        if (Journal.isTemporary(name)) {
          leftovers.add(folder(listing.getKey()).resolve(name));
        }
      }
    }
    return leftovers;
  }

  private Listing listing(String folder) throws IOException {
    Listing known = listings.get(folder);
    if (known == null) {
      known =
          atFolder(folder).is(Standing.Kind.FOLDER)
              ? new Listing(Set.copyOf(files.list(folder(folder))))
              : Listing.EMPTY;
      listings.put(folder, known);
    }
    return known;
  }

  private static final class Listing {
    static final Listing EMPTY = new Listing(Set.of());

    final Set<String> names;
    final Map<String, Standing> standings = new HashMap<>();
    private Set<String> lowerCase = Set.of();

    Listing(Set<String> names) {
      this.names = names;
    }

    /**
     * Whether a file of this name may be there. The file system may take {@code A.html} for {@code
     * a.html}, or write an accented letter as two characters; then only asking for the file itself
     * tells.
     */
    boolean mayHold(String name) {
      if (names.contains(name)) {
        return true;
      }
      if (names.isEmpty()) {
        return false;
      }
      if (name.chars().anyMatch(c -> c >= 0x80)) {
        return true;
      }
      if (lowerCase.isEmpty()) {
        lowerCase =
            names.stream().map(known -> known.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
      }
      return lowerCase.contains(name.toLowerCase(Locale.ROOT));
    }
  }
}
