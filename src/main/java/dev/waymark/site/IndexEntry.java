package dev.waymark.site;

import dev.waymark.link.SitePath;

/**
 * An entry of the A to Z.
 *
 * @param anchor in the target, or empty
 * @param kind what it is, in a word for readers; empty for a guide
 * @param detail a sentence about it, or empty
 */
public record IndexEntry(
    String title, SitePath target, String anchor, String kind, String detail) {}
