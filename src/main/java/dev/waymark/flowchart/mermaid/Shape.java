package dev.waymark.flowchart.mermaid;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The outline of a node. Mermaid knows some fifty by name; those that differ in a detail only are
 * drawn as one of these.
 */
public enum Shape {
  RECTANGLE("rect rectangle proc process square folder browser console"),
  ROUNDED("rounded event cloud person"),
  STADIUM("stadium pill terminal ellipse"),
  /** A rectangle with a second line along its left and right sides. */
  SUBROUTINE(
      "fr-rect framed-rectangle subproc subprocess subroutine lin-rect lin-proc lined-process"
          + " lined-rectangle shaded-process div-rect div-proc divided-process divided-rectangle"
          + " win-pane internal-storage window-pane"),
  /** A standing drum, for what is stored. */
  CYLINDER(
      "cyl cylinder database db h-cyl das horizontal-cylinder lin-cyl disk lined-cylinder bow-rect"
          + " bow-tie-rectangle stored-data datastore data-store bucket"),
  CIRCLE("circle circ"),
  DOUBLE_CIRCLE("dbl-circ double-circle"),
  /** A rectangle with a notch cut into its left side. */
  FLAG("odd"),
  RHOMBUS("diam diamond decision question"),
  HEXAGON("hex hexagon prepare bang"),
  /** A parallelogram whose top is shifted to the right. */
  LEAN_RIGHT("lean-r lean-right in-out"),
  /** A parallelogram whose top is shifted to the left. */
  LEAN_LEFT("lean-l lean-left out-in"),
  /** Wide at the bottom. */
  TRAPEZOID("trap-b trapezoid trapezoid-bottom priority notch-pent notched-pentagon loop-limit"),
  /** Wide at the top. */
  INVERTED_TRAPEZOID("trap-t inv-trapezoid trapezoid-top manual"),
  /** Words without an outline. */
  TEXT("text"),
  /** A rectangle with a wavy bottom. */
  DOCUMENT("doc document lin-doc lined-document tag-doc tagged-document flag paper-tape"),
  /** Several documents, one behind the other. */
  DOCUMENTS("docs documents st-doc stacked-document"),
  /** Several rectangles, one behind the other. */
  STACK("st-rect stacked-rectangle procs processes"),
  /** A rectangle without its upper left corner. */
  CARD("notch-rect notched-rectangle card tag-rect tag-proc tagged-process tagged-rectangle"),
  /** A rectangle whose top rises to the right. */
  SLOPED("sl-rect sloped-rectangle manual-input"),
  /** A rectangle with a half circle as its right side. */
  DELAY("delay half-rounded-rectangle curv-trap curved-trapezoid display"),
  /** Words beside a brace. */
  COMMENT("brace brace-l comment brace-r braces"),
  /** Standing on its base. */
  TRIANGLE("tri triangle extract"),
  /** Standing on its tip. */
  INVERTED_TRIANGLE("flip-tri flipped-triangle manual-file"),

  /** A small filled circle, without text. */
  DOT("sm-circ small-circle start f-circ filled-circle junction"),
  /** A small circle in a ring, without text. */
  RING("fr-circ framed-circle stop"),
  /** A thick line across the flow, without text. */
  BAR("fork join"),
  /** A small circle with a cross in it, without text. */
  CROSSED_CIRCLE("cross-circ crossed-circle summary"),
  /** Two small triangles, tip to tip, without text. */
  HOURGLASS("hourglass collate"),
  /** A small flash of lightning, without text. */
  BOLT("bolt com-link lightning-bolt");

  private static final SequencedMap<String, Shape> BY_NAME = byName();

  private final String names;

  Shape(String names) {
    this.names = names;
  }

  private static SequencedMap<String, Shape> byName() {
    SequencedMap<String, Shape> found = new LinkedHashMap<>();
    for (Shape shape : values()) {
      for (String name : shape.names.split(" ")) {
        found.put(name, shape);
      }
    }
    return found;
  }

  /** The shape that Mermaid calls so in {@code shape: name}. */
  static Optional<Shape> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static Collection<String> allNames() {
    return BY_NAME.sequencedKeySet();
  }

  /** Whether there is room for words in it. */
  public boolean holdsText() {
    return compareTo(DOT) < 0;
  }

  /** The shape to take when there are words after all: no label is lost. */
  Shape forText() {
    return switch (this) {
      case DOT, CROSSED_CIRCLE -> CIRCLE;
      case RING -> DOUBLE_CIRCLE;
      case BAR -> RECTANGLE;
      case HOURGLASS -> HEXAGON;
      case BOLT -> TEXT;
      default -> this;
    };
  }
}
