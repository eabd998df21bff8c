package dev.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.link.SitePath;
import dev.waymark.site.LinkedSite;
import dev.waymark.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RelatedPagesTest {
  private static Map<SitePath, List<SitePath>> related(Site site, int shares) {
    try (SearchIndex index = TestIndex.of(site, shares)) {
      return new RelatedPages(TestIndex::run).of(index, site);
    }
  }

  private static final String SITE =
      """
      -- index.md --
      # Home
      Consent records sharing.
      -- a.md --
      # Consent and records
      Keep records of consent.
      -- b.md --
      # Records of consent
      Records show consent. See [sharing](c.md).
      -- c.md --
      # Sharing records of consent
      Consent to sharing.
      -- d.md --
      # Bicycles
      Repairs of wheels.
      """;

  @Test
  void pagesThatSayTheSameAreRelatedUnlessTheyAreLinked() {
    Map<SitePath, List<SitePath>> related = related(LinkedSite.of(SITE).site(), 1);
    SitePath a = new SitePath("a.html");
    SitePath b = new SitePath("b.html");
    SitePath c = new SitePath("c.html");
    assertEquals(List.of(a), related.get(b), "b leads to c");
    assertEquals(List.of(a), related.get(c), "b leads to c");
    assertEquals(java.util.Set.of(b, c), java.util.Set.copyOf(related.get(a)));
    assertEquals(3, related.size(), "a page that is like no other has none: " + related);
  }

  @Test
  void theyAreTheSameForAnyNumberOfThreads() {
    Site site = LinkedSite.of(TestIndex.randomSite(new Random(TestIndex.SEED), 60)).site();
    Map<SitePath, List<SitePath>> expected = related(site, 1);
    assertEquals(expected, related(site, 4));
    assertEquals(expected, related(site, 1));
    assertEquals(
        true,
        !expected.isEmpty()
            && expected.values().stream().allMatch(found -> found.size() <= RelatedPages.MOST));
  }
}
