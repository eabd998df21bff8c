package dev.waymark.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which footnotes of a document are shown: those that its text refers to, and those that a shown
 * footnote refers to.
 */
final class Footnotes {
  /**
   * A page of any length may refer to footnotes so often. Each reference, with its way back, is
   * some 250 characters of HTML.
   */
  static final int FREE_REFERENCES = 1_000;

  /** A longer page may have one more for so many characters. */
  static final int CHARACTERS_A_REFERENCE = 20;

  private final DefinitionMap<FootnoteDefinition> definitions =
      new DefinitionMap<>(FootnoteDefinition.class);
  private final List<String> fromText = new ArrayList<>();
  private final Map<FootnoteDefinition, List<String>> fromFootnotes = new IdentityHashMap<>();
  private final int most;
  private int references;
  private @Nullable FootnoteDefinition around;

  /** Whether what is taken stands in the title, which has no footnotes. */
  boolean inTitle;

  /** What stands for the first reference that was one too many. */
  @Nullable Text firstPlain;

  /**
   * @param length of the document in characters
   */
  Footnotes(int length) {
    this.most = FREE_REFERENCES + length / CHARACTERS_A_REFERENCE;
  }

  /** Notes that what comes stands in this footnote, and gives the one that it stands in itself. */
  @Nullable FootnoteDefinition enter(FootnoteDefinition definition) {
    definitions.putIfAbsent(definition.getLabel(), definition);
    FootnoteDefinition before = around;
    around = definition;
    return before;
  }

  void leave(@Nullable FootnoteDefinition before) {
    around = before;
  }

  /** Notes a reference, or makes it text when there are too many. */
  void take(FootnoteReference reference) {
    references++;
    if (references > most) {
      Text plain = new Text("[^" + reference.getLabel() + "]");
      plain.setSourceSpans(reference.getSourceSpans());
      reference.insertBefore(plain);
      reference.unlink();
      if (firstPlain == null) {
        firstPlain = plain;
      }
    } else if (!inTitle) {
      List<String> labels =
          around == null
              ? fromText
              : fromFootnotes.computeIfAbsent(around, definition -> new ArrayList<>());
      labels.add(reference.getLabel());
    }
  }

  /** The labels of all footnotes that are shown, as their definitions have them. */
  Set<String> shown() {
    Set<String> shown = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(fromText);
    while (!waiting.isEmpty()) {
      Optional<FootnoteDefinition> definition =
          Optional.ofNullable(definitions.get(waiting.remove()));
      if (definition.isPresent() && shown.add(definition.get().getLabel())) {
        waiting.addAll(fromFootnotes.getOrDefault(definition.get(), List.of()));
      }
    }
    return shown;
  }
}
