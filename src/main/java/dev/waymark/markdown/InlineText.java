package dev.waymark.markdown;

import dev.waymark.link.Sentence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The plain text of a block, with the offset at which each link in it starts. */
final class InlineText extends AbstractVisitor {
  private static final int MAX_SENTENCE = 300;

  private final StringBuilder text = new StringBuilder();
  private final Map<Node, Integer> offsets = new IdentityHashMap<>();
  private final List<Sentence.Gap> gaps = new ArrayList<>();

  private InlineText() {}

  static InlineText of(Node block) {
    InlineText text = new InlineText();
    text.visitChildren(block);
    return text;
  }

  String text() {
    return text.toString();
  }

  /**
   * The sentence that holds this link: up to a full stop, question or exclamation mark that is
   * followed by white space and no lower-case letter. The rule is our own because the JDK's changes
   * with its locale data, and with it the output.
   */
  Sentence sentence(Node link) {
    int at = offsets.getOrDefault(link, 0);
    int start = at;
    while (start > 0 && !endsBefore(start)) {
      start--;
    }
    int end = at;
    while (end < text.length() && !(end > at && endsBefore(end))) {
      end++;
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end - start > MAX_SENTENCE) {
      start = Math.max(start, at - MAX_SENTENCE / 2);
      end = Math.min(end, start + MAX_SENTENCE);
      return part(wordStart(start), wordEnd(end));
    }
    return part(start, end);
  }

  /** Whether a sentence ends in front of the character at {@code offset}. */
  private boolean endsBefore(int offset) {
    if (offset < 2 || !Character.isWhitespace(text.charAt(offset - 1))) {
      return false;
    }
    int last = offset - 2;
    while (last > 0 && "\"')\u2019\u201d".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return ".?!".indexOf(text.charAt(last)) >= 0
        && (offset == text.length() || !Character.isLowerCase(text.charAt(offset)));
  }

  private int wordStart(int offset) {
    int space = text.indexOf(" ", offset);
    return offset == 0 || space < 0 || space > offset + 40 ? offset : space + 1;
  }

  private int wordEnd(int offset) {
    int space = text.lastIndexOf(" ", offset);
    return offset == text.length() || space < offset - 40 ? offset : space;
  }

  private Sentence part(int start, int end) {
    String words = text.substring(start, end);
    List<Sentence.Gap> inside =
        gaps.stream()
            .filter(gap -> gap.offset() >= start && gap.offset() <= end)
            .map(gap -> new Sentence.Gap(gap.offset() - start, gap.id()))
            .toList();
    return new Sentence(words, inside);
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(Code node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(Link node) {
    offsets.put(node, text.length());
    visitChildren(node);
  }

  @Override
  public void visit(Image node) {
    offsets.put(node, text.length());
    visitChildren(node);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof WikiLink link) {
      offsets.put(link, text.length());
      if (link.label().isEmpty()) {
        gaps.add(new Sentence.Gap(text.length(), link.id()));
      } else {
        text.append(link.label());
      }
    } else {
      visitChildren(node);
    }
  }
}
