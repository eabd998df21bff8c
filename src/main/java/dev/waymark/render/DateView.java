package dev.waymark.render;

/**
 * A date for people and for machines.
 *
 * @param iso {@code 2026-06-30}
 * @param text {@code 30 June 2026}
 */
record DateView(String iso, String text) {}
