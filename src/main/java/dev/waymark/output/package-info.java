/**
 * The result. {@link dev.waymark.output.OutputTree} is the whole published site as values; {@link
 * dev.waymark.output.OutputWriter}, the only code that publishes to disk, makes a folder equal to
 * it without a reader ever meeting half a site.
 *
 * <p>Inside, a publish goes one way: {@code Journal} locks the folder and says what an interrupted
 * build left, {@code Manifest} says what the last whole build left, {@code Planner} compares both
 * and the disk with the tree and gives a list of {@code Step}s, and {@code Publisher} takes them
 * one by one. The order of the steps is the promise to readers; {@code
 * docs/adr/0003-safe-writing.md} gives the reasons.
 */
@NullMarked
package dev.waymark.output;

import org.jspecify.annotations.NullMarked;
