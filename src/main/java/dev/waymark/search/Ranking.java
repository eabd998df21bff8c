package dev.waymark.search;

import dev.waymark.config.SearchWeights;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.similarities.BM25Similarity;

/** The numbers of the ranking: BM25F with the constants that Lucene has. */
final class Ranking {
  static final float K1 = 1.2f;
  static final float B = 0.75f;
  static final BM25Similarity SIMILARITY = new BM25Similarity(K1, B);

  private Ranking() {}

  /** Finds a word in any of the fields, as if they were one. */
  static CombinedFieldQuery word(Word word, SearchWeights weights) {
    String stop = word.stop() ? Analysis.STOP : "";
    return new CombinedFieldQuery.Builder(word.bytes())
        .addField(Analysis.TITLE + stop, weights.title())
        .addField(Analysis.HEADING + stop, weights.heading())
        .addField(Analysis.BODY + stop, weights.body())
        .build();
  }
}
