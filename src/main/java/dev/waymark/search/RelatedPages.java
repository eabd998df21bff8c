package dev.waymark.search;

import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.site.Folder;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What else a reader of a page may want: the pages that Lucene's {@link MoreLikeThis} finds most
 * like it, by titles, headings and first paragraphs.
 *
 * <p>Pages that are linked with it either way are left out, since it leads there already, and so is
 * the page of its folder.
 */
public final class RelatedPages {
  /** At most so many for a page. */
  public static final int MOST = 3;

  /** How many of the words that tell a page from others are looked for. */
  private static final int TERMS = 12;

  /** A word on fewer pages leads nowhere. */
  private static final int LEAST_PAGES = 2;

  /** A word on more than one page in so many tells little, and costs most. */
  private static final int RARITY = 40;

  /** Words on so few pages are never too common. */
  private static final int LEAST_COMMON = 20;

  /** How many of ten words a related page must have. */
  private static final int TENTHS = 3;

  private static final int CHUNK = 256;

  private final Runner runner;

  public RelatedPages(Runner runner) {
    this.runner = runner;
  }

  /** What related pages are found by; with equal ones, the same are found. */
  public record Basis(List<SitePath> pages, List<String> outlines, List<Set<SitePath>> linked) {}

  /** What the related pages of this site would be found by. */
  public static Basis basis(SearchIndex index, Site site) {
    Map<String, String> outlines = outlines(index.documents());
    List<SitePage> pages = pages(site);
    return new Basis(
        pages.stream().map(SitePage::path).toList(),
        pages.stream()
            .map(page -> outlines.getOrDefault(SiteDocuments.url(page.path()), ""))
            .toList(),
        pages.stream().map(page -> linked(site, page)).toList());
  }

  private static List<SitePage> pages(Site site) {
    return site.pages().values().stream().filter(page -> !page.path().equals(Site.HOME)).toList();
  }

