package dev.waymark.markdown;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.link.LinkReference;
import dev.waymark.link.Percent;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.image.attributes.ImageAttributes;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * The inline nodes that Waymark writes otherwise than commonmark-java does: links, images, raw HTML
 * and text.
 */
final class InlineRenderer implements NodeRenderer {
  private static final Pattern PIXELS = Pattern.compile("[0-9]{1,5}");
  private static final Pattern EMBEDDED = Pattern.compile("(?i)^[^:?#]*\\.ya?ml(?:#|$)");

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;
  private final UnlinkedHtml.Builder slots;
  private final HtmlCompiler compiler;
  private final RawHtml rawHtml;

  /** More than 0 where glossary terms are not marked. */
  private int quiet;

  InlineRenderer(
      HtmlNodeRendererContext context, UnlinkedHtml.Builder slots, HtmlCompiler compiler) {
    this.context = context;
    this.html = context.getWriter();
    this.slots = slots;
    this.compiler = compiler;
    this.rawHtml = new RawHtml(compiler.options().allowedHtml());
  }

  /** Marks no terms at all. */
  InlineRenderer quiet() {
    quiet++;
    return this;
  }

  /** Whether a node is a block whose children are inline. */
  static boolean holdsText(Node node) {
    return node instanceof TableCell
        || (node instanceof Block && !(node.getFirstChild() instanceof Block));
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Link.class, Image.class, WikiLink.class, HtmlInline.class, Text.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Link link -> link(link);
      case Image image -> image(image);
      case WikiLink link -> wikiLink(link);
      case HtmlInline tag -> htmlInline(tag);
      case Text text -> text(text);
      default -> throw new IllegalArgumentException("node " + node);
    }
  }

  private void link(Link link) {
    int index =
        compiler.link(
            link,
            LinkReference.Kind.LINK,
            link.getDestination(),
            link.getTitle(),
            InlineText.of(link).text());
    if (index < 0) {
      children(link);
      return;
    }
    if (compiler.verbatim()) {
      html.raw("<a");
      attribute("href", Percent.encode(link.getDestination()));
      attribute("title", link.getTitle());
      html.raw(">");
      children(link);
      html.raw("</a>");
      return;
    }
    int start = slots.length();
    attribute("title", link.getTitle());
    slots.slot(UnlinkedHtml.Slot.OPEN, start, index);
    quiet++;
    children(link);
    quiet--;
    slots.slot(UnlinkedHtml.Slot.CLOSE, slots.length(), index);
  }

  private void image(Image image) {
    String alternative = InlineText.of(image).text();
    int index =
        compiler.link(
            image, LinkReference.Kind.IMAGE, image.getDestination(), image.getTitle(), alternative);
    if (index < 0) {
      html.text(alternative);
      return;
    }
    if (compiler.verbatim()) {
      html.raw("<img");
      attribute("src", Percent.encode(image.getDestination()));
      attribute("alt", alternative);
      attribute("title", image.getTitle());
      html.raw(" />");
      return;
    }
    int start = slots.length();
    attribute("alt", alternative);
    attribute("title", image.getTitle());
    for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof ImageAttributes attributes) {
        attributes.getAttributes().forEach((name, value) -> size(image, name, value));
      }
    }
    slots.slot(isEmbed(image) ? UnlinkedHtml.Slot.EMBED : UnlinkedHtml.Slot.IMAGE, start, index);
  }

  /** Whether a node is an image that makes a block where it stands: a flowchart in a paragraph. */
  static boolean isEmbed(Node node) {
    return node instanceof Image image
        && image.getParent() instanceof Paragraph
        && EMBEDDED.matcher(image.getDestination()).find();
  }

  /**
   * Width and height as HTML has them: whole pixels. Others would be styles, which the page's
   * policy forbids.
   */
  private void size(Image image, String name, String value) {
    String pixels = value.endsWith("px") ? value.substring(0, value.length() - 2) : value;
    if (PIXELS.matcher(pixels).matches()) {
      attribute(name, pixels);
    } else {
      compiler.report(
          Diagnostic.of(Code.IMAGE_SIZE, compiler.placeOfAttributes(image))
              .withDetail(name + "=" + value + " is not a number of pixels")
              .withHelp("write whole pixels, such as {" + name + "=400}, or leave the size out"));
    }
  }

  private void attribute(String name, @Nullable String value) {
    if (value != null) {
      html.raw(" " + name + "=\"" + Html.escape(value) + "\"");
    }
  }

  private void wikiLink(WikiLink link) {
    int index = compiler.link(link);
    if (link.label().isEmpty()) {
      slots.slot(UnlinkedHtml.Slot.TITLED, slots.length(), index);
    } else {
      slots.slot(UnlinkedHtml.Slot.OPEN, slots.length(), index);
      html.text(link.label());
      slots.slot(UnlinkedHtml.Slot.CLOSE, slots.length(), index);
    }
  }

  private void htmlInline(HtmlInline tag) {
    if (compiler.verbatim() || rawHtml.isKept(tag)) {
      html.raw(tag.getLiteral());
      return;
    }
    if (RawHtml.isComment(tag.getLiteral())) {
      return;
    }
    if (!RawHtml.isClosing(tag)) {
      compiler.report(Diagnostic.of(Code.RAW_HTML, compiler.place(tag)).withHelp(RawHtml.HELP));
    }
    html.text(tag.getLiteral());
  }

  private void text(Text text) {
    int start = slots.length();
    html.text(text.getLiteral());
    if (quiet == 0 && !isInHeading(text)) {
      slots.slot(UnlinkedHtml.Slot.TEXT, start, -1);
    }
  }

  private static boolean isInHeading(Node node) {
    Node at = node.getParent();
    while (at != null && !(at instanceof Block)) {
      at = at.getParent();
    }
    return at instanceof org.commonmark.node.Heading;
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; ) {
      Node next = child.getNext();
      context.render(child);
      child = next;
    }
  }
}
