package dev.waymark.search;

import dev.waymark.config.SearchWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/**
 * The order that documents have in the shards: by their length, as the score of a word takes it,
 * then by their text, then as the site has them. So the length of a document follows from its
 * number, and no posting needs to hold it, which would be half of all postings. What is said again
 * on other pages stands side by side, where postings and stored texts are small, and a reader who
 * loads one result has the others like it.
 *
 * <p>The text that counts is the longest paragraph; texts stand in the order in which they first
 * occur in the site. So where nothing is said twice, documents of one length are in its order.
 */
final class DocumentOrder {
  /** A text of fewer UTF-16 units says too little for two documents to be alike. */
  static final int LEAST_TEXT = 64;

  /** The number of a document has no more bits. */
  private static final int BITS = 27;

  private final byte[] norms;

  /** For each document of the site, which of its page it is. */
  private final int[] sections;

  private final int[] originals;
  private final int[] numbers;

  /** For each number, that behind the last of its length and text. */
  private final int[] ends;

  /**
   * @param norms the length of each document of the site, in Lucene's form of one byte
   * @param texts the first document that has its text
   * @param sections which of its page it is, from 0
   */
  private DocumentOrder(byte[] norms, int[] texts, int[] sections) {
    this.norms = norms;
    this.sections = sections;
    long[] keys = new long[norms.length];
    for (int original = 0; original < norms.length; original++) {
      keys[original] =
          (norms[original] & 0xffL) << (2 * BITS) | (long) texts[original] << BITS | original;
    }
    Arrays.sort(keys);
    originals = new int[norms.length];
    numbers = new int[norms.length];
    for (int number = 0; number < keys.length; number++) {
      originals[number] = (int) keys[number] & ((1 << BITS) - 1);
      numbers[originals[number]] = number;
    }
    ends = new int[norms.length];
    for (int number = keys.length - 1; number >= 0; number--) {
      boolean isLast =
          number == keys.length - 1 || keys[number] >>> BITS != keys[number + 1] >>> BITS;
      ends[number] = isLast ? number + 1 : ends[number + 1];
    }
  }

  static DocumentOrder of(SearchIndex index) {
    return new DocumentOrder(
        norms(index.reader(), index.weights()),
        texts(index.documents()),
        sections(index.documents()));
  }

  private static int[] sections(List<SearchDocument> documents) {
    int[] sections = new int[documents.size()];
    for (int i = 1; i < sections.length; i++) {
      boolean isSamePage = documents.get(i).url().equals(documents.get(i - 1).url());
      sections[i] = isSamePage ? sections[i - 1] + 1 : 0;
    }
    return sections;
  }

  private static int[] texts(List<SearchDocument> documents) {
    Map<String, Integer> firsts = new HashMap<>();
    int[] texts = new int[documents.size()];
    Arrays.setAll(
        texts,
        place -> {
          String text = "";
          for (String paragraph : documents.get(place).paragraphs()) {
            text = paragraph.length() > text.length() ? paragraph : text;
          }
          return text.length() < LEAST_TEXT ? place : firsts.computeIfAbsent(text, t -> place);
        });
    return texts;
  }

  private static byte[] norms(IndexReader reader, SearchWeights weights) {
    float[] lengths = new float[reader.maxDoc()];
    // In the order in which Lucene adds them up.
    addLengths(reader, Analysis.BODY, weights.body(), lengths);
    addLengths(reader, Analysis.HEADING, weights.heading(), lengths);
    addLengths(reader, Analysis.TITLE, weights.title(), lengths);
    byte[] norms = new byte[lengths.length];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = SmallFloat.intToByte4(Math.round(lengths[i]));
    }
    return norms;
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

  /** Which document of its page it is, from 0. */
  int section(int number) {
    return sections[originals[number]];
  }

  /** How many documents right behind it have its length and its text. */
  int alike(int number) {
    return ends[number] - number - 1;
  }

  /** Whether the document with the number before has another length or text. */
  boolean startsText(int number) {
    return number == 0 || ends[number - 1] == number;
  }

  private boolean startsLength(int number) {
    return number == 0 || norms[originals[number]] != norms[originals[number - 1]];
  }

  /**
   * How many lengths there are; then of each twice the difference to the one before, plus 1 if its
   * documents stand as the site has them, and how many there are.
   */
  void writeLengths(ShardBytes bytes) {
    int lengths = 0;
    ShardBytes each = new ShardBytes(256);
    int last = 0;
    for (int start = 0, end; start < originals.length; start = end) {
      int inOrder = 1;
      for (end = start + 1; end < originals.length && !startsLength(end); end++) {
        inOrder = originals[end] < originals[end - 1] ? 0 : inOrder;
      }
      int norm = norms[originals[start]] & 0xff;
      each.varint((norm - last) << 1 | inOrder).varint(end - start);
      last = norm;
      lengths++;
    }
    bytes.varint(lengths).bytes(each);
  }

  /**
   * For each number, which document it is: the distance to that before, in zigzag form. Each length
   * starts anew.
   *
   * @return blocks of whole lengths
   */
  List<byte[]> blocks() {
    List<byte[]> blocks = new ArrayList<>();
    ShardBytes open = new ShardBytes(2 * BlockSizes.PLACES);
    int start = 0;
    int last = -1;
    for (int number = 0; number < originals.length; number++) {
      if (startsLength(number)) {
        last = -1;
        if (number - start >= BlockSizes.PLACES) {
          blocks.add(open.toArray());
          open.clear();
          start = number;
        }
      }
      int distance = originals[number] - last;
      open.varint(distance << 1 ^ distance >> 31);
      last = originals[number];
    }
    if (open.length() > 0) {
      blocks.add(open.toArray());
    }
    return blocks;
  }
}
