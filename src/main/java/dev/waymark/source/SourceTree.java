package dev.waymark.source;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of one folder, sorted by path.
 *
 * @param displayName the folder as reached from the working folder, with forward slashes, without
 *     one at its end
 */
public record SourceTree(String displayName, SortedMap<SourcePath, SourceFile> files) {
  public SourceTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A tree of these files. */
  public static SourceTree of(String displayName, Collection<? extends SourceFile> files) {
    TreeMap<SourcePath, SourceFile> sorted = new TreeMap<>();
    files.forEach(file -> sorted.put(file.path(), file));
    return new SourceTree(displayName, sorted);
  }

  /** The name that diagnostics have for the file at this path below the folder. */
  public String displayName(String path) {
    return displayName(displayName, path);
  }

  static String displayName(String folder, String path) {
    return folder.isEmpty() || folder.equals(".") ? path : folder + "/" + path;
  }

  /** The text at this path, if there is such a file and it is text. */
  public Optional<SourceText> text(String path) {
    return files.get(new SourcePath(path)) instanceof SourceFile.Text file
        ? Optional.of(file.text())
        : Optional.empty();
  }
}
