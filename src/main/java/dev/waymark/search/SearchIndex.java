package dev.waymark.search;

import dev.waymark.config.SearchWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;

/**
 * An index in memory, ready to be searched and exported. Thread-safe.
 *
 * <p>The number of a document in Lucene's index is its place in {@code documents}.
 */
public final class SearchIndex implements AutoCloseable {
  private final IndexReader reader;
  private final List<SearchDocument> documents;
  private final Vocabulary vocabulary;
  private final Synonyms synonyms;
  private final SearchWeights weights;

  SearchIndex(
      IndexReader reader,
      List<SearchDocument> documents,
      Vocabulary vocabulary,
      Synonyms synonyms,
      SearchWeights weights) {
    this.reader = Objects.requireNonNull(reader);
    this.documents = documents;
    this.vocabulary = vocabulary;
    this.synonyms = synonyms;
    this.weights = weights;
  }

  IndexReader reader() {
    return reader;
  }

  List<SearchDocument> documents() {
    return documents;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Synonyms synonyms() {
    return synonyms;
  }

  SearchWeights weights() {
    return weights;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
