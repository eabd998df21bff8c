package dev.waymark.markdown;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Measures the running text of a tree, and says where it is hard to read. Used once. */
final class ProseReader extends AbstractVisitor {
  /** Plain-language guides ask for 25 words at most; twice as many lose nearly everybody. */
  static final int MAX_SENTENCE = 50;

  private static final int PASSAGE = 30;
  private static final int SKETCH = 16;
  private static final int SHINGLE = 4;
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?<![\\p{L}\\p{N}])([A-Z]{2,6})(?=s?(?![\\p{L}\\p{N}]))");
  private static final Pattern ROMAN = Pattern.compile("[IVX]+");

  /** Known to everybody here, mostly better than what they stand for. */
  private static final Set<String> COMMON =
      Set.of(
          "AM", "BBC", "CD", "DNA", "DVD", "EU", "FAQ", "GMT", "GP", "HIV", "HTML", "ID", "ISO",
          "IT", "NHS", "OK", "PC", "PDF", "PM", "QR", "SMS", "TV", "UK", "UN", "URL", "US", "USA",
          "USB");

  private final SourceText source;
  private final Set<String> explained;
  private final boolean abbreviations;
  private final List<Diagnostic> diagnostics;
  private final List<Prose.Passage> passages = new ArrayList<>();
  private int words;
  private int sentences;
  private int syllables;

  /** The paragraph that is being read, and where its pieces start in it. */
  private final StringBuilder text = new StringBuilder();

  private final List<Piece> pieces = new ArrayList<>();

  private record Piece(int offset, Node node) {}

  /**
   * @param glossary abbreviations that the site explains
   * @param abbreviations whether to look for others
   */
  ProseReader(
      SourceText source,
      Set<String> glossary,
      boolean abbreviations,
      List<Diagnostic> diagnostics) {
    this.source = source;
    this.explained = new HashSet<>(glossary);
    this.abbreviations = abbreviations;
    this.diagnostics = diagnostics;
  }

  Prose read(Node document) {
    document.accept(this);
    return new Prose(words, sentences, syllables, passages);
  }

  @Override
  public void visit(org.commonmark.node.Heading heading) {
    // A heading is no sentence.
  }

  @Override
  public void visit(Paragraph paragraph) {
    text.setLength(0);
    pieces.clear();
    visitChildren(paragraph);
    if (!text.isEmpty()) {
      measure(paragraph);
    }
  }

  @Override
  public void visit(Text node) {
    pieces.add(new Piece(text.length(), node));
    text.append(node.getLiteral());
  }

  @Override
  public void visit(org.commonmark.node.Code node) {
    // Counts as a word, and is none to explain.
    pieces.add(new Piece(text.length(), node));
    text.append("code");
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
  public void visit(Image node) {
    // Its words are not read in the line.
  }

  @Override
  public void visit(Link node) {
    visitChildren(node);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof WikiLink link) {
      pieces.add(new Piece(text.length(), node));
      text.append(link.label().isEmpty() ? "link" : link.label());
    } else {
      visitChildren(node);
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (!(block instanceof TableBlock)) {
      visitChildren(block);
      return;
    }
    if (block.getFirstChild() instanceof TableHead head && isEmpty(head)) {
      diagnostics.add(
          Diagnostic.of(Code.TABLE_WITHOUT_HEADERS, SourcePlaces.of(head, source))
              .withDetail("all cells of its first row are empty")
              .withHelp("say above each column what stands in it, or make a list of the table"));
    }
  }

  private static boolean isEmpty(Node head) {
    for (Node row = head.getFirstChild(); row != null; row = row.getNext()) {
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        if (cell instanceof TableCell && cell.getFirstChild() != null) {
          return false;
        }
      }
    }
    return true;
  }

  /** What a character is to a count of words and syllables. */
  private static final byte SPACE = 0;

  private static final byte OTHER = 1;
  private static final byte DIGIT = 2;
  private static final byte CONSONANT = 3;
  private static final byte VOWEL = 4;
  private static final byte[] ASCII = new byte[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      boolean vowel = "aeiouy".indexOf(Character.toLowerCase(c)) >= 0;
      ASCII[c] = vowel ? VOWEL : kind(c);
    }
  }

  private static byte kind(char c) {
    if (Character.isWhitespace(c)) {
      return SPACE;
    }
    if (Character.isLetter(c)) {
      return CONSONANT;
    }
    return Character.isDigit(c) ? DIGIT : OTHER;
  }

  private void measure(Paragraph paragraph) {
    int length = text.length();
    int[] hashes = new int[length / 2 + 1];
    int count = 0;
    int inSentence = 0;
    int sentenceStart = 0;
    int at = 0;
    while (at < length) {
      // Each letter is looked at once: this loop is most of what advice costs.
      int start = at;
      int hash = 0;
      int groups = 0;
      byte last = OTHER;
      byte before = OTHER;
      char end = ' ';
      char beforeEnd = ' ';
      for (; at < length; at++) {
        char c = text.charAt(at);
        byte kind = c < 128 ? ASCII[c] : kind(c);
        if (kind == SPACE) {
          break;
        }
        if (kind == OTHER) {
          continue;
        }
        hash = hash * 31 + (c < 128 ? c | 0x20 : Character.toLowerCase(c));
        if (kind == VOWEL && last != VOWEL) {
          groups++;
        }
        before = last;
        last = kind;
        beforeEnd = end;
        end = c;
      }
      if (hash != 0) {
        // An e at the end is not heard, but for that of "table".
        boolean silent = end == 'e' && before == CONSONANT && beforeEnd != 'l';
        syllables += Math.max(1, silent ? groups - 1 : groups);
        hashes[count++] = hash;
        if (inSentence == 0) {
          sentenceStart = start;
        }
        inSentence++;
      }
      if (inSentence > 0 && (at >= length || endsSentence(at))) {
        sentences++;
        words += inSentence;
        if (inSentence > MAX_SENTENCE) {
          tooLong(sentenceStart, inSentence);
        }
        inSentence = 0;
      }
      at++;
    }
    if (count >= PASSAGE) {
      passages.add(new Prose.Passage(SourcePlaces.of(paragraph, source), sketch(hashes, count)));
    }
    if (abbreviations) {
      findAbbreviations();
    }
  }

  /** Whether the word before {@code at} ends a sentence: by its mark, and what follows it. */
  private boolean endsSentence(int at) {
    int last = at - 1;
    while (last > 0 && "\"')\u2019\u201d".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    if (".?!".indexOf(text.charAt(last)) < 0) {
      return false;
    }
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next >= text.length() || !Character.isLowerCase(text.charAt(next));
  }

  private void tooLong(int offset, int count) {
    diagnostics.add(
        Diagnostic.of(Code.LONG_SENTENCE, place(offset, 1))
            .withDetail(count + " words; more than 25 are hard to follow")
            .withHelp("make two or three sentences of it, or a list"));
  }

  private static int[] sketch(int[] hashes, int count) {
    int[] sketch = new int[SKETCH];
    Arrays.fill(sketch, Integer.MAX_VALUE);
    for (int i = 0; i + SHINGLE <= count; i++) {
      long shingle = 0;
      for (int j = i; j < i + SHINGLE; j++) {
        shingle = (shingle ^ hashes[j]) * 0x9E3779B97F4A7C15L;
      }
      shingle ^= shingle >>> 29;
      for (int k = 0; k < SKETCH; k++) {
        shingle = shingle * 6364136223846793005L + 1442695040888963407L;
        sketch[k] = Math.min(sketch[k], (int) (shingle >>> 32));
      }
    }
    return sketch;
  }

  private void findAbbreviations() {
    boolean before = false;
    boolean any = false;
    for (int i = 0; i < text.length() && !any; i++) {
      char c = text.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      any = capital && before;
      before = capital;
    }
    if (!any) {
      return;
    }
    Matcher found = ABBREVIATION.matcher(text);
    while (found.find()) {
      String word = found.group(1);
      if (ROMAN.matcher(word).matches() || COMMON.contains(word) || isShouted(found)) {
        continue;
      }
      boolean told =
          (found.start() > 0 && text.charAt(found.start() - 1) == '(')
              || text.indexOf(" (", found.end()) == found.end();
      if (explained.add(word) && !told) {
        diagnostics.add(
            Diagnostic.of(Code.ABBREVIATION_UNEXPLAINED, place(found.start(), word.length()))
                .withDetail("neither the glossary nor this page says what " + word + " means")
                .withHelp(
                    "write it out once, such as \"multi-agency safeguarding hub (MASH)\", or"
                        + " put it into glossary.yaml"));
      }
    }
  }

  /** Whether the word beside it is in capitals as well. */
  private boolean isShouted(Matcher found) {
    int before = found.start() - 2;
    int after = found.end() + 1;
    return (before > 0 && isCapital(before) && isCapital(before - 1))
        || (after + 1 < text.length()
            && text.charAt(after - 1) == ' '
            && isCapital(after)
            && isCapital(after + 1));
  }

  private boolean isCapital(int at) {
    return text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
  }

  /** The place of a word, where its piece stands in the source as it reads. */
  private Location place(int offset, int length) {
    Piece piece = pieces.getFirst();
    for (Piece each : pieces) {
      if (each.offset() > offset) {
        break;
      }
      piece = each;
    }
    Location whole = SourcePlaces.of(piece.node(), source);
    int from = whole.column() + offset - piece.offset();
    boolean exact =
        piece.node() instanceof Text words
            && whole.line() == whole.endLine()
            && words.getLiteral().length() == whole.endColumn() - whole.column();
    if (!exact) {
      return whole;
    }
    int end = length == 1 ? whole.endColumn() : from + length;
    return new Location(whole.file(), whole.line(), from, whole.line(), Math.max(from, end));
  }
}
