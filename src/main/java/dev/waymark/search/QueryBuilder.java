package dev.waymark.search;

import dev.waymark.config.SearchWeights;
import dev.waymark.search.QueryText.Item;
import dev.waymark.search.QueryText.Kind;
import dev.waymark.search.QueryText.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The query of a reader to one of Lucene's. Every word is a group of alternatives of which the best
 * counts: the word itself, what it may be the beginning of, what it may be a misspelling of, what
 * else it is called. Any of the groups may match; phrases and filters must, exclusions must not.
 *
 * <p>Makes one query.
 */
final class QueryBuilder {
  /** How much the words behind a half-typed one count beside a whole one that is there. */
  private static final float HALF_TYPED = 0.5f;

  /** Shorter words, in code points, are no beginnings unless somebody is typing. */
  private static final int LEAST_PREFIX = 3;

  /** A word so many times rarer than one that starts with it is taken for its beginning. */
  private static final int RARER = 10;

  private final IndexReader reader;
  private final WordIndex vocabulary;
  private final Map<List<String>, List<List<Word>>> synonyms;
  private final int longestForm;
  private final SearchWeights weights;
  private final WordReader analysis;
  private final QueryText text;
  private final QueryOptions options;
  private final boolean scoresStopWords;

  private final List<Query> groups = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<List<String>> seenForms = new HashSet<>();
  private final TreeMap<Integer, Correction> corrections = new TreeMap<>();

  private record Correction(Token token, String word) {}

  /**
   * What there is to look for.
   *
   * @param query empty when there is nothing
   * @param corrected the text with misspelt words replaced, if any were
   */
  record Built(Optional<Query> query, Optional<String> corrected) {}

  QueryBuilder(
      IndexReader reader,
      WordIndex vocabulary,
      Map<List<String>, List<List<Word>>> synonyms,
      SearchWeights weights,
      WordReader analysis,
      QueryText text,
      QueryOptions options) {
    this.reader = reader;
    this.vocabulary = vocabulary;
    this.synonyms = synonyms;
    this.longestForm = synonyms.keySet().stream().mapToInt(List::size).max().orElse(0);
    this.weights = weights;
    this.analysis = analysis;
    this.text = text;
    this.options = options;
    this.scoresStopWords =
        text.items().stream()
            .filter(item -> item.kind() != Kind.EXCLUSION)
            .flatMap(item -> item.tokens().stream())
            .allMatch(token -> token.word().stop());
  }

