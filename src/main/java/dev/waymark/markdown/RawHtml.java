package dev.waymark.markdown;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/**
 * What becomes of raw HTML: comments go, elements that the site allows stay if they are closed
 * where they were opened and have no attributes, all else is text.
 */
final class RawHtml {
  static final String HELP =
      "write it in Markdown; or allow the element with html: in site.yaml, if it is one that can"
          + " be";

  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)\\s*/?>");
  private static final Set<String> VOID = Set.of("br", "wbr");

  private final Set<String> allowed;
  private final Map<Node, Set<Node>> keptByParent = new IdentityHashMap<>();

  RawHtml(Set<String> allowed) {
    this.allowed = allowed;
  }

  static boolean isComment(String literal) {
    String text = literal.strip();
    return text.startsWith("<!--") && text.indexOf("-->") == text.length() - 3;
  }

  /** Whether the tag stays a tag. */
  boolean isKept(HtmlInline tag) {
    return !allowed.isEmpty()
        && keptByParent.computeIfAbsent(tag.getParent(), this::keptChildren).contains(tag);
  }

  /** Whether it is the closing half of an element, whose opening half has been reported. */
  static boolean isClosing(HtmlInline tag) {
    return tag.getLiteral().startsWith("</");
  }

  private Set<Node> keptChildren(Node parent) {
    Set<Node> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (!(child instanceof HtmlInline html)) {
        continue;
      }
      Matcher tag = TAG.matcher(html.getLiteral());
      if (!tag.matches() || !allowed.contains(tag.group(2).toLowerCase(Locale.ROOT))) {
        continue;
      }
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      boolean closes = !tag.group(1).isEmpty();
      if (VOID.contains(name) && !closes) {
        kept.add(html);
      } else if (!closes) {
        open.push(html);
        names.push(name);
      } else if (name.equals(names.peek())) {
        names.pop();
        kept.add(open.pop());
        kept.add(html);
      }
    }
    return kept;
  }
}
