package dev.waymark.build;

import dev.waymark.config.ConfigReader;
import dev.waymark.config.Glossary;
import dev.waymark.config.SiteConfig;
import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.FlowchartReader;
import dev.waymark.flowchart.layout.GraphLayout;
import dev.waymark.flowchart.svg.DiagramRenderer;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.output.OutputFile;
import dev.waymark.output.OutputTree;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.pdf.Book;
import dev.waymark.pdf.PdfWriter;
import dev.waymark.render.PrintedSite;
import dev.waymark.render.SearchLinks;
import dev.waymark.render.SiteRenderer;
import dev.waymark.search.IndexBuilder;
import dev.waymark.search.RelatedPages;
import dev.waymark.search.SearchFiles;
import dev.waymark.search.SearchIndex;
import dev.waymark.site.Site;
import dev.waymark.site.SiteAdvice;
import dev.waymark.site.SiteLinker;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceTree;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Builds a site: source files to pages, pages to a linked site, the site to the files that are
 * published. A function of its arguments: it reads no clock and writes no file.
 */
public final class SiteBuild {
  private static final Set<String> SETTINGS =
      Set.of(ConfigReader.SITE_FILE, ConfigReader.GLOSSARY_FILE);

  private final BuildOptions options;
  private final Progress progress;
  private final Function<SourceFile.Binary, Optional<byte[]>> themeAssets;

  /**
   * @param themeAssets reads a binary file of a theme folder; empty when that fails
   */
  public SiteBuild(
      BuildOptions options,
      Progress progress,
      Function<SourceFile.Binary, Optional<byte[]>> themeAssets) {
    this.options = options;
    this.progress = progress;
    this.themeAssets = themeAssets;
  }

  /**
   * Builds the site of {@code content}.
   *
   * @param theme files that stand in place of those of the packed theme, or a tree without files
   */
  public BuildResult build(Checked<SourceTree> content, Checked<SourceTree> theme) {
    try (Parallel parallel = new Parallel(options.jobs())) {
      List<Diagnostic> found = new ArrayList<>();
      Site site = site(content, parallel, found);
      Search search = search(site, parallel);
      SiteRenderer renderer = renderer(collect(theme, found));
      List<OutputFile> rendered = collect(render(site, search.links(), renderer, parallel), found);

      List<Diagnostic> diagnostics = found.stream().distinct().sorted(Diagnostic.ORDER).toList();
      return new BuildResult(
          output(site, search.files(), rendered),
          diagnostics,
          site.pages().size(),
          site.title(),
          options.pdf() ? Optional.of(to -> pdf(site, renderer, to)) : Optional.empty(),
          externalLinks(site),
          readings(site));
    }
  }

  static List<Located<String>> externalLinks(Site site) {
    List<Located<String>> links = new ArrayList<>();
    for (SitePage page : site.pages().values()) {
      for (int i = 0; i < page.targets().size(); i++) {
        if (page.targets().get(i) instanceof LinkTarget.External(String url)) {
          links.add(new Located<>(url, page.page().links().get(i).location()));
        }
      }
      for (FrontMatter.Source source : page.frontMatter().sources()) {
        source
            .link()
            .ifPresent(
                link -> links.add(new Located<>(Percent.encode(link.value()), link.location())));
      }
    }
    List<String> unchecked = site.config().unchecked().stream().map(Percent::encode).toList();
    links.removeIf(link -> unchecked.stream().anyMatch(link.value()::startsWith));
    return links;
  }

  static List<BuildResult.Reading> readings(Site site) {
    return site.pages().values().stream()
        .map(SitePage::page)
        .filter(page -> page.document().prose().words() > 0)
        .map(page ->
            new BuildResult.Reading(
                page.start().file(),
                page.document().prose().words(),
                page.document().prose().readingAge()))
        .sorted(
            Comparator.comparingDouble(BuildResult.Reading::age)
                .reversed()
                .thenComparing(BuildResult.Reading::file))
        .toList();
  }

  /**
   * The name that diagnostics have for the settings of a site, whether or not there are any: {@code
   * content/site.yaml}.
   */
  public static String settingsName(SourceTree content) {
    return content.displayName(ConfigReader.SITE_FILE);
  }

  /** Indexes the site of {@code content}, and makes no files. */
  public SearchIndex index(Checked<SourceTree> content) {
    try (Parallel parallel = new Parallel(options.jobs())) {
      return index(site(content, parallel, new ArrayList<>()), parallel);
    }
  }

