package dev.waymark.yaml;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes typed values out of a mapping. A value of the wrong form is reported and counts as absent;
 * so does one that is empty, without a report. {@link #finish} reports the keys that nobody asked
 * for.
 *
 * <p>Not thread-safe.
 */
public sealed class MappingReader permits KeyRecorder {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern URL =
      Pattern.compile("(https?|mailto|tel):\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE_SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final YamlNode.Mapping mapping;
  private final List<Diagnostic> diagnostics;
  private final TreeSet<String> known = new TreeSet<>();

  /**
   * @param diagnostics where problems go
   */
  public MappingReader(YamlNode.Mapping mapping, List<Diagnostic> diagnostics) {
    this.mapping = mapping;
    this.diagnostics = diagnostics;
  }

  /** Where the mapping starts. */
  public Location location() {
    return mapping.location();
  }

  /** One line of text, or several. */
  public Optional<Located<String>> text(String key) {
    return scalar(key, "text").map(scalar -> new Located<>(scalar.text(), scalar.location()));
  }

  /**
   * The address of something elsewhere: {@code https:}, {@code http:}, {@code mailto:} or {@code
   * tel:}.
   */
  public Optional<Located<String>> url(String key) {
    return text(key)
        .filter(url -> {
          if (URL.matcher(url.value()).matches()) {
            return true;
          }
          diagnostics.add(
              Diagnostic.of(Code.LINK_SCHEME, url.location())
                  .withDetail(key + ": takes a web, mail or telephone address")
                  .withHelp("start it with https:, http:, mailto: or tel:"));
          return false;
        });
  }

  /** Text that must be there; nothing is said where it may stand behind a broken place. */
  public Optional<Located<String>> neededText(String key, String help) {
    Optional<Located<String>> text = text(key);
    if (text.isEmpty() && mapping.whole() && !isGivenWrongly(key)) {
      diagnostics.add(
          Diagnostic.of(Code.MISSING_KEY, mapping.location())
              .withDetail("there is no " + key + ":")
              .withHelp(help));
    }
    return text;
  }

  /** A date such as {@code 2026-06-30}. */
  public Optional<LocalDate> date(String key) {
    return scalar(key, "a date").flatMap(this::date);
  }

  private Optional<LocalDate> date(YamlNode.Scalar scalar) {
    try {
      return Optional.of(LocalDate.parse(scalar.text(), DATE));
    } catch (DateTimeParseException e) {
      boolean shaped = DATE_SHAPE.matcher(scalar.text()).matches();
      diagnostics.add(
          Diagnostic.of(shaped ? Code.IMPOSSIBLE_DATE : Code.WRONG_TYPE, scalar.location())
              .withDetail(shaped ? "the calendar has no " + scalar.text() : "this is not a date")
              .withHelp(
                  shaped
                      ? calendar(scalar.text())
                      : "write the year, month and day with hyphens, such as 2026-06-30"));
      return Optional.empty();
    }
  }

  /** What the calendar has, for a date of the right shape that is none. */
  private static String calendar(String date) {
    int year = Integer.parseInt(date.substring(0, 4));
    int month = Integer.parseInt(date.substring(5, 7));
    if (month < 1 || month > 12) {
      return "write year, month and day in this order: months go from 01 to 12";
    }
    YearMonth wanted = YearMonth.of(year, month);
    return "write the day that you mean: %s %s has the days 01 to %s"
        .formatted(
            wanted.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
            date.substring(0, 4),
            wanted.lengthOfMonth());
  }

  /** A whole number. */
  public Optional<Integer> integer(String key) {
    return scalar(key, "a whole number")
        .flatMap(scalar -> {
          try {
            return Optional.of(Integer.valueOf(scalar.text()));
          } catch (NumberFormatException e) {
            wrong(scalar.location(), "this is not a whole number", "write digits only, such as 3");
            return Optional.empty();
          }
        });
  }

  /** Whether there is a value for this key, of whatever form. */
  public boolean isGiven(String key) {
    return find(key)
        .filter(node -> !(node instanceof YamlNode.Scalar scalar && scalar.text().isEmpty()))
        .isPresent();
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> bool(String key) {
    return scalar(key, "true or false")
        .flatMap(scalar ->
            switch (scalar.text()) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> {
                wrong(scalar.location(), "this is neither true nor false", "write true or false");
                yield Optional.empty();
              }
            });
  }

  /** One of these words. */
  public <T> Optional<T> choice(String key, Map<String, T> choices) {
    return text(key).flatMap(word -> choice(word, choices));
  }

  /** A list, or a single value, of these words. */
  public <T> List<T> choices(String key, Map<String, T> choices) {
    return texts(key).stream().flatMap(word -> choice(word, choices).stream()).toList();
  }

  private <T> Optional<T> choice(Located<String> word, Map<String, T> choices) {
    @Nullable T choice = choices.get(word.value());
    if (choice == null) {
      TreeSet<String> words = new TreeSet<>(choices.keySet());
      Diagnostic unknown =
          Diagnostic.of(Code.UNKNOWN_VALUE, word.location())
              .withDetail("it can be " + String.join(", ", words));
      diagnostics.add(
          Spelling.nearest(word.value(), words)
              .map(unknown::withSuggestion)
              .orElse(unknown.withHelp("write one of these words")));
    }
    return Optional.ofNullable(choice);
  }

  /** A list of texts; a single text counts as a list of one. */
  public List<Located<String>> texts(String key) {
    Optional<YamlNode> node = find(key);
    List<YamlNode> items =
        switch (node.orElse(null)) {
          case null -> List.of();
          case YamlNode.Sequence sequence -> sequence.items();
          case YamlNode.Scalar scalar -> scalar.text().isEmpty() ? List.of() : List.of(scalar);
          case YamlNode.Mapping wrong -> {
            wrongForm(wrong, key + ": takes a list here", "write [one, two]");
            yield List.of();
          }
        };
    List<Located<String>> texts = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof YamlNode.Scalar scalar) {
        texts.add(new Located<>(scalar.text(), scalar.location()));
      } else {
        wrongForm(item, "an entry of " + key + ": is text", "write one text an entry");
      }
    }
    return texts;
  }

  /** A mapping below this one. Whoever takes it calls its {@link #finish}. */
  public Optional<MappingReader> mapping(String key) {
    return find(key)
        .flatMap(node ->
            switch (node) {
              case YamlNode.Mapping inner -> Optional.of(new MappingReader(inner, diagnostics));
              case YamlNode.Scalar empty when empty.text().isEmpty() -> Optional.empty();
              default -> {
                wrongForm(
                    node,
                    key + ": takes lines of the form key: value below it",
                    "write them one a line, each with two spaces in front");
                yield Optional.empty();
              }
            });
  }

  /** A mapping that must be there; nothing is said where it may stand behind a broken place. */
  public Optional<MappingReader> neededMapping(String key, String help) {
    Optional<MappingReader> given = mapping(key);
    if (given.isEmpty()) {
      var _ = neededText(key, help);
    }
    return given;
  }

  /** A list of mappings; a single mapping counts as a list of one. */
  public List<MappingReader> mappings(String key) {
    return items(key).stream().flatMap(item -> mapping(item, key).stream()).toList();
  }

  /** An item of the list under {@code key} as a mapping. */
  public Optional<MappingReader> mapping(YamlNode item, String key) {
    if (item instanceof YamlNode.Mapping inner) {
      return Optional.of(new MappingReader(inner, diagnostics));
    }
    wrongForm(
        item,
        "an entry of " + key + ": is made of lines of the form key: value",
        "write - and then key: value");
    return Optional.empty();
  }

  /** The items of a list as they are; a single value counts as a list of one. */
  public List<YamlNode> items(String key) {
    return switch (find(key).orElse(null)) {
      case null -> List.of();
      case YamlNode.Sequence sequence -> sequence.items();
      case YamlNode.Scalar empty when empty.text().isEmpty() -> List.of();
      case YamlNode other -> List.of(other);
    };
  }

  /** The entries themselves, for a mapping whose keys are names that the author chose. */
  public List<YamlNode.Entry> entries() {
    return mapping.entries();
  }

  /** Reports every key that was not asked for. */
  public void finish() {
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      if (!known.contains(key)) {
        Diagnostic unknown = Diagnostic.of(Code.UNKNOWN_KEY, entry.key().location());
        diagnostics.add(
            Spelling.nearest(key, known)
                .map(unknown::withSuggestion)
                .orElse(
                    unknown.withHelp(
                        "take it out; waymark explain WM203 says where to find the keys")));
      }
    }
  }

  private Optional<YamlNode> find(String key) {
    known.add(key);
    return mapping.entries().stream()
        .filter(entry -> entry.key().value().equals(key))
        .map(YamlNode.Entry::value)
        .findFirst();
  }

  private Optional<YamlNode.Scalar> scalar(String key, String form) {
    return find(key)
        .flatMap(node -> {
          if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text().isEmpty() ? Optional.empty() : Optional.of(scalar);
          }
          wrongForm(
              node,
              key + ": takes " + form + " here",
              "write it after the colon, on the same line");
          return Optional.empty();
        });
  }

  private boolean isGivenWrongly(String key) {
    return find(key).filter(node -> !(node instanceof YamlNode.Scalar)).isPresent();
  }

  /**
   * The last value before a broken place is not what its author meant, and the place has its
   * message already.
   */
  private void wrongForm(YamlNode node, String detail, String help) {
    boolean broken =
        !mapping.whole()
            && !(node instanceof YamlNode.Scalar)
            && node.location().compareTo(mapping.entries().getLast().key().location()) > 0;
    if (!broken) {
      wrong(node.location(), detail, help);
    }
  }

  private void wrong(Location location, String detail, String help) {
    diagnostics.add(Diagnostic.of(Code.WRONG_TYPE, location).withDetail(detail).withHelp(help));
  }
}
