package dev.waymark.render;

/**
 * One entry of a navigation list.
 *
 * @param href relative to the page
 * @param current whether it is the page itself
 * @param inside whether the page stands below it
 */
record NavigationItemView(String href, String title, boolean current, boolean inside) {}
