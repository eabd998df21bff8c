package dev.waymark.markdown;

import dev.waymark.link.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

  /** A longer one may be cut. */
  private static final int LONG_WORD = 40;

  private final StringBuilder text = new StringBuilder();
  private final Map<Node, Integer> offsets = new IdentityHashMap<>();
  private final List<Sentence.Gap> gaps = new ArrayList<>();

  /** That of a block without any. */
  static final InlineText EMPTY = new InlineText();

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
    int first = Math.max(0, at - MAX_SENTENCE - 1);
    int start = at;
    while (start > first && !endsBefore(start)) {
      start--;
    }
    int last = Math.min(text.length(), at + MAX_SENTENCE + 1);
    int end = at;
    while (end < last && !(end > at && endsBefore(end))) {
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
    int last = Math.min(text.length(), offset + LONG_WORD);
    for (int i = offset; offset > 0 && i < last; i++) {
      if (text.charAt(i) == ' ') {
        return i + 1;
      }
    }
    return offset;
  }

  private int wordEnd(int offset) {
    int first = Math.max(0, offset - LONG_WORD);
    for (int i = offset; offset < text.length() && i > first; i--) {
      if (text.charAt(i) == ' ') {
        return i;
      }
    }
    return offset;
  }

  private Sentence part(int start, int end) {
    String words = text.substring(start, end);
    int first =
        Collections.binarySearch(
            gaps, new Sentence.Gap(start, ""), Comparator.comparingInt(Sentence.Gap::offset));
    first = first < 0 ? -first - 1 : first;
    while (first > 0 && gaps.get(first - 1).offset() == start) {
      first--;
    }
    List<Sentence.Gap> inside = new ArrayList<>();
    for (int i = first; i < gaps.size() && gaps.get(i).offset() <= end; i++) {
      inside.add(new Sentence.Gap(gaps.get(i).offset() - start, gaps.get(i).id()));
    }
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
