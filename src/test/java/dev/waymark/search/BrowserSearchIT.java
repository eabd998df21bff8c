package dev.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.waymark.browser.ClientPages;
import dev.waymark.browser.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search of built sites in a browser, beside what {@code waymark search} says of them. */
final class BrowserSearchIT {
  private static final long SEED = 3;
  private static final int PAGES = 1000;
  private static final int LIMIT = 100;
  private static final double TOLERANCE = 1e-4;

  private static final int MAX_CLIENT = 12_000;
  private static final int MAX_ENTRY = 1_000;

  /** The lines that {@code waymark search --format tsv --totals} prints. */
  private static final String ANSWER =
      """
      async ([queries, limit, typing, correct, filters]) => {
        const engine = await window.waymark.search.open();
        const lines = [];
        for (const [id, text] of queries) {
          const options = { limit, typing, correct, filters };
          const { total, hits, corrected } = await engine.query(text, options);
          const words = corrected === null ? [] : [corrected.replace(/[\\t-\\r]/g, ' ')];
          lines.push([id, 'total', total, ...words].join('\\t'));
          hits.forEach(({ url, score }, i) => lines.push([id, i + 1, url, score].join('\\t')));
        }
        return lines;
      }
      """;

  @TempDir private static Path temporary;
  private static Path folder;
  private static ClientPages pages;
  private static Path toolkit;
  private static Path toolkitContent;

  @BeforeAll
  static void open() throws Exception {
    folder = temporary.toRealPath();
    toolkitContent = Path.of("content").toAbsolutePath();
    toolkit = build(toolkitContent, "toolkit");
    pages = new ClientPages();
  }

  @AfterAll
  static void close() {
    pages.close();
  }

  private static Path build(Path content, String name) throws Exception {
    Path site = folder.resolve(name);
    Tool.Result built =
        Tool.run(folder, List.of("build", "-c", content.toString(), "-o", site.toString()));
    assertEquals(0, built.exitCode(), built.out() + built.err());
    return site;
  }

  /** What the reader asks for beside words. */
  private record Asked(QueryOptions options, Map<String, List<String>> filters) {
    List<String> arguments() {
      List<String> arguments = new ArrayList<>();
      if (options.typing()) {
        arguments.add("--typing");
      }
      if (!options.correct()) {
        arguments.add("--no-correction");
      }
      filters.forEach(
          (name, values) -> values.forEach(value -> arguments.add("--" + name + "=" + value)));
      return arguments;
    }
  }

  private static final List<Asked> ASKED =
      List.of(
          new Asked(QueryOptions.DEFAULT, Map.of()),
          new Asked(QueryOptions.TYPING, Map.of()),
          new Asked(
              new QueryOptions(false, false),
              new TreeMap<>(Map.of("kind", List.of("guide", "glossary")))),
          new Asked(
              QueryOptions.TYPING,
              new TreeMap<>(
                  Map.of("part", List.of("part-5", "part-1"), "audience", List.of("child")))),
          new Asked(
              QueryOptions.DEFAULT, new TreeMap<>(Map.of("nation", List.of("wales", "scotland")))));

  @Test
  void theToolkitIsRankedAsLuceneRanksIt() throws Exception {
    compare(toolkitContent, toolkit, new SearchQueries(toolkitContent, SEED).forms(25), ASKED);
  }

  @Test
  void aThousandPagesAreRankedAsLuceneRanksThem() throws Exception {
    Path content = new GeneratedContent(SEED, toolkitContent).write(folder.resolve("pages"), PAGES);
    Path site = build(content, "generated");
    Map<String, List<String>> forms = new SearchQueries(content, SEED + 1).forms(25);
    compare(content, site, forms, ASKED);
    List<String> queries = forms.values().stream().flatMap(List::stream).toList();
    for (List<List<String>> parts : inParts(site, queries)) {
      // A page that asks for few hits at a time has little to tell the order of equal ones by.
      assertEquals(parts.get(0), parts.get(1));
    }
  }

