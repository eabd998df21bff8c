package dev.waymark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * The vocabulary as one document of Lucene's, each word with its count for a frequency: there
 * half-typed and misspelt words find what was meant.
 */
final class WordIndex implements AutoCloseable {
  static final int MAX_EXPANSIONS = 10;
  static final int MAX_CORRECTIONS = 3;

  /** Shorter words, in code points, are not corrected. */
  static final int LEAST_FOR_ONE_EDIT = 4;

  static final int LEAST_FOR_TWO_EDITS = 8;

  private static final Comparator<Found> ORDER =
      Comparator.comparingInt(Found::count).reversed().thenComparing(Found::word);

  private final DirectoryReader reader;

  /** Absent when there is no word at all. */
  private final Optional<Terms> words;

  /** A word of the vocabulary. */
  record Found(String word, int count) {}

  WordIndex(Vocabulary vocabulary) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new Analysis()))) {
      writer.addDocument(List.of(new Field(Analysis.WORD, new Counted(vocabulary), type)));
    }
    reader = DirectoryReader.open(directory);
    words = Optional.ofNullable(reader.leaves().getFirst().reader().terms(Analysis.WORD));
  }

  /** How often a word stands in the documents; 0 when it does not. */
  int count(String word) throws IOException {
    TermsEnum all = all();
    return all.seekExact(new BytesRef(word)) ? count(all) : 0;
  }

  /** The words that start with this one, itself apart, the most frequent first. */
  List<Found> longer(String start) throws IOException {
    BytesRef prefix = new BytesRef(start);
    List<Found> found = new ArrayList<>();
    TermsEnum all = all();
    if (all.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
      for (BytesRef word = all.term();
          word != null && StringHelper.startsWith(word, prefix);
          word = all.next()) {
        if (word.length > prefix.length) {
          found.add(new Found(word.utf8ToString(), count(all)));
        }
      }
    }
    found.sort(ORDER);
    return found;
  }

  /**
   * The words at the least distance from this one that are near enough and have the same first
   * letter, the most frequent first. To insert, delete or replace a code point or to swap two
   * neighbours is an edit.
   */
  List<Found> near(String word) throws IOException {
    int length = word.codePointCount(0, word.length());
    int edits = length >= LEAST_FOR_TWO_EDITS ? 2 : length >= LEAST_FOR_ONE_EDIT ? 1 : 0;
    int first = word.offsetByCodePoints(0, 1);
    List<Found> found = new ArrayList<>();
    for (int distance = 1; distance <= edits && found.isEmpty() && words.isPresent(); distance++) {
      LevenshteinAutomata automata = new LevenshteinAutomata(word.substring(first), true);
      TermsEnum all =
          new CompiledAutomaton(automata.toAutomaton(distance, word.substring(0, first)))
              .getTermsEnum(words.get());
      for (BytesRef near = all.next(); near != null; near = all.next()) {
        found.add(new Found(near.utf8ToString(), count(all)));
      }
    }
    found.sort(ORDER);
    return found;
  }

  private TermsEnum all() throws IOException {
    return words.isPresent() ? words.get().iterator() : TermsEnum.EMPTY;
  }

  private static int count(TermsEnum at) throws IOException {
    PostingsEnum postings = at.postings(null, PostingsEnum.FREQS);
    postings.nextDoc();
    return postings.freq();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The terms of these words, each once, without one of them. */
  static List<String> terms(
      Collection<Found> words, String without, int most, WordReader analysis) {
    Set<String> terms = new LinkedHashSet<>();
    for (Found found : words) {
      if (terms.size() == most) {
        break;
      }
      String term = analysis.term(found.word());
      if (!term.equals(without)) {
        terms.add(term);
      }
    }
    return List.copyOf(terms);
  }

  private static final class Counted extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Iterator<Map.Entry<String, Integer>> words;

    Counted(Vocabulary vocabulary) {
      words = vocabulary.counts().entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!words.hasNext()) {
        return false;
      }
      clearAttributes();
      Map.Entry<String, Integer> word = words.next();
      term.setEmpty().append(word.getKey());
      frequency.setTermFrequency(word.getValue());
      return true;
    }
  }
}
