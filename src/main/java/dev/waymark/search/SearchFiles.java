package dev.waymark.search;

import dev.waymark.config.SearchWeights;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.output.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;

/**
 * Index to files: the shards, in a folder that is named by all of them, the program that reads them
 * in the browser, and the one file of fixed name, which names both. The form of the shards is
 * written down in {@code docs/search-format.md}.
 */
public final class SearchFiles {
  /** The version of the form; a reader of another one says so. */
  static final int VERSION = 1;

  /** The file that every page names. */
  public static final SitePath ENTRY = new SitePath("search/entry.js");

  private static final String FOLDER = "search/";
  private static final int HASH_LENGTH = 12;

  private final Runner runner;
  private final Runnable taken;
  private final boolean keeps;
  private final DeflatedShards deflated;
  private final KeptTerms keptTerms = new KeptTerms();
  private Optional<KeptDictionary> keptDictionary = Optional.empty();

  private record KeptDictionary(StoreDictionary.Sample sample, byte[] bytes) {}

  /** For an index whose files are made once. */
  public SearchFiles(Runner runner) {
    this(runner, () -> {}, false);
  }

  private SearchFiles(Runner runner, Runnable taken, boolean keeps) {
    this.runner = runner;
    this.taken = taken;
    this.keeps = keeps;
    this.deflated = keeps ? DeflatedShards.kept() : DeflatedShards.unkept();
  }

  /**
   * For the index of a site that changes: what is made for one is kept for the next. Not
   * thread-safe.
   *
   * @param taken told of each document, from any thread; what it throws ends the work
   */
  public static SearchFiles kept(Runner runner, Runnable taken) {
    return new SearchFiles(runner, taken, true);
  }

