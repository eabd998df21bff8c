package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.site.LinkedSite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the results of a search can be narrowed by. */
class SearchFiltersTest {
  private static List<String> filters(String blocks) {
    return SearchFilters.of(LinkedSite.of(blocks).site()).stream()
        .map(filter -> filter.name() + ": " + options(filter.options()))
        .toList();
  }

  private static String options(List<FilterOptionView> options) {
    return String.join(
        ", ", options.stream().map(option -> option.value() + " " + option.label()).toList());
  }

  @Test
  void offersWhatMakesADifferenceInReadingOrder() {
    assertEquals(
        List.of(
            "kind: guide Guide, principle Principle, glossary Glossary",
            "part: two Part two, one Part one, notes Notes, principles Our principles",
            "audience: child Children, adult Adults",
            "nation: england England, scotland Scotland, wales Wales,"
                + " northern-ireland Northern Ireland"),
        filters(
            """
            -- index.md --
            -- parts/index.md --
            # All parts
            -- parts/one/index.md --
            ---
            title: Part one
            order: 2
            ---
            -- parts/two/index.md --
            ---
            title: Part two
            order: 1
            nations: [wales]
            ---
            -- parts/two/deep/a.md --
            ---
            audience: [adult]
            ---
            -- notes/a.md --
            -- pictures/map.png --
            -- principles/index.md --
            # Our principles
            -- principles/p1.md --
            ---
            kind: principle
            statement: Take care.
            ---
            -- glossary.yaml --
            terms:
              - term: VHF
                definition: Radio.
            """));
  }

  @Test
  void aFolderOfPartsIsNamedWhereItHasPagesOfItsOwn() {
    assertEquals(
        List.of("part: one One, parts All parts"),
        filters(
            """
            -- parts/index.md --
            # All parts
            -- parts/how-to-read.md --
            -- parts/one/a.md --
            """));
  }

  @Test
  void aFilterWithOneChoiceIsNone() {
    assertEquals(List.of(), filters("-- index.md --\n-- parts/one/a.md --\n"));
  }

  @Test
  void theKindsAreKnownWhereThereIsNothingToChoose() {
    assertEquals(
        "guide Guide", options(SearchFilters.kinds(LinkedSite.of("-- index.md --\n").site())));
  }
}
