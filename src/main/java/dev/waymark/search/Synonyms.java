package dev.waymark.search;

import dev.waymark.config.Glossary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that mean the same: the forms of each term of the glossary.
 *
 * @param groups of forms, each a list of words; at least two a group, none of stop words alone
 */
record Synonyms(List<List<List<Word>>> groups) {
  static Synonyms of(Glossary glossary) {
    WordReader reader = new WordReader();
    List<List<List<Word>>> groups = new ArrayList<>();
    for (Glossary.Term term : glossary.terms()) {
      Map<List<String>, List<Word>> forms = new LinkedHashMap<>();
      Stream.concat(Stream.of(term.term().value(), term.expansion()), term.synonyms().stream())
          .forEach(form -> {
            List<Word> words = new ArrayList<>();
            reader.read(SearchDocument.normal(form), (word, start, end) -> words.add(word));
            if (words.stream().anyMatch(word -> !word.stop())) {
              forms.putIfAbsent(keys(words), words);
            }
          });
      if (forms.size() > 1) {
        groups.add(List.copyOf(forms.values()));
      }
    }
    return new Synonyms(groups);
  }

  /** A form as the shards have it. */
  static List<String> keys(List<Word> form) {
    return form.stream().map(Word::key).toList();
  }

  /** Every form with what else it can be called, in the order of the groups. */
  Map<List<String>, List<List<Word>>> others() {
    Map<List<String>, List<List<Word>>> others = new LinkedHashMap<>();
    for (List<List<Word>> group : groups) {
      for (List<Word> form : group) {
        List<List<Word>> known = others.computeIfAbsent(keys(form), key -> new ArrayList<>());
        Set<List<String>> seen = new LinkedHashSet<>();
        seen.add(keys(form));
        known.forEach(other -> seen.add(keys(other)));
        for (List<Word> other : group) {
          if (seen.add(keys(other))) {
            known.add(other);
          }
        }
      }
    }
    return others;
  }
}
