package dev.waymark.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Location;
import dev.waymark.site.LinkedSite;
import dev.waymark.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML to values with their places, and what is said of YAML that is none. */
@Timeout(20)
class YamlReaderTest {
  private static Checked<YamlNode.Mapping> read(String yaml) {
    return new YamlReader().readMapping(new SourceText("f.yaml", 1, yaml));
  }

  /** A value with the places of its keys and scalars. */
  private static String shown(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> "'" + scalar.text() + "'" + place(scalar.location());
      case YamlNode.Sequence list ->
          list.items().stream()
              .map(YamlReaderTest::shown)
              .collect(Collectors.joining(", ", "[", "]"));
      case YamlNode.Mapping mapping ->
          mapping.entries().stream()
              .map(entry ->
                  entry.key().value() + place(entry.key().location()) + " " + shown(entry.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String place(Location place) {
    return "@" + place.line() + ":" + place.column() + "-" + place.endColumn();
  }

  /** The text of a row: ⏎ ends a line, → is a tab. */
  private static String yaml(String row) {
    return row.replace('\u23ce', '\n').replace('\u2192', '\t');
  }

  /** Both kinds of line ends give the same places. */
  private static void assertSays(String message, String row) {
    for (String end : List.of("\n", "\r\n")) {
      List<String> said =
          read(yaml(row).replace("\n", end)).diagnostics().stream()
              .map(LinkedSite::message)
              .toList();
      assertEquals(List.of("f.yaml:" + message), said);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          a: 1⏎a: 2⏎             | 2:1-2 WM202 the first is on line 1 and is the one that counts -> keep one of the two
          a: 1⏎'a': 2⏎           | 2:1-4 WM202 the first is on line 1 and is the one that counts -> keep one of the two
          a:⏎  b: 1⏎  c: 2⏎  b:⏎ | 4:3-4 WM202 the first is on line 2 and is the one that counts -> keep one of the two
          {a: 1, a: 2}           | 1:8-9 WM202 the first is on line 1 and is the one that counts -> keep one of the two
          t:⏎  - {x: 1, x: 2}    | 2:12-13 WM202 the first is on line 2 and is the one that counts -> keep one of the two
          ŵ: 1⏎b: 2⏎ŵ: 3         | 3:1-2 WM202 the first is on line 1 and is the one that counts -> keep one of the two
          a: !!str x             | 1:4-11 WM214 the tag is !!str -> take out the word that starts with an exclamation mark
          a: [!x b]              | 1:5-9 WM214 the tag is !x -> take out the word that starts with an exclamation mark
          a: !<tag:x> y          | 1:4-14 WM214 the tag is !tag:x -> take out the word that starts with an exclamation mark
          a: !!java/object:Runtime x | 1:4-27 WM214 the tag is !!java/object:Runtime -> take out the word that starts with an exclamation mark
          a: *x                  | 1:4-6 WM201 nothing is named &x -> put the value in quotes if it is meant to start with an asterisk
          a: &x [*x]             | 1:8-10 WM201 nothing is named &x -> put the value in quotes if it is meant to start with an asterisk
          a: &x {b: *x}          | 1:11-13 WM201 nothing is named &x -> put the value in quotes if it is meant to start with an asterisk
          a: **bold** words      | 1:4-5 WM201 no value starts with this character -> put the whole value between quotation marks
          a: b: c⏎               | 1:5-6 WM201 this colon starts a key where none can be -> put the value in quotes: a colon with a space after it starts a new key
          é: ŵ⏎ü: b: c⏎          | 2:5-6 WM201 this colon starts a key where none can be -> put the value in quotes: a colon with a space after it starts a new key
          🦆: 🦆 x: y⏎           | 1:9-10 WM201 this colon starts a key where none can be -> put the value in quotes: a colon with a space after it starts a new key
          a⏎b: c⏎                | 2:2-3 WM201 this colon starts a key where none can be -> put the value in quotes: a colon with a space after it starts a new key
          a: 1⏎  b: 2⏎           | 2:4-5 WM201 this colon starts a key where none can be -> put the value in quotes: a colon with a space after it starts a new key
          a: 1⏎b⏎c: 2⏎           | 2:1-2 WM201 there is no colon after the key -> write key: value, with a colon and a space
          a: 1⏎b⏎                | 2:1-2 WM201 there is no colon after the key -> write key: value, with a colon and a space
          a:⏎→- x⏎               | 2:1-2 WM201 there is a tab here -> use spaces, not tabs, at the start of a line
          →a: 1⏎                 | 1:1-2 WM201 there is a tab here -> use spaces, not tabs, at the start of a line
          x: 1⏎a:→b⏎             | 2:3-4 WM201 there is a tab here -> use spaces, not tabs, at the start of a line
          x: 1⏎a: 'x⏎b: 2⏎       | 2:4-5 WM201 this is not closed -> close the quotation mark or bracket
          x: 1⏎a: "x⏎b: 2⏎       | 2:4-5 WM201 this is not closed -> close the quotation mark or bracket
          'a: 1⏎                 | 1:1-2 WM201 this is not closed -> close the quotation mark or bracket
          x: 1⏎a: [1, 2⏎         | 2:4-5 WM201 this bracket is not closed -> put commas between the entries, and the closing bracket behind the last
          a: [x, y⏎b: 1⏎         | 1:4-5 WM201 this bracket is not closed -> put commas between the entries, and the closing bracket behind the last
          a: {b: 1⏎              | 1:4-5 WM201 this bracket is not closed -> put commas between the entries, and the closing bracket behind the last
          a: @x                  | 1:4-5 WM201 no value starts with this character -> put the whole value between quotation marks
          a: `x`                 | 1:4-5 WM201 no value starts with this character -> put the whole value between quotation marks
          a: % of children       | 1:4-5 WM201 no value starts with this character -> put the whole value between quotation marks
          a: ]                   | 1:4-5 WM201 no value starts with this character -> put the whole value between quotation marks
          a: > 5 years           | 1:4-5 WM201 no value starts with this character -> put the whole value between quotation marks
          a: - b                 | 1:4-5 WM201 no list can start here -> put each entry on a line of its own below the key, or the value in quotes
          a: "S:\\Forms"         | 1:8-9 WM201 a backslash between double quotation marks stands for something else -> write two backslashes, or use single quotation marks
          a: 'it's'              | 1:8-9 WM201 there is text behind the end of the value -> put the whole value between quotation marks
          a: "b" c               | 1:8-9 WM201 there is text behind the end of the value -> put the whole value between quotation marks
          a: [draft] Consent     | 1:12-13 WM201 there is text behind the end of the value -> put the whole value between quotation marks
          [x]: b                 | 1:2-3 WM201 a key is a plain word -> put a value that starts with a bracket between quotation marks
          : b                    | 1:1-2 WM201 there is no key before this colon -> write a key, a colon, a space and the value
          a:⏎  - b⏎  c: d⏎       | 3:3-4 WM201 this line does not line up with those above -> start all lines that belong together in the same column
          a: 1⏎---⏎b: 2⏎         | 2:1-4 WM201 a second document starts here -> take out the line with three hyphens
          a: 1⏎...⏎b: 2⏎         | 3:1-2 WM201 the text has ended above, at the line with three dots -> take that line out
          a: x⏎b: ü\u0007y       | 2:5-6 WM201 there is a character here that nobody can see, U+0007 -> delete it, and type the words around it anew if they look wrong
          a⏎                     | 1:1-2 WM204 here should stand lines of the form key: value -> write a key, a colon, a space and the value
          - a⏎- b⏎               | 1:1-1 WM204 here should stand lines of the form key: value -> write a key, a colon, a space and the value
          a:b⏎                   | 1:1-4 WM204 here should stand lines of the form key: value -> write a key, a colon, a space and the value
          """)
  void saysWhatIsWrongAndWhere(String row, String message) {
    assertSays(message, row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          a: no⏎b: on⏎c: yes⏎d: off⏎e: Yes⏎f: y | {a@1:1-2 'no'@1:4-6, b@2:1-2 'on'@2:4-6, c@3:1-2 'yes'@3:4-7, d@4:1-2 'off'@4:4-7, e@5:1-2 'Yes'@5:4-7, f@6:1-2 'y'@6:4-5}
          a: 010⏎b: 1e3⏎c: 0x1F⏎d: 1_000        | {a@1:1-2 '010'@1:4-7, b@2:1-2 '1e3'@2:4-7, c@3:1-2 '0x1F'@3:4-8, d@4:1-2 '1_000'@4:4-9}
          a: .inf⏎b: 1.0⏎c: +7⏎d: 12:30:45      | {a@1:1-2 '.inf'@1:4-8, b@2:1-2 '1.0'@2:4-7, c@3:1-2 '+7'@3:4-6, d@4:1-2 '12:30:45'@4:4-12}
          a: 2026-01-31⏎b: true                 | {a@1:1-2 '2026-01-31'@1:4-14, b@2:1-2 'true'@2:4-8}
          a: ~⏎b: null⏎c:⏎d: ''                 | {a@1:1-2 '~'@1:4-5, b@2:1-2 'null'@2:4-8, c@3:1-2 ''@3:3-3, d@4:1-2 ''@4:4-6}
          a: &x b⏎c: *x⏎d: [*x, *x]             | {a@1:1-2 'b'@1:4-8, c@2:1-2 'b'@1:4-8, d@3:1-2 ['b'@1:4-8, 'b'@1:4-8]}
          a: &x {b: 1}⏎c: *x                    | {a@1:1-2 {b@1:8-9 '1'@1:11-12}, c@2:1-2 {b@1:8-9 '1'@1:11-12}}
          a: &x [1]⏎c: *x                       | {a@1:1-2 ['1'@1:8-9], c@2:1-2 ['1'@1:8-9]}
          a: &x {b: 1}⏎c: {<<: *x}              | {a@1:1-2 {b@1:8-9 '1'@1:11-12}, c@2:1-2 {<<@2:5-7 {b@1:8-9 '1'@1:11-12}}}
          ŵ: ŷ # ô                              | {ŵ@1:1-2 'ŷ'@1:4-5}
          🦆: "🦆"                              | {🦆@1:1-3 '🦆'@1:5-9}
          a: "\\u00e9"                          | {a@1:1-2 'é'@1:4-12}
          a: b→c                                | {a@1:1-2 'b→c'@1:4-7}
          a: {b: [c, d], e: f}                  | {a@1:1-2 {b@1:5-6 ['c'@1:9-10, 'd'@1:12-13], e@1:16-17 'f'@1:19-20}}
          --- ⏎a: 1⏎...⏎                        | {a@2:1-2 '1'@2:4-5}
          %YAML 1.2⏎---⏎a: 1                    | {a@3:1-2 '1'@3:4-5}
          ? a⏎: b                               | {a@1:3-4 'b'@2:3-4}
          a:b: c                                | {a:b@1:1-4 'c'@1:6-7}
          a: it's {fine} [here]                 | {a@1:1-2 'it's {fine} [here]'@1:4-22}
          """)
  void everyScalarIsTextInItsPlace(String row, String expected) {
    for (String end : List.of("\n", "\r\n")) {
      Checked<YamlNode.Mapping> read = read(yaml(row).replace("\n", end));
      assertEquals(List.of(), read.diagnostics());
      assertEquals(yaml(expected), shown(read.value()));
      assertTrue(read.value().whole());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "# only a comment\n", "---\n", "   "})
  void nothingIsAnEmptyMapping(String yaml) {
    Checked<YamlNode.Mapping> read = read(yaml);
    assertEquals(List.of(), read.diagnostics());
    assertEquals(List.of(), read.value().entries());
    assertTrue(read.value().whole());
  }

  @Test
  void textOfSeveralLinesIsTheSameWhateverEndsThem() {
    String yaml = "a: |\n  x\n  y\nb: >-\n  p\n  q\nc: r\n  s\n";
    for (String end : List.of("\n", "\r\n")) {
      assertEquals(
          "{a@1:1-2 'x\ny\n'@1:4-5, b@4:1-2 'p q'@4:4-5, c@7:1-2 'r s'@7:4-5}",
          shown(read(yaml.replace("\n", end)).value()));
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKey() {
    assertEquals("{a@1:1-2 '1'@1:4-5}", shown(read("\uFEFFa: 1").value()));
  }

  @Test
  void placesCountFromTheLineAtWhichTheTextStarts() {
    Checked<YamlNode.Mapping> read =
        new YamlReader().readMapping(new SourceText("a.md", 2, "title: x\ntitle: y\n"));
    assertEquals("a.md:3:1", read.diagnostics().getFirst().location().toString());
    assertEquals(
        "the first is on line 2 and is the one that counts",
        read.diagnostics().getFirst().detail());
  }

  @Test
  void whatStandsBeforeABrokenPlaceIsRead() {
    Checked<YamlNode.Mapping> read = read("a: 1\nb: {c: 2, d: 3}\ne: f: g\nh: 4\n");
    assertFalse(read.value().whole());
    assertEquals(
        "{a@1:1-2 '1'@1:4-5, b@2:1-2 {c@2:5-6 '2'@2:8-9, d@2:11-12 '3'@2:14-15}, e@3:1-2"
            + " 'f'@3:4-5}",
        shown(read.value()));
  }

  @Test
  void depthIsLimited() {
    assertDepthIsLimited();
  }

  private static void assertDepthIsLimited() {
    String most = "a: " + "[".repeat(19) + "]".repeat(19) + "\n";
    assertEquals(List.of(), read(most).diagnostics());
    String help =
        " -> look for something that was generated or pasted in by mistake, and take it out";
    assertSays("1:23-24 WM206 more than 20 levels" + help, "a: " + "[".repeat(100_000));
    assertSays("1:81-82 WM206 more than 20 levels" + help, "{a: ".repeat(24) + "\n");
    StringBuilder block = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      block.append(" ".repeat(i)).append("a:\n");
    }
    assertSays("21:21-21 WM206 more than 20 levels" + help, block.toString());
  }

  @Test
  void aBillionLaughsAreNotHeard() {
    assertNoBillionLaughs();
  }

  private static void assertNoBillionLaughs() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%1$s: &a%1$s [".formatted(i))
          .append(("*a" + (i - 1) + ", ").repeat(10))
          .append("]\n");
    }
    assertSays(
        "5:45-48 WM206 more than 100,000 values, aliases counted as what they stand for"
            + " -> look for something that was generated or pasted in by mistake, and take it out",
        bomb.toString());
  }

  @Test
  void sizeIsLimited() {
    List<String> said =
        read("a: [" + "b, ".repeat(150_000) + "]\n").diagnostics().stream()
            .map(found -> found.code() + " " + found.detail())
            .toList();
    assertEquals(
        List.of(
            "YAML_TOO_COMPLEX more than 100,000 values, aliases counted as what they stand for"),
        said);
  }

  @Test
  void hugeScalarsAndKeysAreRead() {
    String word = "word ".repeat(400_000).strip();
    for (String yaml :
        List.of("a: " + word, "a: '" + word + "'", "a: \"" + word + "\"", "a: |\n  " + word)) {
      Checked<YamlNode.Mapping> read = read(yaml + "\n");
      assertEquals(List.of(), read.diagnostics());
      YamlNode value = read.value().entries().getFirst().value();
      assertEquals(word, ((YamlNode.Scalar) value).text().strip());
    }
    // A key that long is no slip of a person; that it is said is enough.
    assertEquals(Code.YAML_SYNTAX, read(word + ": x\n").diagnostics().getFirst().code());
  }

  @Test
  void aFileOfManyValuesIsReadInTime() {
    StringBuilder yaml = new StringBuilder("terms:\n");
    for (int i = 0; i < 20_000; i++) {
      yaml.append("  - {term: t").append(i).append(", definition: d}\n");
    }
    assertEquals(List.of(), read(yaml.toString()).diagnostics());
  }

  @Test
  void messagesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertSays(
          "12:1-2 WM202 the first is on line 11 and is the one that counts -> keep one of the two",
          "#\n".repeat(10) + "a: 1\na: 2\n");
      assertDepthIsLimited();
      assertNoBillionLaughs();
      assertSays(
          "1:4-5 WM201 there is a character here that nobody can see, U+0007"
              + " -> delete it, and type the words around it anew if they look wrong",
          "a: \u0007");
    } finally {
      Locale.setDefault(before);
    }
  }
}
