package dev.waymark.site;

import dev.waymark.config.Glossary;
import dev.waymark.link.SitePath;
import dev.waymark.page.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The A to Z of everything. */
public final class AlphabeticalIndex {
  /** The letter of what starts with neither a letter nor a digit. */
  private static final String OTHER = "#";

  private AlphabeticalIndex() {}

  static List<IndexEntry> of(
      Collection<SitePage> pages, Glossary glossary, Optional<SitePath> glossaryPage) {
    List<IndexEntry> entries = new ArrayList<>();
    for (SitePage page : pages) {
      Kind kind = page.frontMatter().kind();
      entries.add(
          new IndexEntry(
              page.title(),
              page.path(),
              "",
              kind == Kind.GUIDE ? "" : kind.label(),
              page.frontMatter().summary()));
    }
    glossaryPage.ifPresent(path -> {
      for (Glossary.Term term : glossary.terms()) {
        String word = term.term().value();
        entries.add(new IndexEntry(word, path, term.anchor(), "Glossary", term.expansion()));
        if (!term.expansion().isEmpty()) {
          entries.add(
              new IndexEntry(capitalised(term.expansion()), path, term.anchor(), "Glossary", word));
        }
      }
    });
    return entries.stream().map(Keyed::of).sorted(Keyed.ORDER).map(Keyed::entry).toList();
  }

  /** An entry with what it is sorted by, which is worked out once. */
  private record Keyed(String letter, String folded, IndexEntry entry) {
    static final Comparator<Keyed> ORDER =
        Comparator.comparing(Keyed::letter)
            .thenComparing(Keyed::folded)
            .thenComparing(keyed -> keyed.entry.title())
            .thenComparing(keyed -> keyed.entry.target())
            .thenComparing(keyed -> keyed.entry.anchor());

    static Keyed of(IndexEntry entry) {
      String folded = fold(entry.title());
      String letter = letterOf(folded);
      return new Keyed(letter.equals(OTHER) ? "" : letter, folded, entry);
    }
  }

  /**
   * The letter a title stands under: its first letter or digit, a letter without accent and in
   * upper case, any digit as {@code 0–9}, and {@code #} where there is neither.
   */
  public static String letter(String title) {
    return letterOf(fold(title));
  }

  private static String letterOf(String folded) {
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      if (Character.isDigit(c)) {
        return "0\u20139";
      }
      if (Character.isLetter(c)) {
        return Character.toString(c).toUpperCase(Locale.ROOT);
      }
      i += Character.charCount(c);
    }
    return OTHER;
  }

  /** Lower case without accents, the same whatever the locale. */
  private static String fold(String title) {
    if (title.chars().allMatch(c -> c < 0x80)) {
      return title.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private static String capitalised(String words) {
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(words.codePointAt(0)))
        .append(words.substring(words.offsetByCodePoints(0, 1)))
        .toString();
  }
}
