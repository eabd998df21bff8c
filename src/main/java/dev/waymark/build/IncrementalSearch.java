package dev.waymark.build;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.render.SearchLinks;
import dev.waymark.search.IndexUpdater;
import dev.waymark.search.RelatedPages;
import dev.waymark.search.Runner;
import dev.waymark.search.SearchFiles;
import dev.waymark.search.SearchIndex;
import dev.waymark.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search of a site that changes page by page. Not thread-safe. When a method throws, the next
 * call starts from what there was before it.
 */
final class IncrementalSearch implements AutoCloseable {
  private final Runner runner;
  private final IndexUpdater indexer;
  private final SearchFiles writer;

  private @Nullable SearchIndex index;

  /** The files made of {@link #index}; empty until they are made. */
  private Optional<List<OutputFile>> files = Optional.empty();

  private Result last = Result.NONE;

  /**
   * What a site's index is used for.
   *
   * @param files of the search
   * @param basis what the related pages were found by
   * @param links what pages show of it
   */
  record Result(List<OutputFile> files, Optional<RelatedPages.Basis> basis, SearchLinks links) {
    static final Result NONE = new Result(List.of(), Optional.empty(), links(Map.of()));

    static SearchLinks links(Map<SitePath, List<SitePath>> related) {
      return new SearchLinks(Optional.of(SearchFiles.ENTRY), related);
    }
  }

  /**
   * @param look called again and again, from any thread; what it throws ends the work
   */
  IncrementalSearch(Runner runner, Runnable look) {
    this.runner = runner;
    this.indexer = new IndexUpdater(runner, look);
    this.writer = SearchFiles.kept(runner, look);
  }

  /** Makes what depends on the documents of the site alone. */
  void index(Site site) {
    files(site);
  }

  /** All of it. */
  Result of(Site site) {
    List<OutputFile> made = files(site);
    SearchIndex current = Objects.requireNonNull(index);
    RelatedPages.Basis basis = RelatedPages.basis(current, site);
    SearchLinks links =
        Optional.of(basis).equals(last.basis())
            ? last.links()
            : Result.links(new RelatedPages(runner).of(current, site));
    last = new Result(made, Optional.of(basis), links);
    return last;
  }

  private List<OutputFile> files(Site site) {
    if (files.isEmpty() || !indexer.isCurrent(site)) {
      files = Optional.empty();
      closeIndex();
      index = indexer.update(site);
      files = Optional.of(writer.of(index));
    }
    return files.get();
  }

  private void closeIndex() {
    if (index != null) {
      index.close();
      index = null;
    }
  }

  @Override
  public void close() {
    closeIndex();
    indexer.close();
  }
}
