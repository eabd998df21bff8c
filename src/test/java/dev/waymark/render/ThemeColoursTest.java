package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the theme against each other, and the weight of its files. */
class ThemeColoursTest {
  private static final String TOKENS = "assets/tokens.css";

  /** What gzip may make of all style sheets, and of the script that is on every page. */
  private static final int MAX_CSS = 20_000;

  private static final int MAX_SCRIPT = 5_000;

  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

  /** A colour written out. A word such as {@code Canvas} is one of the reader's own. */
  private static final Pattern WRITTEN =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?![^{}]*\\{)|\\b(rgb|hsl|oklch|lab)a?\\(");

  private static String file(String path) {
    return Objects.requireNonNull(TestTheme.packed().files().get(path), path).text();
  }

  /** The colours of a scheme by name; the dark one changes some of the light one. */
  private static Map<String, String> colours(String scheme) {
    String css = file(TOKENS);
    int dark = css.indexOf("prefers-color-scheme: dark");
    assertTrue(dark > 0, "there is no dark scheme");
    Map<String, String> colours = new TreeMap<>();
    Matcher light = COLOUR.matcher(css.substring(0, dark));
    while (light.find()) {
      colours.put(light.group(1), light.group(2));
    }
    Matcher changed = COLOUR.matcher(css.substring(scheme.equals("dark") ? dark : css.length()));
    while (changed.find()) {
      assertTrue(colours.containsKey(changed.group(1)), changed.group());
      colours.put(changed.group(1), changed.group(2));
    }
    return colours;
  }

  /** Relative luminance, from 0 for black to 1 for white, as WCAG 2.2 defines it. */
  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum +=
          weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  /** The contrast ratio of WCAG 2.2, from 1 to 21. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "#000000, #ffffff, 21.00",
    "#ffffff, #ffffff, 1.00",
    "#777777, #ffffff, 4.48",
    "#0000ff, #ffff00, 8.00"
  })
  void theRatioIsThatOfTheStandard(String one, String other, String ratio) {
    assertEquals(ratio, String.format(Locale.ROOT, "%.2f", contrast(one, other)));
  }

  /** What stands on what: words, then the grounds below them. */
  private static final List<String> TEXT =
      List.of(
          "ink ink-soft link link-hover link-visited : paper tint",
          "caution warning : paper tint",
          "ink link link-hover link-visited : note-ground tip-ground important-ground"
              + " warning-ground caution-ground",
          "note : note-ground",
          "tip : tip-ground",
          "important : important-ground",
          "warning : warning-ground",
          "caution : caution-ground",
          "on-brand : brand brand-deep",
          "on-mark : mark",
          "on-hit : hit");

  /** Borders of controls, edges that mean something, and the place of the keyboard. */
  private static final List<String> EDGES =
      List.of(
          "line-strong focus accent : paper tint",
          "focus : note-ground tip-ground important-ground warning-ground caution-ground",
          "mark : brand brand-deep",
          "note tip important warning caution : paper");

  /** Lines between things that are apart anyway. */
  private static final Set<String> DECORATION = Set.of("line");

  private static List<String[]> pairs(List<String> rows) {
    List<String[]> pairs = new ArrayList<>();
    for (String row : rows) {
      String[] sides = row.split(" : ");
      for (String front : sides[0].split(" ")) {
        for (String ground : sides[1].split(" ")) {
          pairs.add(new String[] {front, ground});
        }
      }
    }
    return pairs;
  }

  private static List<String> tooFaint(String scheme, List<String> rows, double least) {
    Map<String, String> colours = colours(scheme);
    List<String> faint = new ArrayList<>();
    for (String[] pair : pairs(rows)) {
      double ratio =
          contrast(
              Objects.requireNonNull(colours.get(pair[0]), pair[0]),
              Objects.requireNonNull(colours.get(pair[1]), pair[1]));
      if (ratio < least) {
        faint.add(
            String.format(
                Locale.ROOT,
                "%s on %s in %s: %.2f, not %.1f",
                pair[0],
                pair[1],
                scheme,
                ratio,
                least));
      }
    }
    return faint;
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void wordsStandOutFromTheirGrounds(String scheme) {
    assertEquals(List.of(), tooFaint(scheme, TEXT, 4.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void edgesThatMeanSomethingStandOut(String scheme) {
    assertEquals(List.of(), tooFaint(scheme, EDGES, 3));
  }

  @Test
  void everyColourIsHeldToARatio() {
    Set<String> held = new TreeSet<>(DECORATION);
    pairs(TEXT).forEach(pair -> held.addAll(List.of(pair)));
    pairs(EDGES).forEach(pair -> held.addAll(List.of(pair)));
    assertEquals(held, colours("light").keySet());
    assertFalse(colours("light").equals(colours("dark")), "the schemes are the same");
  }

  /** So that one file makes a site look like the organisation that it is of. */
  @Test
  void coloursAreInOneFile() {
    for (ThemeFile file : TestTheme.packed().files().values()) {
      if (file.path().endsWith(".css") && !file.path().equals(TOKENS)) {
        Matcher written = WRITTEN.matcher(file.text());
        assertFalse(written.find(), () -> file.path() + ": " + written.group());
      }
    }
    assertTrue(WRITTEN.matcher("a { color: #fff; }").find());
    assertFalse(WRITTEN.matcher("#added { color: red; }").find());
  }

  private static int packed(Predicate<String> wanted) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      for (ThemeFile file : TestTheme.packed().files().values()) {
        if (wanted.test(file.path())) {
          gzip.write(file.bytes());
        }
      }
    }
    return packed.size();
  }

  @Test
  void styleSheetsAndTheScriptOfEveryPageAreLight() throws IOException {
    int css = packed(path -> path.endsWith(".css"));
    assertTrue(css > 1_000 && css < MAX_CSS, css + " bytes of style sheets");
    // What belongs to flowcharts is on pages with flowcharts alone.
    int script = packed(path -> path.endsWith(".js") && !path.endsWith("/flowchart.js"));
    assertTrue(script > 1_000 && script < MAX_SCRIPT, script + " bytes of script");
  }
}
