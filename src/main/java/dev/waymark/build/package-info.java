/**
 * The flow of the whole program in one readable method, {@link dev.waymark.build.SiteBuild#build}:
 * source files in, published files and diagnostics out.
 */
@NullMarked
package dev.waymark.build;

import org.jspecify.annotations.NullMarked;
