package dev.waymark.flowchart.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {
  /** The short names and the aliases of Mermaid's documentation, version 11. */
  private static final String DOCUMENTED =
      """
      bang notch-rect card notched-rectangle cloud hourglass collate bolt com-link lightning-bolt
      brace brace-l comment brace-r braces lean-r in-out lean-right lean-l lean-left out-in
      cyl cylinder database db diam decision diamond question delay half-rounded-rectangle
      h-cyl das horizontal-cylinder lin-cyl disk lined-cylinder curv-trap curved-trapezoid display
      div-rect div-proc divided-process divided-rectangle doc document rounded event
      tri extract triangle fork join win-pane internal-storage window-pane f-circ filled-circle
      junction lin-doc lined-document lin-rect lin-proc lined-process lined-rectangle
      shaded-process notch-pent loop-limit notched-pentagon flip-tri flipped-triangle manual-file
      sl-rect manual-input sloped-rectangle trap-t inv-trapezoid manual trapezoid-top
      docs documents st-doc stacked-document st-rect processes procs stacked-rectangle odd
      flag paper-tape hex hexagon prepare trap-b priority trapezoid trapezoid-bottom
      rect proc process rectangle circle circ sm-circ small-circle start dbl-circ double-circle
      fr-circ framed-circle stop bow-rect bow-tie-rectangle stored-data
      fr-rect framed-rectangle subproc subprocess subroutine cross-circ crossed-circle summary
      tag-doc tagged-document tag-rect tag-proc tagged-process tagged-rectangle
      stadium pill terminal text
      """;

  @Test
  void knowsEveryDocumentedName() {
    String[] names = DOCUMENTED.split("\\s+");
    assertEquals(132, names.length);
    for (String name : names) {
      assertTrue(Shape.named(name).isPresent(), name);
    }
    assertEquals(Optional.empty(), Shape.named("Rect"));
    assertEquals(Optional.empty(), Shape.named(""));
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void anyShapeCanMakeRoomForText(Shape shape) {
    assertTrue(shape.forText().holdsText());
    if (shape.holdsText()) {
      assertEquals(shape, shape.forText());
    }
  }
}
