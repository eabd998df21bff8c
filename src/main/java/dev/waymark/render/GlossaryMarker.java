package dev.waymark.render;

import dev.waymark.config.Glossary;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Html;
import dev.waymark.markdown.TermMarker;
import dev.waymark.site.ShortText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks the first use of each glossary term on a page: a link to its entry, with the definition as
 * its title.
 *
 * <p>A term is found as a whole word, by itself or by its expansion. Abbreviations (two capitals or
 * more) are found in capitals only, so that MASH is not found in "mash". The longest term at a
 * place wins, even where it has been marked before: of "UK GDPR" no part is another term.
 */
final class GlossaryMarker {
  /** What a pop-up title has room for; the whole definition is a click away. */
  private static final int MAX_TITLE = 400;

  private final SitePath glossaryPage;
  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

  /**
   * @param html the words, escaped as they stand in HTML
   */
  private record Phrase(String html, boolean anyCase, Glossary.Term term) {}

  GlossaryMarker(Glossary glossary, SitePath glossaryPage) {
    this.glossaryPage = glossaryPage;
    for (Glossary.Term term : glossary.terms()) {
      if (term.marked()) {
        add(term.term().value(), term);
        add(term.expansion(), term);
      }
    }
    byFirstWord
        .values()
        .forEach(phrases ->
            phrases.sort(
                Comparator.comparingInt((Phrase phrase) -> phrase.html().length())
                    .reversed()
                    .thenComparing(Phrase::html)));
  }

  private void add(String words, Glossary.Term term) {
    String html = Html.escape(words);
    String first = html.substring(0, wordEnd(html, 0)).toLowerCase(Locale.ROOT);
    if (!first.isEmpty()) {
      boolean abbreviation =
          words.chars().filter(Character::isUpperCase).count() >= 2 && !words.contains(" ");
      byFirstWord
          .computeIfAbsent(first, key -> new ArrayList<>())
          .add(new Phrase(html, !abbreviation, term));
    }
  }

  /** A marker for one page; not thread-safe. */
  TermMarker forPage(SitePath from) {
    Set<Glossary.Term> marked = new HashSet<>();
    return (html, start, end, into) -> mark(html, start, end, into, from, marked);
  }

  private void mark(
      String html,
      int start,
      int end,
      StringBuilder into,
      SitePath from,
      Set<Glossary.Term> marked) {
    int copied = start;
    int at = start;
    while (at < end) {
      int wordEnd = wordEnd(html, at, end);
      if (wordEnd == at) {
        // The amp of &amp; is no word.
        int next = html.charAt(at) == '&' ? html.indexOf(';', at) : at;
        at = next < 0 ? end : next + 1;
        continue;
      }
      Phrase phrase = phraseAt(html, at, wordEnd, end);
      if (phrase == null) {
        at = wordEnd;
        continue;
      }
      int phraseEnd = at + phrase.html().length();
      if (!marked.add(phrase.term())) {
        at = phraseEnd;
        continue;
      }
      into.append(html, copied, at);
      link(html, at, phraseEnd, phrase.term(), from, into);
      at = phraseEnd;
      copied = phraseEnd;
    }
    into.append(html, copied, end);
  }

  private @Nullable Phrase phraseAt(String html, int at, int wordEnd, int end) {
    List<Phrase> phrases = byFirstWord.get(html.substring(at, wordEnd).toLowerCase(Locale.ROOT));
    if (phrases == null) {
      return null;
    }
    for (Phrase phrase : phrases) {
      int phraseEnd = at + phrase.html().length();
      if (phraseEnd <= end
          && html.regionMatches(phrase.anyCase(), at, phrase.html(), 0, phrase.html().length())
          && (phraseEnd == end || !isWordPart(html.charAt(phraseEnd)))) {
        return phrase;
      }
    }
    return null;
  }

  private void link(
      String html, int start, int end, Glossary.Term term, SitePath from, StringBuilder into) {
    into.append("<a class=\"term\" href=\"")
        .append(Html.escape(from.linkTo(glossaryPage)))
        .append('#')
        .append(Html.escape(Percent.encode(term.anchor())))
        .append("\" title=\"");
    String words =
        term.expansion().isEmpty()
            ? term.definition()
            : term.expansion() + ": " + term.definition();
    into.append(Html.escape(ShortText.of(words, MAX_TITLE)))
        .append("\">")
        .append(html, start, end)
        .append("</a>");
  }

  private static int wordEnd(String html, int from) {
    return wordEnd(html, from, html.length());
  }

  private static int wordEnd(String html, int from, int end) {
    int at = from;
    while (at < end && isWordPart(html.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c);
  }
}
