package dev.waymark.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** Writes documents to an index in memory, for one thread. */
final class SectionIndexer implements AutoCloseable {
  /** The fields by which documents are filtered. */
  static final String KIND = "kind";

  static final String PART = "part";
  static final String AUDIENCE = "audience";
  static final String NATION = "nation";

  /** Above this, a segment is written; a site of 10,000 pages has a few. */
  private static final double BUFFER_MEGABYTES = 24;

  // One array a file: what reads the index reads it from end to end, and arrays are read quickest.
  private final ByteBuffersDirectory directory =
      new ByteBuffersDirectory(
          new SingleInstanceLockFactory(),
          ByteBuffersDataOutput::new,
          ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
  private final WordReader reader = new WordReader();
  private final SectionTokens title = new SectionTokens(reader);
  private final SectionTokens heading = new SectionTokens(reader);
  private final SectionTokens body = new SectionTokens(reader);
  private final List<IndexableField> texts =
      List.of(
          terms(Analysis.TITLE, title),
          stopWords(Analysis.TITLE, title),
          terms(Analysis.HEADING, heading),
          stopWords(Analysis.HEADING, heading),
          terms(Analysis.BODY, body),
          stopWords(Analysis.BODY, body));
  private final Map<String, IndexableField> facets = new HashMap<>();
  private final IndexWriter writer;

  SectionIndexer() {
    // Segments stay as they were written, in the order of their documents: whatever reads them
    // reads one after the other, and a merge would cost as much as writing them.
    IndexWriterConfig config =
        new IndexWriterConfig(new Analysis())
            .setSimilarity(Ranking.SIMILARITY)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setUseCompoundFile(false);
    try {
      writer = new IndexWriter(directory, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Field terms(String name, SectionTokens tokens) {
    return new Field(name, tokens.terms(), type(false));
  }

  private static Field stopWords(String name, SectionTokens tokens) {
    return new Field(name + Analysis.STOP, tokens.stopWords(), type(true));
  }

  private static FieldType type(boolean omitNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }

  /** Adds a document behind the last one. */
  void add(SearchDocument document) {
    title.read(List.of(document.title()));
    heading.read(List.of(document.heading()));
    body.read(document.paragraphs());
    List<IndexableField> fields = new ArrayList<>(texts);
    fields.add(facet(KIND, document.kind()));
    fields.add(facet(PART, document.part()));
    addBits(AUDIENCE, SiteDocuments.audiences(), document.audiences(), fields);
    addBits(NATION, SiteDocuments.nations(), document.nations(), fields);
    try {
      writer.addDocument(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addBits(String name, List<String> values, int bits, List<IndexableField> fields) {
    for (int i = 0; i < values.size(); i++) {
      if ((bits & 1 << i) != 0) {
        fields.add(facet(name, values.get(i)));
      }
    }
  }

  private IndexableField facet(String name, String value) {
    return facets.computeIfAbsent(
        name + ' ' + value, key -> new StringField(name, value, Field.Store.NO));
  }

  /** Ends the writing and opens what was written. */
  DirectoryReader finish() {
    try {
      writer.close();
      return DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void count(WordReader.Counted each) {
    reader.count(each);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields that are searched. */
  static List<String> fields() {
    return Arrays.asList(Analysis.TITLE, Analysis.HEADING, Analysis.BODY);
  }
}
