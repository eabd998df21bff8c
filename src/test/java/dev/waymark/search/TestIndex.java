package dev.waymark.search;

import dev.waymark.output.OutputFile;
import dev.waymark.site.LinkedSite;
import dev.waymark.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;

/** Indexes of sites written in a test. */
final class TestIndex {
  static final long SEED = Long.getLong("waymark.seed", 20260814);

  private TestIndex() {}

  static SearchIndex of(String blocks) {
    return of(LinkedSite.of(blocks).site(), 1);
  }

  /** The index of pages that differ in their one paragraph. */
  static SearchIndex ofPages(String... paragraphs) {
    StringBuilder site = new StringBuilder();
    for (int i = 0; i < paragraphs.length; i++) {
      site.append("-- p%d.md --\n# Title\n%s\n".formatted(i, paragraphs[i]));
    }
    return of(site.toString());
  }

  static SearchIndex of(Site site, int shares) {
    return new IndexBuilder(shares, TestIndex::run, () -> {}).build(site);
  }

  static <R> List<R> run(List<Supplier<R>> work) {
    List<R> results = new ArrayList<>();
    work.forEach(piece -> results.add(piece.get()));
    return results;
  }

  static Map<String, byte[]> files(SearchIndex index) {
    Map<String, byte[]> files = new TreeMap<>();
    for (OutputFile file : new SearchFiles(TestIndex::run).of(index)) {
      files.put(file.path().value(), ((OutputFile.Content.Bytes) file.content()).bytes());
    }
    return files;
  }

  static ShardReader shards(SearchIndex index) throws DataFormatException {
    List<byte[]> shards = new ArrayList<>();
    files(index)
        .forEach((path, bytes) -> {
          if (path.matches("search/[0-9a-f]+/.*")) {
            shards.add(bytes);
          }
        });
    return new ShardReader(shards);
  }

  /** Pages of random words from a small vocabulary and some odd ones, with a glossary. */
  static String randomSite(Random random, int pages) {
    StringBuilder site = new StringBuilder();
    site.append("-- glossary.yaml --\nterms:\n");
    site.append("  - {term: MASH, expansion: multi-agency safeguarding hub, definition: A hub.}\n");
    site.append("  - {term: \"The will\", definition: To be, synonyms: [resolve]}\n");
    for (int i = 0; i < pages; i++) {
      site.append("-- ").append(random.nextInt(4) == 0 ? "parts/part-" + i % 3 + "/" : "");
      site.append("page-").append(i).append(".md --\n---\ntitle: ").append("\"");
      site.append(words(random, 1 + random.nextInt(4))).append("\"\n");
      if (random.nextInt(3) == 0) {
        site.append("audience: [child]\nnations: [wales, england]\n");
      }
      site.append("---\n");
      for (int section = random.nextInt(5); section >= 0; section--) {
        for (int paragraph = random.nextInt(4); paragraph > 0; paragraph--) {
          if (random.nextInt(3) > 0) {
            site.append(words(random, 1 + random.nextInt(60))).append("\n\n");
          }
          if (random.nextInt(3) == 0) {
            site.append("This sentence stands on many a page, and each page says it ");
            site.append(List.of("once.", "to all readers.", "again.").get(random.nextInt(3)));
            site.append("\n\n");
          }
        }
        site.append(random.nextBoolean() ? "## " : "### ").append(words(random, 2)).append("\n\n");
      }
    }
    return site.toString();
  }

  private static final List<String> ODD =
      List.of(
          "Ŵyth",
          "s47",
          "P3",
          "don’t",
          "child's",
          "日本",
          "🦆",
          "naïve",
          "x".repeat(60),
          "𐐷𐐷",
          "ﬁsh");

  static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ");
      int kind = random.nextInt(12);
      if (kind == 0) {
        words.append(ODD.get(random.nextInt(ODD.size())));
      } else if (kind < 4) {
        words.append(List.of("the", "of", "to", "and", "not").get(random.nextInt(5)));
      } else {
        int word = (int) Math.abs(random.nextGaussian() * 120);
        words.append(GeneratedWords.word(new Random(word)));
      }
    }
    return words.toString();
  }
}
