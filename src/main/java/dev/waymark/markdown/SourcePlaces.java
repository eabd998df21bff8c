package dev.waymark.markdown;

import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Places of nodes in their file, from the spans that the parser gave them. */
final class SourcePlaces {
  private SourcePlaces() {}

  /** The range of a node; where it has none of its own, that of the nearest node around it. */
  static Location of(Node node, SourceText source) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = spans(at, source.text());
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
   * The range of the destination of an inline link, image or autolink. The span of the link and the
   * end of its words are the parser's; between them stand only {@code ](}, white space and perhaps
   * {@code <}.
   */
  static Location ofDestination(Node link, SourceText source) {
    List<SourceSpan> spans = spans(link, source.text());
    if (spans.isEmpty()) {
      return of(link, source);
    }
    String text = source.text();
    SourceSpan first = spans.getFirst();
    int end = end(spans.getLast());
    if (link.getFirstChild() instanceof Text words
        && words.getLiteral().length() == first.getLength()) {
      return ofBareAddress(words.getLiteral(), first, source);
    }
    if (text.charAt(first.getInputIndex()) == '<') {
      return source.locate(
          first.getLineIndex(), first.getColumnIndex() + 1, end - first.getInputIndex() - 2);
    }
    int at = text.indexOf("](", Math.min(endOfWords(link, first, text), end), end);
    return at < 0
        ? of(link, source)
        : destination(spans, at + 2, source).orElseGet(() -> of(link, source));
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

  /**
   * The range of an address in running text. Its span is counted in the text as it is shown, which
   * is shorter than the source when an escape or an entity stands before it.
   */
  private static Location ofBareAddress(String address, SourceSpan span, SourceText source) {
    String text = source.text();
    int start = span.getInputIndex();
    if (!text.startsWith(address, start)) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      start = Math.max(start, text.indexOf(address, start, end));
    }
    int column = span.getColumnIndex() + start - span.getInputIndex();
    return source.locate(span.getLineIndex(), column, span.getLength());
  }

  /** The range of the destination in {@code [name]: destination}. */
  static Location ofDestination(LinkReferenceDefinition definition, SourceText source) {
    List<SourceSpan> spans = definition.getSourceSpans();
    if (spans.isEmpty()) {
      return of(definition, source);
    }
    String text = source.text();
    int end = end(spans.getLast());
    int at = spans.getFirst().getInputIndex();
    while (at < end && text.charAt(at) != ']') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return destination(spans, at + 2, source).orElseGet(() -> of(definition, source));
  }

  /** The range of <code>{width=400}</code> behind an image, or of the image if there is none. */
  static Location ofAttributes(Image image, SourceText source) {
    List<SourceSpan> spans = spans(image, source.text());
    if (!spans.isEmpty()) {
      SourceSpan last = spans.getLast();
      int start = end(last);
      int end = source.text().indexOf('}', start);
      if (end >= 0 && source.text().charAt(start) == '{') {
        int column = last.getColumnIndex() + last.getLength();
        return source.locate(last.getLineIndex(), column, end + 1 - start);
      }
    }
    return of(image, source);
  }

  /** The destination that starts at this offset, behind white space and perhaps {@code <}. */
  private static Optional<Location> destination(
      List<SourceSpan> spans, int offset, SourceText source) {
    String text = source.text();
    int at = offset;
    for (SourceSpan span : spans) {
      int end = end(span);
      at = Math.max(at, span.getInputIndex());
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at < end) {
        boolean angle = text.charAt(at) == '<';
        int start = angle ? at + 1 : at;
        int length = (angle ? endOfAngle(text, start, end) : endOfPlain(text, start, end)) - start;
        int column = span.getColumnIndex() + start - span.getInputIndex();
        return Optional.of(source.locate(span.getLineIndex(), column, length));
      }
    }
    return Optional.empty();
  }

  private static int endOfAngle(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) != '>') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, end);
  }

  private static int endOfPlain(String text, int start, int end) {
    int open = 0;
    int at = start;
    while (at < end && text.charAt(at) > ' ') {
      switch (text.charAt(at)) {
        case '\\' -> at++;
        case '(' -> open++;
        case ')' -> open--;
        default -> {}
      }
      if (open < 0) {
        break;
      }
      at++;
    }
    return Math.min(at, end);
  }

  private static int endOfWords(Node link, SourceSpan first, String text) {
    Node words = link.getLastChild();
    List<SourceSpan> spans = words == null ? List.of() : spans(words, text);
    return spans.isEmpty()
        ? first.getInputIndex() + (link instanceof Image ? 1 : 0)
        : end(spans.getLast());
  }

  private static int end(SourceSpan span) {
    return span.getInputIndex() + span.getLength();
  }

  private static Location between(SourceSpan first, SourceSpan last, SourceText source) {
    Location start = source.locate(first.getLineIndex(), first.getColumnIndex(), 0);
    Location end = source.locate(last.getLineIndex(), last.getColumnIndex() + last.getLength(), 0);
    return new Location(source.file(), start.line(), start.column(), end.line(), end.column());
  }

  /**
   * The spans of a node. In a cell of a table the parser reads {@code \|} as one character, and the
   * spans of what follows are too far to the left.
   */
  private static List<SourceSpan> spans(Node node, String text) {
    List<SourceSpan> spans = node.getSourceSpans();
    Node cell = node.getParent();
    while (cell != null && !(cell instanceof TableCell)) {
      cell = cell.getParent();
    }
    if (cell == null || cell.getSourceSpans().size() != 1 || spans.size() != 1) {
      return spans;
    }
    SourceSpan around = cell.getSourceSpans().getFirst();
    SourceSpan given = spans.getFirst();
    if (text.indexOf("\\|", around.getInputIndex(), end(given)) < 0) {
      return spans;
    }
    int start = inSource(text, around.getInputIndex(), given.getInputIndex());
    int end = inSource(text, around.getInputIndex(), end(given));
    return List.of(
        SourceSpan.of(
            given.getLineIndex(),
            given.getColumnIndex() + start - given.getInputIndex(),
            start,
            end - start));
  }

  /** The offset in the source of an offset in the unescaped text of a cell. */
  private static int inSource(String text, int cell, int offset) {
    int at = cell;
    for (int i = cell; i < offset && at < text.length(); i++) {
      at += text.startsWith("\\|", at) ? 2 : 1;
    }
    return at;
  }
}
