package dev.waymark.output;

import dev.waymark.link.SitePath;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The published site as values, sorted by address. No file stands where another needs a folder, and
 * none has a {@link #isReserved reserved} name; the site's checks see to both.
 */
public record OutputTree(SortedMap<SitePath, OutputFile> files) {
  public OutputTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    Set<String> folders = new HashSet<>();
    for (SitePath path : files.keySet()) {
      if (isReserved(path)) {
        throw new IllegalArgumentException("an output file with a reserved name: " + path);
      }
      for (String folder = path.folder(); folders.add(folder) && !folder.isEmpty(); ) {
        SitePath asFile = new SitePath(folder.substring(0, folder.length() - 1));
        if (files.containsKey(asFile)) {
          throw new IllegalArgumentException(asFile + " is both a file and a folder");
        }
        folder = asFile.folder();
      }
    }
  }

  /**
   * A tree of these files.
   *
   * @throws IllegalArgumentException if two of them have one address; the site's checks exclude
   *     that
   */
  public static OutputTree of(Collection<OutputFile> files) {
    TreeMap<SitePath, OutputFile> sorted = new TreeMap<>();
    for (OutputFile file : files) {
      if (sorted.put(file.path(), file) != null) {
        throw new IllegalArgumentException("two output files at " + file.path());
      }
    }
    return new OutputTree(sorted);
  }

  /**
   * Whether the writer needs this name for itself, so that no site can have such a file: {@code
   * manifest.json} at the root, in upper or lower case, and every name that starts with {@code
   * .waymark-}.
   */
  public static boolean isReserved(SitePath path) {
    return path.folded().equals(Manifest.NAME)
        || path.folded().startsWith(Journal.RESERVED)
        || path.folded().contains("/" + Journal.RESERVED);
  }
}
