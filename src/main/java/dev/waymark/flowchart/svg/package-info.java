/**
 * Diagrams to SVG. {@link dev.waymark.flowchart.svg.Diagram} says what is to be seen, whatever
 * language it was written in; {@link dev.waymark.flowchart.svg.FlowchartDiagram} makes one of a
 * decision flowchart; {@link dev.waymark.flowchart.svg.DiagramRenderer} measures, lays out and
 * draws it. Colours and letters are the style sheet's, {@code assets/flowchart.css}: the text has
 * classes, no styles.
 */
@NullMarked
package dev.waymark.flowchart.svg;

import org.jspecify.annotations.NullMarked;
