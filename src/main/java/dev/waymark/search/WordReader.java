package dev.waymark.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Text to words, for one thread. Every token goes through the filters of {@link Analysis} once;
 * from then on it is remembered, which saves nine tenths of the work on a text of any length.
 */
final class WordReader {
  private final Tokenizer tokens = Analysis.tokenizer();
  private final CharTermAttribute token = tokens.getAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
  private final OneToken one = new OneToken();
  private final TokenStream wordFilters = Analysis.words(one);
  private final TokenStream termFilters = Analysis.terms(one);

  private Entry[] table = new Entry[1 << 14];
  private int size;

  /** A token, what became of it, and how often it came by. */
  private static final class Entry {
    private final char[] token;
    private final int hash;
    private final Word word;
    private int count;

    Entry(char[] token, int hash, Word word) {
      this.token = token;
      this.hash = hash;
      this.word = word;
    }
  }

  /** Takes each word of a text, with its place in it. */
  interface Sink {
    /**
     * @param start of the token, in UTF-16 units
     * @param end just behind it
     */
    void take(Word word, int start, int end);
  }

  /** Reads one text; the words are counted. */
  void read(String text, Sink sink) {
    try {
      tokens.setReader(new StringReader(text));
      tokens.reset();
      while (tokens.incrementToken()) {
        sink.take(word(token.buffer(), token.length()), offset.startOffset(), offset.endOffset());
      }
      tokens.end();
      tokens.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes each word that was read, with how often. */
  interface Counted {
    void take(Word word, int count);
  }

  /** Tells how often each word that is no stop word was read. */
  void count(Counted each) {
    for (Entry entry : table) {
      if (entry != null && !entry.word.stop()) {
        each.take(entry.word, entry.count);
      }
    }
  }

  /** The term of a word that is no stop word. */
  String term(String word) {
    try {
      return new BytesRef(run(termFilters, word.toCharArray(), word.length())).utf8ToString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Word word(char[] buffer, int length) throws IOException {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + buffer[i];
    }
    int mask = table.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (table[slot] != null) {
      Entry entry = table[slot];
      if (entry.hash == hash && isToken(entry.token, buffer, length)) {
        entry.count++;
        return entry.word;
      }
      slot = (slot + 1) & mask;
    }
    Entry entry = new Entry(Arrays.copyOf(buffer, length), hash, analyse(buffer, length));
    entry.count = 1;
    table[slot] = entry;
    size++;
    if (size * 2 > table.length) {
      grow();
    }
    return entry.word;
  }

  /** Most are short, and for those a loop is quicker than {@link Arrays#equals}. */
  private static boolean isToken(char[] token, char[] buffer, int length) {
    if (token.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (token[i] != buffer[i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    Entry[] old = table;
    table = new Entry[old.length * 2];
    int mask = table.length - 1;
    for (Entry entry : old) {
      if (entry != null) {
        int slot = (entry.hash ^ (entry.hash >>> 15)) & mask;
        while (table[slot] != null) {
          slot = (slot + 1) & mask;
        }
        table[slot] = entry;
      }
    }
  }

  private Word analyse(char[] buffer, int length) throws IOException {
    String word = run(wordFilters, buffer, length);
    boolean stop = Analysis.STOP_WORDS.contains(word);
    // Through bytes and back, since a surrogate that lost its other half there turns into U+FFFD.
    BytesRef bytes =
        new BytesRef(stop ? word : run(termFilters, word.toCharArray(), word.length()));
    return new Word(new BytesRef(word).utf8ToString(), bytes.utf8ToString(), stop, bytes);
  }

  private String run(TokenStream filters, char[] buffer, int length) throws IOException {
    one.set(buffer, length);
    filters.reset();
    filters.incrementToken();
    String result = one.text();
    filters.end();
    filters.close();
    return result;
  }

  /** A stream of the one token it was given. */
  private static final class OneToken extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private char[] token = {};
    private int length;
    private boolean given;

    void set(char[] buffer, int size) {
      token = buffer;
      length = size;
      given = false;
    }

    String text() {
      return term.toString();
    }

    @Override
    public boolean incrementToken() {
      if (given) {
        return false;
      }
      clearAttributes();
      term.copyBuffer(token, 0, length);
      given = true;
      return true;
    }
  }
}
