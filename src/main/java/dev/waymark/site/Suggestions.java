package dev.waymark.site;

import dev.waymark.diagnostic.Spelling;
import dev.waymark.link.Slug;
import dev.waymark.page.Page;
import dev.waymark.source.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that somebody meant: by its name, by a near name, or by the title that the link
 * gives it.
 */
final class Suggestions {
  private final Map<String, List<String>> byStem = new TreeMap<>();
  private final Map<String, List<String>> byTitle = new TreeMap<>();

  /**
   * @param paths that can be suggested, below the content folder
   * @param pages those of them that have a title
   */
  Suggestions(Collection<String> paths, Collection<Page> pages) {
    for (String path : paths) {
      byStem.computeIfAbsent(stem(path), key -> new ArrayList<>()).add(path);
    }
    for (Page page : pages) {
      byTitle
          .computeIfAbsent(Slug.of(page.title()), key -> new ArrayList<>())
          .add(page.source().value());
    }
  }

  /**
   * The file that was meant.
   *
   * @param wanted the path that does not exist
   * @param label the words of the link
   * @return its path below the content folder
   */
  Optional<String> source(String wanted, String label) {
    String path = wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted;
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String stem = stem(path);
    return nearest(byStem.get(stem), path)
        .or(() ->
            Spelling.nearest(stem, byStem.keySet())
                .flatMap(near -> nearest(byStem.get(near), path)))
        .or(() -> nearest(byTitle.get(Slug.of(label)), path))
        .or(() -> nearest(byTitle.get(stem), path))
        .or(() ->
            Spelling.nearest(stem, byTitle.keySet())
                .flatMap(near -> nearest(byTitle.get(near), path)))
        .or(() ->
            Spelling.nearest(Slug.of(label), byTitle.keySet())
                .flatMap(near -> nearest(byTitle.get(near), path)));
  }

  /** Of files with one name, the one whose path is most like what was written. */
  private static Optional<String> nearest(@Nullable List<String> sources, String path) {
    if (sources == null) {
      return Optional.empty();
    }
    return sources.stream()
        .min(
            Comparator.comparingInt((String source) -> Spelling.distance(source, path, 1000))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * The name in lower case without its ending; for the page of a folder, the name of the folder.
   */
  private static String stem(String source) {
    SourcePath path = new SourcePath(source);
    String stem = path.stem().toLowerCase(Locale.ROOT);
    if ((stem.equals("index") || stem.equals("readme")) && !path.folder().isEmpty()) {
      String folder = path.folder().substring(0, path.folder().length() - 1);
      return folder.substring(folder.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
    return stem;
  }
}
