package dev.waymark.markdown;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.image.attributes.ImageAttributesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown text to {@link MarkdownDocument}: CommonMark 0.31.2 with tables, strikethrough,
 * autolinks, task lists, footnotes, image attributes, alerts and links by id.
 *
 * <p>Thread-safe. No text makes it fail, and none makes its work or its output grow out of
 * proportion: what would is shown as plain source, with a diagnostic.
 */
public final class MarkdownReader {
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          FootnotesExtension.create(),
          TaskListItemsExtension.create(),
          ImageAttributesExtension.create());

  private final MarkdownOptions options;
  private final boolean verbatim;
  private final Parser parser;

  public MarkdownReader(MarkdownOptions options) {
    this(options, false);
  }

  /**
   * @param verbatim for the examples of the specification: raw HTML goes through, links lead where
   *     they say, the title stays in the body, and bare addresses and links by id, which the
   *     specification has as text, are none
   */
  MarkdownReader(MarkdownOptions options, boolean verbatim) {
    this.options = options;
    this.verbatim = verbatim;
    Parser.Builder builder = Parser.builder();
    if (!verbatim) {
      builder.postProcessor(new BareAddresses());
      builder.linkProcessor(new WikiLink.Processor());
    }
    this.parser =
        builder
            .extensions(EXTENSIONS)
            .inlineParserFactory(InlineGuard::of)
            .maxOpenBlockParsers(SourceGuard.MAX_DEPTH)
            .maxInlineNesting(SourceGuard.MAX_DEPTH)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
  }

  /** Reads one text. */
  public Checked<MarkdownDocument> read(SourceText given) {
    SourceText source = given.decoded();
    Optional<Diagnostic> danger = SourceGuard.check(source);
    if (danger.isPresent()) {
      return new Checked<>(asSource(source), List.of(danger.get()));
    }
    Node document = parser.parse(source.text());
    List<Diagnostic> diagnostics = new ArrayList<>();
    HtmlCompiler compiler =
        new HtmlCompiler(
            source, options, verbatim, EXTENSIONS, DocumentOutline.of(document, source));
    MarkdownDocument compiled = compiler.compile(document, diagnostics);
    if (options.advice().isPresent()) {
      Optional<Set<String>> explained = options.advice().get().explained();
      ProseReader prose =
          new ProseReader(source, explained.orElse(Set.of()), explained.isPresent(), diagnostics);
      compiled = compiled.with(prose.read(document));
    }
    return new Checked<>(compiled, diagnostics);
  }

  /** The text as it stands, for what cannot be read as Markdown. */
  private static MarkdownDocument asSource(SourceText source) {
    UnlinkedHtml.Builder html = new UnlinkedHtml.Builder();
    html.append("<pre class=\"source\">").append(Html.escape(source.text())).append("</pre>\n");
    return new MarkdownDocument(
        Optional.empty(),
        UnlinkedHtml.EMPTY,
        html.build(),
        List.of(),
        List.of(),
        Set.of(),
        List.of());
  }
}
