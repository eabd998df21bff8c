package dev.waymark.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.search.ShardReader.Posting;
import dev.waymark.site.LinkedSite;
import dev.waymark.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.Test;

/** What the shards say is what Lucene's index says. */
class ShardsTest {
  private static final List<String> FIELDS = List.of("title", "heading", "body");

  private static void check(SearchIndex index) throws IOException, DataFormatException {
    ShardReader shards = TestIndex.shards(index);
    IndexReader reader = index.reader();
    assertEquals(reader.maxDoc(), shards.documents);
    TreeMap<String, ShardReader.Term> terms = shards.terms();
    assertEquals(keys(reader), new TreeSet<>(terms.keySet()));
    for (Map.Entry<String, ShardReader.Term> entry : terms.entrySet()) {
      checkTerm(entry.getKey(), entry.getValue(), shards, reader);
    }
    checkScores(index, shards, terms);
    checkStored(index, shards);
    assertEquals(index.vocabulary().counts(), shards.words());
    List<String> kinds = shards.facetValues.get(0);
    List<String> parts = shards.facetValues.get(1);
    assertEquals(
        index.documents().stream()
            .map(document ->
                List.of(
                    kinds.indexOf(document.kind()),
                    parts.indexOf(document.part()),
                    document.audiences(),
                    document.nations()))
            .toList(),
        shards.facets());
  }

