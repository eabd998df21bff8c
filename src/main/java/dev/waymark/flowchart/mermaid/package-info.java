/**
 * Mermaid flowcharts. {@link dev.waymark.flowchart.mermaid.MermaidReader} takes the text of a fence
 * and makes a {@link dev.waymark.flowchart.mermaid.Diagram} of it: nodes, edges and subgraphs,
 * without a coordinate or a colour. Text that is another kind of diagram, or that is not
 * understood, is said to be so with its place, and is shown as it was written.
 */
@NullMarked
package dev.waymark.flowchart.mermaid;

import org.jspecify.annotations.NullMarked;
