/**
 * Boxes and edges in, coordinates out. {@link dev.waymark.flowchart.layout.Graph} says what is to
 * be placed, {@link dev.waymark.flowchart.layout.Placement} where it went; {@link
 * dev.waymark.flowchart.layout.GraphLayout} stands between them. Lengths are pixels of a picture at
 * its natural size, x grows to the right and y down. The only door to the Eclipse Layout Kernel.
 */
@NullMarked
package dev.waymark.flowchart.layout;

import org.jspecify.annotations.NullMarked;