  Built build(SearchFilters filters) throws IOException {
    List<Token> run = new ArrayList<>();
    for (Item item : text.items()) {
      if (item.kind() == Kind.PLAIN) {
        run.addAll(item.tokens());
        continue;
      }
      addRun(run);
      run.clear();
      if (item.kind() == Kind.PHRASE) {
        for (Token token : item.tokens()) {
          addSingle(token, false);
        }
      }
    }
    addRun(run);
    if (groups.isEmpty()) {
      return new Built(Optional.empty(), corrected());
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(anyOf(groups), Occur.MUST);
    for (Item item : text.items()) {
      List<Word> words = item.tokens().stream().map(Token::word).toList();
      switch (item.kind()) {
        case PLAIN -> {}
        case PHRASE -> query.add(phrase(words), Occur.FILTER);
        case EXCLUSION -> query.add(phrase(words), Occur.MUST_NOT);
      }
    }
    addFilter(SectionIndexer.KIND, filters.kinds(), query);
    addFilter(SectionIndexer.PART, filters.parts(), query);
    addFilter(SectionIndexer.AUDIENCE, filters.audiences(), query);
    addFilter(SectionIndexer.NATION, filters.nations(), query);
    return new Built(Optional.of(query.build()), corrected());
  }

  private static void addFilter(String field, List<String> values, BooleanQuery.Builder query) {
    if (!values.isEmpty()) {
      query.add(
          anyOf(
              values.stream().<Query>map(value -> new TermQuery(new Term(field, value))).toList()),
          Occur.FILTER);
    }
  }

  private static Query anyOf(List<Query> queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  /** Plain words that follow each other, in which synonyms are looked for. */
  private void addRun(List<Token> run) throws IOException {
    int at = 0;
    while (at < run.size()) {
      int length = formAt(run, at);
      if (length == 0) {
        addSingle(run.get(at), text.isLast(run.get(at)));
        at++;
      } else {
        addForm(run.subList(at, at + length));
        at += length;
      }
    }
  }

  private int formAt(List<Token> run, int at) {
    for (int length = Math.min(longestForm, run.size() - at); length > 0; length--) {
      if (synonyms.containsKey(keys(run.subList(at, at + length)))) {
        return length;
      }
    }
    return 0;
  }

  private static List<String> keys(List<Token> tokens) {
    return Synonyms.keys(tokens.stream().map(Token::word).toList());
  }

  private void addSingle(Token token, boolean last) throws IOException {
    if (!isDropped(token, last) && seen.add(token.word().key())) {
      group(token, last).ifPresent(groups::add);
    } else {
      noteCorrection(token);
    }
  }

  private void addForm(List<Token> tokens) throws IOException {
    List<String> form = keys(tokens);
    boolean known = !seenForms.add(form);
    Map<String, Query> own = new LinkedHashMap<>();
    for (Token token : tokens) {
      boolean last = text.isLast(token);
      if (!known && !isDropped(token, last) && !own.containsKey(token.word().key())) {
        seen.add(token.word().key());
        group(token, last).ifPresent(group -> own.put(token.word().key(), group));
      } else {
        noteCorrection(token);
      }
    }
    if (known) {
      return;
    }
    List<Query> alternatives = new ArrayList<>();
    if (!own.isEmpty()) {
      alternatives.add(
          tokens.size() == 1 ? own.values().iterator().next() : anyOf(List.copyOf(own.values())));
    }
    for (List<Word> other : synonyms.getOrDefault(form, List.of())) {
      if (other.size() > 1) {
        alternatives.add(allOf(other));
      } else if (isHeld(other.getFirst())) {
        alternatives.add(Ranking.word(other.getFirst(), weights));
      }
    }
    best(alternatives).ifPresent(groups::add);
  }

  /** A phrase that must match, scored by its words. */
  private Query allOf(List<Word> form) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(phrase(form), Occur.FILTER);
    Map<String, Word> words = new LinkedHashMap<>();
    form.stream().filter(word -> !word.stop()).forEach(word -> words.put(word.key(), word));
    words.values().forEach(word -> all.add(Ranking.word(word, weights), Occur.SHOULD));
    return all.build();
  }

  private boolean isDropped(Token token, boolean last) throws IOException {
    return token.word().stop()
        && !scoresStopWords
        && !(isTyped(token, last) && !expansions(token.word()).isEmpty());
  }

  private boolean isTyped(Token token, boolean last) {
    return options.typing() && last && token.end() == text.text().length();
  }

  /** What a token stands for; empty when there is nothing like it. */
  private Optional<Query> group(Token token, boolean last) throws IOException {
    Word word = token.word();
    boolean held = isHeld(word);
    List<Query> alternatives = new ArrayList<>();
    if (isTyped(token, last) || isBeginning(token, last)) {
      List<Query> longer = words(expansions(word));
      if (word.stop() && !longer.isEmpty()) {
        return best(longer);
      }
      boolean whole = word.stop() || !isHardlyHeld(word);
      if (held) {
        alternatives.add(Ranking.word(word, weights));
      }
      for (Query each : longer) {
        alternatives.add(whole ? new BoostQuery(each, HALF_TYPED) : each);
      }
    } else if (held) {
      alternatives.add(Ranking.word(word, weights));
    }
    if (alternatives.isEmpty() && !word.stop() && options.correct()) {
      alternatives.addAll(words(correct(token)));
    }
    return best(alternatives);
  }

  private boolean isBeginning(Token token, boolean last) throws IOException {
    Word word = token.word();
    return last
        && !word.stop()
        && word.word().codePointCount(0, word.word().length()) >= LEAST_PREFIX
        && isHardlyHeld(word);
  }

  /**
   * Whether the index has this word not at all, or far more rarely than one that starts with it.
   */
  private boolean isHardlyHeld(Word word) throws IOException {
    int count = vocabulary.count(word.word());
    return !isHeld(word)
        || count == 0
        || vocabulary.longer(word.word()).stream()
            .filter(found -> !analysis.term(found.word()).equals(word.term()))
            .findFirst()
            .filter(most -> (long) count * RARER <= most.count())
            .isPresent();
  }

  private boolean isHeld(Word word) throws IOException {
    String stop = word.stop() ? Analysis.STOP : "";
    for (String field : SectionIndexer.fields()) {
      if (reader.docFreq(new Term(field + stop, word.bytes())) > 0) {
        return true;
      }
    }
    return false;
  }

  private final Map<String, List<String>> expanded = new HashMap<>();

  private List<String> expansions(Word word) throws IOException {
    List<String> known = expanded.get(word.word());
    if (known == null) {
      known =
          WordIndex.terms(
              vocabulary.longer(word.word()), word.term(), WordIndex.MAX_EXPANSIONS, analysis);
      expanded.put(word.word(), known);
    }
    return known;
  }

  private final Map<String, String> correctedWords = new HashMap<>();

  private List<String> correct(Token token) throws IOException {
    List<WordIndex.Found> near = vocabulary.near(token.word().word());
    if (!near.isEmpty()) {
      correctedWords.put(token.word().key(), near.getFirst().word());
      noteCorrection(token);
    }
    return WordIndex.terms(near, "", WordIndex.MAX_CORRECTIONS, analysis);
  }

  /** A word that stands in the text again is corrected there, too. */
  private void noteCorrection(Token token) {
    String word = correctedWords.get(token.word().key());
    if (word != null) {
      corrections.put(token.start(), new Correction(token, word));
    }
  }

  private List<Query> words(List<String> terms) {
    return terms.stream()
        .<Query>map(term -> Ranking.word(new Word(term, term, false, new BytesRef(term)), weights))
        .toList();
  }

  private static Optional<Query> best(List<Query> alternatives) {
    return switch (alternatives.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(alternatives.getFirst());
      default -> Optional.of(new DisjunctionMaxQuery(alternatives, 0));
    };
  }

  /** These words next to each other in any of the fields. */
  private static Query phrase(List<Word> words) {
    List<Query> fields = new ArrayList<>();
    for (String field : SectionIndexer.fields()) {
      if (words.size() == 1) {
        Word word = words.getFirst();
        fields.add(new TermQuery(new Term(fieldOf(word, field), word.bytes())));
        continue;
      }
      IntervalsSource[] sources =
          words.stream()
              .map(word -> Intervals.fixField(fieldOf(word, field), Intervals.term(word.bytes())))
              .toArray(IntervalsSource[]::new);
      fields.add(new IntervalQuery(field, Intervals.phrase(sources)));
    }
    return anyOf(fields);
  }

  private static String fieldOf(Word word, String field) {
    return word.stop() ? field + Analysis.STOP : field;
  }

  private Optional<String> corrected() {
    if (corrections.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder words = new StringBuilder();
    int at = 0;
    for (Correction correction : corrections.values()) {
      words.append(text.text(), at, correction.token().start()).append(correction.word());
      at = correction.token().end();
    }
    return Optional.of(words.append(text.text(), at, text.text().length()).toString());
  }
}
