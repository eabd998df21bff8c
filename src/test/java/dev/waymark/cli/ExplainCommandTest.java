package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {
  @TempDir Path folder;
  private TestRun waymark;

  @BeforeEach
  void start() {
    waymark = new TestRun(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WM104", "wm104", "104", "WM104:", " wm104 "})
  void printsThePage(String code) {
    assertEquals(
        new TestRun.Result(0, DiagnosticPagesTest.page(Code.LINK_NO_PAGE), ""),
        waymark.run("explain", code));
  }

  @Test
  void fillsShortNumbers() {
    assertTrue(waymark.run("explain", "2").out().startsWith("# WM002:"));
  }

  @Test
  void listsAllCodes() {
    TestRun.Result result = waymark.run("explain");
    assertEquals(0, result.exitCode());
    assertEquals(Code.values().length, result.out().lines().count());
    assertTrue(result.out().contains("WM104  error    this link goes nowhere\n"));
    assertTrue(result.out().contains("WM301  warning  HTML is shown as text\n"));
  }

  @ParameterizedTest
  @CsvSource({"WM140, WM104", "wn104, WM104", "9104, WM104"})
  void suggestsTheNearestCode(String written, String meant) {
    TestRun.Result result = waymark.run("explain", written);
    assertEquals(2, result.exitCode());
    assertEquals("", result.out());
    assertTrue(result.err().contains("there is no code '" + written + "'"), result.err());
    assertTrue(result.err().contains("did you mean " + meant + " ?"), result.err());
  }

  @Test
  void saysWhereCodesAreListedWhenNoneIsNear() {
    assertEquals(
        """
        waymark: there is no code 'banana'
          help: 'waymark explain' lists all codes
        """,
        waymark.run("explain", "banana").err());
  }

  @Test
  void jsonHoldsThePage() throws Exception {
    TestRun.Result result =
        waymark.run("explain", "104", "--format", "json", "--report", "explained.json");
    JsonNode json = new JsonMapper().readTree(result.out());
    assertEquals(1, json.get("codes").size());
    JsonNode code = json.get("codes").get(0);
    assertEquals("WM104", code.get("code").asString());
    assertEquals("error", code.get("severity").asString());
    assertEquals("this link goes nowhere", code.get("message").asString());
    assertEquals(DiagnosticPagesTest.page(Code.LINK_NO_PAGE), code.get("explanation").asString());
    assertEquals(result.out(), Files.readString(folder.resolve("explained.json")));
  }

  @Test
  void codeWhosePageIsNotPackedIsStillNamed() {
    assertTrue(
        Explanations.packed()
            .of(Code.LINK_NO_PAGE)
            .startsWith("# WM104: this link goes nowhere\n\nSeverity: error\n"));
  }
}
