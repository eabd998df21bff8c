package dev.waymark.yaml;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * YAML 1.2 text to {@link YamlNode}.
 *
 * <p>Read safely: no tags, at most {@value #MAX_DEPTH} levels, at most {@value #MAX_NODES} values
 * with every alias counted as what it stands for. Thread-safe.
 */
public final class YamlReader {
  static final int MAX_DEPTH = 20;
  static final int MAX_NODES = 100_000;

  /** The name of a value, perhaps behind its tag. */
  private static final Pattern ANCHOR = Pattern.compile("(?:!\\S*\\s+)?&([^\\s\\[\\]{},]+)");

  private static final String SIMPLER =
      "look for something that was generated or pasted in by mistake, and take it out";

  // Without a schema every scalar is text, as it was written.
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder().yamlSchema(YAMLSchema.FAILSAFE).build();

  /**
   * Reads a text that should hold one mapping.
   *
   * @return the mapping; where the text is broken, what stands before that place; where there is
   *     none, an empty one
   */
  public Checked<YamlNode.Mapping> readMapping(SourceText source) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<YamlNode> root;
    String text = source.text();
    try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
      root = new Run(source, text, parser, diagnostics).read();
    }
    if (root.isEmpty()
        || (root.get() instanceof YamlNode.Scalar scalar && scalar.text().isEmpty())) {
      return new Checked<>(
          new YamlNode.Mapping(List.of(), source.start(), diagnostics.isEmpty()), diagnostics);
    }
    if (root.get() instanceof YamlNode.Mapping mapping) {
      return new Checked<>(mapping, diagnostics);
    }
    if (!diagnostics.isEmpty()) {
      return new Checked<>(new YamlNode.Mapping(List.of(), source.start(), false), diagnostics);
    }
    diagnostics.add(
        Diagnostic.of(Code.WRONG_TYPE, root.get().location())
            .withDetail("here should stand lines of the form key: value")
            .withHelp("write a key, a colon, a space and the value"));
    return new Checked<>(new YamlNode.Mapping(List.of(), source.start(), false), diagnostics);
  }

  /**
   * One reading of one text. Once it has stopped, every loop ends and what was read so far is the
   * result.
   */
  private static final class Run {
    private final SourceText source;
    private final String text;
    private final LineMap lines;
    private final YAMLParser parser;
    private final List<Diagnostic> diagnostics;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final boolean named;
    private int walkedRow = -1;
    private int walkedColumn;
    private int walkedOffset;
    private int nodes;
    private boolean stopped;

    /** A value that aliases may name, and how many values it is made of. */
    private record Anchored(YamlNode node, int size) {}

    Run(SourceText source, String text, YAMLParser parser, List<Diagnostic> diagnostics) {
      this.source = source;
      this.text = text;
      this.named = text.indexOf('&') >= 0;
      this.parser = parser;
      this.lines = LineMap.of(text);
      this.diagnostics = diagnostics;
    }

    Optional<YamlNode> read() {
      JsonToken token = next();
      Optional<YamlNode> root = token == null ? Optional.empty() : Optional.of(value(token, 1));
      if (root.isPresent() && next() != null) {
        stop(
            Diagnostic.of(Code.YAML_SYNTAX, documentStart())
                .withDetail("a second document starts here")
                .withHelp("take out the line with three hyphens"));
      }
      return root;
    }

    private YamlNode value(JsonToken token, int depth) {
      if (depth > MAX_DEPTH) {
        stop(
            Diagnostic.of(Code.YAML_TOO_COMPLEX, here())
                .withDetail("more than " + MAX_DEPTH + " levels")
                .withHelp(SIMPLER));
      }
      if (parser.isCurrentAlias()) {
        return alias();
      }
      count(1);
      if (parser.getTypeId() != null) {
        diagnostics.add(
            Diagnostic.of(Code.YAML_TAG, here())
                .withDetail("the tag is " + tag(parser.getTypeId()))
                .withHelp("take out the word that starts with an exclamation mark"));
      }
      String anchor = token.isScalarValue() ? anchorOfScalar() : parser.getObjectId();
      int before = nodes;
      YamlNode node =
          switch (token) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> sequence(depth);
            default -> new YamlNode.Scalar(scalar(), here());
          };
      if (anchor != null) {
        anchors.put(anchor, new Anchored(node, nodes - before + 1));
      }
      return node;
    }

    /** The line of hyphens before the current token. */
    private Location documentStart() {
      Location token = here();
      for (int row = token.line() - source.firstLine(); row >= 0; row--) {
        if (text.startsWith("---", lines.start(row + 1))) {
          return source.locate(row, 0, 3);
        }
      }
      return token;
    }

    /** The library does not tell the name of a scalar, but where it starts. */
    private @Nullable String anchorOfScalar() {
      if (!named) {
        return null;
      }
      Location start = here();
      int offset = lines.start(start.line() - source.firstLine() + 1) + start.column() - 1;
      Matcher anchor = ANCHOR.matcher(text).region(offset, text.length());
      return anchor.lookingAt() ? anchor.group(1) : null;
    }

    /** A tag as it was written. */
    private static String tag(Object id) {
      String written = id.toString().replaceFirst("^tag:yaml\\.org,2002:", "!");
      return "!" + written;
    }

    private String scalar() {
      String scalar = parser.getString();
      return scalar == null ? "" : scalar;
    }

    private YamlNode alias() {
      Location location = here();
      Anchored target = anchors.get(scalar());
      if (target == null) {
        stop(
            Diagnostic.of(Code.YAML_SYNTAX, location)
                .withDetail("nothing is named &" + scalar())
                .withHelp("put the value in quotes if it is meant to start with an asterisk"));
        return new YamlNode.Scalar("", location);
      }
      count(target.size);
      return target.node;
    }

    private void count(int more) {
      nodes += more;
      if (nodes > MAX_NODES) {
        stop(
            Diagnostic.of(Code.YAML_TOO_COMPLEX, here())
                .withDetail(
                    String.format(
                        Locale.ROOT,
                        "more than %,d values, aliases counted as what they stand for",
                        MAX_NODES))
                .withHelp(SIMPLER));
      }
    }

    private YamlNode mapping(int depth) {
      Location location = here();
      Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
      for (JsonToken token = next(); token == JsonToken.PROPERTY_NAME; token = next()) {
        Located<String> key = new Located<>(scalar(), here());
        JsonToken valueToken = next();
        if (valueToken == null) {
          break;
        }
        YamlNode.Entry entry = new YamlNode.Entry(key, value(valueToken, depth + 1));
        YamlNode.Entry first = entries.putIfAbsent(key.value(), entry);
        if (first != null && !stopped) {
          diagnostics.add(
              Diagnostic.of(Code.DUPLICATE_KEY, key.location())
                  .withDetail(
                      "the first is on line "
                          + first.key().location().line()
                          + " and is the one that counts")
                  .withHelp("keep one of the two"));
        }
      }
      return new YamlNode.Mapping(List.copyOf(entries.values()), location, !stopped);
    }

    private YamlNode sequence(int depth) {
      Location location = here();
      List<YamlNode> items = new ArrayList<>();
      for (JsonToken token = next();
          token != null && token != JsonToken.END_ARRAY;
          token = next()) {
        items.add(value(token, depth + 1));
      }
      return new YamlNode.Sequence(items, location);
    }

    private @Nullable JsonToken next() {
      if (stopped) {
        return null;
      }
      try {
        return parser.nextToken();
      } catch (JacksonException e) {
        stop(syntaxError(e));
        return null;
      }
    }

    private void stop(Diagnostic diagnostic) {
      if (!stopped) {
        stopped = true;
        diagnostics.add(diagnostic);
      }
    }

    private Diagnostic syntaxError(JacksonException e) {
      if (e.getCause() instanceof MarkedYamlEngineException marked
          && marked.getProblemMark().isPresent()) {
        Mark problem = marked.getProblemMark().get();
        Slip slip = Slip.of(marked.getProblem());
        Mark shown = slip.atItsStart() ? marked.getContextMark().orElse(problem) : problem;
        return slip.at(place(shown.getLine(), shown.getColumn(), 1));
      }
      Optional<Diagnostic> unprintable = unprintable();
      if (unprintable.isPresent()) {
        return unprintable.get();
      }
      TokenStreamLocation at = e.getLocation();
      Location location =
          at == null || at.getLineNr() < 1
              ? source.start()
              : place(at.getLineNr() - 1, at.getColumnNr() - 1, 1);
      String problem = Optional.ofNullable(e.getOriginalMessage()).orElse("");
      return Slip.of(problem.lines().findFirst().orElse("")).at(location);
    }

    /** Such a character ends the reading before the first token, wherever it stands. */
    private Optional<Diagnostic> unprintable() {
      for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
        int c = text.codePointAt(at);
        if (!StreamReader.isPrintable(c)) {
          int row = lines.line(at) - 1;
          Location place = source.locate(row, at - lines.start(row + 1), Character.charCount(c));
          return Optional.of(
              Diagnostic.of(Code.YAML_SYNTAX, place)
                  .withDetail(
                      String.format(
                          Locale.ROOT, "there is a character here that nobody can see, U+%04X", c))
                  .withHelp("delete it, and type the words around it anew if they look wrong"));
        }
      }
      return Optional.empty();
    }

    /** The place of the current token. */
    private Location here() {
      TokenStreamLocation start = parser.currentTokenLocation();
      TokenStreamLocation end = parser.currentLocation();
      if (start == null || start.getLineNr() < 1) {
        return source.start();
      }
      int line = start.getLineNr() - 1;
      boolean oneLine = end != null && end.getLineNr() == start.getLineNr();
      int length = oneLine ? Math.max(0, end.getColumnNr() - start.getColumnNr()) : 1;
      return place(line, start.getColumnNr() - 1, length);
    }

    /**
     * Turns a column and a length in code points, which is what the parser counts, into UTF-16
     * units.
     */
    private Location place(int line, int column, int length) {
      int row = Math.clamp(line, 0, lines.lines() - 1);
      int start = lines.start(row + 1);
      int end = row + 1 < lines.lines() ? lines.start(row + 2) : text.length();
      int from = offset(row, start, end, column);
      return source.locate(row, from - start, advance(from, end, length) - from);
    }

    /** Tokens come in order, and a line can be as long as the file: it is walked along once. */
    private int offset(int row, int start, int end, int column) {
      boolean further = row == walkedRow && column >= walkedColumn;
      walkedOffset =
          further ? advance(walkedOffset, end, column - walkedColumn) : advance(start, end, column);
      walkedRow = row;
      walkedColumn = column;
      return walkedOffset;
    }

    private int advance(int offset, int end, int codePoints) {
      int at = offset;
      for (int i = 0; i < codePoints && at < end; i++) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at;
    }
  }
}
