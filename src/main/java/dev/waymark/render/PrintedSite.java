package dev.waymark.render;

import java.util.List;
import java.util.Objects;

/**
 * All pages of a site as one text.
 *
 * @param chapters in reading order, without the first page
 * @param date of the content in words, such as {@code 30 June 2026}, or empty
 * @param html an element with the id of each chapter, and links between them as {@code #id}
 */
public record PrintedSite(List<Chapter> chapters, String date, String html) {
  public PrintedSite {
    chapters = List.copyOf(chapters);
    Objects.requireNonNull(date);
    Objects.requireNonNull(html);
  }

  /**
   * A page in the text.
   *
   * @param level 1 for the pages at the top and the pages of the folders there, 2 for what is in
   *     those folders, and so on
   */
  public record Chapter(int level, String title, String id) {
    public Chapter {
      Objects.requireNonNull(title);
      Objects.requireNonNull(id);
    }
  }
}
