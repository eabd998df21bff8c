/**
 * The linked model. {@link dev.waymark.site.SiteLinker} takes pages, each of which knows only its
 * own file, and makes of them a {@link dev.waymark.site.Site}: addresses, folders in order, what
 * every link means, what relies on what. All checks that need more than one file are here.
 */
@NullMarked
package dev.waymark.site;

import org.jspecify.annotations.NullMarked;
