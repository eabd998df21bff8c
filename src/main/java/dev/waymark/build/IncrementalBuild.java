package dev.waymark.build;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.output.OutputTree;
import dev.waymark.page.Page;
import dev.waymark.search.Runner;
import dev.waymark.site.EditableSite;
import dev.waymark.site.Site;
import dev.waymark.site.SiteAdvice;
import dev.waymark.site.SiteChanges;
import dev.waymark.site.SiteLinker;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a site again and again while somebody writes it.
 *
 * <p>Each change is answered twice. {@link #update} renders what the writer looks at, as quickly as
 * it goes. {@link #settle} does the rest: what other pages show of the change, search, related
 * pages, advice. After it the files and the diagnostics are those that {@link SiteBuild} makes of
 * the same input, byte for byte.
 *
 * <p>Not thread-safe. When a method throws, the next call starts from what there was before it.
 */
@SuppressWarnings("ReferenceEquality") // What did not change is the same object.
public final class IncrementalBuild implements AutoCloseable {
  /** An update renders no more of the pages that changed; a folder put back holds many. */
  private static final int AT_ONCE = 20;

  /** What is rendered between two looks at whether it is still wanted. */
  private static final int BATCH = 32;

  private static final long LOOK_MILLIS = 2;

  private final BuildOptions options;
  private final Parallel parallel;
  private final IncrementalInput.Reader reader;

  private BooleanSupplier superseded = () -> false;
  private @Nullable IncrementalInput input;
  private @Nullable Linked linked;
  private IncrementalSearch.Result search = IncrementalSearch.Result.NONE;

  /** For what is prepared while the next update may come; one piece at a time. */
  private final ExecutorService preparing = daemon("waymark-prepare");

  /** Links the whole site beside it, since linking cannot be shared out. */
  private final ExecutorService linking = daemon("waymark-link");

  private final Parallel behind;

  /** Whether what is prepared is not wanted any more. */
  private volatile AtomicBoolean cancelled = new AtomicBoolean();

  /** For the thread of what is prepared alone. */
  private final IncrementalSearch preparedSearch;

  private List<Diagnostic> siteAdvice = List.of();
  private final TreeMap<SitePath, OutputFile> files = new TreeMap<>();

  /** Pages that may look different from what is in {@link #files}. */
  private final Set<SitePath> stale = new TreeSet<>();

  private final Set<SitePath> rendered = new TreeSet<>();

  /**
   * @param themeAssets reads a binary file of a theme folder; empty when that fails
   */
  public IncrementalBuild(
      BuildOptions options, Function<SourceFile.Binary, Optional<byte[]>> themeAssets) {
    this.options = options;
    this.parallel = new Parallel(options.jobs());
    this.reader = new IncrementalInput.Reader(options, themeAssets, parallel);
    this.behind = new Parallel(options.jobs());
    this.preparedSearch = new IncrementalSearch(runner(), this::checkPreparing);
  }

  private static ExecutorService daemon(String name) {
    return Executors.newSingleThreadExecutor(work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    });
  }

  /**
   * What there is to show.
   *
   * @param files all files; while the site is not settled, some pages are still as they were
   * @param diagnostics all problems, each once, sorted by file, line and column
   * @param rendered the pages that were rendered since the last time the site was settled
   * @param assets files that are copied and have changed
   * @param addresses of pages, by the file that diagnostics name
   * @param notFound the page for wrong addresses, for a server that has the site at its root
   */
  public record Shown(
      Map<SitePath, OutputFile> files,
      List<Diagnostic> diagnostics,
      Set<SitePath> rendered,
      Set<SitePath> assets,
      Map<String, SitePath> addresses,
      Optional<OutputFile> notFound) {
    public Shown {
      Objects.requireNonNull(files);
      diagnostics = List.copyOf(diagnostics);
      rendered = Set.copyOf(rendered);
      assets = Set.copyOf(assets);
      Objects.requireNonNull(addresses);
      Objects.requireNonNull(notFound);
    }
  }

  /** The site once all of it follows from the input. */
  public record Settled(BuildResult result, Shown shown) {
    public Settled {
      Objects.requireNonNull(result);
      Objects.requireNonNull(shown);
    }
  }

  /**
   * The input, linked.
   *
   * @param whole the last site that was linked as a whole
   * @param shown that site, with the texts that were exchanged in it since
   * @param diagnostics of all links
   * @param addresses of pages, by the file that diagnostics name
   */
  private record Linked(
      EditableSite whole,
      Site shown,
      List<Diagnostic> diagnostics,
      Map<String, SitePath> addresses) {
    static Linked of(EditableSite whole) {
      Site site = whole.site().value();
      Map<String, SitePath> addresses = new HashMap<>();
      site.pages().forEach((path, page) -> addresses.put(page.page().start().file(), path));
      return new Linked(
          whole, site, whole.site().diagnostics(), Collections.unmodifiableMap(addresses));
    }

    /** With other texts in pages, but no other pages. */
    Linked with(Site edited, List<Diagnostic> links) {
      return new Linked(whole, edited, links, addresses);
    }

    boolean isWhole() {
      return shown == whole.site().value();
    }
  }

  /**
   * Takes a new input and renders what of it was edited, and what of these pages has changed. What
   * else shows the change follows in {@link #settle}.
   *
   * @param first pages that somebody looks at
   */
  public Shown update(
      Checked<SourceTree> content, Checked<SourceTree> theme, Collection<SitePath> first) {
    IncrementalInput before = input;
    Optional<List<SourceFile>> exchanged =
        before == null ? Optional.empty() : before.exchanged(content.value());
    IncrementalInput after = reader.read(Optional.ofNullable(before), exchanged, content, theme);
    Set<SitePath> wanted = new TreeSet<>();
    Optional<Linked> edited =
        before == null || linked == null || exchanged.isEmpty()
            ? Optional.empty()
            : edit(before, after, exchanged.get(), linked, wanted);
    Linked next = edited.orElseGet(() -> Linked.of(link(after, () -> {})));
    boolean newTheme = before == null || before.renderer() != after.renderer();
    Map<SitePath, Supplier<OutputFile>> pages =
        after.renderer().pages(next.shown(), search.links());
    if (edited.isEmpty()) {
      markStale(next, newTheme, pages.keySet());
      wanted.addAll(first);
      wanted.retainAll(stale);
      addEdited(before, after, next.shown(), wanted);
    }
    Set<SitePath> assets = before == null ? Set.of() : after.changedAssets(before, next.shown());
    // From here on all follows the new input; a page that fails is still stale.
    input = after;
    linked = next;
    render(pages, wanted);
    if (edited.isEmpty()) {
      keepOnly(pages.keySet(), next.shown());
    }
    return shown(after, next, assets);
  }

  /**
   * Does what {@link #update} left.
   *
   * @param stop asked again and again; once it holds, the work ends, and what was done is kept
   * @return empty if it was stopped
   * @throws IllegalStateException if there was no update yet
   */
  public Optional<Settled> settle(BooleanSupplier stop) {
    superseded = stop;
    try {
      return Optional.of(settle());
    } catch (Superseded e) {
      return Optional.empty();
    } finally {
      superseded = () -> false;
    }
  }

  private Settled settle() {
    if (input == null || linked == null) {
      throw new IllegalStateException("nothing was read yet");
    }
    IncrementalInput from = input;
    Linked start = linked;
    Prepared prepared = await(start, from);
    Linked now = prepared.linked();
    if (now != start) {
      markStale(now, false, Set.of());
      linked = now;
    }
    siteAdvice = prepared.advice();
    Site site = now.shown();
    markRelated(prepared.search(), site);
    search = prepared.search();
    Map<SitePath, Supplier<OutputFile>> pages = from.renderer().pages(site, search.links());
    render(pages, List.copyOf(stale));
    keepOnly(pages.keySet(), site);
    BuildResult result =
        new BuildResult(
            new OutputTree(files),
            diagnostics(from, now),
            site.pages().size(),
            site.title(),
            Optional.empty(),
            SiteBuild.externalLinks(site),
            SiteBuild.readings(site));
    Settled settled = new Settled(result, shown(from, now, Set.of()));
    rendered.clear();
    return settled;
  }

  /** What takes long and concerns the site as a whole. */
  private record Prepared(
      Linked linked, List<Diagnostic> advice, IncrementalSearch.Result search) {}

  /**
   * Prepares on a thread of its own, so that the next save need not wait for the end of a step that
   * cannot be broken off.
   */
  private Prepared await(Linked start, IncrementalInput from) {
    AtomicBoolean cancel = new AtomicBoolean();
    Future<Prepared> prepared = preparing.submit(() -> prepare(start, from, cancel));
    try {
      while (true) {
        check();
        try {
          return prepared.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // Another look at whether it is still wanted.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Superseded();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } finally {
      cancel.set(true);
    }
  }

  private Prepared prepare(Linked start, IncrementalInput from, AtomicBoolean cancel) {
    cancelled = cancel;
    checkPreparing();
    Future<Linked> linkedWhole =
        start.isWhole()
            ? CompletableFuture.completedFuture(start)
            : linking.submit(() -> Linked.of(link(from, () -> look(cancel))));
    // What is found on a page that was exchanged, is found on it in the whole site; if not, the
    // index is updated once more below.
    preparedSearch.index(start.shown());
    Linked whole = Parallel.get(linkedWhole);
    checkPreparing();
    Site site = whole.shown();
    List<Diagnostic> advice = site.config().advice().isEmpty() ? List.of() : SiteAdvice.of(site);
    checkPreparing();
    return new Prepared(whole, advice, preparedSearch.of(site));
  }

  private Shown shown(IncrementalInput from, Linked now, Set<SitePath> assets) {
    return new Shown(
        new HashMap<>(files),
        diagnostics(from, now),
        rendered,
        assets,
        now.addresses(),
        from.renderer().notFound(now.shown(), search.links()));
  }

  // In the order in which SiteBuild finds them, since sorting leaves equals as they were.
  private List<Diagnostic> diagnostics(IncrementalInput from, Linked now) {
    List<Diagnostic> found = new ArrayList<>(from.content().diagnostics());
    found.addAll(from.config().diagnostics());
    found.addAll(from.glossary().diagnostics());
    from.pages().values().forEach(page -> found.addAll(page.result().diagnostics()));
    from.charts().values().forEach(chart -> found.addAll(chart.result().diagnostics()));
    found.addAll(now.diagnostics());
    found.addAll(siteAdvice);
    SiteBuild.removeUnwanted(found, from.config().value());
    found.addAll(from.theme().diagnostics());
    found.addAll(from.renderer().diagnostics());
    return found.stream().distinct().sorted(Diagnostic.ORDER).toList();
  }

  private EditableSite link(IncrementalInput from, Runnable linkedPage) {
    return new SiteLinker(options.drafts(), options.asOf(), linkedPage)
        .linkForEdits(
            from.content().value().displayName(),
            from.checkedPages().stream().map(Checked::value).toList(),
            from.checkedCharts().stream().map(Checked::value).toList(),
            SiteBuild.others(from.content().value()),
            from.config().value(),
            from.glossary().value());
  }

  /** The site with the texts that changed, if nothing else did. */
  private static Optional<Linked> edit(
      IncrementalInput before,
      IncrementalInput after,
      List<SourceFile> exchanged,
      Linked linked,
      Set<SitePath> edited) {
    if (before.renderer() != after.renderer()
        || before.config() != after.config()
        || before.glossary() != after.glossary()
        || before.markdown() != after.markdown()
        || exchanged.stream().anyMatch(SiteBuild::isFlowchart)) {
      return Optional.empty();
    }
    Site site = linked.shown();
    List<Diagnostic> diagnostics = linked.diagnostics();
    for (SourceFile file : exchanged) {
      IncrementalInput.Read<Page> read = after.pages().get(file.path());
      if (read == null) {
        continue;
      }
      Page page = read.result().value();
      Optional<EditableSite.Edited> changed =
          edited.size() < AT_ONCE ? linked.whole().edit(page, site) : Optional.empty();
      if (changed.isEmpty()) {
        edited.clear();
        return Optional.empty();
      }
      site = changed.get().site();
      edited.add(changed.get().address());
      List<Diagnostic> links = new ArrayList<>(diagnostics);
      links.removeIf(found -> found.location().file().equals(page.start().file()));
      links.addAll(changed.get().diagnostics());
      diagnostics = links;
    }
    return Optional.of(linked.with(site, diagnostics));
  }

  /** Marks what may look different from the site that was linked last. */
  private void markStale(Linked next, boolean newTheme, Set<SitePath> all) {
    Optional<Set<SitePath>> changed =
        newTheme || linked == null
            ? Optional.empty()
            : SiteChanges.between(linked.whole().site().value(), next.shown());
    if (changed.isPresent()) {
      stale.addAll(changed.get());
    } else {
      stale.addAll(all.isEmpty() ? allPages(next.shown()) : all);
    }
  }

  private Set<SitePath> allPages(Site site) {
    return Objects.requireNonNull(input).renderer().pages(site, search.links()).keySet();
  }

  /** The pages whose files were written, or are new. */
  private void addEdited(
      @Nullable IncrementalInput before, IncrementalInput after, Site site, Set<SitePath> into) {
    if (before == null) {
      return;
    }
    int room = AT_ONCE;
    for (SitePage page : site.pages().values()) {
      SourcePath source = page.page().source();
      boolean changed =
          after.pages().get(source) != before.pages().get(source)
              || after.charts().get(source) != before.charts().get(source);
      if (changed && room-- > 0) {
        into.add(page.path());
      }
    }
  }

  /** Renders those of the pages that there are. */
  private void render(Map<SitePath, Supplier<OutputFile>> pages, Collection<SitePath> wanted) {
    List<SitePath> paths = wanted.stream().filter(pages::containsKey).toList();
    for (int from = 0; from < paths.size(); from += BATCH) {
      check();
      List<SitePath> batch = paths.subList(from, Math.min(from + BATCH, paths.size()));
      List<OutputFile> made =
          parallel.run(
              batch.stream().map(path -> Objects.requireNonNull(pages.get(path))).toList());
      made.forEach(file -> files.put(file.path(), file));
      batch.forEach(stale::remove);
      rendered.addAll(batch);
    }
  }

  /** All that there is besides pages, and no page that is gone. */
  private void keepOnly(Set<SitePath> pages, Site site) {
    Map<SitePath, OutputFile> besides = new HashMap<>();
    site.assets()
        .forEach((path, file) ->
            besides.put(
                path, new OutputFile(path, OutputFile.Role.ASSET, SiteBuild.contentOf(file))));
    search.files().forEach(file -> besides.put(file.path(), file));
    Objects.requireNonNull(input)
        .renderer()
        .besides(site)
        .forEach(file -> besides.put(file.path(), file));
    files.keySet().removeIf(path -> !pages.contains(path) && !besides.containsKey(path));
    stale.retainAll(pages);
    besides.forEach((path, file) -> {
      if (!pages.contains(path)) {
        files.put(path, file);
      }
    });
  }

  /** Marks the pages whose related pages are others than those that they show. */
  private void markRelated(IncrementalSearch.Result next, Site site) {
    Map<SitePath, List<SitePath>> before = search.links().related();
    Set<SitePath> changed = new TreeSet<>(next.links().related().keySet());
    changed.addAll(before.keySet());
    changed.removeIf(path ->
        next.links()
            .related()
            .getOrDefault(path, List.of())
            .equals(before.getOrDefault(path, List.of())));
    stale.addAll(SiteChanges.withPrints(changed, site));
  }

  /** Runs the pieces of what is prepared. */
  private Runner runner() {
    return new Runner() {
      @Override
      public <R> List<R> run(List<Supplier<R>> work) {
        return behind.run(
            work.stream()
                .<Supplier<R>>map(piece ->
                    () -> {
                      checkPreparing();
                      return piece.get();
                    })
                .toList());
      }
    };
  }

  private void checkPreparing() {
    look(cancelled);
  }

  private static void look(AtomicBoolean cancel) {
    if (cancel.get()) {
      throw new Superseded();
    }
  }

  private void check() {
    if (superseded.getAsBoolean()) {
      throw new Superseded();
    }
  }

  /** Ends work that nobody waits for any more. */
  private static final class Superseded extends RuntimeException {
    Superseded() {
      super("superseded", null, false, false);
    }
  }

  @Override
  public void close() {
    cancelled.set(true);
    preparing.close();
    linking.close();
    preparedSearch.close();
    behind.close();
    parallel.close();
  }
}
