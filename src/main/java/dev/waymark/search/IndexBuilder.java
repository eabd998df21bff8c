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
    return SiteDocuments.sources(site).size();
  }

  record Share(List<SearchDocument> documents, DirectoryReader reader, SectionIndexer indexer) {}

  /** Indexes all of the site. */
  public SearchIndex build(Site site) {
    List<SiteDocuments.Source> pages = SiteDocuments.sources(site);
    int shares = Math.max(1, Math.min(jobs, pages.size() / 8));
    List<Supplier<Share>> work = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      int from = (int) ((long) pages.size() * i / shares);
      int to = (int) ((long) pages.size() * (i + 1) / shares);
      work.add(() -> index(pages.subList(from, to)));
    }
    List<Share> indexed = runner.run(work);
    Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    indexed.forEach(share -> share.indexer().count(vocabulary::add));
    return together(indexed, vocabulary.build(), site, true);
  }

  /**
   * One index of several shares that stand next to each other.
   *
   * @param vocabulary of all of them
   * @param owned whether the shares are let go with it
   */
  static SearchIndex together(List<Share> shares, Vocabulary vocabulary, Site site, boolean owned) {
    List<SearchDocument> documents = new ArrayList<>();
    List<IndexReader> readers = new ArrayList<>();
    for (Share share : shares) {
      documents.addAll(share.documents());
      readers.add(share.reader());
    }
    try {
      return new SearchIndex(
          new MultiReader(readers.toArray(IndexReader[]::new), owned),
          Collections.unmodifiableList(documents),
          vocabulary,
          Synonyms.of(site.glossary()),
          site.config().searchWeights());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Share index(List<SiteDocuments.Source> pages) {
    return index(pages, indexed);
  }

  /** Indexes these pages. */
  static Share index(List<SiteDocuments.Source> pages, Runnable indexed) {
    try (SectionIndexer indexer = new SectionIndexer()) {
      List<SearchDocument> documents = new ArrayList<>();
      Map<String, String> known = new HashMap<>();
      for (SiteDocuments.Source page : pages) {
        for (SearchDocument written : page.documents().get()) {
          // What many pages say is looked at once and held once.
          SearchDocument document =
              written.with(text -> known.computeIfAbsent(text, SearchDocument::normal));
          indexer.add(document);
          documents.add(document);
        }
        indexed.run();
      }
      return new Share(documents, indexer.finish(), indexer);
    }
  }
}
