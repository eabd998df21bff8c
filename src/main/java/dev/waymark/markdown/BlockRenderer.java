package dev.waymark.markdown;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** The blocks that Waymark writes otherwise than commonmark-java does. */
final class BlockRenderer implements NodeRenderer {
  private static final Map<String, String> ALERTS =
      Map.of(
          "[!note]", "Note",
          "[!tip]", "Tip",
          "[!important]", "Important",
          "[!warning]", "Warning",
          "[!caution]", "Caution");

  private static final String MERMAID = "mermaid";

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;
  private final UnlinkedHtml.Builder slots;
  private final HtmlCompiler compiler;
  private int tables;

  BlockRenderer(
      HtmlNodeRendererContext context, UnlinkedHtml.Builder slots, HtmlCompiler compiler) {
    this.context = context;
    this.html = context.getWriter();
    this.slots = slots;
    this.compiler = compiler;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        org.commonmark.node.Heading.class,
        BlockQuote.class,
        HtmlBlock.class,
        Paragraph.class,
        FencedCodeBlock.class,
        TaskListItemMarker.class,
        TableBlock.class,
        TableHead.class,
        TableBody.class,
        TableRow.class,
        TableCell.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case org.commonmark.node.Heading heading -> heading(heading);
      case BlockQuote quote -> quote(quote);
      case HtmlBlock block -> htmlBlock(block);
      case Paragraph paragraph -> paragraph(paragraph);
      case FencedCodeBlock block -> fence(block);
      case TaskListItemMarker marker -> taskMarker(marker);
      case TableBlock table -> table(table);
      case TableHead head -> element("thead", Map.of(), head, true);
      case TableBody body -> element("tbody", Map.of(), body, true);
      case TableRow row -> element("tr", Map.of(), row, true);
      case TableCell cell -> cell(cell);
      default -> throw new IllegalArgumentException("node " + node);
    }
  }

  private void heading(org.commonmark.node.Heading node) {
    Optional<Heading> heading = compiler.section(node);
    if (heading.isEmpty()) {
      return;
    }
    // A page has one h1, which its layout prints.
    int level = compiler.verbatim() ? node.getLevel() : Math.max(2, node.getLevel());
    html.line();
    html.tag("h" + level, compiler.verbatim() ? Map.of() : Map.of("id", heading.get().anchor()));
    children(node);
    html.tag("/h" + level);
    html.line();
  }

  private void quote(BlockQuote quote) {
    Optional<Text> marker = alertMarker(quote);
    if (marker.isEmpty()) {
      element("blockquote", Map.of(), quote, true);
      return;
    }
    String name = ALERTS.get(marker.get().getLiteral().toLowerCase(Locale.ROOT));
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "alert alert-" + name.toLowerCase(Locale.ROOT));
    attributes.put("role", "note");
    html.line();
    html.tag("div", attributes);
    html.line();
    html.raw("<p class=\"alert-title\">" + name + "</p>");
    html.line();
    dropMarker(marker.get());
    children(quote);
    html.tag("/div");
    html.line();
  }

  /** The {@code [!NOTE]} that stands alone on the first line of an alert. */
  private static Optional<Text> alertMarker(BlockQuote quote) {
    return quote.getFirstChild() instanceof Paragraph paragraph
            && paragraph.getFirstChild() instanceof Text text
            && ALERTS.containsKey(text.getLiteral().toLowerCase(Locale.ROOT))
            && (text.getNext() == null || text.getNext() instanceof SoftLineBreak)
            && (text.getNext() != null || paragraph.getNext() != null)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static void dropMarker(Text marker) {
    Node paragraph = marker.getParent();
    if (marker.getNext() != null) {
      marker.getNext().unlink();
      marker.unlink();
    } else {
      paragraph.unlink();
    }
  }

  /** An image that makes a block cannot stand in a paragraph, so it parts one in two. */
  private void paragraph(Paragraph paragraph) {
    boolean tight =
        paragraph.getParent() instanceof ListItem item
            && item.getParent() instanceof ListBlock list
            && list.isTight();
    boolean open = false;
    if (!tight) {
      html.line();
    }
    for (Node child = paragraph.getFirstChild(); child != null; ) {
      Node next = child.getNext();
      if (InlineRenderer.isEmbed(child)) {
        if (open) {
          html.tag("/p");
          open = false;
        }
        html.line();
        context.render(child);
        html.line();
      } else if (open || tight || !isBreak(child)) {
        if (!open && !tight) {
          html.tag("p");
          open = true;
        }
        if (!isBreak(child) || (next != null && !InlineRenderer.isEmbed(next))) {
          context.render(child);
        }
      }
      child = next;
    }
    if (open) {
      html.tag("/p");
    }
    if (!tight) {
      html.line();
    }
  }

  private static boolean isBreak(Node node) {
    return node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }

  private void fence(FencedCodeBlock block) {
    String info = block.getInfo() == null ? "" : block.getInfo();
    String language = info.split("\\s", 2)[0];
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!language.isEmpty()) {
      attributes.put("class", "language-" + language);
    }
    html.line();
    int start = slots.length();
    html.tag("pre");
    html.tag("code", attributes);
    html.text(block.getLiteral());
    html.tag("/code");
    html.tag("/pre");
    html.line();
    if (language.equalsIgnoreCase(MERMAID) && !compiler.verbatim()) {
      slots.slot(UnlinkedHtml.Slot.FENCE, start, compiler.fence(MERMAID, block));
    }
  }

  private void htmlBlock(HtmlBlock block) {
    String literal = block.getLiteral();
    html.line();
    if (compiler.verbatim()) {
      html.raw(literal);
    } else if (!RawHtml.isComment(literal)) {
      compiler.report(Diagnostic.of(Code.RAW_HTML, compiler.place(block)).withHelp(RawHtml.HELP));
      html.raw("<pre class=\"raw-html\">");
      html.text(literal);
      html.raw("</pre>");
    }
    html.line();
  }

  private void taskMarker(TaskListItemMarker marker) {
    // A disabled check box is a control without a name: a mark and a word serve everybody.
    html.raw(
        marker.isChecked()
            ? "<span class=\"task task-done\" role=\"img\" aria-label=\"Done:\"></span> "
            : "<span class=\"task\" role=\"img\" aria-label=\"To do:\"></span> ");
    children(marker);
  }

  private void table(TableBlock table) {
    tables++;
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "table-scroll");
    attributes.put("role", "region");
    attributes.put("aria-label", "Table " + tables);
    attributes.put("tabindex", "0");
    html.line();
    if (!compiler.verbatim()) {
      html.tag("div", attributes);
    }
    element("table", Map.of(), table, true);
    if (!compiler.verbatim()) {
      html.tag("/div");
      html.line();
    }
  }

  private void cell(TableCell cell) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (cell.isHeader()) {
      attributes.put("scope", "col");
    }
    if (cell.getAlignment() != null && cell.getAlignment() != TableCell.Alignment.LEFT) {
      attributes.put("class", "align-" + cell.getAlignment().name().toLowerCase(Locale.ROOT));
    }
    String name = cell.isHeader() && cell.getFirstChild() != null ? "th" : "td";
    if (name.equals("td")) {
      attributes.remove("scope");
    }
    element(name, attributes, cell, false);
    html.line();
  }

  private void element(String name, Map<String, String> attributes, Node node, boolean lines) {
    html.line();
    html.tag(name, attributes);
    if (lines) {
      html.line();
    }
    children(node);
    if (lines) {
      html.line();
    }
    html.tag("/" + name);
    if (lines) {
      html.line();
    }
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; ) {
      Node next = child.getNext();
      context.render(child);
      child = next;
    }
  }
}
