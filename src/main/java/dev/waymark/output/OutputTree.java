package dev.waymark.output;

import dev.waymark.link.SitePath;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The published site as values, sorted by address. */
public record OutputTree(SortedMap<SitePath, OutputFile> files) {
  public OutputTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
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
}
