package dev.waymark.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What editors do to a site on disk, at random: the same seed does the same. Half of the edits
 * change titles, headings, the glossary or templates, which other pages show.
 */
final class EditScript {
  private static final List<String> FOLDERS =
      List.of(
          "", "parts/", "parts/part-1/", "parts/part-2/", "principles/", "excerpts/", "deep/er/");
  private static final List<String> WORDS =
      List.of(
          "share", "consent", "record", "child", "MASH", "duty", "worker", "GP", "risk", "phone",
          "today", "advice", "police", "school", "carer", "harm", "urgent", "notes");

  private final Random random;
  private final Path content;
  private final Path theme;
  private final Set<Path> changed = new TreeSet<>();
  private int made;

  /** An edit. */
  record Edit(String name) {
    /** Whether other pages show nothing of it. */
    boolean bodyAlone() {
      return name.equals("body");
    }

    /** Whether it changes a title, an anchor, the glossary or a template. */
    boolean isWide() {
      return List.of("title", "heading", "glossary", "template").contains(name);
    }
  }

  EditScript(Random random, Path content, Path theme) {
    this.random = random;
    this.content = content;
    this.theme = theme;
  }

  /** A site to start from. */
  void start() throws IOException {
    write(
        "site.yaml",
        """
        title: Toolkit
        description: Words.
        print: true
        edit-link: https://example.org/{path}
        owners:
          lead: Safeguarding lead
        """);
    write(
        "glossary.yaml",
        """
        terms:
          - {term: MASH, expansion: multi-agency safeguarding hub, definition: A team., see: [p1]}
          - {term: duty worker, definition: Who answers the phone.}
        """);
    for (int i = 1; i <= 3; i++) {
      write(
          "principles/p%d.md".formatted(i),
          "---\nkind: principle\nid: p%d\ntitle: Principle %d\nstatement: %s\n---\n%s"
              .formatted(i, i, words(5), body()));
    }
    write("index.md", "---\ntitle: Home\n---\n# Home\n\n" + body());
    write("parts/part-1/index.md", "---\ntitle: Part one\nsummary: First.\n---\n" + body());
    write("flowcharts/what-now.yaml", chart("What now"));
    write("picture.png", "not really a picture");
    for (int i = 0; i < 9; i++) {
      write(newPath(), page());
    }
  }

  /** What was written, made or removed since the last call. */
  Set<Path> changed() {
    Set<Path> taken = new TreeSet<>(changed);
    changed.clear();
    return taken;
  }

  Edit edit() throws IOException {
    if (pages().isEmpty()) {
      write(newPath(), page());
      return new Edit("first page");
    }
    return switch (random.nextInt(27)) {
      case 0, 1, 2, 3, 4 -> {
        change(text -> text + "\n" + words(6) + ".\n");
        yield new Edit("body");
      }
      case 5 -> {
        change(text -> text + "\n" + words(3) + " " + link() + " " + words(3) + ".\n");
        yield new Edit("link");
      }
      case 6 -> {
        change(text -> lines(text, line -> line.startsWith("[") ? "" : line));
        yield new Edit("links away");
      }
      case 7 -> {
        change(text ->
            text.startsWith("---\n")
                ? text.replaceFirst("---\n", "---\n" + key() + "\n")
                : "---\n" + key() + "\n---\n" + text);
        yield new Edit("front matter");
      }
      case 8, 9, 10, 11 -> {
        change(text -> lines(text, line -> line.startsWith("title:") ? title() : line));
        yield new Edit("title");
      }
      case 12, 13, 14, 15, 16 -> {
        change(text ->
            random.nextBoolean()
                ? text + "\n## " + words(2) + "\n\n" + words(9) + "\n"
                : lines(text, line -> line.startsWith("## ") ? "## " + words(2) : line));
        yield new Edit("heading");
      }
      case 17, 18, 19 -> {
        write("glossary.yaml", glossary());
        yield new Edit("glossary");
      }
      case 20, 21 -> {
        theme();
        yield new Edit("template");
      }
      case 22 -> {
        settings();
        yield new Edit("settings");
      }
      case 23 -> {
        write(newPath(), page());
        yield new Edit("new page");
      }
      case 24 -> {
        delete(random.nextInt(4) == 0 ? content.resolve(pick(FOLDERS)) : pick(pages()));
        yield new Edit("delete");
      }
      case 25 -> {
        Path from = pick(pages());
        Path to = content.resolve(newPath());
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        changed.addAll(List.of(from, to));
        yield new Edit("rename");
      }
      default -> {
        other();
        yield new Edit("other");
      }
    };
  }

