package dev.waymark.markdown;

import java.util.List;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * The inline parser of commonmark-java, kept from paragraphs it would take very long for: at each
 * closing bracket it walks through the marks before it, and copies the text since the opening one.
 * Such a paragraph becomes plain text.
 */
final class InlineGuard implements InlineParser {
  /**
   * How many marks may be walked through in one paragraph, at the worst. 2,000 links in a row need
   * half of it.
   */
  static final long MAX_STEPS = 8_000_000;

  /** A hundred characters are copied in the time of one step. */
  private static final int CHARACTERS_A_STEP = 100;

  /** Shorter paragraphs cannot pass the limit. */
  private static final int SHORT = 2_000;

  private final InlineParser parser;

  private InlineGuard(InlineParser parser) {
    this.parser = parser;
  }

  /** Stands in front of a paragraph that was left as it is. */
  static final class PlainParagraph extends CustomNode {}

  /** A parser with the guard before it. */
  static InlineParser of(InlineParserContext context) {
    return new InlineGuard(new InlineParserImpl(context));
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    if (isTooMuch(lines.getLines())) {
      appendPlain(lines.getLines(), block);
    } else {
      parser.parse(lines, block);
    }
  }

  private static boolean isTooMuch(List<SourceLine> lines) {
    long length = 0;
    for (SourceLine line : lines) {
      length += line.getContent().length();
    }
    if (length < SHORT) {
      return false;
    }
    long marks = 0;
    long closing = 0;
    for (SourceLine line : lines) {
      CharSequence text = line.getContent();
      for (int i = 0; i < text.length(); i++) {
        switch (text.charAt(i)) {
          case ']' -> closing++;
          case '[', '*', '_', '~' -> marks++;
          default -> {}
        }
      }
    }
    return closing * (marks + length / CHARACTERS_A_STEP) > MAX_STEPS;
  }

  private static void appendPlain(List<SourceLine> lines, Node block) {
    PlainParagraph sign = new PlainParagraph();
    addSpan(sign, lines.getFirst());
    block.appendChild(sign);
    for (SourceLine line : lines) {
      if (block.getLastChild() != sign) {
        block.appendChild(new SoftLineBreak());
      }
      Text text = new Text(line.getContent().toString().strip());
      addSpan(text, line);
      block.appendChild(text);
    }
  }

  private static void addSpan(Node node, SourceLine line) {
    SourceSpan span = line.getSourceSpan();
    if (span != null) {
      node.addSourceSpan(span);
    }
  }
}
