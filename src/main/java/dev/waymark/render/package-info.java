/**
 * Site to files. {@link dev.waymark.render.SiteRenderer} turns every page of the linked site into
 * HTML through the templates of a {@link dev.waymark.render.Theme}. Templates see the records of
 * this package whose names end in {@code View}, and nothing else. The only door to Pebble.
 */
@NullMarked
package dev.waymark.render;

import org.jspecify.annotations.NullMarked;
