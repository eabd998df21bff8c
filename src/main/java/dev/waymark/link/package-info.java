/**
 * Addresses. {@link dev.waymark.link.SitePath} is where a file stands in the published site; a
 * {@link dev.waymark.link.LinkReference} is a link as an author wrote it, a {@link
 * dev.waymark.link.LinkTarget} what it turned out to mean.
 */
@NullMarked
package dev.waymark.link;

import org.jspecify.annotations.NullMarked;
