/**
 * Markdown. {@link dev.waymark.markdown.MarkdownReader} turns text into a {@link
 * dev.waymark.markdown.MarkdownDocument}: headings, links with their places, and the HTML of the
 * page with its links still open ({@link dev.waymark.markdown.UnlinkedHtml}), since no address is
 * known before every page has been read. The only door to commonmark-java; no other package sees
 * one of its nodes.
 */
@NullMarked
package dev.waymark.markdown;

import org.jspecify.annotations.NullMarked;
