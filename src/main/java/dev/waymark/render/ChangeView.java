package dev.waymark.render;

/** One line of the history of a page. */
record ChangeView(DateView date, String text) {}
