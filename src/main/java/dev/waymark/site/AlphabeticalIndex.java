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

  /**
   * The order of an A to Z: by letter, then by what follows it without regard to accents, capitals
   * and marks in front.
   */
  public static final Comparator<String> ORDER = Comparator.comparing(Key::of);

  /** What a title is sorted by. */
  private record Key(String letter, String folded, String title) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::letter).thenComparing(Key::folded).thenComparing(Key::title);

    static Key of(String title) {
      return new Key(letterOrder(title), withoutMarks(fold(title)), title);
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

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
  private record Keyed(Key key, IndexEntry entry) {
    static final Comparator<Keyed> ORDER =
        Comparator.comparing(Keyed::key)
            .thenComparing(keyed -> keyed.entry.target())
            .thenComparing(keyed -> keyed.entry.anchor());

    static Keyed of(IndexEntry entry) {
      return new Keyed(Key.of(entry.title()), entry);
    }
  }

  /**
   * The letter a title stands under: its first letter or digit, a letter without accent and in
   * upper case, any digit as {@code 0–9}, and {@code #} where there is neither.
   */
  public static String letter(String title) {
    String folded = withoutMarks(fold(title));
    if (folded.isEmpty()) {
      return OTHER;
    }
    int first = folded.codePointAt(0);
    if (Character.isDigit(first)) {
      return "0\u20139";
    }
    // One letter, though the capital form of some (ß) is two.
    return Character.toString(Character.toString(first).toUpperCase(Locale.ROOT).codePointAt(0));
  }

  /** From the first letter or digit on. */
  private static String withoutMarks(String folded) {
    for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
      if (Character.isLetterOrDigit(folded.codePointAt(i))) {
        return folded.substring(i);
      }
    }
    return "";
  }

  private static String letterOrder(String title) {
    String letter = letter(title);
    return letter.equals(OTHER) ? "" : letter;
  }

  /** Lower case without accents and ligatures, the same whatever the locale. */
  private static String fold(String title) {
    if (title.chars().allMatch(c -> c < 0x80)) {
      return title.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
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
