package dev.waymark.markdown;

import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourceText;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Places of nodes in their file, from the spans that the parser gave them. */
final class SourcePlaces {
  private SourcePlaces() {}

  /** The range of a node; where it has none of its own, that of the nearest node around it. */
  static Location of(Node node, SourceText source) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return between(spans.getFirst(), spans.getLast(), source);
      }
    }
    return source.start();
  }

  /** The range of {@code [[id]]}: its node knows the inner brackets and the outer closing one. */
  static Location of(WikiLink link, SourceText source) {
    Location inner = of((Node) link, source);
    return inner.column() == 1
        ? inner
        : new Location(
            inner.file(), inner.line(), inner.column() - 1, inner.endLine(), inner.endColumn());
  }

  /**
   * The range of the destination of an inline link or image. The span of the link and the end of
   * its words are the parser's; between them stand only {@code ](}, white space and perhaps {@code
   * <}.
   */
  static Location ofDestination(Node link, String destination, SourceText source) {
    List<SourceSpan> spans = link.getSourceSpans();
    if (spans.isEmpty()) {
      return of(link, source);
    }
    String text = source.text();
    SourceSpan first = spans.getFirst();
    SourceSpan last = spans.getLast();
    int end = last.getInputIndex() + last.getLength();
    int at = text.indexOf("](", endOfWords(link, first));
    if (at < 0 || at >= end) {
      return of(link, source);
    }
    at += 2;
    while (at < end && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '<')) {
      at++;
    }
    for (SourceSpan span : spans) {
      int offset = at - span.getInputIndex();
      if (offset >= 0 && offset < span.getLength()) {
        int rest = span.getLength() - offset;
        int length =
            text.startsWith(destination, at) && destination.length() <= rest
                ? destination.length()
                : Math.max(1, rest - 1);
        return source.locate(span.getLineIndex(), span.getColumnIndex() + offset, length);
      }
    }
    return of(link, source);
  }

  /** What stands between the fences, each character with its place. */
  static SourceText content(FencedCodeBlock block, SourceText source) {
    String text = block.getLiteral();
    List<SourceSpan> spans = block.getSourceSpans();
    int[] lines = new int[text.length() + 1];
    int[] columns = new int[text.length() + 1];
    int line = 1;
    int from = 0;
    while (from <= text.length()) {
      int feed = text.indexOf('\n', from);
      int end = feed < 0 ? text.length() : feed;
      Location start = source.start();
      if (!spans.isEmpty()) {
        // The fence above has a span of its own; an indentation like its own is not content.
        SourceSpan span = spans.get(Math.min(line, spans.size() - 1));
        int indent = Math.max(0, span.getLength() - (end - from));
        start =
            source.locate(
                span.getLineIndex(),
                span.getColumnIndex() + Math.min(indent, block.getFenceIndent()),
                0);
      }
      for (int i = from; i <= end; i++) {
        lines[i] = start.line();
        columns[i] = start.column() + i - from;
      }
      from = end + 1;
      line++;
    }
    return SourceText.scattered(source.file(), text, lines, columns);
  }

  private static int endOfWords(Node link, SourceSpan first) {
    Node words = link.getLastChild();
    if (words == null || words.getSourceSpans().isEmpty()) {
      return first.getInputIndex() + (link instanceof Image ? 1 : 0);
    }
    SourceSpan last = words.getSourceSpans().getLast();
    return last.getInputIndex() + last.getLength();
  }

  private static Location between(SourceSpan first, SourceSpan last, SourceText source) {
    Location start = source.locate(first.getLineIndex(), first.getColumnIndex(), 0);
    Location end = source.locate(last.getLineIndex(), last.getColumnIndex() + last.getLength(), 0);
    return new Location(source.file(), start.line(), start.column(), end.line(), end.column());
  }
}
