/**
 * The input. {@link dev.waymark.source.SourceReader} is the only code that reads a site from disk;
 * what it returns, a {@link dev.waymark.source.SourceTree}, is sorted, immutable and all that the
 * rest of the program knows of the folder.
 */
@NullMarked
package dev.waymark.source;

import org.jspecify.annotations.NullMarked;
