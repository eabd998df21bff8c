/**
 * What one file says and nothing more. {@link dev.waymark.page.PageReader} turns a Markdown file
 * into a {@link dev.waymark.page.Page}: its front matter, its document and its diagrams. A page
 * never knows another page.
 */
@NullMarked
package dev.waymark.page;

import org.jspecify.annotations.NullMarked;
