package dev.waymark.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** A link by id: {@code [[p3]]} or {@code [[p3|other words]]}. */
final class WikiLink extends CustomNode {
  private final String id;
  private final String label;

  private WikiLink(String id, String label) {
    this.id = id;
    this.label = label;
  }

  String id() {
    return id;
  }

  /** The words after the bar, or empty. */
  String label() {
    return label;
  }

  /**
   * Reads the inner pair of brackets, where commonmark-java asks what they mean, and looks whether
   * another pair stands right around it. The outer opening bracket is left in the tree as text;
   * {@link #removeOuterBracket} takes it away. What CommonMark reads as a link already stays one.
   */
  static final class Processor implements LinkProcessor {
    private static final Pattern INNER =
        Pattern.compile("\\s*([\\p{L}\\p{N}][\\p{L}\\p{N}:._/-]*)\\s*(?:\\|([^\\n]*))?");

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
      if (link.marker() != null || link.destination() != null || link.label() != null) {
        return LinkResult.none();
      }
      Matcher inner = INNER.matcher(link.text());
      if (!isOuterBracket(link.openingBracket()) || !scanner.next(']') || !inner.matches()) {
        return LinkResult.none();
      }
      if (scanner.peek() == '('
          || context.getDefinition(LinkReferenceDefinition.class, link.text()) != null) {
        return LinkResult.none();
      }
      String label = inner.group(2) == null ? "" : inner.group(2).strip();
      return LinkResult.replaceWith(new WikiLink(inner.group(1), label), scanner.position());
    }

    /** An escaped bracket has the same text, but two characters of source. */
    private static boolean isOuterBracket(Text inner) {
      return inner.getPrevious() instanceof Text outer
          && outer.getLiteral().equals("[")
          && outer.getSourceSpans().size() == 1
          && outer.getSourceSpans().getFirst().getLength() == 1;
    }
  }

  /**
   * Takes the outer opening bracket, the last character of the text before this node, out of the
   * tree.
   */
  void removeOuterBracket() {
    if (getPrevious() instanceof Text before && before.getLiteral().endsWith("[")) {
      String rest = before.getLiteral().substring(0, before.getLiteral().length() - 1);
      if (rest.isEmpty()) {
        before.unlink();
      } else {
        before.setLiteral(rest);
      }
    }
  }
}
