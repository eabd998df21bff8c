package dev.waymark.search;

import dev.waymark.config.SearchWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** Terms with their postings and positions, read from Lucene's index and cut into blocks. */
final class TermShards {
  /** How many terms are read as one piece of work. */
  private static final int CHUNK = 512;

  private final List<LeafReaderContext> leaves;
  private final int[] units;

  /** A weighted frequency of 1, in units. */
  private final int one;

  private final DocumentOrder order;

  /**
   * @param weights in units of frequency: title, heading, body
   */
  TermShards(IndexReader reader, SearchWeights weights, DocumentOrder order) {
    this.leaves = reader.leaves();
    this.units =
        new int[] {
          Math.round(weights.title() / weights.unit()),
          Math.round(weights.heading() / weights.unit()),
          Math.round(weights.body() / weights.unit())
        };
    this.one = Math.round(1 / weights.unit());
    this.order = order;
  }

  /** A block: from its first term on. */
  record Block(String first, byte[] postings, byte[] positions) {}

  /**
   * A term as it stands in a block.
   *
   * @param df in how many documents it stands, in the field where it stands in most
   * @param size how many postings it has
   */
  record Encoded(String key, int df, int size, byte[] gaps, byte[] frequencies, byte[] positions) {
    private int weight() {
      return gaps.length + frequencies.length + key.length() + 6;
    }

    Encoded withGaps(byte[] other) {
      return new Encoded(key, df, size, other, frequencies, positions);
    }
  }

  /** All terms, sorted by key. */
  List<Encoded> terms(Runner runner) {
    return terms(keys(), runner);
  }

