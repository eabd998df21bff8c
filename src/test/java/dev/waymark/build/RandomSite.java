package dev.waymark.build;

import dev.waymark.source.SourceBlocks;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A site that nobody would write: names of every kind, links good and bad, front matter good and
 * bad. The same seed gives the same site.
 */
final class RandomSite {
  private static final List<String> FOLDERS =
      List.of(
          "",
          "",
          "",
          "parts/",
          "parts/one/",
          "Parts/",
          "a b/",
          "ŷd/日本/",
          "x.html/",
          "assets/",
          "100%/",
          "a#b/",
          "index.html/",
          "deep/er/and/er/",
          "node:x/",
          "con/");
  private static final List<String> NAMES =
      List.of(
          "index",
          "README",
          "readme",
          "Index",
          "consent",
          "Consent",
          "p1",
          "p2",
          "glossary",
          "a-z",
          "404",
          "two words",
          "ŵy",
          "🦆",
          "50% (half)",
          "q?",
          "a#b",
          "x.y",
          "-",
          "manifest",
          "mash",
          "later",
          "'quoted'",
          "a&b",
          "<tag>",
          "j:s",
          "+plus",
          "~tilde",
          "cafe\u0301");
  private static final List<String> ENDINGS =
      List.of(
          ".md",
          ".md",
          ".md",
          ".md",
          ".markdown",
          ".MD",
          ".html",
          ".png",
          ".pdf",
          ".txt",
          ".json",
          "");
  private static final List<String> WORDS =
      List.of(
          "share",
          "MASH",
          "consent",
          "GP",
          "ŵy",
          "日本",
          "R&D",
          "<b>",
          "</b>",
          "a_b",
          "*",
          "**",
          "`",
          "~~",
          "&amp;",
          "&",
          "\\",
          "|",
          "[",
          "]",
          "(",
          ")",
          "!",
          "<",
          ">",
          "\"",
          "'",
          "amp",
          "multi-agency safeguarding hub",
          "http://example.org",
          "www.example.org",
          ":",
          "#",
          "\u00a0",
          "\u200b",
          "\uD83D\uDE00",
          "\t",
          "  ",
          "a\u0301",
          "\u0000",
          "\u0001",
          "x".repeat(80));
  private static final List<String> ANCHORS =
      List.of(
          "",
          "",
          "",
          "#",
          "#share",
          "#share-1",
          "#section",
          "#nix",
          "#%C5%B5y",
          "#ŵy",
          "#wm.main",
          "#?",
          "##",
          "#a%20b");
  private static final List<String> ODD_LINKS =
      List.of(
          "javascript:alert(1)",
          "data:text/html,x",
          "//example.org",
          "https://example.org/a b",
          "mailto:a@example.org",
          "tel:999",
          "../../../../x.md",
          "/",
          ".",
          "..",
          "./",
          "#",
          "",
          "?q",
          "/a-z.html",
          "/glossary.html#mash",
          "/404.html",
          "%",
          "%zz",
          "%00",
          "%2e%2e/%2e%2e",
          "a//b",
          "/old",
          "old.md",
          "x/old/",
          "vbscript:x",
          "HTTP://EXAMPLE.ORG",
          "file:x",
          "\\x",
          "a\\b.md",
          "http:",
          "https://",
          "&Tab;javascript:x",
          "nowhere.md",
          "[x]");

  private final Random random;
  private final Map<String, String> files = new TreeMap<>();

  private RandomSite(long seed) {
    this.random = new Random(seed);
  }

  static List<SourceFile> files(long seed) {
    RandomSite site = new RandomSite(seed);
    site.make();
    List<SourceFile> files = new ArrayList<>();
    site.files.forEach((path, text) -> files.add(SourceBlocks.file("content", path, text)));
    return files;
  }

  static SourceTree tree(long seed) {
    return SourceTree.of("content", files(seed));
  }

