package dev.waymark.render;

/**
 * What an excerpt says of where it comes from; what is not known is said so by the template.
 *
 * @param theme or empty
 * @param published or empty
 * @param url or empty
 * @param licence or empty
 */
record ExcerptView(
    String theme, String title, String publisher, String published, String url, String licence) {}
