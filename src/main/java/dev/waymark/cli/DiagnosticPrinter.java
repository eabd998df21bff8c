package dev.waymark.cli;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the text that people read of diagnostics:
 *
 * <pre>
 * content/mash.md:18:24: error WM104: this link goes nowhere
 *    18 | Ring the [duty worker](dutty.md).
 *       |                        ^^^^^^^^ there is no page at content/dutty.md
 *       help: did you mean duty.md ?
 * </pre>
 *
 * <p>A range of several lines shows its first. A diagnostic about a whole file, or about a file
 * whose text is not at hand, shows none. Of one code in one file the first {@value #MOST_OF_A_KIND}
 * are printed, and a line says how many more there are.
 */
final class DiagnosticPrinter {
  static final int MOST_OF_A_KIND = 20;

  private static final String INDENT = "      ";

  private final Function<String, Optional<String>> sources;
  private final Style style;

  /**
   * @param sources gives the text of a file by the name that diagnostics have for it
   */
  DiagnosticPrinter(Function<String, Optional<String>> sources, Style style) {
    this.sources = sources;
    this.style = style;
  }

  /** The text of these diagnostics, each block followed by an empty line. */
  String print(List<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < diagnostics.size(); ) {
      String file = diagnostics.get(i).location().file();
      int end = i;
      while (end < diagnostics.size() && diagnostics.get(end).location().file().equals(file)) {
        end++;
      }
      printFile(file, diagnostics.subList(i, end), text);
      i = end;
    }
    return text.toString();
  }

  /** The text of each of these diagnostics of one file, none left out. */
  List<String> blocks(String file, List<Diagnostic> diagnostics) {
    Optional<Lines> lines =
        diagnostics.isEmpty() ? Optional.empty() : sources.apply(file).map(Lines::of);
    List<String> blocks = new ArrayList<>(diagnostics.size());
    for (Diagnostic diagnostic : diagnostics) {
      StringBuilder text = new StringBuilder();
      print(diagnostic, lines, text);
      blocks.add(text.toString());
    }
    return blocks;
  }

  private void printFile(String file, List<Diagnostic> diagnostics, StringBuilder text) {
    Optional<Lines> lines = sources.apply(file).map(Lines::of);
    Map<Code, Integer> counts = new EnumMap<>(Code.class);
    for (Diagnostic diagnostic : diagnostics) {
      if (counts.merge(diagnostic.code(), 1, Integer::sum) <= MOST_OF_A_KIND) {
        print(diagnostic, lines, text);
      }
    }
    counts.forEach((code, count) -> {
      if (count > MOST_OF_A_KIND) {
        text.append(PlainText.of(file))
            .append(": ")
            .append(count - MOST_OF_A_KIND)
            .append(" more of ")
            .append(style.severity(code.severity(), code.severity().word() + " " + code.id()))
            .append(": ")
            .append(code.message())
            .append("\n\n");
      }
    });
  }

  private void print(Diagnostic diagnostic, Optional<Lines> lines, StringBuilder text) {
    Location location = diagnostic.location();
    String label = diagnostic.severity().word() + " " + diagnostic.code().id();
    text.append(PlainText.of(location.toString()))
        .append(": ")
        .append(style.severity(diagnostic.severity(), label))
        .append(": ")
        .append(PlainText.line(diagnostic.message()))
        .append('\n');
    Optional<MarkedLine> marked = lines.flatMap(known -> known.mark(location));
    String detail = PlainText.line(diagnostic.detail());
    if (marked.isPresent()) {
      String digits = Integer.toString(location.line());
      String number = " ".repeat(Math.max(0, 5 - digits.length())) + digits;
      String marker = style.severity(diagnostic.severity(), marked.get().marker().strip());
      text.append((number + " | " + marked.get().text()).stripTrailing()).append('\n');
      text.append(" ".repeat(number.length()))
          .append(" | ")
          .append(" ".repeat(marked.get().marker().indexOf('^')))
          .append(marker)
          .append(detail.isEmpty() ? "" : " " + detail)
          .append('\n');
    } else if (!detail.isEmpty()) {
      text.append(INDENT).append(detail).append('\n');
    }
    if (!diagnostic.help().isEmpty()) {
      text.append(INDENT)
          .append(style.bold("help:"))
          .append(' ')
          .append(PlainText.line(diagnostic.help()))
          .append('\n');
    }
    text.append('\n');
  }

  /** The lines of one file. */
  private record Lines(String text, LineMap map) {
    static Lines of(String text) {
      return new Lines(text, LineMap.of(text));
    }

    /** The first line of a range, marked; none when the range stands for the file as a whole. */
    Optional<MarkedLine> mark(Location location) {
      boolean wholeFile = location.equals(Location.startOf(location.file()));
      if (wholeFile || location.line() > map.lines()) {
        return Optional.empty();
      }
      String line = line(location.line());
      int end =
          location.endLine() == location.line()
              ? location.endColumn()
              : line.stripTrailing().length() + 1;
      return Optional.of(MarkedLine.of(line, location.column(), end));
    }

    private String line(int number) {
      int end = number < map.lines() ? map.start(number + 1) : text.length();
      int start = map.start(number);
      while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
        end--;
      }
      return text.substring(start, end);
    }
  }
}
