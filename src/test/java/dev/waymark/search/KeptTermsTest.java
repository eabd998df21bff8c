package dev.waymark.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.output.OutputFile;
import dev.waymark.site.LinkedSite;
import dev.waymark.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is kept of an index makes the next one quicker and no other. */
class KeptTermsTest {
  private static final int EDITS = 60;

  private final Random random = new Random(TestIndex.SEED);

  @Test
  void afterAnyEditsTheFilesAreThoseOfAnIndexMadeAnew() {
    System.out.println("KeptTermsTest: -Dwaymark.seed=" + TestIndex.SEED);
    List<String> pages = pages();
    AtomicInteger left = new AtomicInteger();
    Runnable look =
        () -> {
          if (left.getAndDecrement() == 0) {
            throw new Superseded();
          }
        };
    int superseded = 0;
    SearchFiles kept = SearchFiles.kept(TestIndex::run, look);
    try (IndexUpdater updater = new IndexUpdater(TestIndex::run, look)) {
      for (int edit = 0; edit < EDITS; edit++) {
        Site site = LinkedSite.of(String.join("", pages)).site();
        // A page is indexed, or a document written: a little of it, most of it, or all of it.
        left.set(random.nextInt(900));
        try (SearchIndex updated = updater.update(site)) {
          kept.of(updated);
        } catch (Superseded e) {
          superseded++;
        }
        left.set(Integer.MAX_VALUE);
        if (random.nextInt(3) == 0) {
          // The next save came first.
          edit(pages);
          continue;
        }
        try (SearchIndex updated = updater.update(site);
            SearchIndex anew = TestIndex.of(site, 1)) {
          Map<String, byte[]> files = new TreeMap<>();
          for (OutputFile file : kept.of(updated)) {
            files.put(file.path().value(), ((OutputFile.Content.Bytes) file.content()).bytes());
          }
          Map<String, byte[]> expected = TestIndex.files(anew);
          String entry = SearchFiles.ENTRY.value();
          assertEquals(
              new String(expected.get(entry), UTF_8),
              new String(files.get(entry), UTF_8),
              "it names all shards by their hash, after " + edit + " edits");
          assertEquals(expected.keySet(), files.keySet());
          expected.forEach((path, bytes) -> assertArrayEquals(bytes, files.get(path), path));
        }
        edit(pages);
      }
    }
    assertTrue(superseded > EDITS / 6 && superseded < EDITS, superseded + " were broken off");
  }

  private static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The glossary, the settings, and pages. */
  private List<String> pages() {
    List<String> pages =
        new ArrayList<>(List.of(TestIndex.randomSite(random, 80).split("(?m)^(?=-- )")));
    pages.add(1, "-- site.yaml --\nsearch:\n  title: 2\n");
    return pages;
  }

  private void edit(List<String> pages) {
    int at = 3 + random.nextInt(pages.size() - 3);
    String page = pages.get(at);
    switch (random.nextInt(8)) {
      case 0 -> pages.remove(at);
      case 1 -> pages.add(at, page.replaceFirst("page-", "page-" + random.nextInt(1000) + "-"));
      case 2 -> pages.set(at, page.replaceFirst("title: .*", "title: Another one"));
      case 3 -> pages.set(at, page + "\n" + TestIndex.words(random, 30) + "\n\n");
      case 4 -> {
        // The sections change places, and so their documents.
        List<String> sections = new ArrayList<>(List.of(page.split("(?m)^(?=###? )")));
        sections.add(sections.size() == 1 ? 1 : 1 + random.nextInt(2), "## Put in\n\nBetween.\n\n");
        sections.add(1, sections.removeLast());
        pages.set(at, String.join("", sections));
      }
      case 5 ->
          pages.set(0, pages.get(0).replaceFirst("definition: A.*hub", "definition: A nice hub"));
      case 6 ->
          pages.set(1, pages.get(1).replaceFirst("title: .", "title: " + (1 + random.nextInt(4))));
      // Too much to go term by term.
      default -> {
        for (int i = 3; i < pages.size(); i += 3) {
          pages.set(i, pages.get(i) + "\nA word on many pages: " + random.nextInt(50) + ".\n\n");
        }
      }
    }
  }

