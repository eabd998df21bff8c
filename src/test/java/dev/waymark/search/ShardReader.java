package dev.waymark.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A reader of the shards, written from docs/search-format.md and sharing nothing with what writes
 * them.
 */
final class ShardReader {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\ufeffwaymark\\.search\\.shard\\(\"(\\w+)\",(\\d+),\"([\u2100-\ua0ff]*)\"\\)\n");

  private final Map<String, byte[]> shards = new TreeMap<>();
  private byte[] dictionary = new byte[0];

  int documents;
  float unit;
  float k1;
  float b;
  int[] weights = new int[3];
  int docCount;
  float averageLength;
  int stopDocCount;
  float stopAverageLength;
  List<String> stopWords = List.of();
  List<List<String>> facetValues = new ArrayList<>();
  List<List<List<String>>> synonyms = new ArrayList<>();
  List<String> firstTerms = List.of();
  List<String> firstWords = List.of();
  int[] storeSizes = {};

  /** The length of each document as a byte, and the place in the site, by number. */
  byte[] lengths = {};

  int[] places = {};

  private final Map<Integer, Boolean> lengthsInOrder = new TreeMap<>();
  private final List<Integer> placeBlocks = new ArrayList<>();

  /**
   * A posting: the place in the site, the weighted frequency in units, the norm as a byte, the
   * positions by field.
   */
  record Posting(int document, int frequency, int norm, List<List<Integer>> positions) {}

  record Term(int df, List<Posting> postings) {}

  record Stored(
      int section,
      int alike,
      String url,
      String title,
      int kind,
      String anchor,
      String heading,
      List<String> paragraphs) {}

  /**
   * @param files the text of every shard file, as bytes
   */
  ShardReader(List<byte[]> files) throws DataFormatException {
    List<Matcher> texts = new ArrayList<>();
    for (byte[] file : files) {
      Matcher statement = STATEMENT.matcher(new String(file, StandardCharsets.UTF_16LE));
      if (!statement.matches()) {
        throw new IllegalArgumentException("not a shard");
      }
      if (!statement.group(1).startsWith("s")) {
        shards.put(statement.group(1), inflated(statement, new byte[0]));
      } else {
        texts.add(statement);
      }
    }
    readDirectory();
    readPlaces();
    for (Matcher statement : texts) {
      shards.put(statement.group(1), inflated(statement, dictionary));
    }
  }

