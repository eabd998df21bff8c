package dev.waymark.search;

import dev.waymark.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;

/**
 * Site to index. Each thread writes the documents of its share of the pages, which stand next to
 * each other, to an index of its own; read one after the other, they are one index that does not
 * depend on the number of threads.
 */
public final class IndexBuilder {
  private final int jobs;
  private final Runner runner;
  private final Runnable indexed;

  /**
   * @param jobs how many threads {@code runner} has
   * @param indexed told after each page, from any thread
   */
  public IndexBuilder(int jobs, Runner runner, Runnable indexed) {
    LuceneLog.silence();
    this.jobs = jobs;
    this.runner = runner;
    this.indexed = indexed;
  }

  /** How many pages of this site have something to index. */
  public static int pages(Site site) {
    return SiteDocuments.of(site).size();
  }

  private record Share(
      List<SearchDocument> documents, DirectoryReader reader, SectionIndexer indexer) {}

  /** Indexes all of the site. */
  public SearchIndex build(Site site) {
    List<Supplier<List<SearchDocument>>> pages = SiteDocuments.of(site);
    int shares = Math.max(1, Math.min(jobs, pages.size() / 8));
    List<Supplier<Share>> work = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      int from = (int) ((long) pages.size() * i / shares);
      int to = (int) ((long) pages.size() * (i + 1) / shares);
      work.add(() -> index(pages.subList(from, to)));
    }
    List<SearchDocument> documents = new ArrayList<>();
    List<IndexReader> readers = new ArrayList<>();
    Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    for (Share share : runner.run(work)) {
      documents.addAll(share.documents());
      readers.add(share.reader());
      share.indexer().count(vocabulary);
    }
    try {
      return new SearchIndex(
          new MultiReader(readers.toArray(IndexReader[]::new), true),
          Collections.unmodifiableList(documents),
          vocabulary.build(),
          Synonyms.of(site.glossary()),
          site.config().searchWeights());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Share index(List<Supplier<List<SearchDocument>>> pages) {
    try (SectionIndexer indexer = new SectionIndexer()) {
      List<SearchDocument> documents = new ArrayList<>();
      Map<String, String> known = new HashMap<>();
      for (Supplier<List<SearchDocument>> page : pages) {
        for (SearchDocument document : page.get()) {
          indexer.add(document);
          // What many pages say is held once.
          documents.add(document.sharing(text -> known.computeIfAbsent(text, key -> key)));
        }
        indexed.run();
      }
      return new Share(documents, indexer.finish(), indexer);
    }
  }
}