  /** Reads and links the site of {@code content}, and makes nothing of it. */
  public Checked<Site> link(Checked<SourceTree> content) {
    try (Parallel parallel = new Parallel(options.jobs())) {
      List<Diagnostic> found = new ArrayList<>();
      Site site = site(content, parallel, found);
      return new Checked<>(site, found.stream().distinct().sorted(Diagnostic.ORDER).toList());
    }
  }

  private Site site(Checked<SourceTree> content, Parallel parallel, List<Diagnostic> found) {
    SourceTree files = collect(content, found);
    ConfigReader configReader = configReader();
    SiteConfig config = collect(readConfig(configReader, files), found);
    Glossary glossary = collect(readGlossary(configReader, files), found);
    MarkdownOptions markdown = markdown(config, glossary);
    List<Page> pages = collectAll(readPages(files, markdown, parallel), found);
    List<Flowchart> charts = collectAll(readFlowcharts(files, markdown, parallel), found);
    Site site = collect(link(files, pages, charts, config, glossary), found);
    if (!config.advice().isEmpty()) {
      found.addAll(SiteAdvice.of(site));
    }
    removeUnwanted(found, config);
    return site;
  }

  /** Takes out the advice that is turned off, and what follows from a problem alone. */
  static void removeUnwanted(List<Diagnostic> found, SiteConfig config) {
    Set<String> misread = misread(found);
    found.removeIf(each ->
        each.code().isAdvice()
            && (!config.advice().contains(each.code())
                || (each.code() == Code.NO_SUMMARY && misread.contains(each.location().file()))));
  }

  /** The files whose summary may be there: one cause, one message. */
  private static Set<String> misread(List<Diagnostic> found) {
    return found.stream()
        .filter(each ->
            switch (each.code()) {
              case YAML_SYNTAX, FRONT_MATTER_OPEN -> true;
              case UNKNOWN_KEY -> each.suggestion().equals("summary");
              default -> false;
            })
        .map(each -> each.location().file())
        .collect(Collectors.toSet());
  }

  static MarkdownOptions markdown(SiteConfig config, Glossary glossary) {
    return config.advice().isEmpty()
        ? new MarkdownOptions(config.allowedHtml())
        : new MarkdownOptions(
            config.allowedHtml(),
            Optional.of(
                new MarkdownOptions.Advice(
                    glossary.terms().isEmpty()
                        ? Optional.empty()
                        : Optional.of(SiteAdvice.abbreviations(glossary)))));
  }

  static Checked<SiteConfig> readConfig(ConfigReader reader, SourceTree files) {
    return files
        .text(ConfigReader.SITE_FILE)
        .map(reader::readSite)
        .orElseGet(() -> Checked.of(SiteConfig.defaults()));
  }

  static Checked<Glossary> readGlossary(ConfigReader reader, SourceTree files) {
    return files
        .text(ConfigReader.GLOSSARY_FILE)
        .map(reader::readGlossary)
        .orElseGet(() -> Checked.of(Glossary.empty()));
  }

  private List<Checked<Page>> readPages(
      SourceTree files, MarkdownOptions markdown, Parallel parallel) {
    PageReader reader = new PageReader(new YamlReader(), new MarkdownReader(markdown));
    List<SourceFile.Text> pages =
        files.files().values().stream()
            .filter(SiteBuild::isPage)
            .map(SourceFile.Text.class::cast)
            .toList();
    return parallel.map(pages, counted("reading", pages.size(), reader::read));
  }

  private List<Checked<Flowchart>> readFlowcharts(
      SourceTree files, MarkdownOptions markdown, Parallel parallel) {
    List<SourceFile.Text> charts =
        files.files().values().stream()
            .filter(SiteBuild::isFlowchart)
            .map(SourceFile.Text.class::cast)
            .toList();
    if (charts.isEmpty()) {
      return List.of();
    }
    FlowchartReader reader = new FlowchartReader(new YamlReader(), new MarkdownReader(markdown));
    return parallel.map(charts, reader::read);
  }

  private Checked<Site> link(
      SourceTree files,
      List<Page> pages,
      List<Flowchart> charts,
      SiteConfig config,
      Glossary glossary) {
    return new SiteLinker(options.drafts(), options.asOf())
        .link(files.displayName(), pages, charts, others(files), config, glossary);
  }

  /** What is copied. */
  static List<SourceFile> others(SourceTree files) {
    return files.files().values().stream()
        .filter(
            file -> !isPage(file) && !isFlowchart(file) && !SETTINGS.contains(file.path().value()))
        .toList();
  }

