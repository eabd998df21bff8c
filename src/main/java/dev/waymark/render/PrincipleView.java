package dev.waymark.render;

/**
 * A principle that a page names in its front matter.
 *
 * @param number such as {@code P3}
 */
record PrincipleView(String href, String number, String title, String statement) {}
