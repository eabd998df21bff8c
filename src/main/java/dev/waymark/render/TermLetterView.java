package dev.waymark.render;

import java.util.List;

/** The terms of the glossary under one letter. */
record TermLetterView(String letter, String anchor, List<TermView> terms) {}
