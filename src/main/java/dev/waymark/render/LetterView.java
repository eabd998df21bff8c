package dev.waymark.render;

import java.util.List;

/** The entries of the A to Z under one letter. */
record LetterView(String letter, String anchor, List<EntryView> entries) {}
