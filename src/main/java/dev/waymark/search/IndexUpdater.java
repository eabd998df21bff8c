package dev.waymark.search;

import dev.waymark.config.Glossary;
import dev.waymark.config.SearchWeights;
import dev.waymark.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The index of a site that changes page by page. Pages stand in groups with an index each; only the
 * groups of pages that have changed are indexed anew. What comes of it is the index that {@link
 * IndexBuilder} makes.
 *
 * <p>Not thread-safe.
 */
@SuppressWarnings("ReferenceEquality") // What was not read anew is the same object.
public final class IndexUpdater implements AutoCloseable {
  /** How many pages a group has, on average. */
  private static final int GROUP = 128;

  private final Runner runner;
  private final Runnable indexed;
  private final Map<String, Group> groups = new ConcurrentHashMap<>();
  private Optional<State> state = Optional.empty();

  /** The words of {@link #counted}: of the few groups that change they are counted again. */
  private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();

  private Set<IndexBuilder.Share> counted = newIdentitySet();

  private record Group(List<SiteDocuments.Source> pages, IndexBuilder.Share share) {}

  private record State(
      List<SiteDocuments.Source> pages, Glossary glossary, SearchWeights weights) {}

  /**
   * @param indexed told after each page, from any thread; what it throws ends the update, and what
   *     was indexed by then is kept
   */
  public IndexUpdater(Runner runner, Runnable indexed) {
    LuceneLog.silence();
    this.runner = runner;
    this.indexed = indexed;
  }

  /** Whether the last index is that of this site, too. */
  public boolean isCurrent(Site site) {
    return state
        .filter(last ->
            last.glossary() == site.glossary()
                && last.weights().equals(site.config().searchWeights())
                && isSame(last.pages(), SiteDocuments.sources(site)))
        .isPresent();
  }

  /** The index of this site, which is good until the next update. */
  public SearchIndex update(Site site) {
    state = Optional.empty();
    List<SiteDocuments.Source> pages = SiteDocuments.sources(site);
    List<List<SiteDocuments.Source>> grouped = grouped(pages);
    List<Supplier<IndexBuilder.Share>> work = new ArrayList<>();
    for (List<SiteDocuments.Source> group : grouped) {
      work.add(() -> share(group));
    }
    List<IndexBuilder.Share> shares = runner.run(work);
    Set<String> current = new HashSet<>();
    grouped.forEach(group -> current.add(key(group)));
    groups.keySet().retainAll(current);
    count(shares);
    state = Optional.of(new State(pages, site.glossary(), site.config().searchWeights()));
    return IndexBuilder.together(shares, vocabulary.build(), site, false);
  }

  private void count(List<IndexBuilder.Share> shares) {
    Set<IndexBuilder.Share> now = newIdentitySet();
    for (IndexBuilder.Share share : shares) {
      now.add(share);
      if (!counted.remove(share)) {
        share.indexer().count(vocabulary::add);
      }
    }
    counted.forEach(gone -> gone.indexer().count(vocabulary::remove));
    counted = now;
  }

  private static <T> Set<T> newIdentitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private IndexBuilder.Share share(List<SiteDocuments.Source> pages) {
    Group known = groups.get(key(pages));
    if (known != null && isSame(known.pages(), pages)) {
      return known.share();
    }
    IndexBuilder.Share share = IndexBuilder.index(pages, indexed);
    groups.put(key(pages), new Group(pages, share));
    return share;
  }

  private static String key(List<SiteDocuments.Source> pages) {
    return pages.isEmpty() ? "" : pages.getFirst().path().value();
  }

  /** A group starts where an address says so, and not after a number: a new page moves no other. */
  private static List<List<SiteDocuments.Source>> grouped(List<SiteDocuments.Source> pages) {
    List<List<SiteDocuments.Source>> groups = new ArrayList<>();
    List<SiteDocuments.Source> group = new ArrayList<>();
    for (SiteDocuments.Source page : pages) {
      if (!group.isEmpty() && Math.floorMod(page.path().value().hashCode(), GROUP) == 0) {
        groups.add(group);
        group = new ArrayList<>();
      }
      group.add(page);
    }
    groups.add(group);
    return groups;
  }

  private static boolean isSame(List<SiteDocuments.Source> one, List<SiteDocuments.Source> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).isSame(other.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    try {
      for (Group group : groups.values()) {
        group.share().reader().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    groups.clear();
    state = Optional.empty();
  }
}
