package dev.waymark.markdown;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.link.LinkReference;
import dev.waymark.link.Percent;
import dev.waymark.link.Sentence;
import dev.waymark.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTML of one document, with slots for its links, and gathers the links on the way. Used
 * once.
 */
final class HtmlCompiler {
  /**
   * Reference links may add this many characters to a page of any length, and as many as a longer
   * page has.
   */
  static final int FREE_EXPANSION = 100_000;

  private final SourceText source;
  private final MarkdownOptions options;
  private final boolean verbatim;
  private final List<Extension> extensions;
  private final DocumentOutline outline;
  private final List<LinkReference> links = new ArrayList<>();
  private final List<Fence> fences = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private long expansion;
  private boolean expandedTooFar;
  private String section = "";

  /** The block that the last sentence came from, and its text: most have several links. */
  private @Nullable Node sentenceBlock;

  private InlineText sentences = InlineText.EMPTY;

  HtmlCompiler(
      SourceText source,
      MarkdownOptions options,
      boolean verbatim,
      List<Extension> extensions,
      DocumentOutline outline) {
    this.source = source;
    this.options = options;
    this.verbatim = verbatim;
    this.extensions = extensions;
    this.outline = outline;
  }

  MarkdownDocument compile(Node document, List<Diagnostic> found) {
    outline.tooDeep().ifPresent(this::reportDepth);
    outline.plainParagraphs().forEach(this::reportCrowd);
    outline.plainFootnote().ifPresent(this::reportFootnotes);
    UnlinkedHtml body = render(document);
    UnlinkedHtml title =
        outline
            .title()
            .filter(heading -> !verbatim)
            .map(this::renderTitle)
            .orElse(UnlinkedHtml.EMPTY);
    found.addAll(diagnostics);
    return new MarkdownDocument(
        outline.title().map(outline::heading),
        title,
        body,
        outline.sections(),
        links,
        outline.anchors(),
        fences);
  }

  private UnlinkedHtml render(Node node) {
    UnlinkedHtml.Builder html = new UnlinkedHtml.Builder();
    HtmlRenderer.builder()
        .nodeRendererFactory(context -> new BlockRenderer(context, html, this))
        .nodeRendererFactory(context -> new InlineRenderer(context, html, this))
        .extensions(extensions)
        .escapeHtml(!verbatim)
        .percentEncodeUrls(true)
        .build()
        .render(node, html);
    return html.build();
  }

  private UnlinkedHtml renderTitle(Node heading) {
    section = "";
    UnlinkedHtml.Builder html = new UnlinkedHtml.Builder();
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .nodeRendererFactory(context -> new InlineRenderer(context, html, this).quiet())
            .extensions(extensions)
            .escapeHtml(true)
            .build();
    for (Node child = heading.getFirstChild(); child != null; child = child.getNext()) {
      renderer.render(child, html);
    }
    return html.build();
  }

  private void reportDepth(Node node) {
    report(
        Diagnostic.of(Code.NESTING_TOO_DEEP, place(node))
            .withDetail(
                String.format(
                    Locale.ROOT,
                    "%d levels or more; what is deeper is shown as text",
                    SourceGuard.MAX_DEPTH))
            .withHelp("write it with fewer levels"));
  }

  private void reportCrowd(Node paragraph) {
    report(
        Diagnostic.of(Code.CROWDED_PARAGRAPH, place(paragraph))
            .withDetail("the paragraph is shown as its source")
            .withHelp("divide it with blank lines, or make a list of it"));
  }

  private void reportFootnotes(Node reference) {
    report(
        Diagnostic.of(Code.FOOTNOTE_EXPANSION, place(reference))
            .withDetail("from here on they are shown as plain text")
            .withHelp("point to each footnote once or twice, or split the page"));
  }

  boolean verbatim() {
    return verbatim;
  }

  MarkdownOptions options() {
    return options;
  }

  /** The heading of this node, unless it is the title, which is not part of the body. */
  Optional<Heading> section(Node node) {
    if (!verbatim && outline.title().equals(Optional.of(node))) {
      return Optional.empty();
    }
    Heading heading = outline.heading(node);
    if (heading.opensSection()) {
      section = heading.anchor();
    }
    return Optional.of(heading);
  }

  void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  Location placeOfAttributes(Image image) {
    return SourcePlaces.ofAttributes(image, source);
  }

  Location place(Node node) {
    return SourcePlaces.of(node, source);
  }

  /**
   * Takes note of a link or image and gives its index, or -1 if the page has had more of reference
   * links than it may grow by.
   *
   * @param label its plain text
   */
  int link(
      Node node,
      LinkReference.Kind kind,
      String destination,
      @Nullable String title,
      String label) {
    Optional<LinkReferenceDefinition> definition = outline.definition(destination);
    if (definition.isPresent() && expandsTooFar(node, destination, title)) {
      return -1;
    }
    Location location =
        definition
            .map(found -> SourcePlaces.ofDestination(found, source))
            .orElseGet(() -> SourcePlaces.ofDestination(node, source));
    return add(
        new LinkReference(
            kind, destination, label, location, section, sentence(node, destination)));
  }

  private boolean expandsTooFar(Node node, String destination, @Nullable String title) {
    if (expandedTooFar) {
      return true;
    }
    expansion += Percent.encode(destination).length();
    expansion += title == null ? 0 : Html.escape(title).length();
    if (expansion > Math.max(FREE_EXPANSION, source.text().length())) {
      expandedTooFar = true;
      report(
          Diagnostic.of(Code.REFERENCE_EXPANSION, place(node))
              .withDetail("from here on they are shown as plain text")
              .withHelp("use shorter addresses, or fewer links to the long ones"));
    }
    return expandedTooFar;
  }

  /** Takes note of a link by id and gives its index. */
  int link(WikiLink link) {
    Location location = SourcePlaces.of(link, source);
    return add(
        new LinkReference(
            LinkReference.Kind.ID, link.id(), link.label(), location, section, sentence(link, "")));
  }

  /** Takes note of a fence and gives its index. */
  int fence(String language, FencedCodeBlock block) {
    fences.add(new Fence(language, SourcePlaces.content(block, source), section));
    return fences.size() - 1;
  }

  private int add(LinkReference link) {
    links.add(link);
    return links.size() - 1;
  }

  private Sentence sentence(Node link, String destination) {
    if (destination.contains("://")) {
      return Sentence.NONE;
    }
    Node block = link.getParent();
    while (block.getParent() != null && !InlineRenderer.holdsText(block)) {
      block = block.getParent();
    }
    if (!block.equals(sentenceBlock)) {
      sentenceBlock = block;
      sentences = InlineText.of(block);
    }
    return sentences.sentence(link);
  }
}
