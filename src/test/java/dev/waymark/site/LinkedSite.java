package dev.waymark.site;

import dev.waymark.config.ConfigReader;
import dev.waymark.config.Glossary;
import dev.waymark.config.SiteConfig;
import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.FlowchartReader;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Embedder;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.markdown.TermMarker;
import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceBlocks;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceTree;
import dev.waymark.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A site linked from text blocks, with everything that was found wrong on the way. */
public record LinkedSite(Site site, List<Diagnostic> diagnostics) {
  /** Without drafts and without a date. */
  public static LinkedSite of(String blocks) {
    return of(blocks, false, Optional.empty());
  }

  public static LinkedSite withDrafts(String blocks) {
    return of(blocks, true, Optional.empty());
  }

  public static LinkedSite asOf(String date, String blocks) {
    return of(blocks, false, Optional.of(LocalDate.parse(date)));
  }

  private static LinkedSite of(String blocks, boolean drafts, Optional<LocalDate> asOf) {
    SourceTree content = SourceBlocks.content(blocks);
    List<Diagnostic> found = new ArrayList<>();
    ConfigReader reader = new ConfigReader(new YamlReader(), MarkdownOptions.ALLOWABLE_HTML);
    SiteConfig config =
        content
            .text(ConfigReader.SITE_FILE)
            .map(reader::readSite)
            .map(read -> collect(read, found))
            .orElseGet(SiteConfig::defaults);
    Glossary glossary =
        content
            .text(ConfigReader.GLOSSARY_FILE)
            .map(reader::readGlossary)
            .map(read -> collect(read, found))
            .orElseGet(Glossary::empty);
    PageReader pages =
        new PageReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()));
    FlowchartReader flowcharts =
        new FlowchartReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()));
    List<Flowchart> charts = new ArrayList<>();
    List<Page> read = new ArrayList<>();
    List<SourceFile> others = new ArrayList<>();
    for (SourceFile file : content.files().values()) {
      if (file instanceof SourceFile.Text text && PageReader.isPage(file.path().name())) {
        read.add(collect(pages.read(text), found));
      } else if (file instanceof SourceFile.Text text && Flowchart.isFlowchart(file.path())) {
        charts.add(collect(flowcharts.read(text), found));
      } else if (!file.path().value().equals(ConfigReader.SITE_FILE)
          && !file.path().value().equals(ConfigReader.GLOSSARY_FILE)) {
        others.add(file);
      }
    }
    Site site =
        collect(
            new SiteLinker(drafts, asOf)
                .link(content.displayName(), read, charts, others, config, glossary),
            found);
    return new LinkedSite(site, found.stream().sorted(Diagnostic.ORDER).toList());
  }

  private static <T> T collect(Checked<T> checked, List<Diagnostic> found) {
    found.addAll(checked.diagnostics());
    return checked.value();
  }

  /** The page at this address. */
  public SitePage page(String path) {
    return Objects.requireNonNull(site.pages().get(new SitePath(path)), path);
  }

  /** The HTML of its text, without marks on terms. */
  public String body(String path) {
    return page(path).body(TermMarker.NONE, Embedder.NONE);
  }

  /**
   * What was found, a line each: {@code content/a.md:3:8-15 WM104 there is no page at … -> b.md};
   * the arrow points at the suggestion, or at the help where there is none.
   */
  public List<String> messages() {
    return diagnostics.stream().map(LinkedSite::message).toList();
  }

  /** One diagnostic in a line. */
  public static String message(Diagnostic found) {
    StringBuilder line = new StringBuilder();
    line.append(found.location()).append('-');
    if (found.location().endLine() != found.location().line()) {
      line.append(found.location().endLine()).append(':');
    }
    line.append(found.location().endColumn()).append(' ').append(found.code().id());
    if (!found.detail().isEmpty()) {
      line.append(' ').append(found.detail());
    }
    String way = found.suggestion().isEmpty() ? found.help() : found.suggestion();
    return way.isEmpty() ? line.toString() : line.append(" -> ").append(way).toString();
  }
}
