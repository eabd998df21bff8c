/**
 * The result. {@link dev.waymark.output.OutputTree} is the whole published site as values; {@code
 * OutputWriter}, the only code that publishes to disk, makes a folder equal to it without a reader
 * ever meeting half a site.
 */
@NullMarked
package dev.waymark.output;

import org.jspecify.annotations.NullMarked;
