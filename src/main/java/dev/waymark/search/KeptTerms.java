package dev.waymark.search;

import dev.waymark.config.SearchWeights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Terms, kept from one index to the next. After an edit only those that stand in a document that
 * changed are read from Lucene's index again; of all others the numbers of the documents are put
 * right, and nobody sees whether they were kept.
 */
final class KeptTerms {
  /** When more than one document in so many changed, all terms are read. */
  private static final int FEW = 20;

  /** How many terms are put right as one piece of work. */
  private static final int CHUNK = 1024;

  private record Last(
      SearchWeights weights,
      List<SearchDocument> documents,
      DocumentOrder order,
      List<TermShards.Encoded> terms) {}

  private Optional<Last> last = Optional.empty();

  /** The terms of an index, sorted by key. */
  List<TermShards.Encoded> of(SearchIndex index, DocumentOrder order, Runner runner) {
    TermShards shards = new TermShards(index.reader(), index.weights(), order);
    List<TermShards.Encoded> terms =
        last.filter(before -> before.weights().equals(index.weights()))
            .flatMap(before -> updated(before, index, order, shards, runner))
            .orElseGet(() -> shards.terms(runner));
    last = Optional.of(new Last(index.weights(), index.documents(), order, terms));
    return terms;
  }

  private static Optional<List<TermShards.Encoded>> updated(
      Last before, SearchIndex index, DocumentOrder order, TermShards shards, Runner runner) {
    Renumbering renumbering =
        new Renumbering(before.documents(), before.order(), index.documents(), order);
    if (renumbering.changed() > order.size() / FEW) {
      return Optional.empty();
    }
    Set<String> added = keys(renumbering.added());
    List<TermShards.Encoded> kept = new ArrayList<>(before.terms().size());
    TreeSet<String> changed = new TreeSet<>(added);
    List<Supplier<List<Optional<TermShards.Encoded>>>> work = new ArrayList<>();
    for (int from = 0; from < before.terms().size(); from += CHUNK) {
      List<TermShards.Encoded> some =
          before.terms().subList(from, Math.min(from + CHUNK, before.terms().size()));
      work.add(() -> some.stream().map(term -> renumbered(term, added, renumbering)).toList());
    }
    int at = 0;
    for (List<Optional<TermShards.Encoded>> chunk : runner.run(work)) {
      for (Optional<TermShards.Encoded> term : chunk) {
        if (term.isPresent()) {
          kept.add(term.get());
        } else {
          changed.add(before.terms().get(at).key());
        }
        at++;
      }
    }
    return Optional.of(merged(kept, shards.terms(List.copyOf(changed), runner)));
  }

  private static Optional<TermShards.Encoded> renumbered(
      TermShards.Encoded term, Set<String> added, Renumbering renumbering) {
    return added.contains(term.key())
        ? Optional.empty()
        : renumbering.gaps(term.gaps()).map(term::withGaps);
  }

  private static Set<String> keys(List<SearchDocument> documents) {
    Set<String> keys = new HashSet<>();
    WordReader reader = new WordReader();
    WordReader.Sink sink = (word, start, end) -> keys.add(word.key());
    for (SearchDocument document : documents) {
      reader.read(document.title(), sink);
      reader.read(document.heading(), sink);
      document.paragraphs().forEach(paragraph -> reader.read(paragraph, sink));
    }
    return keys;
  }

  /** Both lists as one, sorted by key, without terms that are in no document any more. */
  private static List<TermShards.Encoded> merged(
      List<TermShards.Encoded> kept, List<TermShards.Encoded> read) {
    List<TermShards.Encoded> all = new ArrayList<>(kept.size() + read.size());
    int at = 0;
    for (TermShards.Encoded term : read) {
      while (at < kept.size() && kept.get(at).key().compareTo(term.key()) < 0) {
        all.add(Objects.requireNonNull(kept.get(at++)));
      }
      if (term.size() > 0) {
        all.add(term);
      }
    }
    all.addAll(kept.subList(at, kept.size()));
    return all;
  }
}
