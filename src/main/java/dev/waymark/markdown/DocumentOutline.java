package dev.waymark.markdown;

import dev.waymark.diagnostic.Location;
import dev.waymark.link.Slug;
import dev.waymark.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a tree before its HTML can be made: headings with their anchors, and the
 * definitions that reference links come from.
 */
final class DocumentOutline {
  private final Map<Node, Heading> headings = new LinkedHashMap<>();

  /**
   * By the very string object that commonmark-java hands from a definition to each of its links.
   */
  private final Map<String, LinkReferenceDefinition> definitions = new IdentityHashMap<>();

  private final Set<String> anchors = new HashSet<>();
  private Optional<Node> title = Optional.empty();
  private Optional<Node> tooDeep = Optional.empty();
  private List<Node> plainParagraphs = List.of();
  private Optional<Node> plainFootnote = Optional.empty();

  private DocumentOutline() {}

  static DocumentOutline of(Node document, SourceText source) {
    DocumentOutline outline = new DocumentOutline();
    Collector collector = new Collector(source.text().length());
    document.accept(collector);
    outline.definitions.putAll(collector.definitions);
    outline.tooDeep = Optional.ofNullable(collector.tooDeep);
    outline.plainParagraphs = List.copyOf(collector.plainParagraphs);
    outline.plainFootnote = Optional.ofNullable(collector.footnotes.firstPlain);
    Slug.Unique unique = new Slug.Unique();
    for (String label : collector.footnotes.shown()) {
      unique.reserve("fn-" + label);
      unique.reserve("fnref-" + label);
      outline.anchors.add("fn-" + label);
    }
    for (org.commonmark.node.Heading node : collector.headings) {
      String text = InlineText.of(node).text().strip();
      Location location = SourcePlaces.of(node, source);
      Heading heading = new Heading(node.getLevel(), text, unique.next(text), location);
      outline.headings.put(node, heading);
      outline.anchors.add(heading.anchor());
      if (outline.title.isEmpty() && heading.level() == 1) {
        outline.title = Optional.of(node);
      }
    }
    return outline;
  }

  /** The node of the first heading of level 1. */
  Optional<Node> title() {
    return title;
  }

  Heading heading(Node node) {
    return headings.get(node);
  }

  /** All headings but the title, in order. */
  List<Heading> sections() {
    List<Heading> sections = new ArrayList<>();
    headings.forEach((node, heading) -> {
      if (!title.equals(Optional.of(node))) {
        sections.add(heading);
      }
    });
    return sections;
  }

  /**
   * The first node at which blocks or inline marks reach the depth where the parser stops nesting
   * them.
   */
  Optional<Node> tooDeep() {
    return tooDeep;
  }

  /** Signs of the paragraphs that were too crowded to be parsed. */
  List<Node> plainParagraphs() {
    return plainParagraphs;
  }

  /** What stands for the first footnote reference that is one too many. */
  Optional<Node> plainFootnote() {
    return plainFootnote;
  }

  Set<String> anchors() {
    return anchors;
  }

  /**
   * Where the destination of this reference link was defined, or empty for a link of another form.
   */
  Optional<LinkReferenceDefinition> definition(String destination) {
    return Optional.ofNullable(definitions.get(destination));
  }

  private static final class Collector extends AbstractVisitor {
    private final List<org.commonmark.node.Heading> headings = new ArrayList<>();
    private final List<Node> plainParagraphs = new ArrayList<>();
    private final Map<String, LinkReferenceDefinition> definitions = new IdentityHashMap<>();
    private final Footnotes footnotes;

    private int blockDepth;
    private int inlineDepth;
    private @Nullable Node tooDeep;
    private boolean hasTitle;

    private Collector(int length) {
      this.footnotes = new Footnotes(length);
    }

    @Override
    protected void visitChildren(Node parent) {
      boolean block = parent instanceof Block;
      blockDepth += block ? 1 : 0;
      inlineDepth += block ? 0 : 1;
      // The document itself is not counted.
      if (Math.max(blockDepth - 1, inlineDepth) >= SourceGuard.MAX_DEPTH && tooDeep == null) {
        tooDeep = parent;
      }
      super.visitChildren(parent);
      blockDepth -= block ? 1 : 0;
      inlineDepth -= block ? 0 : 1;
    }

    @Override
    public void visit(org.commonmark.node.Heading heading) {
      headings.add(heading);
      boolean title = heading.getLevel() == 1 && !hasTitle;
      hasTitle |= title;
      footnotes.inTitle = title;
      visitChildren(heading);
      footnotes.inTitle = false;
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
      definitions.put(definition.getDestination(), definition);
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof FootnoteDefinition definition) {
        FootnoteDefinition around = footnotes.enter(definition);
        visitChildren(block);
        footnotes.leave(around);
      } else {
        visitChildren(block);
      }
    }

    @Override
    public void visit(CustomNode node) {
      switch (node) {
        case WikiLink link -> link.removeOuterBracket();
        case FootnoteReference reference -> footnotes.take(reference);
        case InlineGuard.PlainParagraph sign -> plainParagraphs.add(sign);
        default -> visitChildren(node);
      }
    }
  }
}
