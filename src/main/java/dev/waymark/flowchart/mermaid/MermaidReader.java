package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of a Mermaid fence to a {@link Diagram}.
 *
 * <p>Flowcharts are read whole, as Mermaid's documentation describes their syntax, up to its
 * version 11. Layout hints and settings in the front matter and in directives are left out. What
 * was understood and cannot be drawn here, such as colours and scripts, is a warning, and the
 * diagram is drawn without it. What was not understood is a warning at its place, up to {@value
 * #MAX_FAULTS} of them, and there is no diagram. A diagram is too large with more than 500 nodes,
 * 2,000 edges or 200 subgraphs, with subgraphs more than 20 deep, or with more than {@value
 * #MAX_LENGTH} characters.
 *
 * <p>Time and memory are proportional to the length of the text. Thread-safe.
 */
public final class MermaidReader {
  static final int MAX_LENGTH = 100_000;
  static final int MAX_FAULTS = 5;

  /**
   * Reads the text between the fences. Warnings are in the order of the text.
   *
   * @param source the lines of the fence; where their indent was taken away, the columns of what is
   *     reported are short by it
   */
  public Checked<MermaidResult> read(SourceText source) {
    Cursor cursor = new Cursor(source);
    Notices notices = new Notices();
    try {
      if (cursor.charAt(MAX_LENGTH) >= 0) {
        String detail = String.format(Locale.ROOT, "more than %,d characters", MAX_LENGTH);
        throw cursor.misread(
            Code.MERMAID_TOO_LARGE, 0, 0, detail, "make several smaller diagrams of it");
      }
      HeaderReader header = new HeaderReader(cursor);
      Optional<String> other = header.read();
      if (other.isPresent()) {
        return other(cursor, other.get());
      }
      DiagramBuilder diagram = new DiagramBuilder(cursor, notices);
      diagram.direction(header.direction());
      List<Diagnostic> faults = statements(cursor, diagram, notices);
      if (!faults.isEmpty()) {
        return notUnderstood(faults);
      }
      MermaidResult result = new MermaidResult.Flowchart(diagram.build(header.title()));
      return new Checked<>(result, notices.all());
    } catch (MisreadException e) {
      return notUnderstood(List.of(e.diagnostic()));
    }
  }

  private static Checked<MermaidResult> notUnderstood(List<Diagnostic> faults) {
    return new Checked<>(new MermaidResult.NotUnderstood(), faults);
  }

  private static Checked<MermaidResult> other(Cursor cursor, String keyword) {
    Diagnostic notice =
        Diagnostic.of(
                Code.MERMAID_OTHER_DIAGRAM,
                cursor.location(cursor.at(), cursor.at() + keyword.length()))
            .withDetail("its source is shown")
            .withHelp("flowchart is the kind that is drawn; or embed a picture of this one");
    return new Checked<>(new MermaidResult.OtherDiagram(keyword), List.of(notice));
  }

  /** Reads all statements; behind a fault it goes on with the next line. */
  private static List<Diagnostic> statements(
      Cursor cursor, DiagramBuilder diagram, Notices notices) {
    StatementReader reader = new StatementReader(cursor, diagram, notices);
    List<Diagnostic> faults = new ArrayList<>();
    while (faults.size() < MAX_FAULTS) {
      int from = cursor.at();
      try {
        cursor.skipSpace();
        if (cursor.atEnd()) {
          break;
        }
        if (!cursor.take(";")) {
          reader.read();
        }
      } catch (MisreadException e) {
        faults.add(e.diagnostic());
        if (e.diagnostic().code() == Code.MERMAID_TOO_LARGE) {
          return faults;
        }
        cursor.moveTo(cursor.lineEnd(Math.max(from, e.offset())));
      }
    }
    if (faults.size() < MAX_FAULTS) {
      reader.unclosed().ifPresent(faults::add);
    }
    faults.sort(Diagnostic.ORDER);
    return faults;
  }
}
