package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

  @Test
  void detailJoinsTheMessage() {
    JsonNode diagnostic =
        onlyDiagnostic(
            Diagnostic.of(Code.LINK_NO_PAGE, new Location("content/a.md", 2, 3, 4, 5))
                .withDetail("there is no page at content/b.md")
                .withSuggestion("c.md"));
    assertEquals(
        "this link goes nowhere: there is no page at content/b.md",
        diagnostic.get("message").asString());
    assertEquals("did you mean c.md ?", diagnostic.get("help").asString());
    assertEquals("c.md", diagnostic.get("suggestion").asString());
    assertEquals(2, diagnostic.get("line").asInt());
    assertEquals(3, diagnostic.get("column").asInt());
    assertEquals(4, diagnostic.get("endLine").asInt());
    assertEquals(5, diagnostic.get("endColumn").asInt());
  }

  @Test
  void anyTextMakesValidJson() {
    String text = "quote \" backslash \\ line\nend \u0000 \u2028 😀 half \ud83d";
    JsonNode diagnostic =
        onlyDiagnostic(
            Diagnostic.of(Code.YAML_SYNTAX, Location.startOf(text))
                .withDetail(text)
                .withHelp(text)
                .withSuggestion(text));
    assertEquals(
        text.replace('\ud83d', '\ufffd').replace("\ufffd\ude00", "😀"),
        diagnostic.get("help").asString());
  }

  @Test
  void withoutDiagnosticsTheListIsEmpty() {
    String json = json(List.of());
    assertEquals(
        new JsonMapper()
            .readTree(
                """
                {"version": 1, "diagnostics": [], "summary": {"pages": 0, "errors": 0, "warnings": 0}}
                """),
        new JsonMapper().readTree(json));
    assertTrue(json.endsWith("}\n") && !json.contains("\r"), json);
  }

  private static JsonNode onlyDiagnostic(Diagnostic diagnostic) {
    return new JsonMapper().readTree(json(List.of(diagnostic))).get("diagnostics").get(0);
  }

  private static String json(List<Diagnostic> diagnostics) {
    return new String(
        JsonReport.of(diagnostics, new Summary(0, 0, 0, Optional.empty())), StandardCharsets.UTF_8);
  }
}
