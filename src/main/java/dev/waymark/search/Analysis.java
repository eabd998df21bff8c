package dev.waymark.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeepWordFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.SimplePatternTokenizer;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.automaton.Automaton;

/**
 * What happens to a text before it is indexed or looked for, in Lucene's own parts.
 *
 * <p>A token loses its {@code 's}, its capitals, its accents and what is longer than {@value
 * #MAX_LENGTH} UTF-16 units: then it is a <i>word</i>. A word that is no stop word is stemmed by
 * Porter's original algorithm: then it is a <i>term</i>. Terms and stop words go to fields of their
 * own and are counted together, so that they keep their places.
 */
final class Analysis extends Analyzer {
  /** The fields that are searched, in the order in which the shards have them. */
  static final String TITLE = "title";

  static final String HEADING = "heading";
  static final String BODY = "body";

  /** Behind the name of a field: where its stop words are. */
  static final String STOP = ".stop";

  /** A field of words that are not stemmed. */
  static final String WORD = "word";

  static final int MAX_LENGTH = 50;

  static final CharArraySet STOP_WORDS = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;

  private static final Automaton TOKENS = TokenPattern.automaton();

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer tokens = tokenizer();
    TokenStream words = words(tokens);
    if (field.equals(WORD)) {
      return new TokenStreamComponents(tokens, words);
    }
    return new TokenStreamComponents(
        tokens,
        field.endsWith(STOP)
            ? new KeepWordFilter(words, STOP_WORDS)
            : terms(new StopFilter(words, STOP_WORDS)));
  }

  static Tokenizer tokenizer() {
    return new SimplePatternTokenizer(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, TOKENS);
  }

  /** Tokens to words. */
  static TokenStream words(TokenStream tokens) {
    TokenStream stream = new EnglishPossessiveFilter(tokens);
    stream = new LowerCaseFilter(stream);
    stream = new ASCIIFoldingFilter(stream);
    return TruncateTokenFilter.truncateAfterChars(stream, MAX_LENGTH);
  }

  /** Words that are no stop words to terms. */
  static TokenStream terms(TokenStream words) {
    return new PorterStemFilter(words);
  }
}
