package dev.waymark.flowchart.layout;

/** Which way the edges of a graph run. */
public enum Direction {
  DOWN,
  UP,
  RIGHT,
  LEFT
}