  private void make() {
    int count = 1 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      String path = pick(FOLDERS) + pick(NAMES) + pick(ENDINGS);
      files.put(path, "");
    }
    files.replaceAll((path, text) -> page());
    if (random.nextInt(3) > 0) {
      files.put("site.yaml", settings());
    }
    if (random.nextInt(3) > 0) {
      files.put("glossary.yaml", glossary());
    }
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @SafeVarargs
  private String one(Supplier<String>... ways) {
    return ways[random.nextInt(ways.length)].get();
  }

  private String times(int most, Supplier<String> part) {
    StringBuilder parts = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      parts.append(part.get());
    }
    return parts.toString();
  }

  private String page() {
    String text = one(() -> "", this::frontMatter, this::frontMatter) + times(9, this::block);
    return random.nextInt(8) == 0 ? text.replace("\n", "\r\n") : text;
  }

  private String frontMatter() {
    if (random.nextInt(8) == 0) {
      return "---\ndraft: true\n---\n";
    }
    return "---\n"
        + times(7, this::key)
        + one(() -> "---\n", () -> "---\n", () -> "---\n", () -> "");
  }

  private String key() {
    return one(
            () -> "title: " + value(),
            () -> "id: " + one(() -> "p1", () -> "mash", () -> "same", this::value),
            () -> "kind: " + one(() -> "principle", () -> "excerpt", () -> "guide", this::value),
            () -> "statement: " + value(),
            () -> "summary: " + value(),
            () -> "order: " + one(() -> "1", () -> "-3", () -> "1e3", this::value),
            () -> "principles: [p1, p2, " + value() + "]",
            () -> "nations: [wales, " + value() + "]",
            () -> "audience: " + one(() -> "child", this::value),
            () -> "reviewed: " + one(() -> "2026-01-31", () -> "2026-02-31", this::value),
            () -> "review-by: " + one(() -> "2026-06-30", () -> "0000-01-01", this::value),
            () -> "owner: " + one(() -> "lead", this::value),
            () -> "aliases: [old, " + one(() -> "x/old/", () -> "parts", this::value) + "]",
            () -> "draft: " + one(() -> "true", () -> "false", this::value),
            () -> "glossary: " + one(() -> "false", this::value),
            () -> "tags: [" + value() + "]",
            () -> "sources: {title: " + value() + ", url: https://example.org}",
            () -> "source: {title: T, publisher: P}",
            () -> "changes: [{date: 2026-01-01, text: " + value() + "}]",
            () -> value() + ": " + value())
        + "\n";
  }

  private String value() {
    return one(
        () -> "word",
        () -> "two words",
        () -> "'quoted'",
        () -> "\"ŵ \\u0001 <b>\"",
        () -> "[a",
        () -> "{a: b}",
        () -> "null",
        () -> "",
        () -> "no",
        () -> "2026-01-01",
        () -> "*alias",
        () -> "!tag x",
        () -> "&anchor y",
        () -> "a: b: c",
        () -> "'",
        () -> "# comment",
        () -> "\uD83E\uDD86",
        () -> "- list",
        () -> "\t",
        () -> "|",
        () -> "%",
        () -> "\"<&>'\"");
  }

  private String settings() {
    return times(
        5,
        () ->
            one(
                    () -> "title: " + value(),
                    () -> "description: " + value(),
                    () -> "language: " + one(() -> "cy", this::value),
                    () -> "notice: " + value(),
                    () -> "navigation: [" + address() + ", index.md, " + address() + "]",
                    () -> "navigation: [{page: a-z.html, title: " + value() + "}]",
                    () -> "owners: {lead: {name: " + value() + "}}",
                    () -> "review: {due-soon: " + one(() -> "7", this::value) + "}",
                    () -> "edit-link: https://example.org/{path}",
                    () -> "feedback-link: " + one(() -> "mailto:a@example.org", this::value),
                    () -> "glossary: " + value(),
                    () -> "html: [kbd, b, " + value() + "]",
                    () -> value() + ": " + value())
                + "\n");
  }

  private String glossary() {
    return "terms:\n"
        + times(
            6,
            () ->
                "  - {term: %s, definition: %s, expansion: %s, see: [p1, 'glossary:mash', %s]}\n"
                    .formatted(
                        one(
                            () -> "MASH",
                            () -> "GP",
                            () -> "amp",
                            () -> "R&D",
                            () -> "ŵy",
                            this::value),
                        value(),
                        one(() -> "multi-agency safeguarding hub", () -> "''", this::value),
                        value()));
  }

  private String block() {
    return one(
        () -> "#".repeat(1 + random.nextInt(6)) + " " + heading() + "\n",
        () -> "#".repeat(1 + random.nextInt(3)) + " " + heading() + "\n",
        () -> inlines() + "\n\n",
        () -> inlines() + "\n\n",
        () -> "- " + inlines() + "\n- [ ] " + inlines() + "\n\n",
        () -> "1. " + inlines() + "\n\n",
        () -> "> [!NOTE]\n> " + inlines() + "\n\n",
        () -> "> " + inlines() + "\n\n",
        () ->
            "| a | "
                + inlines().replace("\n", " ")
                + " |\n| - | :-: |\n| "
                + inlines()
                + " | b |\n\n",
        () -> "```\n" + inlines() + "\n```\n",
        () -> "    " + inlines() + "\n",
        () -> "[r]: " + address() + "\n\n",
        () -> "[^1]: " + inlines() + "\n\n",
        () -> "[^a b]: " + inlines() + "\n[^x\"y]: z\n\n",
        () -> "<div>" + inlines() + "</div>\n\n",
        () -> "***\n",
        () -> inlines() + "\n===\n",
        () -> "---\n");
  }

  private String heading() {
    return one(
        () -> "Share",
        () -> "Share",
        () -> "ŵy",
        () -> "",
        () -> "fn 1",
        () -> "!?",
        this::inlines);
  }

  private String inlines() {
    return times(6, this::inline);
  }

  private String inline() {
    return one(
        () -> pick(WORDS) + " ",
        () -> pick(WORDS) + pick(WORDS),
        () -> "[" + pick(WORDS) + "](" + address() + ") ",
        () -> "[" + inline() + "](<" + address() + "> \"" + pick(WORDS) + "\") ",
        () -> "![" + pick(WORDS) + "](" + address() + ") ",
        () ->
            "[["
                + one(
                    () -> "p1",
                    () -> "mash",
                    () -> "same",
                    () -> "glossary:mash",
                    () -> "nix",
                    () -> "consent")
                + one(() -> "", () -> "", () -> "|" + pick(WORDS))
                + "]] ",
        () -> "[" + pick(WORDS) + "][r] ",
        () -> "[^1]" + one(() -> "", () -> "[^1]", () -> "[^a b]", () -> "[^x\"y]"),
        () -> "*" + pick(WORDS) + "*",
        () -> "<kbd>" + pick(WORDS) + "</kbd>",
        () -> "<" + address() + ">",
        () -> "\n");
  }

  private String address() {
    return one(this::path, this::path, this::path, () -> pick(ODD_LINKS)) + pick(ANCHORS);
  }

  /** The path of a page that is there, more or less. */
  private String path() {
    String path = pick(List.copyOf(files.keySet()));
    String written =
        one(
            () -> path,
            () -> "/" + path,
            () -> "../" + path,
            () -> path.replaceFirst("\\.md$", ".html"),
            () -> path.substring(path.lastIndexOf('/') + 1),
            () -> path.substring(0, path.lastIndexOf('/') + 1),
            () -> path.toUpperCase(Locale.ROOT),
            () -> path.substring(0, random.nextInt(path.length())));
    return random.nextBoolean()
        ? written
            .replace("%", "%25")
            .replace(" ", "%20")
            .replace("#", "%23")
            .replace("?", "%3F")
            .replace("(", "%28")
            .replace(")", "%29")
        : written;
  }
}