  /** The related pages of each page that has any, best first. */
  public Map<SitePath, List<SitePath>> of(SearchIndex index, Site site) {
    Map<String, String> outlines = outlines(index.documents());
    List<SitePage> pages = pages(site);
    List<String> texts =
        pages.stream()
            .map(page -> outlines.getOrDefault(SiteDocuments.url(page.path()), ""))
            .toList();
    Map<SitePath, List<SitePath>> related = new HashMap<>();
    try (SectionIndexer indexer = new SectionIndexer();
        IndexReader reader = write(texts, indexer)) {
      int mostCommon = Math.max(LEAST_COMMON, pages.size() / RARITY);
      Set<String> noise = noise(reader, mostCommon);
      List<Supplier<List<List<SitePath>>>> work = new ArrayList<>();
      for (int from = 0; from < pages.size(); from += CHUNK) {
        int start = from;
        int end = Math.min(from + CHUNK, pages.size());
        work.add(() -> find(reader, noise, site, pages, texts, start, end));
      }
      int at = 0;
      for (List<List<SitePath>> chunk : runner.run(work)) {
        for (List<SitePath> found : chunk) {
          if (!found.isEmpty()) {
            related.put(pages.get(at).path(), found);
          }
          at++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return related;
  }

  /** Title, headings and first paragraph of each page, by its address. */
  private static Map<String, String> outlines(List<SearchDocument> documents) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    for (SearchDocument document : documents) {
      StringBuilder text = texts.get(document.url());
      if (text == null) {
        text = new StringBuilder(document.title());
        texts.put(document.url(), text);
        if (!document.paragraphs().isEmpty()) {
          text.append('\n').append(document.paragraphs().getFirst());
        }
      }
      int last = document.heading().lastIndexOf('\u203a');
      text.append('\n').append(document.heading().substring(last + 1));
    }
    Map<String, String> outlines = new HashMap<>();
    texts.forEach((url, text) -> outlines.put(url, text.toString()));
    return outlines;
  }

  private static DirectoryReader write(List<String> texts, SectionIndexer indexer) {
    for (String text : texts) {
      indexer.add(new SearchDocument("", "", "", "", List.of(text), "", "", 0, 0));
    }
    return indexer.finish();
  }

  /**
   * The words that are on one page alone or on too many, told beforehand: looking each of them up
   * for each page it is on took most of the time.
   */
  private static Set<String> noise(IndexReader reader, int mostCommon) throws IOException {
    Set<String> noise = new HashSet<>();
    Terms terms = MultiTerms.getTerms(reader, Analysis.BODY);
    if (terms != null) {
      TermsEnum all = terms.iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        if (all.docFreq() < LEAST_PAGES || all.docFreq() > mostCommon) {
          noise.add(term.utf8ToString());
        }
      }
    }
    return noise;
  }

  private static List<List<SitePath>> find(
      IndexReader reader,
      Set<String> noise,
      Site site,
      List<SitePage> pages,
      List<String> texts,
      int from,
      int to) {
    try {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(Ranking.SIMILARITY);
      searcher.setQueryCache(null);
      MoreLikeThis like = new MoreLikeThis(reader);
      like.setAnalyzer(new Analysis());
      like.setFieldNames(new String[] {Analysis.BODY});
      like.setMinTermFreq(1);
      like.setStopWords(noise);
      like.setMinDocFreq(LEAST_PAGES);
      like.setMaxQueryTerms(TERMS);
      like.setBoost(true);
      Map<Term, TermStates> states = new HashMap<>();
      List<List<SitePath>> all = new ArrayList<>();
      for (int i = from; i < to; i++) {
        Set<SitePath> linked = linked(site, pages.get(i));
        List<SitePath> found = new ArrayList<>();
        Query query = like.like(Analysis.BODY, new StringReader(texts.get(i)));
        for (ScoreDoc hit :
            searcher.search(strict(query, searcher, states), MOST + linked.size()).scoreDocs) {
          SitePath path = pages.get(hit.doc).path();
          if (found.size() < MOST && !linked.contains(path)) {
            found.add(path);
          }
        }
        all.add(found);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One word in common is chance. Where a word is in the index is looked up once. */
  private static Query strict(Query like, IndexSearcher searcher, Map<Term, TermStates> states)
      throws IOException {
    if (!(like instanceof BooleanQuery any)) {
      return like;
    }
    BooleanQuery.Builder several = new BooleanQuery.Builder();
    for (BooleanClause clause : any) {
      several.add(found(clause.query(), searcher, states), clause.occur());
    }
    return several
        .setMinimumNumberShouldMatch(Math.max(2, any.clauses().size() * TENTHS / 10))
        .build();
  }

  private static Query found(Query query, IndexSearcher searcher, Map<Term, TermStates> states)
      throws IOException {
    if (query instanceof BoostQuery boosted) {
      return new BoostQuery(found(boosted.getQuery(), searcher, states), boosted.getBoost());
    }
    if (!(query instanceof TermQuery word)) {
      return query;
    }
    TermStates known = states.get(word.getTerm());
    if (known == null) {
      known = TermStates.build(searcher, word.getTerm(), true);
      states.put(word.getTerm(), known);
    }
    return new TermQuery(word.getTerm(), known);
  }

  private static Set<SitePath> linked(Site site, SitePage page) {
    Set<SitePath> linked = new HashSet<>();
    linked.add(page.path());
    page.targets()
        .forEach(target -> {
          if (target instanceof LinkTarget.Page to) {
            linked.add(to.path());
          }
        });
    site.citationsOf(page.path()).forEach(citation -> linked.add(citation.from().path()));
    page.frontMatter()
        .principles()
        .forEach(id -> site.principle(id.value()).ifPresent(to -> linked.add(to.path())));
    Folder folder = site.folderOf(page.path());
    linked.add(folder.address());
    if (folder.address().equals(page.path())) {
      folder.children().forEach(child -> linked.add(child.address()));
      site.parent(folder).ifPresent(above -> linked.add(above.address()));
    }
    return linked;
  }
}
