package dev.waymark.markdown;

import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one Markdown text says.
 *
 * @param title the first heading of level 1, which is the heading of the page and no part of the
 *     body
 * @param titleHtml the title's own HTML, without the {@code h1} around it; empty where there is
 *     none
 * @param headings all others, in order
 * @param links all links, in an order that {@code titleHtml} and {@code body} refer to
 * @param anchors everything in the page that a link can point at
 * @param fences those that may be more than code, in an order that {@code body} refers to
 * @param prose what its text measures, where that was asked for
 */
public record MarkdownDocument(
    Optional<Heading> title,
    UnlinkedHtml titleHtml,
    UnlinkedHtml body,
    List<Heading> headings,
    List<LinkReference> links,
    Set<String> anchors,
    List<Fence> fences,
    Prose prose) {
  public MarkdownDocument {
    Objects.requireNonNull(title);
    Objects.requireNonNull(titleHtml);
    Objects.requireNonNull(body);
    headings = List.copyOf(headings);
    links = List.copyOf(links);
    anchors = Set.copyOf(anchors);
    fences = List.copyOf(fences);
    Objects.requireNonNull(prose);
  }

  /** A document whose text nobody measured. */
  public MarkdownDocument(
      Optional<Heading> title,
      UnlinkedHtml titleHtml,
      UnlinkedHtml body,
      List<Heading> headings,
      List<LinkReference> links,
      Set<String> anchors,
      List<Fence> fences) {
    this(title, titleHtml, body, headings, links, anchors, fences, Prose.NONE);
  }

  /** The same with what its text measures. */
  MarkdownDocument with(Prose measured) {
    return new MarkdownDocument(title, titleHtml, body, headings, links, anchors, fences, measured);
  }

  /**
   * The text of the body by section: first what stands before any heading, then what stands under
   * each heading that {@linkplain Heading#opensSection() opens a section}, in order. Code, tables
   * and alternative texts are in it, a footnote is in the section that first refers to it.
   *
   * @param targets what the links mean, in the same order; links by id take their words from them
   */
  public List<SectionText> sections(List<LinkTarget> targets) {
    return body.sections(headings, links, targets);
  }
}
