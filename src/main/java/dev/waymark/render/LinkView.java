package dev.waymark.render;

/**
 * A link: where to, and its words.
 *
 * @param href relative to the page
 */
record LinkView(String href, String title) {}
