package dev.waymark.markdown;

import dev.waymark.diagnostic.Location;
import java.util.List;
import java.util.Objects;

/**
 * What the running text of a document measures: its paragraphs and items of lists, without
 * headings, tables and code.
 *
 * @param passages its longer paragraphs
 */
public record Prose(int words, int sentences, int syllables, List<Passage> passages) {
  /** That of a document without text, or of one that nobody measured. */
  public static final Prose NONE = new Prose(0, 0, 0, List.of());

  public Prose {
    passages = List.copyOf(passages);
  }

  /**
   * The age at which most people in the UK can read this, by the Flesch-Kincaid grade level
   * (Kincaid and others, 1975) and the five years that a child is old before the first grade. A
   * rough figure: syllables are counted by groups of vowels, and a page of few sentences says
   * little.
   */
  public double readingAge() {
    if (words == 0 || sentences == 0) {
      return 0;
    }
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5;
  }

  /**
   * A paragraph, so that another one with nearly the same words can be found.
   *
   * @param sketch for each of a number of hash functions, the least value that four words in a row
   *     have; the share of equal places of two sketches estimates how alike the passages are
   *     (Broder, "On the resemblance and containment of documents", 1997)
   */
  public record Passage(Location location, int[] sketch) {
    public Passage {
      Objects.requireNonNull(location);
      Objects.requireNonNull(sketch);
    }
  }
}
