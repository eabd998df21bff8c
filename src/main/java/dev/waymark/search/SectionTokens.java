package dev.waymark.search;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of one field of a document, read once and handed to Lucene as two streams: the terms,
 * and the stop words. Both count all words, so that a phrase with stop words in it is exact.
 */
final class SectionTokens {
  private final WordReader reader;
  private final Stream terms = new Stream(false);
  private final Stream stopWords = new Stream(true);

  private Word[] words = new Word[256];
  private int[] positions = new int[256];
  private int size;
  private int position;

  SectionTokens(WordReader reader) {
    this.reader = reader;
  }

  /**
   * Reads the texts of the field. Between two of them one place stays free: no phrase goes from one
   * paragraph into the next.
   */
  void read(List<String> texts) {
    size = 0;
    position = -1;
    for (String text : texts) {
      int before = size;
      reader.read(text, this::add);
      if (size > before) {
        position++;
      }
    }
  }

  private void add(Word word, int start, int end) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      positions = Arrays.copyOf(positions, size * 2);
    }
    position++;
    words[size] = word;
    positions[size++] = position;
  }

  TokenStream terms() {
    return terms;
  }

  TokenStream stopWords() {
    return stopWords;
  }

  private final class Stream extends TokenStream {
    private final boolean stop;
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private int at;
    private int last;

    Stream(boolean stop) {
      this.stop = stop;
    }

    @Override
    public void reset() {
      at = 0;
      last = -1;
    }

    @Override
    public boolean incrementToken() {
      while (at < size && words[at].stop() != stop) {
        at++;
      }
      if (at == size) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(words[at].bytes());
      increment.setPositionIncrement(positions[at] - last);
      last = positions[at++];
      return true;
    }
  }
}
