package dev.waymark.flowchart.mermaid;

/**
 * An id where it stands in the text.
 *
 * @param from the offset of its first character
 * @param to the offset behind its last one
 */
record Id(String name, int from, int to) {}
