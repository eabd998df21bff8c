package dev.waymark.markdown;

import java.util.Set;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.autolink.internal.AutolinkPostProcessor;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Makes links of bare addresses. What finds them looks at every letter and took an eighth of the
 * time of reading a page; so it is asked only about text that has a mark of an address in it.
 */
final class BareAddresses extends AbstractVisitor implements PostProcessor {
  private final PostProcessor finder =
      new AutolinkPostProcessor(Set.of(AutolinkType.URL, AutolinkType.EMAIL, AutolinkType.WWW));

  @Override
  public Node process(Node document) {
    document.accept(this);
    return document;
  }

  @Override
  public void visit(Link link) {
    // A link in a link is none.
  }

  @Override
  public void visit(Text text) {
    String literal = text.getLiteral();
    if (literal.indexOf('@') >= 0 || literal.contains("://") || literal.contains("www.")) {
      finder.process(text);
    }
  }
}
