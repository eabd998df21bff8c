package dev.waymark.render;

/**
 * An entry of the A to Z.
 *
 * @param kindText such as {@code Principle}, {@code Glossary}; empty for a guide
 * @param detail a summary or definition, or empty
 */
record EntryView(String href, String title, String kindText, String detail) {}