  @Test
  void whatSaysTheSameIsListedAsLuceneListsIt() throws Exception {
    Path content = folder.resolve("alike");
    // The order of addresses is not that of what stands for them in a link.
    List<String> names = List.of("A", "a b", "a-b", "a:b", "a%20b", "é", "z", "中", "𐐷", "~");
    for (int i = 0; i < 40; i++) {
      Path page = content.resolve((i % 4 == 3 ? "in/" : "") + names.get(i % 10) + i / 10 + ".md");
      Files.createDirectories(page.getParent());
      String text = "A lot of sorted words, and more than enough of them for another: ";
      text += List.of("one", "two", "three").get(i % 3) + ".\n\n";
      Files.writeString(page, text + "## Again\n\n" + text);
    }
    Path site = build(content, "alike-site");
    List<String> queries = List.of("sorted", "words", "lot", "one", "two of", "sortd again");
    compare(content, site, Map.of("word", queries), ASKED.subList(0, 1));
    for (List<List<String>> parts : inParts(site, List.of("sorted", "three words", "what to do"))) {
      assertEquals(parts.get(0), parts.get(1));
    }
    assertEquals(List.of(), loadedPlaces(site, "sorted", LIMIT), "all of them are shown");
    assertEquals(List.of(), loadedPlaces(site, "one", 7), "they say the same");
    assertEquals(List.of("o0"), loadedPlaces(site, "sorted", 7));
  }

  private static List<String> loadedPlaces(Path site, String query, int limit) {
    List<String> loaded = new ArrayList<>();
    try (Page page = pages.site(ClientPages.file(site))) {
      page.onRequest(request -> loaded.add(request.url().replaceAll(".*/|\\.js$", "")));
      page.evaluate(
          "async ([text, limit]) => (await waymark.search.open()).query(text, { limit })",
          List.of(query, limit));
    }
    assertTrue(loaded.contains("s0"), loaded.toString());
    return loaded.stream().filter(name -> name.startsWith("o")).toList();
  }

  /** For each query all hits, and the same as somebody gets who turns pages of seven. */
  @SuppressWarnings("unchecked")
  private static List<List<List<String>>> inParts(Path site, List<String> queries) {
    String script =
        """
        async (queries) => {
          const engine = await window.waymark.search.open();
          const hits = async (text, limit, offset) =>
            (await engine.query(text, { limit, offset })).hits.map(({ url }) => url);
          const all = [];
          for (const text of queries) {
            const parts = [];
            for (let offset = 0; offset < 35; offset += 7) {
              parts.push(...(await hits(text, 7, offset)));
            }
            all.push([await hits(text, 35, 0), parts]);
          }
          return all;
        }
        """;
    try (Page page = pages.site(ClientPages.file(site))) {
      return (List<List<List<String>>>) page.evaluate(script, queries);
    }
  }

  private static void compare(
      Path content, Path site, Map<String, List<String>> forms, List<Asked> waysToAsk)
      throws Exception {
    List<List<String>> queries = new ArrayList<>();
    forms.forEach((form, texts) ->
        texts.forEach(text -> queries.add(List.of(form + "-" + queries.size(), text))));
    Path file = folder.resolve("queries.tsv");
    Files.write(file, queries.stream().map(query -> String.join("\t", query)).toList());
    String http = pages.serve(site);
    List<String> mismatches = new ArrayList<>();
    for (Asked asked : waysToAsk) {
      List<String> arguments =
          new ArrayList<>(
              List.of("search", "-c", content.toString(), "--queries", file.toString()));
      arguments.addAll(List.of("--format", "tsv", "--totals", "--limit=" + LIMIT));
      arguments.addAll(asked.arguments());
      Tool.Result said = Tool.run(folder, arguments);
      assertEquals(0, said.exitCode(), said.err());
      Map<String, List<String>> reference = byQuery(said.out().lines().toList());
      for (String root : List.of(http, ClientPages.file(site))) {
        Map<String, List<String>> found = byQuery(answers(root, queries, asked));
        Map<String, Integer> wrong = new LinkedHashMap<>();
        for (List<String> query : queries) {
          String difference = difference(reference.get(query.get(0)), found.get(query.get(0)));
          if (!difference.isEmpty()) {
            mismatches.add(root + " " + query.get(1) + " " + asked + ": " + difference);
            wrong.merge(query.get(0).replaceAll("-.*", ""), 1, Integer::sum);
          }
        }
        System.out.println("seed " + SEED + ", " + root.replaceAll(":.*", "") + ", " + asked);
        forms.forEach((form, texts) ->
            System.out.println(
                "  %s: %d queries, %d mismatches"
                    .formatted(form, texts.size(), wrong.getOrDefault(form, 0))));
      }
      long hits = said.out().lines().count() - queries.size();
      assertTrue(hits > queries.size(), hits + " hits say little");
      long corrected =
          said.out().lines().filter(line -> line.matches("[^\t]*\ttotal\t\\d+\t.*")).count();
      System.out.println("  " + corrected + " corrected");
      assertEquals(asked.options().correct(), corrected > 0, corrected + " are corrected");
    }
    assertEquals(List.of(), mismatches);
  }

  @SuppressWarnings("unchecked")
  private static List<String> answers(String root, List<List<String>> queries, Asked asked) {
    try (Page page = pages.site(root)) {
      return (List<String>)
          page.evaluate(
              ANSWER,
              List.of(
                  queries,
                  LIMIT,
                  asked.options().typing(),
                  asked.options().correct(),
                  asked.filters()));
    }
  }

