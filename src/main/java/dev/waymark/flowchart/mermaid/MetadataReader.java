package dev.waymark.flowchart.mermaid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code @{ shape: rect, label: "Text" }}: keys and values as YAML has them, in one line with
 * commas, or each on a line of its own.
 */
final class MetadataReader {
  private static final Set<String> OF_EDGES = Set.of("animate", "animation", "curve");

  private final Cursor cursor;
  private final TextReader texts;
  private final DiagramBuilder diagram;
  private final Notices notices;

  MetadataReader(Cursor cursor, TextReader texts, DiagramBuilder diagram, Notices notices) {
    this.cursor = cursor;
    this.texts = texts;
    this.diagram = diagram;
    this.notices = notices;
  }

  /** A key and its value, with the places of both; the value's is without quotation marks. */
  private record Entry(String key, int keyFrom, int keyTo, String value, int from, int to) {}

  /**
   * Reads what is said about a node, or about an edge: then nothing else of the statement makes the
   * id a node.
   */
  void read(Id id) throws MisreadException {
    List<Entry> entries = entries();
    if (!entries.isEmpty() && entries.stream().allMatch(entry -> OF_EDGES.contains(entry.key()))) {
      diagram.edgeStyle(id, entries.getFirst().key());
      return;
    }
    diagram.mention(id);
    for (Entry entry : entries) {
      switch (entry.key()) {
        case "label" ->
            diagram.label(id, texts.label(LabelReader.quoted(entry.value()), entry.from()));
        case "shape" -> shape(id, entry);
        default ->
            notices.styleDropped(entry.key(), cursor.location(entry.keyFrom(), entry.keyTo()));
      }
    }
  }

  private void shape(Id id, Entry entry) {
    Shape.named(entry.value())
        .ifPresentOrElse(
            shape -> diagram.shape(id, shape),
            () -> {
              diagram.shape(id, Shape.RECTANGLE);
              notices.unknownShape(entry.value(), cursor.location(entry.from(), entry.to()));
            });
  }

  private List<Entry> entries() throws MisreadException {
    int from = cursor.at();
    cursor.take("@{");
    boolean commas = Cursor.isLineEnd(cursor.charAt(cursor.afterBlank(cursor.at())));
    List<Entry> entries = new ArrayList<>();
    while (true) {
      cursor.skipPlainSpace();
      if (cursor.take("}")) {
        return entries;
      }
      if (cursor.atEnd()) {
        throw cursor.misread(from, from + 2, "this brace is not closed", "write } behind the keys");
      }
      entries.add(entry(commas));
      cursor.moveTo(cursor.afterBlank(cursor.at()));
      cursor.take(",");
    }
  }

  /**
   * @param commas whether a comma is part of a value that stands on a line of its own
   */
  private Entry entry(boolean commas) throws MisreadException {
    int keyFrom = cursor.at();
    int keyTo = keyFrom;
    while (isKey(cursor.charAt(keyTo))) {
      keyTo++;
    }
    int colon = cursor.afterBlank(keyTo);
    if (keyTo == keyFrom || cursor.charAt(colon) != ':') {
      throw cursor.misread(
          keyFrom,
          Math.max(keyTo, cursor.foundEnd(keyFrom)),
          "here should stand a key and a colon",
          "write @{ shape: rect, label: \"Text\" }");
    }
    String key = cursor.text(keyFrom, keyTo);
    cursor.moveTo(cursor.afterBlank(colon + 1));
    int quote = cursor.peek();
    if (quote == '"' || quote == '\'') {
      int from = cursor.at();
      int to = cursor.find((char) quote, from + 1);
      if (to < 0) {
        throw cursor.misread(
            from,
            from + 1,
            "this quotation mark has no partner",
            "close the text with " + (char) quote);
      }
      cursor.moveTo(to + 1);
      return new Entry(key, keyFrom, keyTo, cursor.text(from + 1, to), from + 1, to);
    }
    return bare(key, keyFrom, keyTo, commas);
  }

  private static boolean isKey(int c) {
    return c == '-' || c == '_' || (c > 0 && c < 0x80 && Character.isLetterOrDigit(c));
  }

  private Entry bare(String key, int keyFrom, int keyTo, boolean commas) {
    int from = cursor.at();
    while (!cursor.atEnd()
        && !Cursor.isLineEnd(cursor.peek())
        && cursor.peek() != '}'
        && (commas || cursor.peek() != ',')) {
      cursor.moveTo(cursor.at() + 1);
    }
    int to = cursor.at();
    while (to > from && (Cursor.isBlank(cursor.charAt(to - 1)) || cursor.charAt(to - 1) == ',')) {
      to--;
    }
    return new Entry(key, keyFrom, keyTo, cursor.text(from, to), from, to);
  }
}
