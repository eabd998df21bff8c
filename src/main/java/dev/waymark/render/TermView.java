package dev.waymark.render;

import java.util.List;

/**
 * A term of the glossary.
 *
 * @param expansion or empty
 */
record TermView(
    String anchor,
    String term,
    String expansion,
    String definition,
    List<String> synonyms,
    List<LinkView> see) {}
