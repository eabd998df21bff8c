package dev.waymark.edit;

import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import dev.waymark.link.SitePath;
import dev.waymark.link.WrittenPath;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts keys into the front matter of a page or flowchart, and leaves all else as it is. */
final class FrontMatterEditor {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}./_-]*");
  private static final Pattern ITEM = Pattern.compile("\\s*-\\s+");

  private final SourceText file;
  private final String text;
  private final LineMap lines;
  private final boolean chart;
  private final Optional<SourceText> frontMatter;
  private final YamlNode.Mapping keys;
  private final List<Edit> edits = new ArrayList<>();

  /** Lines for keys that are not there. */
  private final StringBuilder fresh = new StringBuilder();

  private Edit.Kind freshKind = Edit.Kind.ID;

  /**
   * @param file the whole file
   * @param chart whether it is a flowchart, whose keys stand at the top
   */
  FrontMatterEditor(SourceText file, boolean chart) throws RefusedException {
    this.file = file;
    this.text = file.text();
    this.lines = LineMap.of(text);
    this.chart = chart;
    this.frontMatter = chart ? Optional.of(file) : PageReader.frontMatter(file);
    this.keys =
        frontMatter
            .map(given -> new YamlReader().readMapping(given).value())
            .orElseGet(() -> new YamlNode.Mapping(List.of(), file.start(), true));
    boolean flow = !keys.entries().isEmpty() && charAt(offset(keys.location())) == '{';
    if (!keys.whole() || flow) {
      throw new RefusedException(
          "the settings at the top of %s cannot be changed".formatted(file.file()),
          flow
              ? "write each key on a line of its own, without braces"
              : "mend them first; waymark check says what is wrong");
    }
  }

  /** Adds an id; there is none. */
  void addId(String id) {
    fresh.append("id: ").append(scalar(id)).append(lineEnd());
  }

  /**
   * Adds an old address. One that has become the page's own again gives its place to it.
   *
   * @param own the address that the page will have
   */
  void addAlias(String alias, SitePath own) throws RefusedException {
    String written = scalar(alias);
    Optional<YamlNode.Entry> entry =
        keys.entries().stream().filter(each -> each.key().value().equals("aliases")).findFirst();
    if (entry.isEmpty()) {
      fresh.append("aliases: [").append(written).append(']').append(lineEnd());
      freshKind = Edit.Kind.ALIAS;
      return;
    }
    switch (entry.get().value()) {
      case YamlNode.Scalar empty when empty.text().isEmpty() -> {
        int colon = text.indexOf(':', end(entry.get().key().location()));
        insert(colon + 1, " [" + written + "]");
      }
      case YamlNode.Scalar one when isOwn(one, own) -> replace(one, written);
      case YamlNode.Scalar one -> {
        insert(offset(one.location()), "[" + written + ", ");
        insert(end(one.location()), "]");
      }
      case YamlNode.Sequence list -> addToList(list, written, own);
      case YamlNode.Mapping wrong ->
          throw new RefusedException(
              "aliases: in %s is no list".formatted(file.file()), "write aliases: [" + alias + "]");
    }
  }

  private void addToList(YamlNode.Sequence list, String written, SitePath own)
      throws RefusedException {
    for (YamlNode item : list.items()) {
      if (item instanceof YamlNode.Scalar scalar && isOwn(scalar, own)) {
        replace(scalar, written);
        return;
      }
    }
    int start = offset(list.location());
    if (list.items().isEmpty()) {
      insert(start + 1, written);
      return;
    }
    int first = offset(list.items().getFirst().location());
    if (charAt(start) == '[') {
      insert(first, written + ", ");
      return;
    }
    int lineStart = lines.start(lines.line(first));
    String before = text.substring(lineStart, first);
    if (!ITEM.matcher(before).matches()) {
      throw new RefusedException(
          "aliases: in %s is written in a way that cannot be added to".formatted(file.file()),
          "write aliases: [one, two]");
    }
    insert(first, written + lineEnd() + before);
  }

  private static boolean isOwn(YamlNode.Scalar alias, SitePath own) {
    return WrittenPath.pageAddress(alias.text()).equals(Optional.of(own));
  }

  private void insert(int at, String added) {
    edits.add(edit(Edit.Kind.ALIAS, at, at, added));
  }

  private void replace(YamlNode.Scalar scalar, String written) {
    int start = offset(scalar.location());
    edits.add(edit(Edit.Kind.ALIAS, start, end(scalar.location()), written));
  }

  private Edit edit(Edit.Kind kind, int start, int end, String after) {
    Location place =
        new Location(
            file.file(),
            lines.line(start),
            lines.column(start),
            lines.line(end),
            lines.column(end));
    return new Edit(kind, start, end, place, text.substring(start, end), after);
  }

  /** All edits. */
  List<Edit> edits() {
    List<Edit> all = new ArrayList<>(edits);
    if (!fresh.isEmpty()) {
      int at = freshPlace();
      String added =
          frontMatter.isPresent()
              ? fresh.toString()
              : "---" + lineEnd() + fresh + "---" + lineEnd();
      all.add(edit(freshKind, at, at, added));
    }
    return all;
  }

  /** Before the line that closes the front matter; in a flowchart, below its id. */
  private int freshPlace() {
    if (frontMatter.isEmpty()) {
      return 0;
    }
    if (!chart) {
      return lines.start(frontMatter.get().firstLine()) + frontMatter.get().text().length();
    }
    for (YamlNode.Entry entry : keys.entries()) {
      int line = entry.key().location().line();
      boolean oneLine =
          entry.value() instanceof YamlNode.Scalar value && value.location().endLine() == line;
      if (entry.key().value().equals("id") && oneLine && line < lines.lines()) {
        return lines.start(line + 1);
      }
    }
    return keys.entries().isEmpty()
        ? 0
        : lines.start(keys.entries().getFirst().key().location().line());
  }

  private int offset(Location place) {
    return lines.start(place.line()) + place.column() - 1;
  }

  private int end(Location place) {
    return lines.start(place.endLine()) + place.endColumn() - 1;
  }

  private char charAt(int offset) {
    return offset < text.length() ? text.charAt(offset) : ' ';
  }

  /** The line end of the file: that of its first line. */
  private String lineEnd() {
    int feed = text.indexOf('\n');
    int carriage = text.indexOf('\r');
    if (carriage >= 0 && (feed < 0 || carriage < feed)) {
      return carriage + 1 == feed ? "\r\n" : "\r";
    }
    return "\n";
  }

  /** The text as a YAML scalar, also between square brackets. */
  private static String scalar(String value) {
    return PLAIN.matcher(value).matches()
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
