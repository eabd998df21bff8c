package dev.waymark.render;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.flowchart.svg.DiagramRenderer;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.site.Folder;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceTree;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Site to files: every page as HTML, the theme's files, and what search engines and feed readers
 * want. Thread-safe.
 */
public final class SiteRenderer {
  /** From so many pages on, each is kept deflated: there may be more of them than memory. */
  private static final int MANY_PAGES = 2000;

  private final Templates templates;
  private final List<Diagnostic> themeDiagnostics;
  private final Optional<URI> baseUrl;
  private final DiagramRenderer diagrams;

  /** Runs the making of files, in parallel if it likes, and returns them in the same order. */
  public interface Runner extends Function<List<Supplier<OutputFile>>, List<OutputFile>> {}

  /** Reads a binary file of a theme folder; empty when that fails. */
  public interface AssetReader extends Function<SourceFile.Binary, Optional<byte[]>> {}

  /**
   * @param theme files that stand in place of those of the packed theme
   * @param baseUrl where the site will stand, if that is known
   * @param diagrams draws flowcharts; not asked on a site without any
   */
  public SiteRenderer(
      SourceTree theme, AssetReader assets, Optional<URI> baseUrl, DiagramRenderer diagrams) {
    this.diagrams = diagrams;
    Checked<Theme> overlaid = Theme.packed().overlay(theme, assets::apply);
    this.themeDiagnostics = overlaid.diagnostics();
    this.templates = Templates.of(overlaid.value());
    this.baseUrl = baseUrl;
  }

  /**
   * Renders all of the site.
   *
   * @param search what the pages show of the search
   */
  public Checked<List<OutputFile>> render(Site site, SearchLinks search, Runner runner) {
    List<OutputFile> files =
        new ArrayList<>(runner.apply(List.copyOf(pages(site, search).values())));
    files.addAll(besides(site));
    return new Checked<>(files, diagnostics());
  }

  /**
   * The pages of the site, each made when it is asked for: those of the content, lists, documents
   * for printing, old addresses.
   *
   * @param search what the pages show of the search
   */
  public Map<SitePath, Supplier<OutputFile>> pages(Site site, SearchLinks search) {
    PageViews views = new PageViews(site, search, baseUrl, diagrams, new Parts(templates));
    BiFunction<SitePath, String, OutputFile> made =
        site.pages().size() < MANY_PAGES ? SiteRenderer::page : SiteRenderer::packedPage;
    Map<SitePath, Supplier<OutputFile>> work = new LinkedHashMap<>();
    for (SitePage page : site.pages().values()) {
      work.put(
          page.path(), () -> made.apply(page.path(), html(page.path(), views, views.page(page))));
    }
    for (Folder folder : site.folders().values()) {
      if (folder.page().isEmpty()) {
        work.put(folder.address(), () -> file(folder.address(), views, views.folder(folder)));
      }
    }
    site.generated()
        .glossary()
        .ifPresent(path -> work.put(path, () -> file(path, views, views.glossary(path))));
    site.generated()
        .index()
        .ifPresent(path -> work.put(path, () -> file(path, views, views.index(path))));
    site.generated()
        .search()
        .ifPresent(path -> work.put(path, () -> file(path, views, views.search(path))));
    site.generated()
        .governance()
        .ifPresent(path -> work.put(path, () -> file(path, views, views.governance(path))));
    site.generated()
        .governanceTable()
        .ifPresent(path -> work.put(path, () -> Governance.of(site).table(path)));
    site.generated().notFound().ifPresent(path -> work.put(path, () -> notFound(path, views)));
    PrintDocuments documents = new PrintDocuments(site, views, templates);
    site.generated()
        .prints()
        .forEach(path -> work.put(path, () -> file(path, views, documents.page(path))));
    site.redirects()
        .forEach(
            (path, page) -> work.put(path, () -> file(path, views, views.redirect(path, page))));
    return work;
  }

  /** The page for wrong addresses of a server that has the site at its root. */
  public Optional<OutputFile> notFound(Site site, SearchLinks search) {
    PageViews views = new PageViews(site, search, baseUrl, diagrams, new Parts(templates));
    return site.generated().notFound().map(path -> notFound(path, views, "/"));
  }

  /** What is no page: feeds, the age of the site, the files of the theme. */
  public List<OutputFile> besides(Site site) {
    List<OutputFile> files = new ArrayList<>();
    baseUrl.ifPresent(base -> files.addAll(Feeds.of(site, base)));
    CheckBy.script(site).ifPresent(files::add);
    files.addAll(templates.assets());
    return files;
  }

  /** What is wrong with the theme, as far as the pages that were rendered show it. */
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>(themeDiagnostics);
    diagnostics.addAll(templates.diagnostics());
    return diagnostics;
  }

  /** All pages of the site as one text, made by the theme's partials. */
  public PrintedSite print(Site site) {
    PageViews views =
        new PageViews(site, SearchLinks.NONE, baseUrl, diagrams, new Parts(templates));
    return new PrintDocuments(site, views, templates).whole();
  }

  /** Parts of pages by the templates of a theme. */
  record Parts(Templates templates) implements PageEmbedder.Parts {
    @Override
    public String flowchart(SitePath from, FlowchartView chart) {
      return templates.renderPart(from.toRoot(), "flowchart", chart);
    }

    @Override
    public String diagram(SitePath from, DiagramView diagram) {
      return templates.renderPart(from.toRoot(), "diagram", diagram);
    }
  }

  private OutputFile file(SitePath path, PageViews views, PageView page) {
    return page(path, html(path, views, page));
  }

  private String html(SitePath path, PageViews views, PageView page) {
    return templates.render(path.toRoot(), views.site(path), page);
  }

  /**
   * A server shows this page at any address, so that only a known base address makes its links
   * work.
   */
  private OutputFile notFound(SitePath path, PageViews views) {
    if (baseUrl.isEmpty()) {
      return page(path, templates.renderUnstyled(views.site(path), views.notFound(path)));
    }
    String folder = Optional.ofNullable(baseUrl.get().getRawPath()).orElse("");
    return notFound(path, views, folder.endsWith("/") ? folder : folder + "/");
  }

  private OutputFile notFound(SitePath path, PageViews views, String root) {
    return page(path, templates.render(root, views.site(path).under(root), views.notFound(path)));
  }

  private static OutputFile page(SitePath path, String html) {
    return OutputFile.of(path, OutputFile.Role.PAGE, html.getBytes(StandardCharsets.UTF_8));
  }

  private static OutputFile packedPage(SitePath path, String html) {
    return OutputFile.packed(path, OutputFile.Role.PAGE, html.getBytes(StandardCharsets.UTF_8));
  }
}
