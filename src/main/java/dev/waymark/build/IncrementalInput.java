package dev.waymark.build;

import dev.waymark.config.Glossary;
import dev.waymark.config.SiteConfig;
import dev.waymark.diagnostic.Checked;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.FlowchartReader;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.render.SiteRenderer;
import dev.waymark.site.Site;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceTree;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an {@link IncrementalBuild} is given, read. What was read of a file is kept for as long as
 * the file is the same object.
 *
 * @param renderer of the theme
 * @param markdown what pages may hold, by the settings and the glossary
 */
@SuppressWarnings("ReferenceEquality") // What did not change is the same object.
record IncrementalInput(
    Checked<SourceTree> content,
    Checked<SourceTree> theme,
    SiteRenderer renderer,
    Checked<SiteConfig> config,
    Checked<Glossary> glossary,
    MarkdownOptions markdown,
    Map<SourcePath, Read<Page>> pages,
    Map<SourcePath, Read<Flowchart>> charts) {

  /** A file with what was read of it. */
  record Read<T>(SourceFile.Text file, Checked<T> result) {}

  List<Checked<Page>> checkedPages() {
    return pages.values().stream().map(Read::result).toList();
  }

  List<Checked<Flowchart>> checkedCharts() {
    return charts.values().stream().map(Read::result).toList();
  }

  /**
   * The files that have another text in a later folder, in their order; empty if files came or
   * went.
   */
  Optional<List<SourceFile>> exchanged(SourceTree after) {
    SourceTree before = content.value();
    if (before.files().size() != after.files().size()) {
      return Optional.empty();
    }
    List<SourceFile> exchanged = new ArrayList<>();
    Iterator<SourceFile> earlier = before.files().values().iterator();
    for (SourceFile file : after.files().values()) {
      SourceFile known = earlier.next();
      if (file == known) {
        continue;
      }
      if (!file.path().equals(known.path()) || file.getClass() != known.getClass()) {
        return Optional.empty();
      }
      exchanged.add(file);
    }
    return Optional.of(exchanged);
  }

  /** The files that are copied, and have other bytes than before. */
  Set<SitePath> changedAssets(IncrementalInput before, Site site) {
    if (before.content().value() == content.value()) {
      return Set.of();
    }
    Set<SitePath> changed = new TreeSet<>();
    site.assets()
        .forEach((path, file) -> {
          SourceFile known = before.content().value().files().get(file.path());
          if (known != null && known != content.value().files().get(file.path())) {
            changed.add(path);
          }
        });
    return changed;
  }

  /** Reads what is not read yet. */
  static final class Reader {
    private final BuildOptions options;
    private final Function<SourceFile.Binary, Optional<byte[]>> themeAssets;
    private final Parallel parallel;

    /**
     * @param themeAssets reads a binary file of a theme folder; empty when that fails
     */
    Reader(
        BuildOptions options,
        Function<SourceFile.Binary, Optional<byte[]>> themeAssets,
        Parallel parallel) {
      this.options = options;
      this.themeAssets = themeAssets;
      this.parallel = parallel;
    }

    /**
     * The input as it is now.
     *
     * @param before as it was
     * @param exchanged the files with another text, if that is all that is different
     */
    IncrementalInput read(
        Optional<IncrementalInput> before,
        Optional<List<SourceFile>> exchanged,
        Checked<SourceTree> content,
        Checked<SourceTree> theme) {
      SourceTree files = content.value();
      Checked<SiteConfig> config =
          before
              .filter(last -> isSame(last, files, SiteBuild::settings))
              .map(IncrementalInput::config)
              .orElseGet(() -> SiteBuild.readConfig(SiteBuild.configReader(), files));
      Checked<Glossary> glossary =
          before
              .filter(last -> isSame(last, files, SiteBuild::glossary))
              .map(IncrementalInput::glossary)
              .orElseGet(() -> SiteBuild.readGlossary(SiteBuild.configReader(), files));
      MarkdownOptions markdown =
          before
              .filter(last -> last.config() == config && last.glossary() == glossary)
              .map(IncrementalInput::markdown)
              .orElseGet(() -> SiteBuild.markdown(config.value(), glossary.value()));
      Optional<IncrementalInput> alike = before.filter(last -> last.markdown().equals(markdown));
      MarkdownReader reader = new MarkdownReader(markdown);
      return new IncrementalInput(
          content,
          theme,
          before
              // What a page showed to be wrong with the theme is known of pages as they were.
              .filter(last ->
                  isSameTheme(last.theme().value(), theme.value())
                      && last.renderer().diagnostics().isEmpty())
              .map(IncrementalInput::renderer)
              .orElseGet(() -> SiteBuild.renderer(theme.value(), themeAssets, options)),
          config,
          glossary,
          markdown,
          readAll(
              files,
              exchanged.filter(known -> alike.isPresent()),
              SiteBuild::isPage,
              alike.map(IncrementalInput::pages).orElse(Map.of()),
              new PageReader(new YamlReader(), reader)::read),
          readAll(
              files,
              exchanged.filter(known -> alike.isPresent()),
              SiteBuild::isFlowchart,
              alike.map(IncrementalInput::charts).orElse(Map.of()),
              file -> new FlowchartReader(new YamlReader(), reader).read(file)));
    }

    private static boolean isSame(
        IncrementalInput before,
        SourceTree files,
        Function<SourceTree, Optional<SourceFile>> file) {
      SourceFile one = file.apply(before.content().value()).orElse(null);
      return one == file.apply(files).orElse(null);
    }

    private static boolean isSameTheme(SourceTree one, SourceTree other) {
      return one.files().keySet().equals(other.files().keySet())
          && one.files().values().stream().allMatch(file -> file == other.files().get(file.path()));
    }

    private <T> Map<SourcePath, Read<T>> readAll(
        SourceTree files,
        Optional<List<SourceFile>> exchanged,
        Predicate<SourceFile> which,
        Map<SourcePath, Read<T>> before,
        Function<SourceFile.Text, Checked<T>> reader) {
      // Sorted, as the files are: what is read anew comes to its own place.
      Map<SourcePath, Read<T>> all = new TreeMap<>();
      if (exchanged.isPresent()) {
        all.putAll(before);
      }
      List<SourceFile.Text> unread = new ArrayList<>();
      for (SourceFile file : exchanged.orElseGet(() -> List.copyOf(files.files().values()))) {
        if (file instanceof SourceFile.Text text && which.test(file)) {
          Read<T> known = before.get(file.path());
          if (known != null && known.file() == file) {
            all.put(file.path(), known);
          } else {
            unread.add(text);
          }
        }
      }
      List<Checked<T>> results = parallel.map(unread, reader);
      for (int i = 0; i < unread.size(); i++) {
        all.put(unread.get(i).path(), new Read<>(unread.get(i), results.get(i)));
      }
      return all;
    }
  }
}