  private static byte[] inflated(Matcher statement, byte[] dictionary) throws DataFormatException {
    byte[] raw = new byte[Integer.parseInt(statement.group(2))];
    Inflater inflater = new Inflater(true);
    if (dictionary.length > 0) {
      inflater.setDictionary(dictionary);
    }
    inflater.setInput(bytes(statement.group(3)));
    int length = inflater.inflate(raw);
    if (length != raw.length || !(inflater.finished() || raw.length == 0)) {
      throw new IllegalArgumentException("a length of " + length + ", not " + raw.length);
    }
    inflater.end();
    return raw;
  }

  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      held |= (text.charAt(i) - 0x2100) << bits;
      for (bits += 15; bits >= 8; bits -= 8) {
        bytes.write(held);
        held >>>= 8;
      }
    }
    return bytes.toByteArray();
  }

  private static final class Input {
    private final byte[] bytes;
    private int at;

    Input(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean hasMore() {
      return at < bytes.length;
    }

    int next() {
      return bytes[at++] & 0xff;
    }

    int varint() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        int part = next();
        value |= (part & 0x7f) << shift;
        if (part < 0x80) {
          return value;
        }
      }
    }

    float number() {
      return Float.intBitsToFloat(next() | next() << 8 | next() << 16 | next() << 24);
    }

    byte[] bytes(int length) {
      at += length;
      return Arrays.copyOfRange(bytes, at - length, at);
    }

    String string() {
      int length = varint();
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    String sorted(String before) {
      return before.substring(0, varint()) + string();
    }

    List<String> strings() {
      List<String> strings = new ArrayList<>();
      for (int count = varint(); count > 0; count--) {
        strings.add(string());
      }
      return strings;
    }

    List<String> sortedStrings() {
      List<String> strings = new ArrayList<>();
      String before = "";
      for (int count = varint(); count > 0; count--) {
        before = sorted(before);
        strings.add(before);
      }
      return strings;
    }
  }

  private Input shard(String name) {
    return new Input(Objects.requireNonNull(shards.get(name), name));
  }

  private void readDirectory() {
    Input in = shard("d");
    if (in.varint() != 1) {
      throw new IllegalArgumentException("another version");
    }
    documents = in.varint();
    unit = in.number();
    k1 = in.number();
    b = in.number();
    for (int i = 0; i < 3; i++) {
      weights[i] = in.varint();
    }
    docCount = in.varint();
    averageLength = in.number();
    stopDocCount = in.varint();
    stopAverageLength = in.number();
    stopWords = in.strings();
    in.string();
    for (int i = 0; i < 4; i++) {
      facetValues.add(in.strings());
    }
    for (int groups = in.varint(); groups > 0; groups--) {
      List<List<String>> group = new ArrayList<>();
      for (int forms = in.varint(); forms > 0; forms--) {
        group.add(in.strings());
      }
      synonyms.add(group);
    }
    firstTerms = in.sortedStrings();
    firstWords = in.sortedStrings();
    storeSizes = new int[in.varint()];
    for (int i = 0; i < storeSizes.length; i++) {
      storeSizes[i] = in.varint();
    }
    lengths = new byte[documents];
    int at = 0;
    int length = 0;
    for (int runs = in.varint(); runs > 0; runs--) {
      int difference = in.varint();
      length += difference >> 1;
      lengthsInOrder.put(length, difference % 2 == 1);
      if (placeBlocks.isEmpty() || at - placeBlocks.getLast() >= 2048) {
        placeBlocks.add(at);
      }
      int end = at + in.varint();
      Arrays.fill(lengths, at, end, (byte) length);
      at = end;
    }
    if (at != documents) {
      throw new IllegalArgumentException("%d lengths of %d".formatted(at, documents));
    }
    dictionary = in.bytes(in.varint());
    if (in.hasMore()) {
      throw new IllegalArgumentException("something behind the directory");
    }
  }

  private void readPlaces() {
    places = new int[documents];
    Map<Integer, Boolean> inOrder = new TreeMap<>();
    for (int block = 0; block < placeBlocks.size(); block++) {
      Input in = shard("o" + block);
      int end = block + 1 < placeBlocks.size() ? placeBlocks.get(block + 1) : documents;
      int last = -1;
      for (int number = placeBlocks.get(block); number < end; number++) {
        int length = lengths[number] & 0xff;
        if (number == 0 || lengths[number] != lengths[number - 1]) {
          last = -1;
          inOrder.put(length, true);
        }
        int distance = in.varint();
        boolean goesBack = distance % 2 == 1;
        inOrder.merge(length, !goesBack, Boolean::logicalAnd);
        last += goesBack ? -(distance + 1) / 2 : distance / 2;
        places[number] = last;
      }
      if (in.hasMore()) {
        throw new IllegalArgumentException("something behind the places of block " + block);
      }
    }
    if (!inOrder.equals(lengthsInOrder)) {
      throw new IllegalArgumentException("the directory is wrong about what is in order");
    }
  }

  /** Puts what is in the order of the numbers into that of the site. */
  private <T> List<T> inSite(List<T> byNumber) {
    List<T> all = new ArrayList<>(byNumber);
    for (int number = 0; number < byNumber.size(); number++) {
      all.set(places[number], byNumber.get(number));
    }
    return all;
  }

  /** Every term by its key; a stop word's starts with U+0001. */
  TreeMap<String, Term> terms() {
    TreeMap<String, Term> terms = new TreeMap<>();
    for (int block = 0; block < firstTerms.size(); block++) {
      readTerms(shard("t" + block), shard("p" + block), terms);
      if (!terms.containsKey(firstTerms.get(block))) {
        throw new IllegalArgumentException("the directory is wrong about block " + block);
      }
    }
    return terms;
  }

  private record Head(String key, int df, int size) {}

  private void readTerms(Input in, Input positions, TreeMap<String, Term> terms) {
    List<Head> heads = new ArrayList<>();
    String before = "";
    int gapBytes = 0;
    int frequencyBytes = 0;
    for (int count = in.varint(); count > 0; count--) {
      before = in.sorted(before);
      heads.add(new Head(before, in.varint(), in.varint()));
      gapBytes += in.varint();
      frequencyBytes += in.varint();
      positions.varint();
    }
    Input gaps = new Input(Arrays.copyOfRange(in.bytes, in.at, in.at + gapBytes));
    in.at += gapBytes;
    Input frequencies = new Input(Arrays.copyOfRange(in.bytes, in.at, in.at + frequencyBytes));
    in.at += frequencyBytes;
    for (Head head : heads) {
      int[] documents = new int[head.size()];
      int[] counts = new int[head.size()];
      int last = -1;
      for (int i = 0; i < head.size(); i++) {
        int gap = gaps.varint();
        last += (gap >> 1) + 1;
        documents[i] = last;
        counts[i] = (gap & 1) == 0 ? Math.round(1 / unit) : frequencies.varint();
      }
      List<List<List<Integer>>> places = positions(positions, counts);
      List<Posting> postings = new ArrayList<>();
      for (int i = 0; i < head.size(); i++) {
        int number = documents[i];
        postings.add(
            new Posting(this.places[number], counts[i], lengths[number] & 0xff, places.get(i)));
      }
      terms.put(head.key(), new Term(head.df(), postings));
    }
    if (in.hasMore() || gaps.hasMore() || frequencies.hasMore() || positions.hasMore()) {
      throw new IllegalArgumentException("something behind the block of " + before);
    }
  }

  private List<List<List<Integer>>> positions(Input in, int[] frequencies) {
    int[][] counts = new int[frequencies.length][3];
    int index = -1;
    for (int count = in.varint(); count > 0; count--) {
      int head = in.varint();
      index += (head >> 2) + 1;
      counts[index][0] = (head & 2) == 0 ? 0 : in.varint() + 1;
      counts[index][1] = (head & 1) == 0 ? 0 : in.varint() + 1;
    }
    List<List<List<Integer>>> all = new ArrayList<>();
    for (int i = 0; i < frequencies.length; i++) {
      int rest = frequencies[i] - counts[i][0] * weights[0] - counts[i][1] * weights[1];
      counts[i][2] = rest / weights[2];
      List<List<Integer>> fields = new ArrayList<>();
      for (int field = 0; field < 3; field++) {
        List<Integer> places = new ArrayList<>();
        int place = 0;
        for (int j = 0; j < counts[i][field]; j++) {
          place += in.varint();
          places.add(place);
        }
        fields.add(places);
      }
      all.add(fields);
    }
    return all;
  }

  /** The vocabulary with its counts. */
  TreeMap<String, Integer> words() {
    TreeMap<String, Integer> words = new TreeMap<>();
    for (int block = 0; block < firstWords.size(); block++) {
      Input in = shard("w" + block);
      String before = "";
      for (int count = in.varint(); count > 0; count--) {
        before = in.sorted(before);
        words.put(before, in.varint());
      }
    }
    return words;
  }

  /** The stored documents in the order of the site. */
  List<Stored> stored() {
    List<Stored> all = new ArrayList<>();
    for (int block = 0; block < storeSizes.length; block++) {
      Input in = shard("s" + block);
      int before = all.size();
      List<String> texts = new ArrayList<>();
      for (int count = in.varint(); count > 0; count--) {
        String url = in.string();
        int section = in.varint();
        int alike = in.varint();
        String title = in.string();
        int kind = in.varint();
        String anchor = in.string();
        String heading = in.string();
        List<String> paragraphs = new ArrayList<>();
        for (int left = in.varint(); left > 0; left--) {
          int back = in.varint();
          if (back == 0) {
            texts.add(in.string());
          }
          paragraphs.add(texts.get(texts.size() - Math.max(1, back)));
        }
        all.add(new Stored(section, alike, url, title, kind, anchor, heading, paragraphs));
      }
      if (in.hasMore()) {
        throw new IllegalArgumentException("something behind block " + block);
      }
      if (all.size() - before != storeSizes[block]) {
        throw new IllegalArgumentException("the directory is wrong about block " + block);
      }
    }
    return inSite(all);
  }

  /** Kind, part, audience bits and nation bits of every document. */
  List<List<Integer>> facets() {
    Input in = shard("f");
    List<List<Integer>> tuples = new ArrayList<>();
    for (int count = in.varint(); count > 0; count--) {
      tuples.add(List.of(in.varint(), in.varint(), in.varint(), in.varint()));
    }
    List<List<Integer>> all = new ArrayList<>();
    while (in.hasMore()) {
      int run = in.varint();
      List<Integer> tuple = tuples.get(in.varint());
      for (int i = 0; i < run; i++) {
        all.add(tuple);
      }
    }
    return inSite(all);
  }
}
