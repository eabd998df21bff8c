package dev.waymark.page;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.markdown.MarkdownDocument;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.MappingReader;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Markdown file to {@link Page}. Thread-safe; no file makes it fail. */
public final class PageReader {
  private static final Map<String, Kind> KINDS = words(Kind.values(), Kind::word);
  private static final Map<String, Audience> AUDIENCES = words(Audience.values(), Audience::word);
  private static final Map<String, Nation> NATIONS = words(Nation.values(), Nation::word);
  private static final Map<String, Status> STATUSES = words(Status.values(), Status::word);

  private static final Pattern DRAFT =
      Pattern.compile("^draft[ \\t]*:(?![ \\t]*(false\\b|[\\r\\n]|$))", Pattern.MULTILINE);

  private final YamlReader yaml;
  private final MarkdownReader markdown;

  public PageReader(YamlReader yaml, MarkdownReader markdown) {
    this.yaml = yaml;
    this.markdown = markdown;
  }

  /** Whether a file of this name is a page. */
  public static boolean isPage(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown");
  }

  /** Reads one page. */
  public Checked<Page> read(SourceFile.Text file) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Split split = split(file.text(), diagnostics);
    FrontMatter frontMatter =
        split
            .frontMatter()
            .map(text -> readFrontMatter(text, diagnostics))
            .orElseGet(() -> frontMatter(empty(file.text()), "", diagnostics));
    Checked<MarkdownDocument> document = markdown.read(split.body());
    diagnostics.addAll(document.diagnostics());
    return new Checked<>(
        new Page(file.path(), file.start(), frontMatter, document.value()), diagnostics);
  }

  /** The two parts of a file; without front matter the body is the whole file. */
  private record Split(Optional<SourceText> frontMatter, SourceText body) {}

  private static Split split(SourceText file, List<Diagnostic> diagnostics) {
    String text = file.text();
    // A whole file makes its text anew each time it is asked, and the body is asked often.
    SourceText whole = new SourceText(file.file(), file.firstLine(), text);
    int opened = lineEnd(text, 0);
    if (!isFence(text, 0, opened)) {
      return new Split(Optional.empty(), whole);
    }
    int line = 2;
    for (int at = opened; at < text.length(); line++) {
      int end = lineEnd(text, at);
      if (isFence(text, at, end)) {
        return new Split(
            Optional.of(new SourceText(file.file(), 2, text.substring(opened, at))),
            new SourceText(file.file(), line + 1, text.substring(end)));
      }
      at = end;
    }
    // A page that starts with a line across it has no front matter, one that starts with a key has.
    if (!startsWithKey(text, opened)) {
      return new Split(Optional.empty(), whole);
    }
    diagnostics.add(
        Diagnostic.of(Code.FRONT_MATTER_OPEN, file.locate(0, 0, 3))
            .withDetail("no line with three hyphens ends it")
            .withHelp("put --- on a line of its own after the last key"));
    return new Split(Optional.empty(), whole);
  }

  private static int lineEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        return i + 1;
      }
      if (text.charAt(i) == '\r') {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
      }
    }
    return text.length();
  }

  private static boolean isFence(String text, int from, int to) {
    return text.startsWith("---", from) && text.substring(from + 3, to).isBlank();
  }

  private static boolean startsWithKey(String text, int from) {
    return text.substring(from, lineEnd(text, from)).matches("[A-Za-z][\\w-]*:(\\s[\\s\\S]*)?");
  }

  private FrontMatter readFrontMatter(SourceText source, List<Diagnostic> diagnostics) {
    Checked<YamlNode.Mapping> mapping = yaml.readMapping(source);
    diagnostics.addAll(mapping.diagnostics());
    String unread = mapping.value().whole() ? "" : source.text();
    return frontMatter(mapping.value(), unread, diagnostics);
  }

  private static YamlNode.Mapping empty(SourceText source) {
    return new YamlNode.Mapping(List.of(), source.start(), true);
  }

  /**
   * @param unread the text of front matter that is broken, or empty
   */
  private static FrontMatter frontMatter(
      YamlNode.Mapping mapping, String unread, List<Diagnostic> diagnostics) {
    MappingReader keys = new MappingReader(mapping, diagnostics);
    Kind kind = keys.choice("kind", KINDS).orElse(Kind.GUIDE);
    FrontMatter frontMatter =
        new FrontMatter(
            keys.text("title"),
            keys.text("id"),
            kind,
            line(keys, "summary"),
            keys.integer("order"),
            keys.choices("audience", AUDIENCES),
            keys.choices("nations", NATIONS),
            keys.texts("principles"),
            keys.text("owner"),
            keys.choice("status", STATUSES),
            keys.date("reviewed"),
            keys.date("review-by"),
            keys.date("facts-as-at"),
            kind == Kind.EXCERPT ? excerptSource(keys) : sources(keys),
            keys.texts("aliases"),
            keys.texts("tags").stream().map(Located::value).toList(),
            isDraft(keys, unread),
            changes(keys),
            keys.bool("glossary").orElse(true),
            kind == Kind.PRINCIPLE
                ? needed(
                    keys, "statement", "write statement: and the principle in one or two sentences")
                : "",
            kind == Kind.EXCERPT ? line(keys, "theme") : "");
    keys.finish();
    return frontMatter;
  }

  /**
   * What cannot be read hides the page too, be it the value or the line behind a broken place: a
   * draft that gets out is the worse mistake.
   */
  private static boolean isDraft(MappingReader keys, String unread) {
    return keys.bool("draft")
        .orElseGet(() -> keys.isGiven("draft") || DRAFT.matcher(unread).find());
  }

  private static String line(MappingReader keys, String key) {
    return keys.text(key).map(Located::value).orElse("").strip();
  }

  private static String needed(MappingReader keys, String key, String help) {
    return keys.neededText(key, help).map(Located::value).orElse("").strip();
  }

  private static List<FrontMatter.Source> sources(MappingReader keys) {
    return keys.mappings("sources").stream().map(PageReader::source).toList();
  }

  private static FrontMatter.Source source(MappingReader source) {
    FrontMatter.Source read =
        new FrontMatter.Source(
            needed(source, "title", "write title: and what the source is called"),
            line(source, "publisher"),
            line(source, "year"),
            source.url("url").map(Located::value).orElse(""),
            "");
    source.finish();
    return read;
  }

  private static List<FrontMatter.Source> excerptSource(MappingReader keys) {
    Optional<MappingReader> given = keys.mapping("source");
    if (given.isEmpty()) {
      keys.neededText("source", "write source: and below it title: and publisher:");
      return List.of();
    }
    MappingReader source = given.get();
    FrontMatter.Source read =
        new FrontMatter.Source(
            needed(source, "title", "write title: and what the source is called"),
            needed(source, "publisher", "write publisher: and who published it"),
            line(source, "published"),
            source.url("url").map(Located::value).orElse(""),
            line(source, "licence"));
    source.finish();
    return List.of(read);
  }

  private static List<FrontMatter.Change> changes(MappingReader keys) {
    List<FrontMatter.Change> changes = new ArrayList<>();
    for (MappingReader change : keys.mappings("changes")) {
      Optional<LocalDate> date = change.date("date");
      String text = needed(change, "text", "write text: and what changed");
      change.finish();
      date.ifPresent(day -> changes.add(new FrontMatter.Change(day, text)));
    }
    return changes;
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return words;
  }
}
