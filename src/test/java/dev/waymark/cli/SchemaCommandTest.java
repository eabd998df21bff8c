package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCommandTest {
  @TempDir Path folder;

  private TestRun.Result run(String... arguments) {
    return WholeToolTest.run(folder, arguments);
  }

  @Test
  void writesAllOfThemToAFolder() throws IOException {
    assertEquals(
        new TestRun.Result(
            0,
            """
            .vscode/waymark/front-matter.schema.json
            .vscode/waymark/site.schema.json
            .vscode/waymark/glossary.schema.json
            .vscode/waymark/flowchart.schema.json
            """,
            ""),
        run("schema", "-o", ".vscode/waymark"));
    try (Stream<Path> files = Files.list(folder.resolve(".vscode/waymark"))) {
      assertEquals(4, files.count());
    }
    assertEquals(
        run("schema", "site").out(),
        Files.readString(folder.resolve(".vscode/waymark/site.schema.json")));
  }

  @Test
  void printsOneOfThem() {
    JsonNode schema = JsonMapper.shared().readTree(run("schema", "glossary").out());
    assertEquals("http://json-schema.org/draft-07/schema#", schema.get("$schema").asString());
    assertEquals("The glossary, glossary.yaml", schema.get("title").asString());
    assertTrue(schema.at("/properties/terms").isObject());
  }

  @Test
  void listsWhatThereIs() {
    assertEquals(
        List.of("front-matter", "site", "glossary", "flowchart"),
        run("schema").out().lines().map(line -> line.split(" ")[0]).toList());
    JsonNode list = JsonMapper.shared().readTree(run("schema", "--format", "json").out());
    assertEquals("site.schema.json", list.at("/schemas/1/file").asString());
  }

  @Test
  void saysWhatWasMeant() {
    assertEquals(
        new TestRun.Result(
            2, "", "waymark: there is no schema 'sitte'\n  help: did you mean site ?\n"),
        run("schema", "sitte"));
  }
}
