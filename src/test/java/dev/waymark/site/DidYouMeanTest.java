package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody meant who slipped. */
class DidYouMeanTest {
  private static final String SITE =
      """
      -- site.yaml --
      owners:
        harbour-master:
          name: Harbour master
        lamplighter:
          name: Lamplighter
      -- glossary.yaml --
      terms:
        - term: VHF
          expansion: Very high frequency
          definition: Radio for ships.
        - term: Slack water
          definition: When the tide turns.
      -- boats/index.md --
      # Boats
      -- boats/mooring-lines.md --
      # How to tie up
      ## Bow and stern
      ## Springs
      -- boats/engines/outboard.md --
      ---
      id: outboard-motor
      ---
      # Outboard engines
      ## Winter storage
      ## Before you start
      -- weather/forecast.md --
      # Reading the forecast
      ## Wind against tide
      -- weather/charts/isobars.png --
      -- rules/r1.md --
      ---
      id: r1
      kind: principle
      statement: Keep a proper look-out.
      ---
      # Look-out
      -- rules/r7.md --
      ---
      id: r7
      kind: principle
      statement: Decide early.
      ---
      # Risk of collision
      -- Tide Tables.md --
      # Tide tables
      -- gŵyl.md --
      # Gŵyl y môr
      """;

  private static List<Diagnostic> wrong(String page) {
    return LinkedSite.of(SITE + "-- boats/here.md --\n" + page).diagnostics();
  }

  private static String suggestion(String link) {
    List<Diagnostic> found = wrong("See " + link + ".\n");
    assertEquals(1, found.size(), found::toString);
    return found.getFirst().suggestion();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          [x](moring-lines.md) => mooring-lines.md
          [x](mooring-line.md) => mooring-lines.md
          [x](mooring_lines.md) => mooring-lines.md
          [x](mooring-lines.markdown) => mooring-lines.md
          [x](../mooring-lines.md) => mooring-lines.md
          [x](engine/outboard.md) => engines/outboard.md
          [x](outborad.md#winter-storage) => engines/outboard.md#winter-storage
          [x](../wether/forecast.md) => ../weather/forecast.md
          [x](/weather/forcast.md#wind-against-tide) => /weather/forecast.md#wind-against-tide
          [x](../boat/) => index.md
          [x](../tide-tables.md) => ../Tide%20Tables.md
          [x](../gwyl.md) => ../gŵyl.md
          [x](../glosary.html#vhf) => ../glossary.html#vhf
          [x](/az.html) => /a-z.html
          [x](../rule/index.md) => ../rules/index.html
          [how to tie up](knots.md) => mooring-lines.md
          [x](how-to-tie-up.md) => mooring-lines.md
          [x](reading-the-forcast.md) => ../weather/forecast.md
          ![x](../weather/isobars.png) => ../weather/charts/isobars.png
          ![x](../weather/charts/isobar.png) => ../weather/charts/isobars.png
          [x](mooring-lines.md#bow-and-sterm) => mooring-lines.md#bow-and-stern
          [x](mooring-lines.md#Bow-And-Stern) => mooring-lines.md#bow-and-stern
          [x](mooring-lines.md#bow%20and%20stern) => mooring-lines.md#bow-and-stern
          [Before you start](engines/outboard.md#first) => engines/outboard.md#before-you-start
          [x](../glossary.html#slack-watr) => ../glossary.html#slack-water
          [[outboard-moter]] => [[outboard-motor]]
          [[Outboard-Motor|words]] => [[outboard-motor|words]]
          [[forcast]] => [[forecast]]
          [[outboard-engines]] => [[outboard-motor]]
          [[r77]] => [[r7]]
          [[glossary:VHF]] => [[glossary:vhf]]
          [[glossary:slackwater]] => [[glossary:slack-water]]
          [[glossary:very-high-frequency]] => [[glossary:vhf]]
          [[vhf]] => [[glossary:vhf]]
          """)
  void aLink(String link, String meant) {
    assertEquals(meant, suggestion(link));
  }

  @ParameterizedTest
  @CsvSource({"r17, r1", "R7, r7", "lookout, r1", "risk-of-colision, r7"})
  void aPrinciple(String id, String meant) {
    List<Diagnostic> found = wrong("---\nprinciples: [" + id + "]\n---\n");
    assertEquals(List.of(meant), found.stream().map(Diagnostic::suggestion).toList());
  }

  @Test
  void anOwner() {
    List<Diagnostic> found = wrong("---\nowner: lamp-lighter\n---\n");
    assertEquals(
        List.of(
            "content/boats/here.md:2:8-20 WM213 site.yaml lists harbour-master, lamplighter"
                + " -> lamplighter"),
        found.stream().map(LinkedSite::message).toList());
  }

  @Test
  void anEntryOfTheNavigation() {
    LinkedSite site =
        LinkedSite.of(SITE.replace("owners:", "navigation: [boats/moring-lines.md]\nowners:"));
    assertEquals(
        "boats/mooring-lines.md",
        site.diagnostics().stream()
            .filter(found -> found.code().id().equals("WM104"))
            .findFirst()
            .orElseThrow()
            .suggestion());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](submarine.md)",
        "[x](../aeroplane/index.md)",
        "[x](zzzz.pdf)",
        "[this](q.md)",
        "![x](lighthouse.png)",
        "![x](mooring-lines.png)",
        "[x](mooring-lines.md#anchoring)",
        "[x](../glossary.html#port)",
        "[[submarine]]",
        "[[zz]]",
        "[[glossary:spinnaker]]",
        "[[glossary:fog]]",
      })
  void nothingForAFarOffLink(String link) {
    assertEquals("", suggestion(link));
  }

  @Test
  void nothingForAFarOffPrincipleOrOwner() {
    List<Diagnostic> found = wrong("---\nprinciples: [outboard-motor, zz]\nowner: bosun\n---\n");
    assertEquals(
        List.of(
            "content/boats/here.md:2:14-28 WM211 there is no principle outboard-motor"
                + " -> write the id of a principle, such as p1, or take it out",
            "content/boats/here.md:2:30-32 WM211 there is no principle zz"
                + " -> write the id of a principle, such as p1, or take it out",
            "content/boats/here.md:3:8-13 WM213 site.yaml lists harbour-master, lamplighter"
                + " -> list it under owners: in site.yaml"),
        found.stream().map(LinkedSite::message).toList());
  }
}
