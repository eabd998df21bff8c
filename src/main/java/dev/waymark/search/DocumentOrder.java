package dev.waymark.search;

import dev.waymark.config.SearchWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/**
 * The order that documents have in the shards: by their length, as the score of a word takes it,
 * and documents of one length as the site has them. So the length of a document follows from its
 * number, and no posting needs to hold it, which would be half of all postings.
 */
final class DocumentOrder {
  /** A length in Lucene's form of one byte is below this. */
  private static final int NORMS = 256;

  private final byte[] norms;
  private final int[] originals;
  private final int[] numbers;
  private final int[] counts = new int[NORMS];

  /**
   * @param norms the length of each document of the site, in Lucene's form of one byte
   */
  private DocumentOrder(byte[] norms) {
    this.norms = norms;
    for (byte norm : norms) {
      counts[norm & 0xff]++;
    }
    int[] next = new int[NORMS];
    for (int norm = 1; norm < NORMS; norm++) {
      next[norm] = next[norm - 1] + counts[norm - 1];
    }
    originals = new int[norms.length];
    numbers = new int[norms.length];
    for (int original = 0; original < norms.length; original++) {
      int number = next[norms[original] & 0xff]++;
      numbers[original] = number;
      originals[number] = original;
    }
  }

  static DocumentOrder of(IndexReader reader, SearchWeights weights) {
    float[] lengths = new float[reader.maxDoc()];
    // In the order in which Lucene adds them up.
    addLengths(reader, Analysis.BODY, weights.body(), lengths);
    addLengths(reader, Analysis.HEADING, weights.heading(), lengths);
    addLengths(reader, Analysis.TITLE, weights.title(), lengths);
    byte[] norms = new byte[lengths.length];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = SmallFloat.intToByte4(Math.round(lengths[i]));
    }
    return new DocumentOrder(norms);
  }

  private static void addLengths(IndexReader reader, String field, float weight, float[] lengths) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues values = leaf.reader().getNormValues(field);
        if (values == null) {
          continue;
        }
        for (int doc = values.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = values.nextDoc()) {
          lengths[leaf.docBase + doc] += weight * SmallFloat.byte4ToInt((byte) values.longValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return originals.length;
  }

  /** The number in the shards of what is the {@code original}th document of the site. */
  int number(int original) {
    return numbers[original];
  }

  /** Which document of the site has this number. */
  int original(int number) {
    return originals[number];
  }

  /** How many lengths there are, then each as the difference to the one before, and how often. */
  void writeLengths(ShardBytes bytes) {
    bytes.varint((int) Arrays.stream(counts).filter(count -> count > 0).count());
    int last = 0;
    for (int norm = 0; norm < NORMS; norm++) {
      if (counts[norm] > 0) {
        bytes.varint(norm - last).varint(counts[norm]);
        last = norm;
      }
    }
  }

  /** For each number, which document it is: how many are left out since the last of its length. */
  byte[] shard() {
    ShardBytes bytes = new ShardBytes(originals.length * 2);
    int last = -1;
    for (int number = 0; number < originals.length; number++) {
      int original = originals[number];
      if (number > 0 && norms[original] != norms[originals[number - 1]]) {
        last = -1;
      }
      bytes.varint(original - last - 1);
      last = original;
    }
    return bytes.toArray();
  }
}