  /** The terms with these keys; what is in no document has no postings. */
  List<Encoded> terms(List<String> keys, Runner runner) {
    List<Supplier<List<Encoded>>> work = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      List<String> some = keys.subList(from, Math.min(from + CHUNK, keys.size()));
      work.add(() -> encode(some));
    }
    List<Encoded> terms = new ArrayList<>(keys.size());
    runner.run(work).forEach(terms::addAll);
    return terms;
  }

  /**
   * Terms to blocks.
   *
   * @param terms sorted by key
   * @param most how many bytes a block of several terms has at most
   */
  static List<Block> blocks(List<Encoded> terms, int most) {
    List<Block> blocks = new ArrayList<>();
    List<Encoded> open = new ArrayList<>();
    int size = 0;
    for (Encoded term : terms) {
      if (!open.isEmpty() && size + term.weight() > most) {
        blocks.add(block(open));
        open.clear();
        size = 0;
      }
      open.add(term);
      size += term.weight();
    }
    if (!open.isEmpty()) {
      blocks.add(block(open));
    }
    return blocks;
  }

  private static Block block(List<Encoded> terms) {
    ShardBytes postings = new ShardBytes(4096);
    ShardBytes positions = new ShardBytes(4096);
    postings.varint(terms.size());
    String before = "";
    for (Encoded term : terms) {
      postings.sorted(before, term.key()).varint(term.df()).varint(term.size());
      postings.varint(term.gaps().length).varint(term.frequencies().length);
      positions.varint(term.positions().length);
      before = term.key();
    }
    terms.forEach(term -> postings.bytes(term.gaps()));
    terms.forEach(term -> postings.bytes(term.frequencies()));
    terms.forEach(term -> positions.bytes(term.positions()));
    return new Block(terms.getFirst().key(), postings.toArray(), positions.toArray());
  }

  /** Stop words first, since they are marked by what comes before any letter. */
  private List<String> keys() {
    Set<String> keys = new HashSet<>();
    for (String field : SectionIndexer.fields()) {
      collect(field, "", keys);
      collect(field + Analysis.STOP, Word.STOP_MARK, keys);
    }
    List<String> sorted = new ArrayList<>(keys);
    sorted.sort(null);
    return sorted;
  }

  private void collect(String field, String mark, Set<String> keys) {
    try {
      for (LeafReaderContext leaf : leaves) {
        Terms terms = leaf.reader().terms(field);
        if (terms != null) {
          TermsEnum all = terms.iterator();
          for (BytesRef term = all.next(); term != null; term = all.next()) {
            keys.add(mark + term.utf8ToString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Encoded> encode(List<String> keys) {
    try {
      Reader reader = new Reader();
      List<Encoded> terms = new ArrayList<>(keys.size());
      for (String key : keys) {
        terms.add(reader.encode(key));
      }
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads postings, for one thread. */
  private final class Reader {
    private final TermsEnum[][] terms = open("");
    private final TermsEnum[][] stopWords = open(Analysis.STOP);
    private final Read read = new Read();

    Reader() throws IOException {}

    private TermsEnum[][] open(String suffix) throws IOException {
      TermsEnum[][] all = new TermsEnum[leaves.size()][3];
      for (int i = 0; i < all.length; i++) {
        for (int field = 0; field < 3; field++) {
          Terms found = leaves.get(i).reader().terms(SectionIndexer.fields().get(field) + suffix);
          all[i][field] = found == null ? TermsEnum.EMPTY : found.iterator();
        }
      }
      return all;
    }

    Encoded encode(String key) throws IOException {
      boolean stop = key.startsWith(Word.STOP_MARK);
      BytesRef term = new BytesRef(stop ? key.substring(Word.STOP_MARK.length()) : key);
      TermsEnum[][] enums = stop ? stopWords : terms;
      read.clear();
      int[] df = new int[3];
      PostingsEnum[] postings = new PostingsEnum[3];
      for (int leaf = 0; leaf < enums.length; leaf++) {
        int base = leaves.get(leaf).docBase;
        for (int field = 0; field < 3; field++) {
          postings[field] = null;
          if (enums[leaf][field].seekExact(term)) {
            df[field] += enums[leaf][field].docFreq();
            postings[field] = enums[leaf][field].postings(null, PostingsEnum.POSITIONS);
            postings[field].nextDoc();
          }
        }
        for (int doc = first(postings);
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = first(postings)) {
          read.open(order.number(base + doc));
          for (int field = 0; field < 3; field++) {
            if (postings[field] != null && postings[field].docID() == doc) {
              read.add(field, postings[field]);
              postings[field].nextDoc();
            }
          }
        }
      }
      return encoded(key, Math.max(df[0], Math.max(df[1], df[2])));
    }

    private Encoded encoded(String key, int df) {
      ShardBytes gaps = new ShardBytes();
      ShardBytes frequencies = new ShardBytes(16);
      ShardBytes places = new ShardBytes();
      ShardBytes headlines = new ShardBytes(16);
      int inHeadlines = 0;
      int lastInHeadlines = -1;
      int last = -1;
      int place = 0;
      for (int at : read.sorted()) {
        int number = read.number(at);
        int frequency = 0;
        for (int field = 0; field < 3; field++) {
          frequency += read.count(at, field) * units[field];
        }
        boolean more = frequency != one;
        gaps.varint((number - last - 1) << 1 | (more ? 1 : 0));
        if (more) {
          frequencies.varint(frequency);
        }
        if (read.count(at, 0) + read.count(at, 1) > 0) {
          read.writeCounts(at, place - lastInHeadlines - 1, headlines);
          lastInHeadlines = place;
          inHeadlines++;
        }
        read.writePositions(at, places);
        last = number;
        place++;
      }
      return new Encoded(
          key,
          df,
          place,
          gaps.toArray(),
          frequencies.toArray(),
          new ShardBytes(headlines.length() + places.length() + 4)
              .varint(inHeadlines)
              .bytes(headlines)
              .bytes(places)
              .toArray());
    }

    private static int first(PostingsEnum[] postings) {
      int first = DocIdSetIterator.NO_MORE_DOCS;
      for (PostingsEnum each : postings) {
        if (each != null) {
          first = Math.min(first, each.docID());
        }
      }
      return first;
    }
  }

  /** The postings of one term as Lucene has them, with their positions, to be put into order. */
  private static final class Read {
    private int size;
    private int[] numbers = new int[16];

    /** By posting and field: where the positions start; those of the next field end them. */
    private int[] starts = new int[49];

    private int[] positions = new int[64];
    private int used;

    void clear() {
      size = 0;
      used = 0;
    }

    /** Starts a posting. */
    void open(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
        starts = Arrays.copyOf(starts, 6 * size + 1);
      }
      numbers[size] = number;
      Arrays.fill(starts, 3 * size, 3 * size + 4, used);
      size++;
    }

    /** Adds the positions in a field, the fields in their order. */
    void add(int field, PostingsEnum postings) throws IOException {
      int count = postings.freq();
      if (used + count > positions.length) {
        positions = Arrays.copyOf(positions, 2 * (used + count));
      }
      for (int i = 0; i < count; i++) {
        positions[used++] = postings.nextPosition();
      }
      Arrays.fill(starts, 3 * (size - 1) + field + 1, 3 * size + 1, used);
    }

    /** The postings by number. */
    int[] sorted() {
      long[] keys = new long[size];
      for (int i = 0; i < size; i++) {
        keys[i] = (long) numbers[i] << 32 | i;
      }
      Arrays.sort(keys);
      int[] sorted = new int[size];
      for (int i = 0; i < size; i++) {
        sorted[i] = (int) keys[i];
      }
      return sorted;
    }

    int number(int at) {
      return numbers[at];
    }

    int count(int at, int field) {
      return starts[3 * at + field + 1] - starts[3 * at + field];
    }

    /** Where in the headline fields the term stands; the body has the rest of its frequency. */
    void writeCounts(int at, int skipped, ShardBytes headlines) {
      headlines.varint(skipped << 2 | (count(at, 0) > 0 ? 2 : 0) | (count(at, 1) > 0 ? 1 : 0));
      for (int field = 0; field < 2; field++) {
        if (count(at, field) > 0) {
          headlines.varint(count(at, field) - 1);
        }
      }
    }

    void writePositions(int at, ShardBytes places) {
      for (int field = 0; field < 3; field++) {
        int last = 0;
        for (int i = starts[3 * at + field]; i < starts[3 * at + field + 1]; i++) {
          places.varint(positions[i] - last);
          last = positions[i];
        }
      }
    }
  }
}
