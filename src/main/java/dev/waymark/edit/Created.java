package dev.waymark.edit;

import java.util.Objects;
import java.util.Optional;

/**
 * A file that was written.
 *
 * @param file as reached from the working folder, with forward slashes
 * @param id that other pages name it by, where its file says one
 * @param linkFrom a page to link to it from, as {@code file}; absent where no folder on the way up
 *     has a page
 * @param link Markdown to put there
 */
public record Created(
    ContentKind kind,
    String file,
    String title,
    Optional<String> id,
    Optional<String> linkFrom,
    String link) {
  public Created {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(file);
    Objects.requireNonNull(title);
    Objects.requireNonNull(link);
  }
}
