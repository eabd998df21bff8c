package dev.waymark.render;

/**
 * A published source that a page rests on.
 *
 * @param publisher or empty
 * @param year or empty
 * @param url or empty
 */
record SourceView(String title, String publisher, String year, String url) {}