  static Optional<SourceFile> settings(SourceTree files) {
    return Optional.ofNullable(files.files().get(new SourcePath(ConfigReader.SITE_FILE)));
  }

  static Optional<SourceFile> glossary(SourceTree files) {
    return Optional.ofNullable(files.files().get(new SourcePath(ConfigReader.GLOSSARY_FILE)));
  }

  /** What is read of a site before its pages are. */
  static ConfigReader configReader() {
    return new ConfigReader(new YamlReader(), MarkdownOptions.ALLOWABLE_HTML);
  }

  /** What the index is used for; the index itself is let go before pages are rendered. */
  private record Search(List<OutputFile> files, SearchLinks links) {}

  private Search search(Site site, Parallel parallel) {
    try (SearchIndex index = index(site, parallel)) {
      return new Search(
          new SearchFiles(parallel::run).of(index),
          new SearchLinks(
              Optional.of(SearchFiles.ENTRY), new RelatedPages(parallel::run).of(index, site)));
    }
  }

  private SearchIndex index(Site site, Parallel parallel) {
    int pages = IndexBuilder.pages(site);
    AtomicLong done = new AtomicLong();
    return new IndexBuilder(
            options.jobs(),
            parallel::run,
            () -> progress.at("indexing", done.incrementAndGet(), pages))
        .build(site);
  }

  private SiteRenderer renderer(SourceTree theme) {
    return renderer(theme, themeAssets, options);
  }

  static SiteRenderer renderer(
      SourceTree theme,
      Function<SourceFile.Binary, Optional<byte[]>> themeAssets,
      BuildOptions options) {
    return new SiteRenderer(
        theme, themeAssets::apply, options.baseUrl(), new DiagramRenderer(GraphLayout.layered()));
  }

  /** Here alone the classes of the PDF are named, so that no other build loads them. */
  private void pdf(Site site, SiteRenderer renderer, OutputStream to) throws IOException {
    PrintedSite printed = renderer.print(site);
    Book book =
        new Book(
            site.title(),
            site.config().description(),
            site.config().language(),
            site.config().notice(),
            site.asOf(),
            printed.date(),
            printed.chapters().stream()
                .map(chapter -> new Book.Chapter(chapter.level(), chapter.title(), chapter.id()))
                .toList(),
            printed.html());
    new PdfWriter(address -> picture(site, address)).write(book, to);
  }

  private Optional<byte[]> picture(Site site, String address) {
    return SitePath.of(address)
        .map(path -> site.assets().get(path))
        .flatMap(file ->
            file instanceof SourceFile.Binary picture
                ? themeAssets.apply(picture)
                : Optional.empty());
  }

  private Checked<List<OutputFile>> render(
      Site site, SearchLinks search, SiteRenderer renderer, Parallel parallel) {
    return renderer.render(
        site,
        search,
        work -> parallel.map(work, counted("rendering", work.size(), made -> made.get())));
  }

  private static OutputTree output(Site site, List<OutputFile> search, List<OutputFile> rendered) {
    TreeMap<SitePath, OutputFile> files = new TreeMap<>();
    site.assets()
        .forEach((path, file) ->
            files.put(path, new OutputFile(path, OutputFile.Role.ASSET, contentOf(file))));
    search.forEach(file -> files.put(file.path(), file));
    rendered.forEach(file -> files.put(file.path(), file));
    return new OutputTree(files);
  }

  static OutputFile.Content contentOf(SourceFile file) {
    return switch (file) {
      case SourceFile.Text text -> new OutputFile.Content.Copied(text.origin());
      case SourceFile.Binary binary -> new OutputFile.Content.Copied(binary.origin());
    };
  }

  static boolean isPage(SourceFile file) {
    return file instanceof SourceFile.Text && PageReader.isPage(file.path().name());
  }

  static boolean isFlowchart(SourceFile file) {
    return file instanceof SourceFile.Text && Flowchart.isFlowchart(file.path());
  }

  private <T, R> Function<T, R> counted(String step, int total, Function<T, R> work) {
    AtomicLong done = new AtomicLong();
    return item -> {
      R result = work.apply(item);
      progress.at(step, done.incrementAndGet(), total);
      return result;
    };
  }

  static <T> T collect(Checked<T> checked, List<Diagnostic> found) {
    found.addAll(checked.diagnostics());
    return checked.value();
  }

  static <T> List<T> collectAll(Collection<Checked<T>> all, List<Diagnostic> found) {
    return all.stream().map(checked -> collect(checked, found)).toList();
  }
}