  /** All files of the search. */
  public List<OutputFile> of(SearchIndex index) {
    List<Shard> shards = shards(index);
    ShardBytes digests = new ShardBytes(32 * shards.size());
    shards.forEach(shard -> digests.bytes(shard.digest()));
    String folder = Sha256.hex(digests.toArray(), HASH_LENGTH);
    List<OutputFile> files = new ArrayList<>();
    for (Shard shard : shards) {
      files.add(hashed(folder + "/" + shard.name() + ".js", shard.script()));
    }
    byte[] client = resource("client.js");
    String clientName = "client-" + Sha256.hex(client, HASH_LENGTH) + ".js";
    files.add(hashed(clientName, client));
    String entry =
        new String(resource("entry.js"), StandardCharsets.UTF_8)
            .replace("__CLIENT__", clientName)
            .replace("__INDEX__", folder);
    files.add(OutputFile.of(ENTRY, OutputFile.Role.ENTRY, entry.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private static OutputFile hashed(String name, byte[] bytes) {
    return OutputFile.of(new SitePath(FOLDER + name), OutputFile.Role.HASHED, bytes);
  }

  private List<Shard> shards(SearchIndex index) {
    DocumentOrder order = DocumentOrder.of(index);
    List<SearchDocument> documents = new InOrder(index.documents(), order, taken);
    List<TermShards.Block> terms =
        TermShards.blocks(
            keeps
                ? keptTerms.of(index, order, runner)
                : new TermShards(index.reader(), index.weights(), order).terms(runner),
            BlockSizes.terms(documents.size()));
    List<WordShards.Block> words = WordShards.blocks(index.vocabulary());
    Facets facets = Facets.of(index.documents());
    List<StoreShards.Block> stored =
        StoreShards.blocks(documents, order, facets.kinds(), BlockSizes.stored(documents.size()));
    List<Supplier<Shard>> work = new ArrayList<>();
    byte[] dictionary = dictionary(index.documents());
    deflated.begin(dictionary);
    byte[] directory = directory(index, order, facets, terms, words, stored, dictionary);
    work.add(() -> deflated.shard("d", directory));
    work.add(() -> deflated.shard("f", facets.shard(documents)));
    List<byte[]> places = order.blocks();
    for (int i = 0; i < places.size(); i++) {
      byte[] block = places.get(i);
      String name = "o" + i;
      work.add(() -> deflated.shard(name, block));
    }
    for (int i = 0; i < terms.size(); i++) {
      TermShards.Block block = terms.get(i);
      String number = Integer.toString(i);
      work.add(() -> deflated.shard("t" + number, block.postings()));
      work.add(() -> deflated.shard("p" + number, block.positions()));
    }
    for (int i = 0; i < words.size(); i++) {
      WordShards.Block block = words.get(i);
      String name = "w" + i;
      work.add(() -> deflated.shard(name, block.bytes()));
    }
    for (int i = 0; i < stored.size(); i++) {
      StoreShards.Block block = stored.get(i);
      String name = "s" + i;
      work.add(() -> deflated.stored(name, block.bytes()));
    }
    List<Shard> shards = runner.run(work);
    deflated.end();
    return shards;
  }

  private byte[] dictionary(List<SearchDocument> documents) {
    StoreDictionary.Sample sample = StoreDictionary.Sample.of(documents);
    KeptDictionary made =
        keptDictionary
            .filter(last -> last.sample().equals(sample))
            .orElseGet(() -> new KeptDictionary(sample, StoreDictionary.of(sample)));
    if (keeps) {
      keptDictionary = Optional.of(made);
    }
    return made.bytes();
  }

  /** The documents by their numbers in the shards. */
  private static final class InOrder extends AbstractList<SearchDocument> {
    private final List<SearchDocument> documents;
    private final DocumentOrder order;
    private final Runnable taken;

    InOrder(List<SearchDocument> documents, DocumentOrder order, Runnable taken) {
      this.documents = documents;
      this.order = order;
      this.taken = taken;
    }

    @Override
    public SearchDocument get(int number) {
      taken.run();
      return documents.get(order.original(number));
    }

    @Override
    public int size() {
      return order.size();
    }
  }

  private static byte[] directory(
      SearchIndex index,
      DocumentOrder order,
      Facets facets,
      List<TermShards.Block> terms,
      List<WordShards.Block> words,
      List<StoreShards.Block> stored,
      byte[] dictionary) {
    ShardBytes bytes = new ShardBytes(4096);
    bytes.varint(VERSION).varint(index.documents().size()).number(index.weights().unit());
    bytes.number(Ranking.K1).number(Ranking.B);
    for (float weight :
        new float[] {index.weights().title(), index.weights().heading(), index.weights().body()}) {
      bytes.varint(Math.round(weight / index.weights().unit()));
    }
    statistics(index.reader(), index.weights(), "", bytes);
    statistics(index.reader(), index.weights(), Analysis.STOP, bytes);
    List<String> stopWords =
        Analysis.STOP_WORDS.stream().map(word -> new String((char[]) word)).sorted().toList();
    strings(stopWords, bytes);
    bytes.string(Folding.EXCEPTIONS);
    strings(facets.kinds(), bytes);
    strings(facets.parts(), bytes);
    strings(facets.audiences(), bytes);
    strings(facets.nations(), bytes);
    bytes.varint(index.synonyms().groups().size());
    for (List<List<Word>> group : index.synonyms().groups()) {
      bytes.varint(group.size());
      group.forEach(form -> strings(Synonyms.keys(form), bytes));
    }
    firsts(terms.stream().map(TermShards.Block::first).toList(), bytes);
    firsts(words.stream().map(WordShards.Block::first).toList(), bytes);
    bytes.varint(stored.size());
    stored.forEach(block -> bytes.varint(block.documents()));
    order.writeLengths(bytes);
    bytes.varint(dictionary.length).bytes(dictionary);
    return bytes.toArray();
  }

  private static void strings(List<String> strings, ShardBytes bytes) {
    bytes.varint(strings.size());
    strings.forEach(bytes::string);
  }

  private static void firsts(List<String> firsts, ShardBytes bytes) {
    bytes.varint(firsts.size());
    String before = "";
    for (String first : firsts) {
      bytes.sorted(before, first);
      before = first;
    }
  }

  /** How many documents there are, and their average length, as a combined field has them. */
  private static void statistics(
      IndexReader reader, SearchWeights weights, String suffix, ShardBytes bytes) {
    long documents = 0;
    long length = 0;
    try {
      for (String field : List.of(Analysis.BODY, Analysis.HEADING, Analysis.TITLE)) {
        double weight =
            switch (field) {
              case Analysis.TITLE -> weights.title();
              case Analysis.HEADING -> weights.heading();
              default -> weights.body();
            };
        long count = 0;
        long total = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
          Terms terms = leaf.reader().terms(field + suffix);
          count += terms == null ? 0 : terms.getDocCount();
          total += terms == null ? 0 : terms.getSumTotalTermFreq();
        }
        documents = Math.max(documents, count);
        // Cut to a whole number after every field, as Lucene does.
        length += (long) (weight * total);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.varint(Math.toIntExact(documents));
    bytes.number(documents == 0 ? 0 : (float) (length / (double) documents));
  }

  private static byte[] resource(String name) {
    try (InputStream in = SearchFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packed: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
