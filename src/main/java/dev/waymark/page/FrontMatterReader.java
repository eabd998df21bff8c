package dev.waymark.page;

import dev.waymark.diagnostic.Located;
import dev.waymark.yaml.MappingReader;
import dev.waymark.yaml.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Keys and values to {@link FrontMatter}. */
public final class FrontMatterReader {
  private static final Map<String, Kind> KINDS =
      words(new Kind[] {Kind.GUIDE, Kind.PRINCIPLE, Kind.EXCERPT}, Kind::word);
  private static final Map<String, Audience> AUDIENCES = words(Audience.values(), Audience::word);
  private static final Map<String, Nation> NATIONS = words(Nation.values(), Nation::word);
  private static final Map<String, Status> STATUSES = words(Status.values(), Status::word);

  private static final Pattern DRAFT =
      Pattern.compile("^draft[ \\t]*:(?![ \\t]*(false\\b|[\\r\\n]|$))", Pattern.MULTILINE);

  private FrontMatterReader() {}

  /**
   * The front matter of a page, whose kind is one of the keys.
   *
   * @param unread the text of front matter that is broken, or empty
   */
  static FrontMatter read(MappingReader keys, String unread) {
    return read(keys, keys.choice("kind", KINDS).orElse(Kind.GUIDE), unread);
  }

  /**
   * The front matter of something that is not Markdown, among keys of its own. Whoever gave the
   * reader calls its {@link MappingReader#finish}.
   *
   * @param unread the whole text, if it is broken, or empty
   */
  public static FrontMatter read(MappingReader keys, Kind kind, String unread) {
    return new FrontMatter(
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
  }

  /** What the front matter of a page of this kind may hold. */
  public static Shape.Mapping shape(Kind kind) {
    return Shape.of(keys -> {
      var _ = keys.choice("kind", KINDS);
      var _ = read(keys, kind, "");
    });
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
    return keys.mappings("sources").stream().map(FrontMatterReader::source).toList();
  }

  private static FrontMatter.Source source(MappingReader source) {
    FrontMatter.Source read =
        new FrontMatter.Source(
            needed(source, "title", "write title: and what the source is called"),
            line(source, "publisher"),
            line(source, "year"),
            source.url("url"),
            "");
    source.finish();
    return read;
  }

  private static List<FrontMatter.Source> excerptSource(MappingReader keys) {
    Optional<MappingReader> given =
        keys.neededMapping("source", "write source: and below it title: and publisher:");
    if (given.isEmpty()) {
      return List.of();
    }
    MappingReader source = given.get();
    FrontMatter.Source read =
        new FrontMatter.Source(
            needed(source, "title", "write title: and what the source is called"),
            needed(source, "publisher", "write publisher: and who published it"),
            line(source, "published"),
            source.url("url"),
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
