package dev.waymark.render;

/**
 * A label for whom or where a page holds.
 *
 * @param kind {@code audience} or {@code nation}; a class name
 */
record LabelView(String kind, String text) {}
