package dev.waymark.flowchart.mermaid;

import java.util.Objects;

/** What became of the text of a Mermaid fence. */
public sealed interface MermaidResult {
  /** A flowchart that was read as a whole. */
  record Flowchart(Diagram diagram) implements MermaidResult {
    public Flowchart {
      Objects.requireNonNull(diagram);
    }
  }

  /**
   * Mermaid, but not a flowchart: its source is shown.
   *
   * @param keyword the word that names the kind, as Mermaid writes it: {@code sequenceDiagram}
   */
  record OtherDiagram(String keyword) implements MermaidResult {
    public OtherDiagram {
      Objects.requireNonNull(keyword);
    }
  }

  /** Not understood, or too large; the diagnostics say where. Its source is shown. */
  record NotUnderstood() implements MermaidResult {}
}
