/**
 * Decision flowcharts. {@link dev.waymark.flowchart.FlowchartReader} turns a YAML file into a
 * {@link dev.waymark.flowchart.Flowchart}, with everything that is wrong with it; {@link
 * dev.waymark.flowchart.Outline} is the chart as a numbered list, which is what is printed, read
 * aloud, searched, and followed without a script.
 */
@NullMarked
package dev.waymark.flowchart;

import org.jspecify.annotations.NullMarked;
