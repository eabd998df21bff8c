package dev.waymark.flowchart.mermaid;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The words of a node, an edge or a subgraph: lines, each made of runs of one look.
 *
 * <p>Only the line breaks that the author wrote are here; to wrap long lines is left to who draws.
 * Entities are replaced, tags are gone, spaces are single, and no line begins or ends with one. A
 * space that does not break stays one. No character is in it that XML cannot hold. The first and
 * the last line are not empty, a line between may be.
 *
 * @param lines none for an empty label
 */
public record Label(List<Line> lines) {
  /** A label without a word. */
  public static final Label EMPTY = new Label(List.of());

  public Label {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The bare words, the lines parted by a line feed. */
  public String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  /**
   * One line.
   *
   * @param runs none for an empty line; no two neighbours look the same
   */
  public record Line(List<Run> runs) {
    public Line {
      runs = List.copyOf(runs);
    }

    /** The bare words. */
    public String text() {
      return runs.stream().map(Run::text).collect(Collectors.joining());
    }
  }

  /** Words of one look; both may be set. */
  public record Run(String text, boolean strong, boolean emphasis) {
    public Run {
      Objects.requireNonNull(text);
    }
  }
}
