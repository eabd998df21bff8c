package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
  /** The schema of the standard, as a library of SARIF classes carries it. */
  private static final Schema SCHEMA = schema();

  private static final Diagnostic BROKEN_LINK =
      Diagnostic.of(Code.LINK_NO_PAGE, new Location("content/mash.md", 9, 24, 9, 33))
          .withDetail("there is no page at content/dutty.md")
          .withSuggestion("duty.md#phone");

  private static Schema schema() {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSchemaOfTheStandardTakesEveryCode() {
    List<Diagnostic> all = new ArrayList<>(List.of(BROKEN_LINK));
    Arrays.stream(Code.values())
        .map(code -> Diagnostic.of(code, new Location("content/a b.md", 1, 1, 3, 1)))
        .forEach(all::add);
    all.sort(Diagnostic.ORDER);
    String log = log(all);
    assertEquals(List.of(), SCHEMA.validate(log, InputFormat.JSON), log);
    JsonNode rules = run(log).at("/tool/driver/rules");
    assertEquals(Code.values().length, rules.size());
  }

  @Test
  void theSchemaTakesALogWithoutResults() {
    String log = log(List.of());
    assertEquals(List.of(), SCHEMA.validate(log, InputFormat.JSON), log);
    assertEquals(0, run(log).get("results").size());
  }

  @Test
  void theSchemaTakesAnyText() {
    for (long seed = 0; seed < 200; seed++) {
      String hostile = HostileText.of(seed);
      String log =
          log(
              List.of(
                  Diagnostic.of(Code.YAML_SYNTAX, Location.startOf(hostile))
                      .withMessage(hostile)
                      .withDetail(hostile)
                      .withHelp(hostile)
                      .withSuggestion(hostile)));
      assertEquals(List.of(), SCHEMA.validate(log, InputFormat.JSON), "seed " + seed + ": " + log);
      String uri =
          run(log).at("/results/0/locations/0/physicalLocation/artifactLocation/uri").asString();
      assertFalse(URI.create(uri).isAbsolute(), "seed " + seed + ": " + uri);
    }
  }

  // Else the tests above would pass whatever the log says.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"columnKind\": \"utf16CodeUnits\" | \"columnKind\": \"letters\"",
        "\"version\": \"2.1.0\" | \"version\": \"2.0.0\"",
        "\"startLine\": 9 | \"startLine\": 0",
        "\"ruleIndex\": 0 | \"ruleIndex\": \"0\"",
        "\"level\": \"error\" | \"level\": \"fatal\"",
        "\"results\" | \"finds\"",
      })
  void theSchemaRefusesWhatIsWrong(String right, String wrong) {
    String log = log(List.of(BROKEN_LINK));
    assertTrue(log.contains(right), log);
    assertFalse(SCHEMA.validate(log.replace(right, wrong), InputFormat.JSON).isEmpty());
  }

  @Test
  void resultSaysWhatWhereAndHowToMendIt() {
    JsonNode run = run(log(List.of(BROKEN_LINK)));
    assertEquals("utf16CodeUnits", run.get("columnKind").asString());
    assertEquals("1.2.3-SNAPSHOT", run.at("/tool/driver/version").asString());
    assertEquals("1.2.3-SNAPSHOT", run.at("/tool/driver/semanticVersion").asString());
    assertTrue(run.at("/originalUriBaseIds/%SRCROOT%/uri").isMissingNode());
    JsonNode result = run.at("/results/0");
    assertEquals("WM104", result.get("ruleId").asString());
    assertEquals("error", result.get("level").asString());
    assertEquals(
        "this link goes nowhere: there is no page at content/dutty.md\n"
            + "help: did you mean duty.md#phone ?",
        result.at("/message/text").asString());
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertEquals("content/mash.md", place.at("/artifactLocation/uri").asString());
    assertEquals("%SRCROOT%", place.at("/artifactLocation/uriBaseId").asString());
    JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
    assertEquals("WM104", rule.get("id").asString());
    assertEquals("error", rule.at("/defaultConfiguration/level").asString());
    assertEquals("this link goes nowhere", rule.at("/shortDescription/text").asString());
    assertEquals(DiagnosticPagesTest.page(Code.LINK_NO_PAGE), rule.at("/help/markdown").asString());
    assertEquals(DiagnosticPagesTest.page(Code.LINK_NO_PAGE), rule.at("/help/text").asString());
  }

  @Test
  void ruleStandsOnceForAllItsResults() {
    Diagnostic warning = Diagnostic.of(Code.RAW_HTML, Location.onLine("content/z.md", 1, 1, 3));
    JsonNode run = run(log(List.of(warning, BROKEN_LINK, warning)));
    assertEquals(2, run.at("/tool/driver/rules").size());
    List<String> named = new ArrayList<>();
    for (JsonNode result : run.get("results")) {
      named.add(
          run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt()).get("id").asString());
    }
    assertEquals(List.of("WM301", "WM104", "WM301"), named);
  }

  @Test
  void fixPutsTheSuggestionIntoTheText() {
    // The emoji are two UTF-16 units each.
    String text = "# 😀😀 Heading\n\n😀 [duty](dutty.md) 😀\n";
    Location location = Location.onLine("a.md", 3, 11, "dutty.md".length());
    JsonNode run =
        run(log(List.of(Diagnostic.of(Code.LINK_NO_PAGE, location).withSuggestion("duty.md"))));
    JsonNode change = run.at("/results/0/fixes/0/artifactChanges/0");
    assertEquals("a.md", change.at("/artifactLocation/uri").asString());
    JsonNode region = change.at("/replacements/0/deletedRegion");
    LineMap lines = LineMap.of(text);
    int start =
        lines.start(region.get("startLine").asInt()) + region.get("startColumn").asInt() - 1;
    int end = lines.start(region.get("endLine").asInt()) + region.get("endColumn").asInt() - 1;
    assertEquals(
        "# 😀😀 Heading\n\n😀 [duty](duty.md) 😀\n",
        text.substring(0, start)
            + change.at("/replacements/0/insertedContent/text").asString()
            + text.substring(end));
  }

  @Test
  void withoutASuggestionThereIsNoFix() {
    JsonNode run = run(log(List.of(Diagnostic.of(Code.ORPHAN_PAGE, Location.startOf("a.md")))));
    assertFalse(run.at("/results/0").has("fixes"));
  }

  // What a message of SARIF would be read to mean, and how it says the same plainly.
  @ParameterizedTest
  @CsvSource({
    "write [a](b.md), write \\[a](b.md)",
    "write {0} or {width=400}, write {{0}} or {width=400}",
    "a list [a] of words, a list [a] of words",
  })
  void messageHoldsNoLinkAndNoPlaceOfAnArgument(String message, String expected) {
    Diagnostic diagnostic =
        Diagnostic.of(Code.IMAGE_SIZE, Location.startOf("a.md")).withMessage(message);
    assertEquals(expected, run(log(List.of(diagnostic))).at("/results/0/message/text").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "content/a b#c?.md, content/a%20b%23c%3F.md, true",
    "llafur/ŵy:dd.md, llafur/%C5%B5y%3Add.md, true",
    "/srv/kit/a.md, file:///srv/kit/a.md, false",
    "C:/kit/a.md, file:///C%3A/kit/a.md, false",
  })
  void nameOfAFileBecomesAReference(String file, String uri, boolean relative) {
    JsonNode artifact =
        run(log(List.of(Diagnostic.of(Code.ORPHAN_PAGE, Location.startOf(file)))))
            .at("/results/0/locations/0/physicalLocation/artifactLocation");
    assertEquals(uri, artifact.get("uri").asString());
    assertEquals(relative, artifact.has("uriBaseId"));
  }

  private static String log(List<Diagnostic> diagnostics) {
    SarifReport report =
        new SarifReport(new CheckoutPaths(""), DiagnosticPagesTest::page, "1.2.3-SNAPSHOT");
    return new String(report.of(diagnostics), StandardCharsets.UTF_8);
  }

  private static JsonNode run(String log) {
    return new JsonMapper().readTree(log).at("/runs/0");
  }
}