  private static TreeSet<String> keys(IndexReader reader) throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    for (String field : FIELDS) {
      for (String suffix : new String[] {"", ".stop"}) {
        Terms terms = MultiTerms.getTerms(reader, field + suffix);
        if (terms != null) {
          TermsEnum all = terms.iterator();
          for (BytesRef term = all.next(); term != null; term = all.next()) {
            keys.add((suffix.isEmpty() ? "" : "\u0001") + term.utf8ToString());
          }
        }
      }
    }
    return keys;
  }

  private static void checkTerm(
      String key, ShardReader.Term term, ShardReader shards, IndexReader reader)
      throws IOException {
    boolean stop = key.startsWith("\u0001");
    BytesRef bytes = new BytesRef(stop ? key.substring(1) : key);
    TreeMap<Integer, List<List<Integer>>> expected = new TreeMap<>();
    int df = 0;
    for (int field = 0; field < 3; field++) {
      String name = FIELDS.get(field) + (stop ? ".stop" : "");
      df = Math.max(df, reader.docFreq(new org.apache.lucene.index.Term(name, bytes)));
      PostingsEnum postings =
          MultiTerms.getTermPostingsEnum(reader, name, bytes, PostingsEnum.POSITIONS);
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        List<List<Integer>> places =
            expected.computeIfAbsent(
                postings.docID(),
                doc -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        for (int i = 0; i < postings.freq(); i++) {
          places.get(field).add(postings.nextPosition());
        }
      }
    }
    assertEquals(df, term.df(), key);
    TreeMap<Integer, List<List<Integer>>> found = new TreeMap<>();
    for (Posting posting : term.postings()) {
      found.put(posting.document(), posting.positions());
      int frequency = 0;
      for (int field = 0; field < 3; field++) {
        frequency += posting.positions().get(field).size() * shards.weights[field];
      }
      assertEquals(frequency, posting.frequency(), key);
    }
    assertEquals(expected, found, key);
  }

  /** With the numbers of the shards alone, every word scores every document as Lucene does. */
  private static void checkScores(
      SearchIndex index, ShardReader shards, TreeMap<String, ShardReader.Term> terms)
      throws IOException {
    IndexSearcher searcher = new IndexSearcher(index.reader());
    searcher.setSimilarity(Ranking.SIMILARITY);
    for (Map.Entry<String, ShardReader.Term> entry : terms.entrySet()) {
      boolean stop = entry.getKey().startsWith("\u0001");
      String term = stop ? entry.getKey().substring(1) : entry.getKey();
      int docCount = stop ? shards.stopDocCount : shards.docCount;
      float average = stop ? shards.stopAverageLength : shards.averageLength;
      int df = entry.getValue().df();
      float idf = (float) Math.log(1 + (docCount - df + 0.5D) / (df + 0.5D));
      Map<Integer, Float> expected = new HashMap<>();
      for (ScoreDoc hit :
          searcher.search(
                  Ranking.word(new Word(term, term, stop, new BytesRef(term)), index.weights()),
                  shards.documents)
              .scoreDocs) {
        expected.put(hit.doc, hit.score);
      }
      Map<Integer, Float> found = new HashMap<>();
      for (Posting posting : entry.getValue().postings()) {
        float length = stop ? 1 : SmallFloat.byte4ToInt((byte) posting.norm());
        float inverse = 1f / (shards.k1 * ((1 - shards.b) + shards.b * length / average));
        float frequency = posting.frequency() * shards.unit;
        found.put(posting.document(), idf - idf / (1f + frequency * inverse));
      }
      assertEquals(expected, found, entry.getKey());
    }
  }

  private static void checkStored(SearchIndex index, ShardReader shards) {
    List<ShardReader.Stored> stored = shards.stored();
    assertEquals(index.documents().size(), stored.size());
    int[] alike = alike(index.documents(), shards);
    for (int i = 0; i < stored.size(); i++) {
      SearchDocument document = index.documents().get(i);
      assertEquals(
          new ShardReader.Stored(
              (int)
                  index.documents().subList(0, i).stream()
                      .filter(other -> other.url().equals(document.url()))
                      .count(),
              alike[i],
              document.url(),
              document.title(),
              shards.facetValues.get(0).indexOf(document.kind()),
              document.anchor(),
              document.heading(),
              document.paragraphs()),
          stored.get(i));
    }
  }

  /** For each document, how many of its length and text stand right behind it. */
  private static int[] alike(List<SearchDocument> documents, ShardReader shards) {
    int[] alike = new int[documents.size()];
    for (int number = alike.length - 2; number >= 0; number--) {
      int place = shards.places[number];
      int next = shards.places[number + 1];
      String text = longest(documents.get(place));
      if (shards.lengths[number] == shards.lengths[number + 1]
          && text.length() >= 64
          && text.equals(longest(documents.get(next)))) {
        assertTrue(place < next, "those of one text are in order");
        alike[place] = alike[next] + 1;
      }
    }
    return alike;
  }

  private static String longest(SearchDocument document) {
    return document.paragraphs().stream()
        .reduce("", (one, other) -> other.length() > one.length() ? other : one);
  }

  @Test
  void sayWhatTheIndexSays() throws IOException, DataFormatException {
    Random random = new Random(TestIndex.SEED);
    for (int pages : new int[] {1, 40}) {
      Site site = LinkedSite.of(TestIndex.randomSite(random, pages)).site();
      try (SearchIndex index = TestIndex.of(site, 1)) {
        check(index);
      }
    }
  }

  @Test
  void takeOtherWeights() throws IOException, DataFormatException {
    String site = TestIndex.randomSite(new Random(TestIndex.SEED + 1), 12);
    String weights = "-- site.yaml --\nsearch: {title: 1, heading: 3.25, body: 1.5}\n";
    try (SearchIndex index = TestIndex.of(weights + site)) {
      assertEquals(0.25f, TestIndex.shards(index).unit);
      check(index);
    }
  }

  @Test
  void doNotDependOnTheNumberOfThreads() {
    Site site = LinkedSite.of(TestIndex.randomSite(new Random(TestIndex.SEED + 2), 60)).site();
    try (SearchIndex one = TestIndex.of(site, 1);
        SearchIndex many = TestIndex.of(site, 5)) {
      assertTrue(many.reader().leaves().size() > 1);
      Map<String, byte[]> expected = TestIndex.files(one);
      Map<String, byte[]> found = TestIndex.files(many);
      assertEquals(expected.keySet(), found.keySet());
      expected.forEach((path, bytes) -> assertArrayEquals(bytes, found.get(path), path));
    }
  }

  private static final String SAME =
      "A paragraph that is long enough to be worth the move of what it stands in.";
  private static final String OTHER = SAME.replace("paragraph", "sentence");

  @Test
  void standSideBySideIfTheySayTheSame() throws IOException, DataFormatException {
    assertArrayEquals(new int[] {0, 2, 1}, places(SAME, OTHER, SAME));
    assertArrayEquals(new int[] {0, 1, 2}, places(SAME, SAME, OTHER), "they are already");
    assertArrayEquals(new int[] {0, 1, 2}, places("Too short.", "Far too.", "Too short."));
    assertArrayEquals(new int[] {1, 0, 2}, places(SAME, "A short one", SAME), "length comes first");
  }

  /** The places, by number, of pages with these paragraphs. */
  private static int[] places(String... paragraphs) throws IOException, DataFormatException {
    try (SearchIndex index = TestIndex.ofPages(paragraphs)) {
      check(index);
      return TestIndex.shards(index).places;
    }
  }

  @Test
  void keepOneTextInOneBlockAndWriteItOnce() {
    try (SearchIndex index = TestIndex.ofPages(OTHER, SAME, OTHER, SAME, SAME)) {
      // Two documents of one text have more than a hundred bytes, three fewer than two hundred.
      List<StoreShards.Block> blocks = blocks(index, 100);
      assertEquals(List.of(2, 3), blocks.stream().map(StoreShards.Block::documents).toList());
      String text = new String(blocks.getLast().bytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains(SAME));
      assertEquals(text.indexOf(SAME), text.lastIndexOf(SAME));
      assertEquals(
          List.of(2, 2, 1),
          blocks(index, 50).stream().map(StoreShards.Block::documents).toList(),
          "not where it would be more than twice as large as it should");
    }
  }

  private static List<StoreShards.Block> blocks(SearchIndex index, int size) {
    DocumentOrder order = DocumentOrder.of(index);
    List<SearchDocument> byNumber = new ArrayList<>();
    for (int number = 0; number < order.size(); number++) {
      byNumber.add(index.documents().get(order.original(number)));
    }
    return StoreShards.blocks(byNumber, order, List.of("guide"), size);
  }

  @Test
  void aSiteWithoutWordsHasAnIndex() throws IOException, DataFormatException {
    try (SearchIndex index = TestIndex.of("-- a.svg --\n<svg/>\n")) {
      check(index);
      assertEquals(0, TestIndex.shards(index).documents);
    }
  }

  @Test
  void leafOrderIsDocumentOrder() {
    Site site = LinkedSite.of(TestIndex.randomSite(new Random(TestIndex.SEED + 3), 30)).site();
    try (SearchIndex index = TestIndex.of(site, 3)) {
      int next = 0;
      for (LeafReaderContext leaf : index.reader().leaves()) {
        assertEquals(next, leaf.docBase);
        next += leaf.reader().maxDoc();
      }
      assertEquals(index.documents().size(), next);
    }
  }
}
