package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twenty links that people got wrong, in a site with many pages to take for the right one. */
class TwentySlipsTest {
  private static final String SITE =
      """
      -- glossary.yaml --
      terms:
        - {term: EWS, expansion: Early warning score, definition: A number.}
        - {term: Cold chain, definition: Kept cold from maker to arm.}
        - {term: Needlestick injury, definition: A prick.}
      -- index.md --
      # Clinic handbook
      -- kitchen/index.md --
      # The staff kitchen
      -- vaccines/index.md --
      # Vaccines
      -- vaccines/storage.md --
      # Keeping vaccines cold
      ## When the fridge fails
      ## Daily temperature record
      ## Who is told?
      -- vaccines/travel.md --
      # Travel vaccines
      ## Yellow fever
      ## Rabies
      -- vaccines/childhood.md --
      ---
      id: childhood-schedule
      ---
      # The childhood schedule
      -- vaccines/flu-2025.md --
      # Flu season 2025
      -- vaccines/flu-2026.md --
      # Flu season 2026
      -- rooms/treatment.md --
      # Treatment room
      ## Sharps
      -- rooms/waiting.md --
      # Waiting room
      -- rooms/cleaning.md --
      ---
      title: Cleaning and spills
      ---
      # Blood and body fluid spills
      -- staff/induction.md --
      # Your first week
      -- staff/rota.md --
      # The rota
      -- staff/lone-working.md --
      # Working alone
      -- forms/incident-report.pdf --
      -- forms/accident-book.pdf --
      -- images/fridge.png --
      -- images/fridge-log.png --
      -- rules/r2.md --
      ---
      kind: principle
      id: r2
      statement: Wash your hands.
      ---
      # Clean hands
      -- rules/r12.md --
      ---
      kind: principle
      id: r12
      statement: Say when you are unsure.
      ---
      # Say so
      """;

  /** What was written on a page in the folder {@code vaccines}, and what was meant. */
  private static Map<String, String> slips() {
    Map<String, String> slips = new LinkedHashMap<>();
    // Pages, by a slip of the finger, the wrong folder, another ending, another habit.
    slips.put("[x](storgae.md)", "storage.md");
    slips.put("[x](../vaccine/travel.md)", "travel.md");
    slips.put("[x](../rooms/treatement.md)", "../rooms/treatment.md");
    slips.put("[x](lone_working.md)", "../staff/lone-working.md");
    slips.put("[x](flu2026.md)", "flu-2026.md");
    slips.put("[x](../staff/rotas.html)", "../staff/rota.md");
    slips.put("[x](../kitchn/)", "../kitchen/index.md");
    slips.put("[x](../forms/incident_report.pdf)", "../forms/incident-report.pdf");
    // Pages, by their title.
    slips.put("[x](keeping-vaccines-cold.md)", "storage.md");
    slips.put("[Your first week](starters.md)", "../staff/induction.md");
    slips.put("[x](../rooms/cleaning-and-spill.md)", "../rooms/cleaning.md");
    // Anchors, by a slip, by other rules for them, by the words of the link.
    slips.put("[x](storage.md#when-the-fridge-fail)", "storage.md#when-the-fridge-fails");
    slips.put("[x](storage.md#Who_is_told)", "storage.md#who-is-told");
    slips.put("[x](storage.md#daily-temprature-record)", "storage.md#daily-temperature-record");
    slips.put("[Yellow fever](travel.md#yf)", "travel.md#yellow-fever");
    // Ids, of pages, principles and terms.
    slips.put("[[chilhood-schedule]]", "[[childhood-schedule]]");
    slips.put("[[working-alone|alone]]", "[[lone-working|alone]]");
    slips.put("[[glossary:early-warning-scores]]", "[[glossary:ews]]");
    slips.put("[[glossary:needle-stick-injury]]", "[[glossary:needlestick-injury]]");
    // And an image.
    slips.put("![x](../images/frigde.jpg)", "../images/fridge.png");
    return slips;
  }

  @Test
  void everySlipIsSeenThrough() {
    List<String> wrong = new ArrayList<>();
    slips()
        .forEach((written, meant) -> {
          List<Diagnostic> found =
              LinkedSite.of(SITE + "-- vaccines/here.md --\nSee " + written + " now.\n")
                  .diagnostics();
          assertEquals(1, found.size(), found::toString);
          String suggested = found.getFirst().suggestion();
          if (!suggested.equals(meant)) {
            wrong.add("%s: '%s', and not '%s'".formatted(written, suggested, meant));
          }
        });
    int all = slips().size();
    assertEquals(20, all);
    System.out.println(all - wrong.size() + " of " + all + " slips seen through");
    assertEquals(List.of(), wrong);
  }
}
