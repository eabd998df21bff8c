package dev.waymark.markdown;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.source.SourceText;
import java.util.List;

/** Reads text and closes its links without a site: each leads where it says. */
final class Reading {
  private static final MarkdownReader READER = new MarkdownReader(MarkdownOptions.defaults());

  private Reading() {}

  static Checked<MarkdownDocument> check(String text) {
    return READER.read(new SourceText("page.md", 1, text));
  }

  /** The HTML of a body. */
  static String html(String text) {
    return link(check(text).value());
  }

  static String link(MarkdownDocument document) {
    return link(document, document.body());
  }

  static String link(MarkdownDocument document, UnlinkedHtml html) {
    List<LinkTarget> targets = document.links().stream().map(Reading::target).toList();
    return html.link(
        new SitePath("page.html"), document.links(), targets, TermMarker.NONE, Embedder.NONE);
  }

  /** An id leads to a page of that title, an image to a file, all else to the outside. */
  private static LinkTarget target(LinkReference link) {
    return switch (link.kind()) {
      case ID, BARE_ID, BARE_PRINCIPLE ->
          new LinkTarget.Page(new SitePath("id.html"), "", "Title of " + link.destination());
      case IMAGE -> new LinkTarget.File(new SitePath("image.png"), "");
      case LINK -> new LinkTarget.External(Percent.encode(link.destination()));
    };
  }

  static List<Code> codes(Checked<?> read) {
    return read.diagnostics().stream().map(diagnostic -> diagnostic.code()).toList();
  }

  /** Line and column of each diagnostic. */
  static List<String> places(Checked<?> read) {
    return read.diagnostics().stream()
        .map(diagnostic -> diagnostic.location().line() + ":" + diagnostic.location().column())
        .toList();
  }
}
