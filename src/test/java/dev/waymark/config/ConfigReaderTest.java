package dev.waymark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.site.LinkedSite;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code site.yaml} and {@code glossary.yaml}: every key with the right and the wrong type. */
class ConfigReaderTest {
  private static final ConfigReader READER =
      new ConfigReader(new YamlReader(), Set.of("sub", "sup", "kbd"));

  private static Checked<SiteConfig> site(String yaml) {
    return READER.readSite(new SourceText("s", 1, yaml));
  }

  private static Checked<Glossary> glossary(String yaml) {
    return READER.readGlossary(new SourceText("g", 1, yaml));
  }

  private static List<String> messages(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(LinkedSite::message).toList();
  }

  private static String yaml(String row) {
    return row.replace('\u23ce', '\n');
  }

  @Test
  void everySettingIsRead() {
    Checked<SiteConfig> read =
        site(
            """
            title: A toolkit
            description: What it is.
            language: cy-GB
            notice: Beware.
            navigation:
              - index.md
              - title: Part 5
                page: parts/part-5/
            owners:
              editor:
                name: Content editor
              lead: {name: Lead}
            review:
              due-soon: 30
              check-by: 2027-06-30
              check-after: 90
            edit-link: https://example.org/{path}
            feedback-link: mailto:a@example.org
            glossary: false
            html: [sub, sup]
            logo: images/logo.svg
            """);
    assertEquals(List.of(), read.diagnostics());
    SiteConfig config = read.value();
    assertEquals(Optional.of("A toolkit"), config.title());
    assertEquals("What it is.", config.description());
    assertEquals("cy-GB", config.language());
    assertEquals("Beware.", config.notice());
    assertEquals(
        List.of("index.md Optional.empty", "parts/part-5/ Optional[Part 5]"),
        config.navigation().orElseThrow().stream()
            .map(entry -> entry.target().value() + " " + entry.title())
            .toList());
    assertEquals(Map.of("editor", "Content editor", "lead", "Lead"), config.owners());
    assertEquals(List.of("editor", "lead"), List.copyOf(config.owners().keySet()));
    assertEquals(new ReviewPolicy(30, Optional.of(LocalDate.of(2027, 6, 30)), 90), config.review());
    assertEquals("https://example.org/{path}", config.editLink());
    assertEquals("mailto:a@example.org", config.feedbackLink());
    assertEquals(false, config.marksTerms());
    assertEquals(Set.of("sub", "sup"), config.allowedHtml());
    assertEquals(Optional.of("images/logo.svg"), config.logo().map(Located::value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "title:\nnavigation:\nowners:\nreview:\nhtml:\n"})
  void whatIsAbsentHasItsDefault(String yaml) {
    Checked<SiteConfig> read = site(yaml);
    assertEquals(List.of(), read.diagnostics());
    // Only who has settings is advised, so there the two differ.
    assertEquals(Set.of(), SiteConfig.defaults().advice());
    assertEquals(
        Arrays.stream(Code.values()).filter(Code::isAdvice).collect(Collectors.toSet()),
        read.value().advice());
    assertEquals(SiteConfig.defaults(), read.value().withAdvice(Set.of()));
  }

  @Test
  void adviceIsSwitchedOffByCode() {
    Checked<SiteConfig> read = site("advice:\n  off: [WM601, WM666]\n");
    assertEquals(
        List.of(
            "s:2:16-21 WM207 it can be WM601, WM602, WM603, WM604, WM605, WM606, WM607, WM608,"
                + " WM609, WM610 -> WM606"),
        messages(read.diagnostics()));
    assertEquals(false, read.value().advice().contains(Code.HEADING_SKIPPED));
    assertEquals(true, read.value().advice().contains(Code.LONG_SENTENCE));
    assertEquals(
        List.of("s:1:10-12 WM203 -> off"), messages(site("advice: {of: WM601}\n").diagnostics()));
  }

  @Test
  void wordsStayText() {
    SiteConfig config = site("title: no\ndescription: 1e3\nnotice: on\nlanguage: no\n").value();
    assertEquals(Optional.of("no"), config.title());
    assertEquals("1e3", config.description());
    assertEquals("on", config.notice());
    assertEquals("no", config.language(), "the code of Norwegian");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          title: [a]                   | 1:8-9 WM204 title: takes text here -> write it after the colon, on the same line
          description: {a: b}          | 1:14-15 WM204 description: takes text here -> write it after the colon, on the same line
          notice: [a]                  | 1:9-10 WM204 notice: takes text here -> write it after the colon, on the same line
          language: British            | 1:11-18 WM207 this is not the code of a language -> write en-GB for British English, cy for Welsh
          language: en_GB              | 1:11-16 WM207 this is not the code of a language -> write en-GB for British English, cy for Welsh
          navigation: {a: b}           | 1:13-14 WM209 there is no page: -> write page: and the path of the page
          navigation: [[a]]            | 1:14-15 WM204 an entry of navigation: is made of lines of the form key: value -> write - and then key: value
          navigation: [{title: A}]     | 1:14-15 WM209 there is no page: -> write page: and the path of the page
          navigation: [{pgae: a.md, page: b.md}] | 1:15-19 WM203 -> page
          owners: [a]                  | 1:9-10 WM204 owners: takes lines of the form key: value below it -> write them one a line, each with two spaces in front
          owners: {a: Lead}            | 1:13-17 WM204 a: takes lines of the form key: value below it -> write them one a line, each with two spaces in front
          owners: {a: {nmae: L, name: M}} | 1:14-18 WM203 -> name
          owners: {a: {}}              | 1:13-14 WM209 there is no name: -> write name: and what the role is called
          owners: {a: {name: L}, a: {name: M}} | 1:24-25 WM202 the first is on line 1 and is the one that counts -> keep one of the two
          review: 60                   | 1:9-11 WM204 review: takes lines of the form key: value below it -> write them one a line, each with two spaces in front
          review: {due-soon: soon}     | 1:20-24 WM204 this is not a whole number -> write digits only, such as 3
          review: {due_soon: 60}       | 1:10-18 WM203 -> due-soon
          review: {chek-by: 2027-06-30} | 1:10-17 WM203 -> check-by
          review: {check-by: 2027-06-31} | 1:20-30 WM205 the calendar has no 2027-06-31 -> write the day that you mean: June 2027 has the days 01 to 30
          review: {check-after: year}  | 1:23-27 WM204 this is not a whole number -> write digits only, such as 3
          review: {check-after: -1}    | 1:23-25 WM207 this is less than no days -> write a number of days, such as 365, or 0 for never
          edit-link: example.org       | 1:12-23 WM103 edit-link: takes a web, mail or telephone address -> start it with https:, http:, mailto: or tel:
          feedback-link: javascript:x  | 1:16-28 WM103 feedback-link: takes a web, mail or telephone address -> start it with https:, http:, mailto: or tel:
          external-links: {ignore: [www.example.org]} | 1:27-42 WM103 ignore: takes the beginnings of web addresses -> start it with https:// or http://
          glossary: no                 | 1:11-13 WM204 this is neither true nor false -> write true or false
          html: [sub, script]          | 1:13-19 WM207 it can be kbd, sub, sup -> write one of these words
          html: [sbu]                  | 1:8-11 WM207 it can be kbd, sub, sup -> sub
          titel: A                     | 1:1-6 WM203 -> title
          theme: dark                  | 1:1-6 WM203 -> take it out; waymark explain WM203 says where to find the keys
          title: A⏎title: B            | 2:1-6 WM202 the first is on line 1 and is the one that counts -> keep one of the two
          title: A⏎notice: b: c        | 2:10-11 WM201 this colon starts a key where none can be -> put the value in quotes: a colon with a space after it starts a new key
          navigation: [[[[[[[[[[[[[[[[[[[[[[[[a | 1:32-33 WM206 more than 20 levels -> look for something that was generated or pasted in by mistake, and take it out
          title: [draft] A             | 1:16-17 WM201 there is text behind the end of the value -> put the whole value between quotation marks
          - title: A                   | 1:1-1 WM204 here should stand lines of the form key: value -> write a key, a colon, a space and the value
          """)
  void saysWhatIsWrongWithASettingAndWhere(String row, String message) {
    for (String end : List.of("\n", "\r\n")) {
      List<String> said = messages(site((yaml(row) + "\n").replace("\n", end)).diagnostics());
      // An entry without its page is one cause: the wrong key.
      assertEquals("s:" + message, said.getFirst());
      assertEquals(row.startsWith("navigation: {a") ? 2 : 1, said.size(), said::toString);
    }
  }

  @Test
  void everyKeyOfTheGlossaryIsRead() {
    Checked<Glossary> read =
        glossary(
            """
            terms:
              - term: MASH
                expansion: multi-agency safeguarding hub
                definition: A team.
                synonyms: [front door, no]
                see: [advice, "glossary:capacity"]
              - term: Capacity
                definition: To decide.
                mark: false
            """);
    assertEquals(List.of(), read.diagnostics());
    assertEquals(
        List.of("Capacity", "MASH"),
        read.value().terms().stream().map(term -> term.term().value()).toList());
    Glossary.Term mash = read.value().find("mash").orElseThrow();
    assertEquals("multi-agency safeguarding hub", mash.expansion());
    assertEquals("A team.", mash.definition());
    assertEquals(List.of("front door", "no"), mash.synonyms());
    assertEquals(
        List.of("advice", "glossary:capacity"), mash.see().stream().map(Located::value).toList());
    assertEquals(true, mash.marked());
    assertEquals(false, read.value().find("capacity").orElseThrow().marked());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          terms: MASH                             | 1:8-12 WM204 an entry of terms: is made of lines of the form key: value -> write - and then key: value
          terms: [MASH]                           | 1:9-13 WM204 an entry of terms: is made of lines of the form key: value -> write - and then key: value
          terms:⏎  - definition: A                | 2:5-5 WM209 there is no term: -> write term: and the word itself
          terms:⏎  - term: A                      | 2:5-5 WM209 there is no definition: -> write definition: and what the word means
          terms:⏎  - {term: [A], definition: B}   | 2:12-13 WM204 term: takes text here -> write it after the colon, on the same line
          terms:⏎  - {term: A, definition: [B]}   | 2:27-28 WM204 definition: takes text here -> write it after the colon, on the same line
          terms:⏎  - {term: A, definition: B, expansion: [C]} | 2:41-42 WM204 expansion: takes text here -> write it after the colon, on the same line
          terms:⏎  - {term: A, definition: B, synonyms: {C: D}} | 2:40-41 WM204 synonyms: takes a list here -> write [one, two]
          terms:⏎  - {term: A, definition: B, see: [[C]]} | 2:36-37 WM204 an entry of see: is text -> write one text an entry
          terms:⏎  - {term: A, definition: B, mark: no} | 2:36-38 WM204 this is neither true nor false -> write true or false
          terms:⏎  - {term: A, defintion: B, definition: C} | 2:15-24 WM203 -> definition
          terms:⏎  - {term: A, definition: B}⏎  - {term: a, definition: C} | 3:12-13 WM210 the first is on line 2 -> make one entry of the two
          term:⏎  - {term: A, definition: B}      | 1:1-5 WM203 -> terms
          terms:⏎  - term: A⏎    definition: see: b | 3:20-21 WM201 this colon starts a key where none can be -> put the value in quotes: a colon with a space after it starts a new key
          """)
  void saysWhatIsWrongWithATermAndWhere(String row, String message) {
    for (String end : List.of("\n", "\r\n")) {
      assertEquals(
          List.of("g:" + message),
          messages(glossary((yaml(row) + "\n").replace("\n", end)).diagnostics()));
    }
  }

  @Test
  void theTermsBeforeABrokenPlaceAreKept() {
    Checked<Glossary> read =
        glossary("terms:\n  - {term: A, definition: B}\n  - {term: C, definition: D: E}\n");
    assertEquals(1, read.diagnostics().size());
    assertEquals(
        List.of("A"),
        read.value().terms().stream()
            .map(Glossary.Term::anchor)
            .map(anchor -> anchor.toUpperCase(Locale.ROOT))
            .limit(1)
            .toList());
  }

  @Test
  void messagesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR", "th-TH-u-nu-thai")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(
            List.of("g:13:12-13 WM210 the first is on line 12 -> make one entry of the two"),
            messages(
                glossary(
                        "#\n".repeat(10)
                            + "terms:\n"
                            + "  - {term: I, definition: B}\n"
                            + "  - {term: i, definition: C}\n")
                    .diagnostics()));
        assertEquals(
            List.of("s:1:1-6 WM203 -> title"),
            messages(site("TITLE: A\n".replace("LE", "EL")).diagnostics()));
        assertEquals(Set.of("kbd"), site("html: kbd\nlanguage: EN\n").value().allowedHtml());
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