  @Test
  @SuppressWarnings("ReferenceEquality") // What was kept is the same object.
  void aTermOfOtherPagesIsNotReadAgain() {
    List<String> pages = pages();
    KeptTerms kept = new KeptTerms();
    List<TermShards.Encoded> before = terms(pages, kept);
    pages.set(9, pages.get(9) + "\nUnheard of.\n\n");
    List<TermShards.Encoded> after = terms(pages, kept);
    Map<String, TermShards.Encoded> byKey =
        before.stream().collect(Collectors.toMap(TermShards.Encoded::key, Function.identity()));
    long same =
        after.stream()
            .filter(term ->
                byKey.containsKey(term.key())
                    && byKey.get(term.key()).positions() == term.positions())
            .count();
    assertTrue(same > before.size() / 2, same + " of " + before.size());
    assertEquals(
        List.of("unheard"),
        after.stream()
            .map(TermShards.Encoded::key)
            .filter(key -> !byKey.containsKey(key))
            .toList());
    assertSame(after.getLast().positions(), terms(pages, kept).getLast().positions());
  }

  private static List<TermShards.Encoded> terms(List<String> pages, KeptTerms kept) {
    try (SearchIndex index = TestIndex.of(String.join("", pages))) {
      return kept.of(index, DocumentOrder.of(index), TestIndex::run);
    }
  }

  @Test
  void documentsOfTheNextIndexHaveOtherNumbers() {
    String before =
        """
        -- index.md --
        # One two three
        -- p.md --
        # a
        b c
        """;
    String after =
        """
        -- index.md --
        # One two three
        -- o.md --
        # q
        -- p.md --
        # a
        b c
        """;
    try (SearchIndex one = TestIndex.of(before);
        SearchIndex next = TestIndex.of(after)) {
      Renumbering renumbering = renumbering(one, next);
      assertEquals(1, renumbering.changed());
      assertEquals("o.html", renumbering.added().getFirst().url());
      // The new one is the shortest, so both others have moved on by one.
      assertArrayEquals(new byte[] {2, 1}, renumbering.gaps(new byte[] {0, 1}).orElseThrow());
      Renumbering back = renumbering(next, one);
      assertEquals(Optional.empty(), back.gaps(new byte[] {0}), "it is there no more");
      assertArrayEquals(new byte[] {0, 1}, back.gaps(new byte[] {2, 1}).orElseThrow());
    }
  }

  @Test
  void whenTheFirstPageWithATextChangesTheOthersMove() {
    String same = "A paragraph that is long enough to be worth the move of what it stands in.";
    String other = same.replace("paragraph", "sentence");
    String third = same.replace("paragraph", "word");
    String fourth = same.replace("paragraph", "note");
    try (SearchIndex before = TestIndex.ofPages(same, other, third, same);
        SearchIndex after = TestIndex.ofPages(fourth, other, third, same)) {
      Renumbering renumbering = renumbering(before, after);
      // The last page stood beside the first and now stands behind the two between them.
      assertEquals(
          List.of("p0.html", "p3.html"),
          renumbering.added().stream().map(SearchDocument::url).toList());
      assertEquals(4, renumbering.changed());
      // The two between had numbers 2 and 3, and have 1 and 2.
      assertArrayEquals(new byte[] {2, 0}, renumbering.gaps(new byte[] {4, 0}).orElseThrow());
      assertEquals(Optional.empty(), renumbering.gaps(new byte[] {2}), "that of the last page");
    }
  }

  private static Renumbering renumbering(SearchIndex before, SearchIndex after) {
    return new Renumbering(
        before.documents(), DocumentOrder.of(before), after.documents(), DocumentOrder.of(after));
  }
}
