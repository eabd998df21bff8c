package dev.waymark.render;

import dev.waymark.page.FrontMatter;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/** What changed last in a site: the newest entries of {@code changes} in its pages. */
final class News {
  /** More than this belongs on the pages themselves, and in the feed. */
  private static final int MAX_ENTRIES = 6;

  /** Pages named in one entry. */
  private static final int MAX_PAGES = 3;

  private static final Comparator<FrontMatter.Change> NEWEST_FIRST =
      Comparator.comparing(FrontMatter.Change::date)
          .reversed()
          .thenComparing(FrontMatter.Change::text);

  private News() {}

  /**
   * The newest changes, each with the pages that say the same of the same day. Of one day, what
   * concerns most pages comes last: it says least.
   */
  static List<NewsView> of(Site site, Views views) {
    TreeMap<FrontMatter.Change, SequencedSet<SitePage>> changed = new TreeMap<>(NEWEST_FIRST);
    for (SitePage page : site.pages().values()) {
      for (FrontMatter.Change change : page.frontMatter().changes()) {
        changed.computeIfAbsent(change, key -> new LinkedHashSet<>()).add(page);
      }
    }
    List<Map.Entry<FrontMatter.Change, SequencedSet<SitePage>>> entries =
        new ArrayList<>(changed.entrySet());
    entries.sort(
        Comparator.comparing((Map.Entry<FrontMatter.Change, SequencedSet<SitePage>> entry) ->
                entry.getKey().date())
            .reversed()
            .thenComparingInt(entry -> entry.getValue().size())
            .thenComparing(entry -> entry.getValue().getFirst().path()));
    return entries.stream()
        .limit(MAX_ENTRIES)
        .map(entry ->
            new NewsView(
                Views.date(entry.getKey().date()),
                entry.getKey().text(),
                entry.getValue().stream()
                    .limit(MAX_PAGES)
                    .map(page -> views.link(page.path(), page.title()))
                    .toList(),
                Math.max(0, entry.getValue().size() - MAX_PAGES)))
        .toList();
  }
}
