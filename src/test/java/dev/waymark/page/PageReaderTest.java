package dev.waymark.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Located;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.site.LinkedSite;
import dev.waymark.source.SourceBlocks;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Front matter: every key with the right and the wrong type. */
class PageReaderTest {
  private static Checked<Page> read(String text) {
    PageReader reader =
        new PageReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()));
    return reader.read((SourceFile.Text) SourceBlocks.file("c", "a.md", text));
  }

  private static FrontMatter frontMatter(String keys) {
    Checked<Page> read = read("---\n" + keys + "\n---\n# A\n");
    assertEquals(List.of(), read.diagnostics());
    return read.value().frontMatter();
  }

  private static List<String> messages(String text) {
    return read(text).diagnostics().stream().map(LinkedSite::message).toList();
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }

  @Test
  void everyKeyIsRead() {
    FrontMatter read =
        frontMatter(
            """
            title: Asking for consent
            id: asking
            kind: guide
            summary: When to ask.
            order: 11
            audience: [child, adult]
            nations: [england, scotland, wales, northern-ireland]
            principles: [p1, p8]
            owner: editor
            status: in-review
            reviewed: 2026-01-31
            review-by: 2027-02-28
            facts-as-at: 2024-02-29
            sources:
              - title: A report
                publisher: A body
                year: 2024
                url: https://example.org/
              - title: Another
            aliases: [old.md, older/]
            tags: [no, 'yes', on]
            draft: true
            changes:
              - date: 2026-01-01
                text: First.
              - {date: 2026-02-01, text: Second.}
            glossary: false\
            """);
    assertEquals("Asking for consent", read.title().orElseThrow().value());
    assertEquals("c/a.md:2:8", read.title().orElseThrow().location().toString());
    assertEquals("asking", read.id().orElseThrow().value());
    assertEquals(Kind.GUIDE, read.kind());
    assertEquals("When to ask.", read.summary());
    assertEquals(Optional.of(11), read.order());
    assertEquals(List.of(Audience.CHILD, Audience.ADULT), read.audiences());
    assertEquals(List.of(Nation.values()), read.nations());
    assertEquals(List.of("p1", "p8"), values(read.principles()));
    assertEquals("editor", read.owner().orElseThrow().value());
    assertEquals(Optional.of(Status.IN_REVIEW), read.status());
    assertEquals(Optional.of(LocalDate.of(2026, 1, 31)), read.reviewed());
    assertEquals(Optional.of(LocalDate.of(2027, 2, 28)), read.reviewBy());
    assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), read.factsAsAt());
    assertEquals(
        List.of(
            List.of("A report", "A body", "2024", "https://example.org/", ""),
            List.of("Another", "", "", "", "")),
        sources(read));
    assertEquals(List.of("old.md", "older/"), values(read.aliases()));
    assertEquals(List.of("no", "yes", "on"), read.tags());
    assertTrue(read.draft());
    assertEquals(
        List.of(
            new FrontMatter.Change(LocalDate.of(2026, 1, 1), "First."),
            new FrontMatter.Change(LocalDate.of(2026, 2, 1), "Second.")),
        read.changes());
    assertEquals(false, read.marksTerms());
  }

  @Test
  void aPrincipleAndAnExcerptHaveKeysOfTheirOwn() {
    assertEquals("Share.", frontMatter("kind: principle\nstatement: Share.").statement());
    FrontMatter excerpt =
        frontMatter(
            "kind: excerpt\n"
                + "theme: Curiosity\n"
                + "source: {title: T, publisher: P, published: 2020, url: 'https://example.org',"
                + " licence: OGL}");
    assertEquals("Curiosity", excerpt.theme());
    assertEquals(
        List.of(List.of("T", "P", "2020", "https://example.org", "OGL")), sources(excerpt));
    Located<String> link = excerpt.sources().getFirst().link().orElseThrow();
    assertEquals("4:56", link.location().line() + ":" + link.location().column());
  }

  private static List<List<String>> sources(FrontMatter read) {
    return read.sources().stream()
        .map(each ->
            List.of(each.title(), each.publisher(), each.published(), each.url(), each.licence()))
        .toList();
  }

  @Test
  void withoutFrontMatterEverythingIsAbsent() {
    for (String text : List.of("# A\n", "---\n---\n# A\n", "---\n\n---\n", "")) {
      Checked<Page> read = read(text);
      assertEquals(List.of(), read.diagnostics());
      FrontMatter none = read.value().frontMatter();
      assertEquals(Optional.empty(), none.title());
      assertEquals(Kind.GUIDE, none.kind());
      assertEquals(false, none.draft());
      assertEquals(true, none.marksTerms());
    }
  }

  @Test
  void wordsThatOtherYamlReadsAsSomethingElseStayText() {
    FrontMatter read =
        frontMatter("title: no\nid: 1e3\nsummary: Yes\nowner: 010\ntags: [on, off, 0x10, ~, 1.0]");
    assertEquals("no", read.title().orElseThrow().value());
    assertEquals("1e3", read.id().orElseThrow().value());
    assertEquals("Yes", read.summary());
    assertEquals("010", read.owner().orElseThrow().value());
    assertEquals(List.of("on", "off", "0x10", "~", "1.0"), read.tags());
    assertEquals(Optional.of(10), frontMatter("order: 010").order(), "no octal");
  }

  // One key that is wrong on line 2, and what is said of it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          title: [a, b]            | 2:8-9 WM204 title: takes text here -> write it after the colon, on the same line
          title: {a: b}            | 2:8-9 WM204 title: takes text here -> write it after the colon, on the same line
          id: [a]                  | 2:5-6 WM204 id: takes text here -> write it after the colon, on the same line
          kind: guidance           | 2:7-15 WM207 it can be excerpt, guide, principle -> guide
          kind: [guide]            | 2:7-8 WM204 kind: takes text here -> write it after the colon, on the same line
          kind: Guide              | 2:7-12 WM207 it can be excerpt, guide, principle -> guide
          summary: [a]             | 2:10-11 WM204 summary: takes text here -> write it after the colon, on the same line
          order: first             | 2:8-13 WM204 this is not a whole number -> write digits only, such as 3
          order: 1.5               | 2:8-11 WM204 this is not a whole number -> write digits only, such as 3
          order: 1e3               | 2:8-11 WM204 this is not a whole number -> write digits only, such as 3
          order: 99999999999       | 2:8-19 WM204 this is not a whole number -> write digits only, such as 3
          order: [1]               | 2:8-9 WM204 order: takes a whole number here -> write it after the colon, on the same line
          audience: [child, adults] | 2:19-25 WM207 it can be adult, child -> adult
          audience: {child: adult} | 2:11-12 WM204 audience: takes a list here -> write [one, two]
          nations: [englnad]       | 2:11-18 WM207 it can be england, northern-ireland, scotland, wales -> england
          nations: france          | 2:10-16 WM207 it can be england, northern-ireland, scotland, wales -> write one of these words
          principles: [[p1]]       | 2:14-15 WM204 an entry of principles: is text -> write one text an entry
          principles: {p1: p2}     | 2:13-14 WM204 principles: takes a list here -> write [one, two]
          owner: [lead]            | 2:8-9 WM204 owner: takes text here -> write it after the colon, on the same line
          status: in review        | 2:9-18 WM207 it can be draft, in-review, reviewed -> in-review
          reviewed: 2026-02-31     | 2:11-21 WM205 the calendar has no 2026-02-31 -> write the day that you mean: February 2026 has the days 01 to 28
          reviewed: 2026-13-01     | 2:11-21 WM205 the calendar has no 2026-13-01 -> write year, month and day in this order: months go from 01 to 12
          review-by: 2025-02-29    | 2:12-22 WM205 the calendar has no 2025-02-29 -> write the day that you mean: February 2025 has the days 01 to 28
          facts-as-at: 2026-00-00  | 2:14-24 WM205 the calendar has no 2026-00-00 -> write year, month and day in this order: months go from 01 to 12
          reviewed: soon           | 2:11-15 WM204 this is not a date -> write the year, month and day with hyphens, such as 2026-06-30
          reviewed: 2026-1-5       | 2:11-19 WM204 this is not a date -> write the year, month and day with hyphens, such as 2026-06-30
          reviewed: 05/01/2026     | 2:11-21 WM204 this is not a date -> write the year, month and day with hyphens, such as 2026-06-30
          reviewed: 2026-01-05T10:00 | 2:11-27 WM204 this is not a date -> write the year, month and day with hyphens, such as 2026-06-30
          reviewed: ２０２６-01-05   | 2:11-21 WM204 this is not a date -> write the year, month and day with hyphens, such as 2026-06-30
          reviewed: [2026-01-05]   | 2:11-12 WM204 reviewed: takes a date here -> write it after the colon, on the same line
          sources: A report        | 2:10-18 WM204 an entry of sources: is made of lines of the form key: value -> write - and then key: value
          sources: [{url: 'https://example.org'}] | 2:11-12 WM209 there is no title: -> write title: and what the source is called
          sources: [{title: A, url: example.org}] | 2:27-38 WM103 url: takes a web, mail or telephone address -> start it with https:, http:, mailto: or tel:
          sources: [{title: A, url: 'javascript:x'}] | 2:27-41 WM103 url: takes a web, mail or telephone address -> start it with https:, http:, mailto: or tel:
          sources: [{title: A, yaer: 2020}] | 2:22-26 WM203 -> year
          aliases: {old: new}      | 2:10-11 WM204 aliases: takes a list here -> write [one, two]
          tags: [[a]]              | 2:8-9 WM204 an entry of tags: is text -> write one text an entry
          draft: yes               | 2:8-11 WM204 this is neither true nor false -> write true or false
          draft: [true]            | 2:8-9 WM204 draft: takes true or false here -> write it after the colon, on the same line
          changes: today           | 2:10-15 WM204 an entry of changes: is made of lines of the form key: value -> write - and then key: value
          changes: [{date: 2026-01-01}] | 2:11-12 WM209 there is no text: -> write text: and what changed
          changes: [{date: 2026-02-30, text: A}] | 2:18-28 WM205 the calendar has no 2026-02-30 -> write the day that you mean: February 2026 has the days 01 to 28
          glossary: off            | 2:11-14 WM204 this is neither true nor false -> write true or false
          kind: principle          | 2:1-1 WM209 there is no statement: -> write statement: and the principle in one or two sentences
          kind: excerpt            | 2:1-1 WM209 there is no source: -> write source: and below it title: and publisher:
          tilte: A                 | 2:1-6 WM203 -> title
          Title: A                 | 2:1-6 WM203 -> title
          review_by: 2026-01-01    | 2:1-10 WM203 -> review-by
          facts-as-of: 2026-01-01  | 2:1-12 WM203 -> facts-as-at
          audiences: [child]       | 2:1-10 WM203 -> audience
          layout: wide             | 2:1-7 WM203 -> take it out; waymark explain WM203 says where to find the keys
          statement: of a guide    | 2:1-10 WM203 -> take it out; waymark explain WM203 says where to find the keys
          title: a: b              | 2:9-10 WM201 this colon starts a key where none can be -> put the value in quotes: a colon with a space after it starts a new key
          """)
  void saysWhatIsWrongAndWhere(String key, String message) {
    for (String end : List.of("\n", "\r\n")) {
      assertEquals(
          List.of("c/a.md:" + message),
          messages(("---\n" + key + "\n---\n# A\n").replace("\n", end)));
    }
  }

  @Test
  void anExcerptNamesItsSource() {
    assertEquals(
        List.of(
            "c/a.md:3:9-10 WM209 there is no publisher: -> write publisher: and who published it"),
        messages("---\nkind: excerpt\nsource: {title: T}\n---\n"));
    assertEquals(
        List.of(
            "c/a.md:3:9-12 WM204 source: takes lines of the form key: value below it"
                + " -> write them one a line, each with two spaces in front"),
        messages("---\nkind: excerpt\nsource: NHS\n---\n"));
  }

  @Test
  void aKeyWithoutAValueCountsAsAbsent() {
    FrontMatter read = frontMatter("title:\norder:\ntags:\nsources:\nreviewed:\ndraft:\nkind:");
    assertEquals(Optional.empty(), read.title());
    assertEquals(false, read.draft());
    assertEquals(Kind.GUIDE, read.kind());
  }

  @Test
  void oneValueStandsForAListOfOne() {
    FrontMatter read =
        frontMatter("audience: child\nprinciples: p1\naliases: old.md\nsources: {title: A}");
    assertEquals(List.of(Audience.CHILD), read.audiences());
    assertEquals(List.of("p1"), values(read.principles()));
    assertEquals(List.of("old.md"), values(read.aliases()));
    assertEquals(1, read.sources().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft: true",
        "draft: yes",
        "draft: True",
        "draft: [x]",
        "title: a: b\ndraft: true",
        "title: 'a\ndraft: true",
        "draft: true\ntitle: a: b",
        "\ttitle: a\ndraft: \"true\"",
      })
  void whatMayBeADraftIsHidden(String keys) {
    for (String end : List.of("\n", "\r\n")) {
      String text = ("---\n" + keys + "\n---\n").replace("\n", end);
      assertTrue(read(text).value().frontMatter().draft(), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft: false",
        "draft:",
        "title: a: b",
        "title: a: b\ndraft: false",
        "title: a: b\ndraft:",
        "title: a: b\nstatus: draft",
        "title: a: b\nsummary: the draft: true",
      })
  void whatIsNoDraftIsNot(String keys) {
    for (String end : List.of("\n", "\r\n")) {
      String text = ("---\n" + keys + "\n---\n").replace("\n", end);
      assertEquals(false, read(text).value().frontMatter().draft(), text);
    }
  }

  @Test
  void frontMatterThatIsNotClosedIsReported() {
    assertEquals(
        List.of(
            "c/a.md:1:1-4 WM208 no line with three hyphens ends it"
                + " -> put --- on a line of its own after the last key"),
        messages("---\ntitle: A\n\n# A\n"));
    assertEquals(List.of(), messages("---\n\nA line across the page comes first.\n"));
  }

  @Test
  void theBodyStartsBehindTheFrontMatter() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      Checked<Page> read = read("---\ntitle: A\n--- \n\n# B\n\n[x](y.md)\n".replace("\n", end));
      assertEquals("c/a.md:7:5", read.value().document().links().getFirst().location().toString());
      assertEquals("A", read.value().title());
    }
  }

  @Test
  void aTitleIsFoundForEveryPage() {
    assertEquals("Front", read("---\ntitle: Front\n---\n# Heading\n").value().title());
    assertEquals("Heading", read("# Heading\n").value().title());
    assertEquals("Later", read("Text.\n\n## Later\n").value().title());
    assertEquals("A", read("Text.\n").value().title());
    assertEquals("Data protection", Page.titleOf("data-protection"));
    assertEquals("Ŵy", Page.titleOf("ŵy"));
    assertEquals("-", Page.titleOf("-"));
  }
}
