package dev.waymark.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of a value knows where it stands in the file. */
final class ScalarTextTest {
  private static SourceText read(String yaml) {
    SourceText file = new SourceText("a.yaml", 1, yaml);
    YamlNode value = new YamlReader().readMapping(file).value().entries().getLast().value();
    return ScalarText.of(file, (YamlNode.Scalar) value);
  }

  /** What stands in the file where each character of the value is said to be. */
  private static String found(String yaml, SourceText text) {
    List<String> lines = yaml.lines().toList();
    StringBuilder found = new StringBuilder();
    int line = 0;
    int column = 0;
    for (int i = 0; i < text.text().length(); i++) {
      Location at = text.locate(line, column, 0);
      String row = at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
      found.append(at.column() <= row.length() ? row.charAt(at.column() - 1) : '\n');
      if (text.text().charAt(i) == '\n') {
        line++;
        column = 0;
      } else {
        column++;
      }
    }
    return found.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k: plain text",
        "k: \"double quoted\"",
        "k: 'single quoted'",
        "k: |\n  one\n  two\n\n  three\n",
        "k: |2\n    indented\n  two\n",
        "k: |-\n\n  one\n    deeper\n  two",
        "a:\n  b: 1\nk: |\n      far in\n      two\n",
        "k: |+\n  one\n\n\n",
        "k: ŵyneb 🎉 yma"
      })
  void charactersStandAsTheyAre(String yaml) {
    SourceText text = read(yaml);
    assertEquals(text.text(), found(yaml, text));
    String windows = yaml.replace("\n", "\r\n");
    SourceText same = read(windows);
    assertEquals(same.text(), found(windows, same));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k: one\n  two\n   three",
        "k: >\n  one\n  two\n\n  three\n",
        "k: >-\n  one\n  two\n\n\n  three",
        "k: >\n  one\n\n    code\n\n  two\n  three\n",
        "k: \"one\n  two\n\n  three\"",
        "k: 'one\n\n\n  two'"
      })
  void foldedLinesAreOneLineAndKeepTheirPlaces(String yaml) {
    SourceText text = read(yaml);
    assertEquals(blanked(text.text()), blanked(found(yaml, text)));
  }

  /** A fold puts a space where the file has a line end, and a line end where it has another. */
  private static String blanked(String text) {
    return text.replace('\n', ' ');
  }

  @Test
  void escapesCountAsOneCharacter() {
    SourceText text = read("k: \"a\\u00e9b \\U0001F389\\tc \\\"d\\\" \\\n  e\"");
    assertEquals("aéb 🎉\tc \"d\" e", text.text());
    assertEquals("a.yaml:1:5", text.locate(0, 0, 1).toString());
    assertEquals("a.yaml:1:6", text.locate(0, 1, 1).toString());
    assertEquals("a.yaml:1:12", text.locate(0, 2, 1).toString());
    assertEquals("a.yaml:1:26", text.locate(0, 7, 1).toString());
    assertEquals("a.yaml:1:30", text.locate(0, 10, 1).toString());
    assertEquals("a.yaml:2:3", text.locate(0, 13, 1).toString());
    SourceText single = read("k: 'it''s [a](b)'");
    assertEquals("a.yaml:1:12", single.locate(0, 6, 1).toString());
  }

  @Test
  void aRangeMayReachOverSeveralLinesOfTheFile() {
    SourceText text = read("k: >-\n  one\n  two");
    assertEquals(new Location("a.yaml", 2, 3, 3, 6), text.locate(0, 0, 7));
    assertEquals(new Location("a.yaml", 3, 6, 3, 6), text.locate(0, 7, 0));
  }

  /**
   * Values of random words, breaks and quotes, in every style: no place lies outside of the file.
   */
  @Test
  void noValueMakesItFail() {
    long seed = Long.getLong("waymark.seed", 20_261_126L);
    System.out.println("ScalarTextTest seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "a", "bc", " ", "  ", "\n", "\n\n", "'", "\"", "\\n", "é", "🎉", "- ", ": ", "#"
    };
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder body = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        body.append(pieces[random.nextInt(pieces.length)]);
      }
      String[] styles = {"|\n", ">\n", "|-\n", ">+\n", "\"", "'", ""};
      String style = styles[random.nextInt(styles.length)];
      String end = style.equals("\"") || style.equals("'") ? style : "";
      String yaml = "k: " + style + body.toString().indent(2) + end;
      SourceText file = new SourceText("a.yaml", 1, yaml);
      List<YamlNode.Entry> entries =
          new ArrayList<>(new YamlReader().readMapping(file).value().entries());
      if (!entries.isEmpty() && entries.getLast().value() instanceof YamlNode.Scalar scalar) {
        SourceText text = ScalarText.of(file, scalar);
        assertEquals(scalar.text(), text.text());
        assertEquals(text.text().length(), found(yaml, text).length());
        read++;
      }
    }
    System.out.println("ScalarTextTest read " + read + " values");
    assertEquals(true, read > 500, "too few values could be read: " + read);
  }
}
