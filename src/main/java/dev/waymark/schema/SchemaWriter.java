package dev.waymark.schema;

import dev.waymark.config.ConfigReader;
import dev.waymark.flowchart.FlowchartReader;
import dev.waymark.json.JsonItems;
import dev.waymark.json.JsonMembers;
import dev.waymark.json.JsonText;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.page.FrontMatterReader;
import dev.waymark.page.Kind;
import dev.waymark.yaml.Shape;
import dev.waymark.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes JSON Schemas of draft 07: its language server promises the YAML extension of VS Code "JSON
 * Schema 7 and below". No keyword is used whose meaning later drafts change.
 *
 * <p>A schema cannot say all that the readers check, such as whether an id exists. It is stricter
 * than they are in one thing: numbers and truth values stand without quotation marks.
 */
public final class SchemaWriter {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  /** The days that there are, leap years and all, for {@code format} is only a hint to many. */
  private static final String DATE =
      "^(\\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)"
          + "|02-(0[1-9]|1\\d|2[0-8]))"
          + "|(\\d{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$";

  private static final String URL =
      "^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):\\S+$";

  private final SchemaKind kind;

  private SchemaWriter(SchemaKind kind) {
    this.kind = kind;
  }

  /** The schema as JSON text. */
  public static String write(SchemaKind kind) {
    return new SchemaWriter(kind).text();
  }

  private String text() {
    return JsonText.object(json -> {
      json.put("$schema", DRAFT).put("title", kind.title());
      switch (kind) {
        case FRONT_MATTER -> frontMatter(json);
        case SITE ->
            mapping(
                new ConfigReader(new YamlReader(), MarkdownOptions.ALLOWABLE_HTML).siteShape(),
                "",
                false,
                json);
        case GLOSSARY -> mapping(ConfigReader.glossaryShape(), "", false, json);
        case FLOWCHART ->
            mapping(
                new FlowchartReader(
                        new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()))
                    .shape(),
                "",
                true,
                json);
      }
    });
  }

  /** All keys of all kinds of pages, and then what each kind needs and does not have. */
  private void frontMatter(JsonMembers json) {
    Map<Kind, Shape.Mapping> shapes = new LinkedHashMap<>();
    Map<String, Shape> all = new LinkedHashMap<>();
    for (Kind page : List.of(Kind.GUIDE, Kind.PRINCIPLE, Kind.EXCERPT)) {
      shapes.put(page, FrontMatterReader.shape(page));
      shapes.get(page).keys().forEach(all::putIfAbsent);
    }
    json.array("type", List.of("object", "null"));
    properties(new Shape.Mapping(all, Set.of(), Optional.empty()), "", json);
    json.array(
        "allOf",
        rules ->
            shapes.forEach((page, shape) -> rules.object(rule -> rule(page, shape, all, rule))));
  }

  private static void rule(
      Kind page, Shape.Mapping shape, Map<String, Shape> all, JsonMembers rule) {
    // A page that does not say what it is, is a guide.
    rule.object(
        "if",
        when -> {
          when.object(
              "properties",
              keys -> keys.object("kind", word -> word.array("enum", List.of(page.word()))));
          if (page != Kind.GUIDE) {
            when.array("required", List.of("kind"));
          }
        });
    Set<String> others = new TreeSet<>(all.keySet());
    others.removeAll(shape.keys().keySet());
    rule.object(
        "then",
        then -> {
          then.object("properties", keys -> others.forEach(key -> keys.put(key, false)));
          if (!shape.needed().isEmpty()) {
            then.array("required", shape.needed());
          }
        });
  }

  private void mapping(Shape.Mapping shape, String path, boolean needed, JsonMembers json) {
    if (needed) {
      json.put("type", "object");
    } else {
      json.array("type", List.of("object", "null"));
    }
    properties(shape, path, json);
  }

  private void properties(Shape.Mapping shape, String path, JsonMembers json) {
    json.object(
        "properties",
        keys ->
            shape
                .keys()
                .forEach((key, value) ->
                    keys.object(
                        key,
                        below -> {
                          String at = path.isEmpty() ? key : path + "." + key;
                          below.put("description", description(at));
                          value(value, at, shape.needed().contains(key), below);
                        })));
    if (!shape.needed().isEmpty()) {
      json.array("required", shape.needed());
    }
    if (shape.others().isPresent()) {
      json.object("additionalProperties", other -> value(shape.others().get(), path, true, other));
    } else {
      json.put("additionalProperties", false);
    }
  }

  private String description(String path) {
    return KeyDescriptions.of(kind, path)
        .orElseThrow(
            () -> new IllegalStateException("no description of " + path + " in " + kind.word()));
  }

  /**
   * @param needed whether the value must not be empty
   */
  private void value(Shape shape, String path, boolean needed, JsonMembers json) {
    switch (shape) {
      case Shape.Text text -> type(List.of("string", "number", "boolean"), needed, json);
      case Shape.Url url -> {
        type(List.of("string"), needed, json);
        json.put("pattern", URL);
      }
      case Shape.Date date -> {
        type(List.of("string"), needed, json);
        json.put("format", "date").put("pattern", DATE);
      }
      case Shape.WholeNumber number -> {
        type(List.of("integer"), needed, json);
        json.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
      }
      case Shape.TrueOrFalse truth -> type(List.of("boolean"), needed, json);
      case Shape.Choice choice ->
          json.array(
              "enum",
              words -> {
                choice.words().forEach(words::add);
                if (!needed) {
                  words.addNull();
                }
              });
      case Shape.ListOf list ->
          json.array(
              "anyOf",
              forms -> {
                forms.object(items ->
                    items
                        .put("type", "array")
                        .object(
                            "items",
                            item ->
                                value(
                                    list.item(),
                                    path,
                                    !(list.item() instanceof Shape.Text),
                                    item)));
                form(list.item(), path, needed, forms);
              });
      case Shape.Either either ->
          json.array(
              "anyOf", forms -> either.forms().forEach(form -> form(form, path, needed, forms)));
      case Shape.Mapping mapping -> mapping(mapping, path, needed, json);
    }
  }

  private void form(Shape shape, String path, boolean needed, JsonItems forms) {
    forms.object(form -> value(shape, path, needed, form));
  }

  private static void type(List<String> types, boolean needed, JsonMembers json) {
    if (needed && types.size() == 1) {
      json.put("type", types.getFirst());
    } else {
      json.array(
          "type",
          all -> {
            types.forEach(all::add);
            if (!needed) {
              all.add("null");
            }
          });
    }
  }
}
