package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpactFinderTest {
  private static final String SITE =
      """
      -- principles/p1.md --
      ---
      id: p1
      kind: principle
      statement: Be kind.
      title: Kindness
      ---
      -- a.md --
      ---
      title: A
      principles: [p1]
      aliases: [old-a.md]
      ---
      Nothing more.
      -- b.md --
      # B

      Opening words.

      ## One

      Rest on [[p1]] here.

      ### Inner

      See [the end](d.md#end).

      ## Two

      Read [C](c.md).
      -- c.md --
      # C

      Back to [two of B](b.md#two), and [A](a.md).
      -- d.md --
      # D

      See [one of B](b.md#one).

      ## End

      Done.
      -- e.md --
      # E

      See [two of B](b.md#two).
      -- f.md --
      # F

      ![Way](flowcharts/way.yaml)
      -- flowcharts/way.yaml --
      id: way
      title: Way
      start: ask
      nodes:
        ask:
          question: Left or right?
          options:
            - { label: Left, to: out }
            - { label: Right, to: out }
        out:
          outcome: Out
          severity: act
          cites: [p1]
      -- glossary.yaml --
      terms:
        - term: MASH
          definition: A team.
      -- g.md --
      # G

      Ask [[glossary:mash]] and [[nobody]].
      """;

  private static final ImpactFinder FINDER = new ImpactFinder(LinkedSite.of(SITE).site());

  private static Impact impact(String id, int steps) {
    return FINDER.of(
        assertInstanceOf(ImpactFinder.Found.It.class, FINDER.find(id), id).place(), steps);
  }

  /** A line each: the distance, then the chain of addresses, a star behind a whole page. */
  private static List<String> lines(Impact impact) {
    return impact.reliers().stream()
        .map(relier ->
            relier.distance()
                + " "
                + relier.chain().stream()
                    .map(step ->
                        step.place().address()
                            + (step.place().part() == Place.Part.PAGE ? "*" : ""))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void listsWhatRelies_theNearestFirstEachWithItsChain() {
    assertEquals(
        List.of(
            "1 a.html*",
            "1 b.html#one",
            "1 flowcharts/way.html#way--out",
            "2 c.html a.html*",
            "2 d.html b.html#one",
            "2 f.html flowcharts/way.html#way--out",
            "3 b.html#two c.html a.html*",
            "4 e.html b.html#two c.html a.html*"),
        lines(impact("p1", Integer.MAX_VALUE)));
  }

  @Test
  void quotesTheSentenceThatCites() {
    List<Impact.Step> chain = impact("p1", 2).reliers().get(4).chain();
    assertEquals("See one of B.", chain.get(0).sentence());
    assertEquals("Rest on Kindness here.", chain.get(1).sentence());
    assertEquals("content/b.md:7:9", chain.get(1).place().location().toString());
    assertEquals("One", chain.get(1).place().heading());
  }

  @Test
  void goesNoFurtherThanAsked() {
    assertEquals(3, impact("p1", 1).reliers().size());
    assertEquals(6, impact("p1", 2).reliers().size());
  }

  /** C cites the second section of B, which cites C: each is told once, and the search ends. */
  @Test
  void endsInCircles() {
    assertEquals(
        List.of("1 b.html#two", "2 e.html b.html#two"), lines(impact("c.md", Integer.MAX_VALUE)));
  }

  @Test
  void aSectionIsNotAffectedByItsNeighbours() {
    // D names the first section of B, so a change of the second is nothing to it.
    assertEquals(List.of("1 c.html", "1 e.html"), lines(impact("b.md#two", Integer.MAX_VALUE)));
    // The inner section is part of the first one, which D names.
    assertEquals(
        List.of("1 d.html", "1 d.html"),
        List.of(
            lines(impact("b.md#inner", 1)).getFirst(), lines(impact("b.md#one", 1)).getFirst()));
  }

  @ParameterizedTest
  @CsvSource({
    "p1, principles/p1.html",
    "principles/p1.md, principles/p1.html",
    "content/principles/p1.md, principles/p1.html",
    "./principles/p1.md, principles/p1.html",
    "principles\\p1.md, principles/p1.html",
    "principles/p1.html, principles/p1.html",
    "/principles/p1.html, principles/p1.html",
    "principles/p1, principles/p1.html",
    "https://example.org/kit/principles/p1.html, principles/p1.html",
    "file:///S:/kit/principles/p1.html, principles/p1.html",
    "old-a.md, a.html",
    "old-a.html, a.html",
    "b.md#one, b.html#one",
    "https://example.org/b.html#one, b.html#one",
    "b.md#b, b.html",
    "way, flowcharts/way.html",
    "flowcharts/way.yaml#way--out, flowcharts/way.html#way--out",
    "glossary:mash, glossary.html#mash",
  })
  void findsByIdPathAndAddress(String given, String address) {
    assertEquals(
        address,
        assertInstanceOf(ImpactFinder.Found.It.class, FINDER.find(given)).place().address());
  }

  @ParameterizedTest
  @CsvSource({
    "p11, p1",
    "princples/p1.md, principles/p1.md",
    "wey, way",
    "b.md#tow, b.md#two",
    "glossary:msah, glossary:mash"
  })
  void suggestsWhatWasMeant(String given, String meant) {
    assertEquals(
        meant,
        assertInstanceOf(ImpactFinder.Found.Nothing.class, FINDER.find(given))
            .nearest()
            .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"quite-unlike-anything", "..", "//", "a.md#quite-unlike-anything", "''", "#x"})
  void findsNothing(String given) {
    assertEquals(
        true,
        assertInstanceOf(ImpactFinder.Found.Nothing.class, FINDER.find(given)).nearest().isEmpty());
  }
}