  private static Map<String, List<String>> byQuery(List<String> lines) {
    Map<String, List<String>> byQuery = new LinkedHashMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      byQuery.computeIfAbsent(line.substring(0, tab), id -> new ArrayList<>()).add(line);
    }
    return byQuery;
  }

  /** The first line that differs, of totals and corrections in full; scores may, a little. */
  private static String difference(List<String> expected, List<String> found) {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String one = i < expected.size() ? expected.get(i) : "";
      String other = i < found.size() ? found.get(i) : "";
      boolean same =
          withoutScore(one).equals(withoutScore(other))
              && Math.abs(score(one) - score(other)) <= TOLERANCE;
      if (!same) {
        return one + " but " + other;
      }
    }
    return "";
  }

  private static boolean isHit(String line) {
    return !line.isEmpty() && !line.contains("\ttotal\t");
  }

  private static String withoutScore(String line) {
    return isHit(line) ? line.substring(0, line.lastIndexOf('\t') + 1) : line;
  }

  private static double score(String line) {
    return isHit(line) ? Double.parseDouble(line.substring(line.lastIndexOf('\t') + 1)) : -1;
  }

  @Test
  void whateverSomebodyTypesIsAnswered() {
    String root = ClientPages.file(toolkit);
    List<String> queries = new SearchQueries(toolkitContent, SEED).hostile(300);
    try (Page page = pages.site(root)) {
      Object failures =
          page.evaluate(
              """
              async (queries) => {
                const engine = await window.waymark.search.open();
                const failures = [];
                for (const text of queries) {
                  for (const typing of [false, true]) {
                    try {
                      const { total, hits } = await engine.query(text, { typing });
                      for (const { excerpt, marks } of hits) {
                        let end = 0;
                        for (const mark of marks) {
                          if (mark[0] < end || mark[1] <= mark[0] || mark[1] > excerpt.length) {
                            failures.push(text + ': marks ' + marks + ' in ' + excerpt);
                          }
                          end = mark[1];
                        }
                      }
                      if (total < hits.length) failures.push(text + ': total ' + total);
                      await engine.nearest(text);
                      (await engine.marker(text, { typing }))(text);
                    } catch (error) {
                      failures.push(text + ': ' + error);
                    }
                  }
                }
                return failures;
              }
              """,
              queries);
      assertEquals(List.of(), failures);
    }
  }

  @Test
  void oddOptionsAreTaken() {
    try (Page page = pages.site(ClientPages.file(toolkit))) {
      assertEquals(
          List.of(10, 0, 3, true, 0, true),
          page.evaluate(
              """
              async () => {
                const engine = await window.waymark.search.open();
                const all = await engine.query('safeguarding');
                const none = await engine.query('safeguarding', { limit: 0 });
                const rest = await engine.query('safeguarding', { limit: 3, offset: 7 });
                const nobody = await engine.query('safeguarding', { filters: { kind: ['no'] } });
                return [all.hits.length, none.hits.length, rest.hits.length,
                    none.total === all.total && rest.hits[0].url === all.hits[7].url, nobody.total,
                    (await engine.query('', {})).total === 0 && engine === await waymark.search.open()];
              }
              """));
    }
  }

  /** Callers are other people's scripts: what they get wrong must not break the page. */
  @Test
  void whateverAScriptAsksForIsAnswered() {
    try (Page page = pages.site(ClientPages.file(toolkit))) {
      assertEquals(
          List.of(),
          page.evaluate(
              """
              async () => {
                const engine = await window.waymark.search.open();
                const word = 'safeguarding';
                const all = (await engine.query(word)).total;
                const guides = await engine.query(word, { filters: { kind: ['guide'] } });
                const strange = [-1, NaN, Infinity, -Infinity, 2.5, '3', null, undefined, {}, [], 5n,
                    Symbol('s'), () => 1, true, '', Object.create(null)];
                const wrong = [];
                const check = (name, found, expected) => {
                  if (found !== expected) wrong.push(name + ': ' + found + ', not ' + expected);
                };
                const answers = async (name, text, options) => {
                  try {
                    const { total, hits } = await engine.query(text, options);
                    await engine.nearest(text);
                    const marks = (await engine.marker(text, options))(text);
                    if (!Array.isArray(marks)) wrong.push(name + ': marks ' + marks);
                    return [total, hits.length];
                  } catch (error) {
                    wrong.push(name + ': ' + error);
                    return [];
                  }
                };
                const limits = { '-1': 0, 'NaN': 10, 'Infinity': all, '-Infinity': 0, '2.5': 2 };
                for (const value of strange) {
                  const name = typeof value + ' ' + strange.indexOf(value);
                  const limited = await answers('limit ' + name, word, { limit: value });
                  const limit = typeof value === 'number' ? limits[value] : 10;
                  check('limit ' + name, limited.join(), [all, limit].join());
                  const moved = await answers('offset ' + name, word, { offset: value, limit: all });
                  const offset = value === Infinity ? all : value === 2.5 ? 2 : 0;
                  check('offset ' + name, moved.join(), [all, all - offset].join());
                  check('options ' + name, (await answers('options ' + name, word, value))[0], all);
                  check('filters ' + name,
                      (await answers('filters ' + name, word, { filters: value }))[0], all);
                  await answers('kind ' + name, word, { filters: { kind: value } });
                  await answers('list ' + name, word, { filters: { nation: [value] } });
                  await answers('typing ' + name, word, { typing: value, correct: value });
                  const text = await answers('text ' + name, value, {});
                  if (typeof value !== 'number' && value !== '3') check('text ' + name, text[0], 0);
                }
                const alone = await engine.query(word, { filters: { kind: 'guide', colour: 'red' } });
                check('one kind', alone.total, guides.total);
                check('narrowed', guides.total > 0 && guides.total < all, true);
                check('unknown option', (await engine.query(word, { colour: 'red' })).total, all);
                check('a number', (await engine.query(47)).total, (await engine.query('47')).total);
                check('not corrected', (await engine.query('safegarding', { correct: false })).total, 0);
                return wrong;
              }
              """));
    }
  }

  @Test
  void excerptsShowTheWordsAndMarkThem() {
    try (Page page = pages.site(ClientPages.file(toolkit))) {
      assertEquals(
          List.of("Safeguarding children", true, true, true),
          page.evaluate(
              """
              async () => {
                const engine = await window.waymark.search.open();
                const { corrected, hits } = await engine.query('Safegaurding chldren');
                const words = hits.flatMap(({ excerpt, marks }) =>
                    marks.map(([start, end]) => excerpt.slice(start, end).toLowerCase()));
                const near = await engine.nearest('Safegaurdng');
                const marks = (await engine.marker('shared'))('Sharing is a share.');
                return [corrected.replace('safe', 'Safe'), words.length > 5 && words.every((word) =>
                    /^(safeguard|child)/.test(word)), near.includes('safeguarding'),
                    JSON.stringify(marks) === '[[0,7],[13,18]]'];
              }
              """));
    }
  }

  @Test
  void anIndexOfAnotherVersionIsAnErrorWithACode() throws IOException {
    Path site = copy(toolkit, "updated");
    Files.write(
        shard(site, "d"), DeflatedShards.unkept().shard("d", new byte[] {2, 0, 0, 0}).script());
    assertEquals("other-version", failure(ClientPages.file(site)));
  }

  @Test
  void aFailedLoadIsAnErrorWithACodeAndTriedAgain() throws IOException {
    Path site = copy(toolkit, "broken");
    Path directory = shard(site, "d");
    byte[] bytes = Files.readAllBytes(directory);
    Files.delete(directory);
    String root = pages.serve(site);
    try (Page page = pages.site(root)) {
      String open =
          "() => waymark.search.open().then((engine) => typeof engine.query, (error) =>"
              + " error.message)";
      assertEquals("not-loaded", page.evaluate(open));
      Files.write(directory, bytes);
      assertEquals("function", page.evaluate(open));
    }
  }

  private static String failure(String root) {
    try (Page page = pages.site(root)) {
      return (String)
          page.evaluate("() => waymark.search.open().then(() => '', (error) => error.message)");
    }
  }

  private static Path copy(Path site, String name) throws IOException {
    Path copy = folder.resolve(name);
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(site.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  private static Path shard(Path site, String name) throws IOException {
    try (Stream<Path> files = Files.list(site.resolve("search"))) {
      return files.filter(Files::isDirectory).findFirst().orElseThrow().resolve(name + ".js");
    }
  }

  @Test
  void theScriptsAreLight() throws IOException {
    int client = 0;
    try (Stream<Path> files = Files.list(toolkit.resolve("search"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().startsWith("client-")) {
          client = packed(file);
        }
      }
    }
    int entry = packed(toolkit.resolve("search/entry.js"));
    System.out.println("gzipped: client " + client + ", entry " + entry + " bytes");
    assertTrue(client > 0 && client < MAX_CLIENT, client + " bytes");
    assertTrue(entry < MAX_ENTRY, entry + " bytes");
  }

  private static int packed(Path file) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      Files.copy(file, gzip);
    }
    return packed.size();
  }
}
