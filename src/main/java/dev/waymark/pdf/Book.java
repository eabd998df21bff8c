package dev.waymark.pdf;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be set.
 *
 * @param description or empty
 * @param language a BCP 47 tag
 * @param notice that stands at the foot of every page, or empty
 * @param date of the content, in the properties of the file
 * @param asAt the same in words, for the first page, or empty
 * @param chapters what the contents and the bookmarks list, in order
 * @param html the text: elements with the ids of the chapters
 */
public record Book(
    String title,
    String description,
    String language,
    String notice,
    Optional<LocalDate> date,
    String asAt,
    List<Chapter> chapters,
    String html) {
  public Book {
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(language);
    Objects.requireNonNull(notice);
    Objects.requireNonNull(date);
    Objects.requireNonNull(asAt);
    chapters = List.copyOf(chapters);
    Objects.requireNonNull(html);
  }

  /**
   * A chapter, or a part of one.
   *
   * @param level 1 for a chapter, more for what is in the one before
   * @param id of its element
   */
  public record Chapter(int level, String title, String id) {
    public Chapter {
      if (level < 1) {
        throw new IllegalArgumentException("level: " + level);
      }
      Objects.requireNonNull(title);
      Objects.requireNonNull(id);
    }
  }
}