  private void other() throws IOException {
    switch (random.nextInt(6)) {
      case 0 -> write("flowcharts/what-now.yaml", chart(words(2)));
      case 1 -> write("flowcharts/new-%d.yaml".formatted(++made), chart(words(2)));
      case 2 -> write("picture.png", words(4));
      case 3 -> delete(content.resolve("picture.png"));
      case 4 -> write("files/%d.txt".formatted(++made), words(3));
      default -> change(text -> "---\ntitle: [\n---\n" + text);
    }
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(pick(WORDS));
    }
    return String.join(" ", words);
  }

  private String title() {
    return "title: " + words(2) + " " + random.nextInt(50);
  }

  private String newPath() {
    return pick(FOLDERS) + (random.nextInt(8) == 0 ? "index" : pick(WORDS) + "-" + ++made) + ".md";
  }

  private String page() {
    return "---\n" + title() + "\n" + key() + "\n---\n" + body();
  }

  private String key() {
    return switch (random.nextInt(11)) {
      case 0 -> "summary: " + words(4);
      case 1 -> "order: " + random.nextInt(9);
      case 2 -> "principles: [p1, p" + (1 + random.nextInt(5)) + "]";
      case 3 -> "id: " + pick(WORDS);
      case 4 -> "aliases: [old/" + pick(WORDS) + "]";
      case 5 -> "reviewed: 2026-0%d-01".formatted(1 + random.nextInt(9));
      case 6 -> "review-by: 2026-0%d-01".formatted(1 + random.nextInt(9));
      case 7 -> "owner: lead";
      case 8 -> "draft: " + random.nextBoolean();
      case 9 -> "changes: [{date: 2026-01-01, text: " + words(3) + "}]";
      default -> "audience: child";
    };
  }

  private String body() {
    StringBuilder body = new StringBuilder(words(12)).append(".\n\n");
    for (int i = random.nextInt(4); i > 0; i--) {
      body.append("## ").append(words(2)).append("\n\n");
      body.append(words(10)).append(' ').append(link()).append(".\n\n");
      if (random.nextInt(4) == 0) {
        body.append(link()).append('\n').append('\n');
      }
    }
    return body.toString();
  }

  private String link() {
    List<Path> pages = pages();
    String page =
        pages.isEmpty()
            ? "index.md"
            : content.relativize(pick(pages)).toString().replace('\\', '/');
    return switch (random.nextInt(7)) {
      case 0 -> "[[p1]]";
      case 1 -> "[[p2|" + words(1) + "]]";
      case 2 -> "[[" + pick(WORDS) + "]]";
      case 3 -> "[" + words(2) + "](/" + page + "#" + pick(WORDS) + "-" + pick(WORDS) + ")";
      case 4 -> "![" + words(2) + "](/flowcharts/what-now.yaml)";
      case 5 -> "![" + words(2) + "](/picture.png)";
      default -> "[" + words(2) + "](/" + page + ")";
    };
  }

  private String glossary() {
    StringBuilder text = new StringBuilder("terms:\n");
    for (String word : new TreeSet<>(List.of(pick(WORDS), pick(WORDS), "MASH"))) {
      text.append("  - {term: %s, definition: %s}\n".formatted(word, words(4)));
    }
    return text.toString();
  }

  private String chart(String title) {
    return """
    id: what-now
    title: %s
    summary: %s
    start: first
    nodes:
      first:
        question: %s?
        help: See [[p1]].
        options:
          - { label: "Yes", to: end }
          - { label: "No", to: other }
      end:
        outcome: %s
        principles: [p1]
      other:
        outcome: %s
    """
        .formatted(title, words(4), words(4), words(3), words(3));
  }

  private void settings() throws IOException {
    String more =
        switch (random.nextInt(7)) {
          case 0 -> "title: " + words(2) + "\n";
          case 1 -> "title: T\nadvice: {off: [WM608]}\n";
          case 2 -> "title: T\nnavigation: [index.md, parts/part-1/index.md]\n";
          case 3 -> "title: T\nprint: true\n";
          case 4 -> "title: T\nglossary: false\n";
          case 5 -> "title: [\n";
          default -> "title: T\nnotice: " + words(5) + "\n";
        };
    write("site.yaml", more);
  }

  private void theme() throws IOException {
    Path file = theme.resolve(random.nextBoolean() ? "partials/notice.peb" : "assets/site.css");
    switch (random.nextInt(4)) {
      case 0 -> delete(file);
      case 1 -> write(file, "{% if %}");
      default -> write(file, "/* " + words(3) + " */");
    }
  }

  private List<Path> pages() {
    try (Stream<Path> files = Files.walk(content)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(String text, UnaryOperator<String> line) {
    return String.join("\n", Stream.of(text.split("\n", -1)).map(line).toList());
  }

  private void change(UnaryOperator<String> text) throws IOException {
    Path page = pick(pages());
    write(page, text.apply(Files.readString(page)));
  }

  private void write(String path, String text) throws IOException {
    write(content.resolve(path), text);
  }

  private void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    // Some watchers tell of a new folder alone.
    changed.add(random.nextInt(5) == 0 ? file.getParent() : file);
  }

  private void delete(Path path) throws IOException {
    if (!Files.exists(path) || path.equals(content) || path.endsWith("content")) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    changed.add(path);
  }
}
