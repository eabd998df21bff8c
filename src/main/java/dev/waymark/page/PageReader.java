package dev.waymark.page;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.flowchart.mermaid.Diagram;
import dev.waymark.flowchart.mermaid.MermaidReader;
import dev.waymark.flowchart.mermaid.MermaidResult;
import dev.waymark.markdown.Fence;
import dev.waymark.markdown.MarkdownDocument;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.MappingReader;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Markdown file to {@link Page}. Thread-safe; no file makes it fail. */
public final class PageReader {
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
    List<Optional<Diagram>> diagrams = new ArrayList<>();
    for (Fence fence : document.value().fences()) {
      diagrams.add(diagram(fence, diagnostics));
    }
    return new Checked<>(
        Page.of(file.path(), file.start(), frontMatter, document.value(), diagrams), diagnostics);
  }

  /**
   * The text between the lines of hyphens, its last line end included; empty for a page without
   * front matter.
   */
  public static Optional<SourceText> frontMatter(SourceText page) {
    return split(page, new ArrayList<>()).frontMatter();
  }

  private static Optional<Diagram> diagram(Fence fence, List<Diagnostic> diagnostics) {
    Checked<MermaidResult> read = new MermaidReader().read(fence.text());
    diagnostics.addAll(read.diagnostics());
    return switch (read.value()) {
      case MermaidResult.Flowchart flowchart -> Optional.of(flowchart.diagram());
      case MermaidResult.OtherDiagram other -> Optional.empty();
      case MermaidResult.NotUnderstood text -> Optional.empty();
    };
  }

  /** The two parts of a file; without front matter the body is the whole file. */
  private record Split(Optional<SourceText> frontMatter, SourceText body) {}

  private static Split split(SourceText file, List<Diagnostic> diagnostics) {
    SourceText whole = file.decoded();
    String text = whole.text();
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
    FrontMatter frontMatter = FrontMatterReader.read(keys, unread);
    keys.finish();
    return frontMatter;
  }
}
