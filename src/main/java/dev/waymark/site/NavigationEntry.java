package dev.waymark.site;

import dev.waymark.link.SitePath;

/** An entry of a navigation list. */
public record NavigationEntry(SitePath target, String title) {}
