package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of {@code docs/examples}, which people copy as they are. */
class ExamplesTest {
  private static final Pattern COMMAND = Pattern.compile("target/waymark/bin/waymark ([^\\n#]*)");

  @ParameterizedTest
  @CsvSource({
    "github-workflow.yml, jobs, 2",
    "links-workflow.yml, jobs, 1",
    "pre-commit-config.yaml, repos, 1"
  })
  void exampleIsYamlWhoseCommandsTheToolKnows(String name, String key, int commands)
      throws Exception {
    Path file = Path.of("docs/examples", name);
    String text = Files.readString(file);
    Checked<YamlNode.Mapping> yaml = new YamlReader().readMapping(new SourceText(name, 1, text));
    assertEquals(List.of(), yaml.diagnostics());
    assertTrue(
        yaml.value().entries().stream().anyMatch(entry -> entry.key().value().equals(key)), text);
    List<Invocation> read = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(text);
    while (matcher.find()) {
      read.add(reader().read(List.of(matcher.group(1).strip().split("\\s+"))));
    }
    assertEquals(commands, read.size());
    assertInstanceOf(Invocation.Check.class, read.getFirst());
  }

  private static ArgumentReader reader() throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new ArgumentReader(
        new Environment(Map.of(), Path.of(""), nowhere, nowhere, false, false));
  }
}
