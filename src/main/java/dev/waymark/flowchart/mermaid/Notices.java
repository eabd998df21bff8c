package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was understood in a diagram and has no effect in the drawing. Each kind is told in few
 * words, however often it is met.
 */
final class Notices {
  private static final int MAX_OF_A_KIND = 10;
  private static final int MAX_WORD = 60;

  private final List<Diagnostic> told = new ArrayList<>();
  private final Gathered styles = new Gathered();
  private final Gathered callbacks = new Gathered();

  /** The first of a kind, and how many there were. */
  private static final class Gathered {
    private Optional<Location> first = Optional.empty();
    private String what = "";
    private int count;

    void add(String name, Location location) {
      // Some are found only when all is read.
      if (first.isEmpty() || location.compareTo(first.get()) < 0) {
        first = Optional.of(location);
        what = name;
      }
      count++;
    }

    Optional<Diagnostic> told(Code code, String help) {
      String more = count > 1 ? ", and %s more in this diagram".formatted(count - 1) : "";
      return first.map(
          location -> Diagnostic.of(code, location).withDetail(what + more).withHelp(help));
    }
  }

  /**
   * Colours, widths, icons and the like.
   *
   * @param what the statement or key
   */
  void styleDropped(String what, Location location) {
    styles.add(what, location);
  }

  void classDropped(String name, Location location) {
    styleDropped("the class " + shortened(name), location);
  }

  void callbackDropped(Location location) {
    callbacks.add("the link to a script", location);
  }

  void unknownShape(String name, Location location) {
    unknown(
        Diagnostic.of(Code.MERMAID_UNKNOWN_SHAPE, location)
            .withDetail("a rectangle is drawn in its place"),
        name,
        Shape.allNames(),
        "take a shape that Mermaid knows: rect, diam, stadium");
  }

  /** A statement about a node that is not in the diagram. */
  void unknownNode(String id, Location location, Collection<String> nodes) {
    unknown(
        Diagnostic.of(Code.MERMAID_UNKNOWN_NODE, location)
            .withDetail("nothing is called " + shortened(id)),
        id,
        nodes,
        "give the id of a node that is in an edge or has a text");
  }

  private void unknown(
      Diagnostic diagnostic, String name, Collection<String> known, String otherwise) {
    long before = told.stream().filter(other -> other.code() == diagnostic.code()).count();
    if (before == MAX_OF_A_KIND) {
      return;
    }
    // Comparing words takes as long as the product of their lengths.
    Optional<String> meant =
        name.length() > MAX_WORD ? Optional.empty() : Spelling.nearest(name, known);
    told.add(meant.map(diagnostic::withSuggestion).orElse(diagnostic.withHelp(otherwise)));
  }

  /** A name, cut off where it is far too long for a message. */
  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= MAX_WORD) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, MAX_WORD)) + "…";
  }

  /** All of them, in the order of the text. */
  List<Diagnostic> all() {
    List<Diagnostic> all = new ArrayList<>(told);
    styles
        .told(
            Code.MERMAID_STYLE_DROPPED,
            "the theme gives the colours; to set a node apart write A:::urgent, or act, advice,"
                + " stop, question, action, outcome")
        .ifPresent(all::add);
    callbacks
        .told(
            Code.MERMAID_CALLBACK,
            "give the node an address: click A \"page.md\", or take this out")
        .ifPresent(all::add);
    all.sort(Diagnostic.ORDER);
    return all;
  }
}
