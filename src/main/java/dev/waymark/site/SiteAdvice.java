package dev.waymark.site;

import dev.waymark.config.Glossary;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.markdown.Heading;
import dev.waymark.markdown.Prose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Advice about a site that goes together without an error, and could be better to read. */
public final class SiteAdvice {
  private static final Pattern ABBREVIATION = Pattern.compile("[A-Z]{2,6}");

  /** What screen readers list without the sentence around it. */
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "click",
          "click here",
          "click this",
          "details",
          "follow this link",
          "here",
          "info",
          "link",
          "more",
          "more details",
          "more info",
          "more information",
          "page",
          "read more",
          "see here",
          "see more",
          "this",
          "this link",
          "this page");

  /** Sketches agree in so many of 16 places when about nine of ten words in a row are the same. */
  private static final int ALIKE = 13;

  private static final int BAND = 4;

  /** So many of one kind are looked at; a text that is everywhere is told all the same. */
  private static final int MAX_CANDIDATES = 3;

  private final Site site;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private SiteAdvice(Site site) {
    this.site = site;
  }

  /** All advice about a site, whether or not it is wanted. */
  public static List<Diagnostic> of(Site site) {
    SiteAdvice advice = new SiteAdvice(site);
    boolean summaries = advice.givesSummaries();
    for (SitePage page : site.pages().values()) {
      advice.headings(page);
      advice.links(page);
      advice.review(page);
      if (summaries) {
        advice.summary(page);
      }
    }
    advice.passages();
    return advice.diagnostics;
  }

  /** The abbreviations that a glossary explains, or uses as known. */
  public static Set<String> abbreviations(Glossary glossary) {
    Set<String> known = new HashSet<>();
    for (Glossary.Term term : glossary.terms()) {
      Stream.concat(Stream.of(term.term().value(), term.expansion()), term.synonyms().stream())
          .forEach(words -> {
            Matcher found = ABBREVIATION.matcher(words);
            while (found.find()) {
              known.add(found.group());
            }
          });
    }
    return known;
  }

  private void headings(SitePage page) {
    if (site.flowcharts().containsKey(page.path())) {
      return;
    }
    int level = 1;
    for (Heading heading : page.page().document().headings()) {
      if (heading.level() == 1 && page.page().document().title().isPresent()) {
        diagnostics.add(
            Diagnostic.of(Code.SECOND_TITLE, heading.location())
                .withDetail("the first one is the heading of the page")
                .withHelp("write ## for a section"));
      } else if (heading.level() > level + 1) {
        diagnostics.add(
            Diagnostic.of(Code.HEADING_SKIPPED, heading.location())
                .withDetail(
                    "it has level %s and stands below level %s".formatted(heading.level(), level))
                .withHelp("write " + "#".repeat(level + 1) + " here"));
      }
      level = heading.level();
    }
  }

  private void links(SitePage page) {
    List<LinkReference> links = page.page().links();
    for (int i = 0; i < links.size(); i++) {
      LinkReference link = links.get(i);
      String words = link.label().strip();
      boolean picture =
          link.kind() == LinkReference.Kind.IMAGE
              && !(page.targets().get(i) instanceof LinkTarget.Page);
      if (picture && words.isEmpty()) {
        diagnostics.add(
            Diagnostic.of(Code.IMAGE_WORDS, link.location())
                .withDetail("screen readers have nothing to say")
                .withHelp("say between the brackets what it shows: ![Map of the area](map.png)"));
      } else if (link.kind() == LinkReference.Kind.LINK && isEmpty(words)) {
        diagnostics.add(
            Diagnostic.of(Code.LINK_WORDS, link.location())
                .withDetail("\u201c%s\u201d could lead anywhere".formatted(words))
                .withHelp("name what it leads to, such as its title"));
      }
    }
  }

  private static boolean isEmpty(String words) {
    return words.length() <= 20
        && EMPTY_WORDS.contains(
            words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "").strip());
  }

  private void review(SitePage page) {
    Optional<LocalDate> due = page.frontMatter().reviewBy();
    if (due.isPresent() && site.asOf().filter(due.get()::isBefore).isPresent()) {
      diagnostics.add(
          Diagnostic.of(Code.REVIEW_OVERDUE, page.page().start())
              .withDetail(
                  "its review was due by %s; today counts as %s"
                      .formatted(due.get(), site.asOf().get()))
              .withHelp(
                  "read the page again; then write the new dates after reviewed: and review-by: at"
                      + " its top"));
    }
  }

  /** A site where hardly a page has a summary does without them. */
  private boolean givesSummaries() {
    long given =
        site.pages().values().stream()
            .filter(page -> !page.frontMatter().summary().isEmpty())
            .count();
    return 2 * given >= site.pages().size();
  }

  private void summary(SitePage page) {
    if (page.frontMatter().summary().isEmpty() && !page.path().equals(Site.HOME)) {
      diagnostics.add(
          Diagnostic.of(Code.NO_SUMMARY, page.page().start())
              .withDetail("lists and search results show one; most pages here have it")
              .withHelp(
                  Flowchart.isFlowchart(page.page().source())
                      ? "write summary: and one sentence at the top of the file"
                      : "write summary: and one sentence between the two lines --- at the top of"
                          + " the file; add those lines if there are none"));
    }
  }

  private record Seen(SitePage page, Prose.Passage passage) {}

  /** Sketches that agree in one of four bands are compared as a whole. */
  private void passages() {
    Map<List<Integer>, List<Seen>> bands = new HashMap<>();
    for (SitePage page : site.pages().values()) {
      for (Prose.Passage passage : page.page().document().prose().passages()) {
        Optional<Seen> like = Optional.empty();
        for (int band = 0; band < passage.sketch().length; band += BAND) {
          List<Seen> candidates =
              bands.computeIfAbsent(key(passage.sketch(), band), key -> new ArrayList<>(1));
          for (Seen seen : candidates) {
            if (like.isEmpty()
                && !seen.page().path().equals(page.path())
                && alike(seen.passage().sketch(), passage.sketch()) >= ALIKE) {
              like = Optional.of(seen);
            }
          }
          if (candidates.size() < MAX_CANDIDATES) {
            candidates.add(new Seen(page, passage));
          }
        }
        like.ifPresent(seen -> diagnostics.add(repeated(passage, seen)));
      }
    }
  }

  private static List<Integer> key(int[] sketch, int band) {
    List<Integer> key = new ArrayList<>(BAND + 1);
    key.add(band);
    Arrays.stream(sketch, band, band + BAND).forEach(key::add);
    return key;
  }

  private static int alike(int[] one, int[] other) {
    int same = 0;
    for (int i = 0; i < one.length; i++) {
      same += one[i] == other[i] ? 1 : 0;
    }
    return same;
  }

  private static Diagnostic repeated(Prose.Passage passage, Seen seen) {
    return Diagnostic.of(Code.PASSAGE_REPEATED, passage.location())
        .withDetail(
            "so does %s, on the page \u201c%s\u201d"
                .formatted(seen.passage().location(), seen.page().title()))
        .withHelp("say it on one page, and link to it from the other");
  }
}
