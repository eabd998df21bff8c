package dev.waymark.page;

import dev.waymark.diagnostic.Location;
import dev.waymark.markdown.Heading;
import dev.waymark.markdown.MarkdownDocument;
import dev.waymark.source.SourcePath;
import java.util.Objects;

/**
 * A page as its file has it.
 *
 * @param start where the file starts, for what concerns the page as a whole
 */
public record Page(
    SourcePath source, Location start, FrontMatter frontMatter, MarkdownDocument document) {
  public Page {
    Objects.requireNonNull(source);
    Objects.requireNonNull(start);
    Objects.requireNonNull(frontMatter);
    Objects.requireNonNull(document);
  }

  /**
   * The title for lists and search: that of the front matter, else the first heading, else the name
   * of the file.
   */
  public String title() {
    return frontMatter
        .title()
        .map(located -> located.value())
        .or(() -> document.title().map(Heading::text).filter(text -> !text.isEmpty()))
        .or(() ->
            document.headings().stream()
                .findFirst()
                .map(Heading::text)
                .filter(text -> !text.isEmpty()))
        .orElseGet(this::titleFromName);
  }

  private String titleFromName() {
    String stem = source.stem();
    String folder = source.folder();
    if (isFolderPage() && !folder.isEmpty()) {
      String path = folder.substring(0, folder.length() - 1);
      stem = path.substring(path.lastIndexOf('/') + 1);
    }
    return titleOf(stem);
  }

  /**
   * A title out of the name of a file or folder: {@code data-protection} gives {@code Data
   * protection}.
   */
  public static String titleOf(String name) {
    String words = name.replace('-', ' ').replace('_', ' ').strip();
    return words.isEmpty()
        ? name
        : new StringBuilder()
            .appendCodePoint(Character.toTitleCase(words.codePointAt(0)))
            .append(words.substring(words.offsetByCodePoints(0, 1)))
            .toString();
  }

  /** Whether it is named as the page of its folder: {@code index} or {@code README}. */
  public boolean isFolderPage() {
    return isIndex() || isReadme();
  }

  /** Whether it is named {@code index}, in any case. */
  public boolean isIndex() {
    return source.stem().equalsIgnoreCase("index");
  }

  /** Whether it is named {@code README}, in any case. */
  public boolean isReadme() {
    return source.stem().equalsIgnoreCase("readme");
  }
}
