package dev.waymark.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * The ranking that the browser must reproduce: queries of Lucene's own classes, run by Lucene's own
 * searcher. For one thread.
 */
public final class ReferenceSearch implements AutoCloseable {
  private final SearchIndex index;
  private final WordIndex vocabulary;
  private final IndexSearcher searcher;
  private final Map<List<String>, List<List<Word>>> synonyms;
  private final WordReader analysis = new WordReader();

  public ReferenceSearch(SearchIndex index) {
    this.index = index;
    this.synonyms = index.synonyms().others();
    try {
      this.vocabulary = new WordIndex(index.vocabulary());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // A query of a hundred words may have some thousand alternatives.
    IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
    this.searcher = new IndexSearcher(index.reader());
    searcher.setSimilarity(Ranking.SIMILARITY);
    searcher.setQueryCache(null);
  }

  /**
   * Answers a query.
   *
   * @param limit how many hits are wanted, at least 1
   */
  public SearchResult search(String text, SearchFilters filters, QueryOptions options, int limit) {
    try {
      QueryBuilder.Built built =
          new QueryBuilder(
                  index.reader(),
                  vocabulary,
                  synonyms,
                  index.weights(),
                  analysis,
                  QueryText.parse(text, analysis),
                  options)
              .build(filters);
      if (built.query().isEmpty()) {
        return new SearchResult(0, List.of(), built.corrected());
      }
      TopDocs found =
          searcher.search(
              built.query().get(), new TopScoreDocCollectorManager(limit, Integer.MAX_VALUE));
      List<SearchResult.Hit> hits = new ArrayList<>();
      for (ScoreDoc hit : found.scoreDocs) {
        SearchDocument document = index.documents().get(hit.doc);
        hits.add(
            new SearchResult.Hit(
                document.address(),
                document.title(),
                document.heading(),
                document.kind(),
                hit.score,
                document.paragraphs().isEmpty() ? "" : document.paragraphs().getFirst()));
      }
      return new SearchResult(Math.toIntExact(found.totalHits.value()), hits, built.corrected());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      vocabulary.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
