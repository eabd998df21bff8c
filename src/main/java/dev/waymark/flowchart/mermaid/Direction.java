package dev.waymark.flowchart.mermaid;

/** Which way the edges of a diagram run. */
public enum Direction {
  DOWN,
  UP,
  RIGHT,
  LEFT
}
