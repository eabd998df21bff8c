package dev.waymark.page;

import dev.waymark.diagnostic.Location;
import dev.waymark.flowchart.mermaid.Diagram;
import dev.waymark.link.LinkReference;
import dev.waymark.markdown.Heading;
import dev.waymark.markdown.MarkdownDocument;
import dev.waymark.source.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page as its file has it.
 *
 * @param start where the file starts, for what concerns the page as a whole
 * @param diagrams of the fences of the document, in the same order; empty for a fence that is shown
 *     as code
 * @param links all links: those of the document first, in its order, then those of the diagrams, a
 *     node after the other
 */
public record Page(
    SourcePath source,
    Location start,
    FrontMatter frontMatter,
    MarkdownDocument document,
    List<Optional<Diagram>> diagrams,
    List<LinkReference> links) {
  public Page {
    Objects.requireNonNull(source);
    Objects.requireNonNull(start);
    Objects.requireNonNull(frontMatter);
    Objects.requireNonNull(document);
    diagrams = List.copyOf(diagrams);
    links = List.copyOf(links);
    if (diagrams.size() != document.fences().size()) {
      throw new IllegalArgumentException(
          "%d diagrams of %d fences".formatted(diagrams.size(), document.fences().size()));
    }
  }

  /** A page without fences. */
  public Page(
      SourcePath source, Location start, FrontMatter frontMatter, MarkdownDocument document) {
    this(source, start, frontMatter, document, List.of(), document.links());
  }

  /** A page whose document has these diagrams. */
  static Page of(
      SourcePath source,
      Location start,
      FrontMatter frontMatter,
      MarkdownDocument document,
      List<Optional<Diagram>> diagrams) {
    List<LinkReference> links = new ArrayList<>(document.links());
    for (int i = 0; i < diagrams.size(); i++) {
      String section = document.fences().get(i).section();
      diagrams.get(i).ifPresent(diagram -> links.addAll(DiagramLinks.of(diagram, section)));
    }
    return new Page(source, start, frontMatter, document, diagrams, links);
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
