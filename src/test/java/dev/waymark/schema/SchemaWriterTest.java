package dev.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.waymark.config.ConfigReader;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.FlowchartReader;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceText;
import dev.waymark.source.SourceTree;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schemas say what the readers say. */
class SchemaWriterTest {
  private static final YamlReader YAML = new YamlReader();
  private static final MarkdownReader MARKDOWN = new MarkdownReader(MarkdownOptions.defaults());
  private static final ConfigReader CONFIG = new ConfigReader(YAML, MarkdownOptions.ALLOWABLE_HTML);

  /** What a schema can see. */
  private static final Set<Code> VISIBLE =
      EnumSet.of(
          Code.UNKNOWN_KEY,
          Code.WRONG_TYPE,
          Code.IMPOSSIBLE_DATE,
          Code.UNKNOWN_VALUE,
          Code.MISSING_KEY,
          Code.LINK_SCHEME,
          Code.FLOW_NODE_KIND);

  private static final Map<SchemaKind, Schema> SCHEMAS =
      Stream.of(SchemaKind.values())
          .collect(
              Collectors.toMap(
                  kind -> kind,
                  kind ->
                      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                          .getSchema(SchemaWriter.write(kind), InputFormat.JSON)));

  private static List<String> judge(SchemaKind kind, String yaml) {
    String json = JsonMapper.shared().writeValueAsString(YAMLMapper.shared().readTree(yaml));
    return SCHEMAS.get(kind).validate(json.isEmpty() ? "null" : json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void acceptAllOfTheToolkit() throws IOException {
    SourceTree content =
        SourceReader.sequential().read(Path.of("content"), "content", List.of()).value();
    int seen = 0;
    for (SourceFile file : content.files().values()) {
      if (!(file instanceof SourceFile.Text text)) {
        continue;
      }
      String name = file.path().value();
      if (PageReader.isPage(name)) {
        String keys = PageReader.frontMatter(text.text()).orElseThrow().text();
        assertEquals(List.of(), judge(SchemaKind.FRONT_MATTER, keys), name);
      } else if (Flowchart.isFlowchart(file.path())) {
        assertEquals(List.of(), judge(SchemaKind.FLOWCHART, text.text().text()), name);
      } else {
        SchemaKind kind = name.equals("site.yaml") ? SchemaKind.SITE : SchemaKind.GLOSSARY;
        assertEquals(List.of(), judge(kind, text.text().text()), name);
      }
      seen++;
    }
    assertTrue(seen > 50, seen + " files");
  }

  private static List<Diagnostic> read(SchemaKind kind, String yaml) {
    SourceText text = new SourceText("x", 1, yaml);
    return switch (kind) {
      case SITE -> CONFIG.readSite(text).diagnostics();
      case GLOSSARY -> CONFIG.readGlossary(text).diagnostics();
      case FLOWCHART ->
          new FlowchartReader(YAML, MARKDOWN)
              .read(new SourceFile.Text(new SourcePath("flowcharts/x.yaml"), text, Path.of("x")))
              .diagnostics();
      case FRONT_MATTER -> {
        SourceText page = new SourceText("x", 1, "---\n" + yaml + "\n---\n");
        yield new PageReader(YAML, MARKDOWN)
            .read(new SourceFile.Text(new SourcePath("x.md"), page, Path.of("x")))
            .diagnostics();
      }
    };
  }

  /** Reader and schema agree on each text, right or wrong. A bar stands for a line end. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\u0000',
      value = {
        "front-matter => title: A => right",
        "front-matter => title: 2024 => right",
        "front-matter => title: true => right",
        "front-matter => title: => right",
        "front-matter => title: [A] => wrong",
        "front-matter => title: {a: b} => wrong",
        "front-matter => titel: A => wrong",
        "front-matter => order: 3 => right",
        "front-matter => order: three => wrong",
        "front-matter => order: 3.5 => wrong",
        "front-matter => order: 3000000000 => wrong",
        "front-matter => draft: true => right",
        "front-matter => draft: yes => wrong",
        "front-matter => audience: child => right",
        "front-matter => audience: [child, adult] => right",
        "front-matter => audience: [child, grown-up] => wrong",
        "front-matter => audience: all => wrong",
        "front-matter => status: in-review => right",
        "front-matter => status: [draft] => wrong",
        "front-matter => kind: flowchart => wrong",
        "front-matter => review-by: 2027-01-31 => right",
        "front-matter => review-by: 2027-02-29 => wrong",
        "front-matter => review-by: 2028-02-29 => right",
        "front-matter => review-by: 2100-02-29 => wrong",
        "front-matter => review-by: 2000-02-29 => right",
        "front-matter => review-by: 2026-02-31 => wrong",
        "front-matter => review-by: 2026-04-31 => wrong",
        "front-matter => review-by: 2026-13-01 => wrong",
        "front-matter => review-by: 2026-1-1 => wrong",
        "front-matter => review-by: soon => wrong",
        "front-matter => principles: p1 => right",
        "front-matter => principles: [p1, p2] => right",
        "front-matter => principles: [[p1]] => wrong",
        "front-matter => sources:|  - title: A|    year: 2024|    url: https://a.example/ => right",
        "front-matter => sources:|  title: A => right",
        "front-matter => sources:|  - title: A|    url: www.a.example => wrong",
        "front-matter => sources:|  - publisher: A => wrong",
        "front-matter => sources:|  - title: A|    publshed: 2024 => wrong",
        "front-matter => sources: [A] => wrong",
        "front-matter => changes:|  - date: 2026-06-30|    text: New. => right",
        "front-matter => changes:|  - date: 2026-06-31|    text: New. => wrong",
        "front-matter => statement: S. => wrong",
        "front-matter => kind: principle|statement: S. => right",
        "front-matter => kind: principle => wrong",
        "front-matter => kind: excerpt|source:|  title: A|  publisher: B => right",
        "front-matter => kind: excerpt|source:|  title: A => wrong",
        "front-matter => kind: excerpt => wrong",
        "front-matter => kind: excerpt|sources:|  - title: A|source:|  title: A|  publisher: B =>"
            + " wrong",
        "site => title: Kit|navigation:|  - a.md|  - title: B|    page: b.md => right",
        "site => navigation: a.md => right",
        "site => navigation:|  - title: B => wrong",
        "site => navigation:|  - [a.md] => wrong",
        "site => owners:|  lead:|    name: Lead => right",
        "site => owners:|  lead: Lead => wrong",
        "site => owners:|  lead:|    nmae: Lead => wrong",
        "site => review: {due-soon: 30} => right",
        "site => review: {due-soon: often} => wrong",
        "site => review: {due: 30} => wrong",
        "site => html: [sub, sup] => right",
        "site => html: [script] => wrong",
        "site => edit-link: https://a.example/{path} => right",
        "site => edit-link: a.example => wrong",
        "site => search: {title: 2, body: 1.5} => right",
        "site => search: {titel: 2} => wrong",
        "site => colour: red => wrong",
        "glossary => terms:|  - term: A|    definition: B|    synonyms: c|    see: [d] => right",
        "glossary => terms:|  - term: A => wrong",
        "glossary => terms:|  - term: A|    definition: B|    mark: never => wrong",
        "glossary => terms:|  - A => wrong",
        "glossary => words:|  - term: A|    definition: B => wrong",
        "flowchart => title: A|start: b|nodes:|  b: {outcome: C, severity: act, cites: p1} =>"
            + " right",
        "flowchart => title: A|start: b|nodes:|  b: {outcome: C, severity: actt, cites: p1} =>"
            + " wrong",
        "flowchart => title: A|start: b|nodes:|  b: {outcome: C, cites: p1} => wrong",
        "flowchart => title: A|start: b|nodes:|  b: {severity: act, cites: p1} => wrong",
        "flowchart => title: A|start: b|nodes:|  b: {outcome: C, question: D, severity: act} =>"
            + " wrong",
        "flowchart => title: A|start: b|nodes:|  b: {outcome: C, severity: act, cite: p1} => wrong",
        "flowchart => title: A|start: b|nodes:|  b: C => wrong",
        "flowchart => title: A|nodes:|  b: {outcome: C, severity: act, cites: p1} => wrong",
        "flowchart => start: b|nodes:|  b: {outcome: C, severity: act, cites: p1} => wrong",
        "flowchart => title: A|start: b => wrong",
        "flowchart => title: A|start: a|nodes:|  a: {question: Q, options: [{label: Y, to: b},"
            + " {label: N, to: b}]}|  b: {outcome: C, severity: act} => right",
        "flowchart => title: A|start: a|nodes:|  a: {question: Q, options: [{label: Y}, {label: N,"
            + " to: b}]}|  b: {outcome: C, severity: act} => wrong",
        "flowchart => title: A|start: a|nodes:|  a: {action: Q, next: b}|  b: {outcome: C,"
            + " severity: act} => right",
        "flowchart => title: A|start: a|nodes:|  a: {action: Q}|  b: {outcome: C, severity: act} =>"
            + " wrong",
        "flowchart => title: A|statement: S|start: b|nodes:|  b: {outcome: C, severity: act} =>"
            + " wrong",
      })
  void agreeWithTheReaders(String name, String text, String verdict) {
    SchemaKind kind = kind(name);
    String yaml = text.replace('|', '\n');
    List<Diagnostic> found =
        read(kind, yaml).stream().filter(each -> VISIBLE.contains(each.code())).toList();
    assertEquals(verdict, found.isEmpty() ? "right" : "wrong", "the reader says " + found);
    List<String> judged = judge(kind, yaml);
    assertEquals(verdict, judged.isEmpty() ? "right" : "wrong", "the schema says " + judged);
  }

  private static SchemaKind kind(String word) {
    return Stream.of(SchemaKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** No key without a sentence (that is an exception), and no sentence without a key. */
  @Test
  void describeEachKeyAndNoOther() {
    for (SchemaKind kind : SchemaKind.values()) {
      Set<String> described = new TreeSet<>();
      Matcher sentence =
          Pattern.compile("\"description\": \"((?:[^\"\\\\]|\\\\.)*)\"")
              .matcher(SchemaWriter.write(kind));
      while (sentence.find()) {
        described.add(sentence.group(1));
      }
      for (String key : KeyDescriptions.keys(kind)) {
        String words = KeyDescriptions.of(kind, key).orElseThrow();
        assertTrue(described.contains(words), kind.word() + ": " + key);
        assertTrue(words.endsWith("."), words);
      }
    }
  }

  @Test
  void areTheSameInEveryLanguage() {
    String first = SchemaWriter.write(SchemaKind.SITE);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals(first, SchemaWriter.write(SchemaKind.SITE));
    } finally {
      Locale.setDefault(before);
    }
  }
}
