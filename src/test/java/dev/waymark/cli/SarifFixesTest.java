package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.LineMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fixes of a SARIF report mend the content when a program applies them unseen. */
class SarifFixesTest {
  /** Slips in links, ids, keys and values; each comes with a suggestion. */
  private static final Map<String, String> SLIPS =
      Map.of(
          "content/site.yaml",
          "titel: Kit\nnavigation: [indx.md]\nowners:\n  lead: {name: Lead}\n",
          "content/index.md",
          """
          ---
          title: Home
          sumary: What is here.
          owner: leed
          principles: [p11]
          status: drafft
          audience: [chld]
          ---
          😀 [a](prts/one.md) [b](parts/One.md) [c](parts/one.md#haeding) [[oen]] [[oen|words]]
          ![x](images/fridg.png) [d](//example.org/x) [[glossary:msh]] [s](<parts/on e.md>) [e][r]

          [o](old.md) [p](p1.md)

          [r]: prts/one.md "One"
          """,
          "content/parts/one.md",
          "---\nid: one\naliases: [old.md]\n---\n# One\n\n## Heading\n",
          "content/p1.md",
          "---\nkind: principle\nid: p1\nstatement: Be kind.\n---\n",
          "content/glossary.yaml",
          "terms:\n  - {term: MASH, definition: The hub.}\n",
          "content/images/fridge.png",
          "");

  @TempDir Path folder;

  @Test
  void everyFixMends() throws IOException {
    for (Map.Entry<String, String> file : SLIPS.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    JsonNode results = results();
    assertEquals(18, results.size());
    Map<String, TreeMap<Integer, JsonNode>> byFile = new TreeMap<>();
    for (JsonNode result : results) {
      JsonNode change = result.at("/fixes/0/artifactChanges/0");
      assertTrue(change.isObject(), result::toString);
      String file = change.at("/artifactLocation/uri").asString();
      JsonNode replacement = change.at("/replacements/0");
      byFile
          .computeIfAbsent(file, name -> new TreeMap<>(Comparator.reverseOrder()))
          .put(offset(file, replacement, "start"), replacement);
    }
    for (Map.Entry<String, TreeMap<Integer, JsonNode>> changes : byFile.entrySet()) {
      apply(changes.getKey(), List.copyOf(changes.getValue().values()));
    }
    assertEquals(
        new TestRun.Result(0, "", "Checked 3 pages. No problems.\n"),
        WholeToolTest.run(folder, "check"));
  }

  private JsonNode results() {
    return new JsonMapper()
        .readTree(WholeToolTest.run(folder, "check", "--format", "sarif").out())
        .at("/runs/0/results");
  }

  /** Replaces from the end to the start, so that what is before stays where it was. */
  private void apply(String file, List<JsonNode> replacements) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(folder.resolve(file)));
    for (JsonNode replacement : replacements) {
      text.replace(
          offset(file, replacement, "start"),
          offset(file, replacement, "end"),
          replacement.at("/insertedContent/text").asString());
    }
    Files.writeString(folder.resolve(file), text);
  }

  private int offset(String file, JsonNode replacement, String edge) throws IOException {
    JsonNode region = replacement.get("deletedRegion");
    LineMap lines = LineMap.of(Files.readString(folder.resolve(file)));
    return lines.start(region.get(edge + "Line").asInt()) + region.get(edge + "Column").asInt() - 1;
  }
}
