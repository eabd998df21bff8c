package dev.waymark.render;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.output.OutputFile;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

/**
 * Runs the templates of a theme. Thread-safe.
 *
 * <p>A template of the user's that cannot be read, or names something that does not exist, is
 * reported once and the packed one is used in its place. One that fails on a page is reported once
 * too, and that page is rendered with the packed theme, so that no page is ever withheld for a
 * mistake in the theme.
 */
final class Templates {
  /** What templates see, beside what they bind themselves. */
  static final Map<String, Type> VARIABLES =
      Map.of(
          "site",
          SiteView.class,
          "page",
          PageView.class,
          "flowchart",
          FlowchartView.class,
          "diagram",
          DiagramView.class,
          "root",
          String.class,
          "styled",
          Boolean.class);

  private final ThemeAssets assets;
  private final Engine engine;
  private final Supplier<Engine> packed;
  private final boolean changed;
  private final Supplier<TemplateErrors> errors;
  private final Set<String> broken;
  private final ConcurrentSkipListSet<Diagnostic> diagnostics =
      new ConcurrentSkipListSet<>(Diagnostic.ORDER);

  private Templates(Theme theme) {
    assets = ThemeAssets.of(theme);
    diagnostics.addAll(assets.diagnostics());
    packed = lazily(() -> new Engine(theme.packedFiles(), assets));
    broken = new TreeSet<>();
    changed = theme.files().values().stream().anyMatch(file -> !file.packed() && file.isTemplate());
    SortedMap<String, ThemeFile> files = changed ? checked(theme) : theme.packedFiles();
    engine = changed ? new Engine(files, assets) : packed.get();
    errors = lazily(() -> errorsOf(files));
  }

  /** Prepares the templates of a theme; those of the user's folder are all read and checked now. */
  static Templates of(Theme theme) {
    return new Templates(theme);
  }

  /** The theme's files as they are published, sorted by name. */
  List<OutputFile> assets() {
    return assets.files();
  }

  /**
   * What is wrong with the theme as far as it is known now: complete when all pages have been
   * rendered.
   */
  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /**
   * The HTML of a page.
   *
   * @param root what leads from the page to the root of the site: empty, {@code ../}, {@code
   *     ../../}, or a path of the server such as {@code /toolkit/} for a page that is served at any
   *     address
   */
  String render(String root, SiteView site, PageView page) {
    return render(root, true, site, page);
  }

  /**
   * The HTML of a page that is served at any address of an unknown site, and so can name no theme
   * file.
   */
  String renderUnstyled(SiteView site, PageView page) {
    return render("", false, site, page);
  }

  /**
   * The HTML of a part of a page, made by the partial of the same name.
   *
   * @param name of the partial, and of the variable by which it sees the part
   */
  String renderPart(String root, String name, View part) {
    return evaluate("partials/" + name + ".peb", Map.of(name, part, "root", root), root);
  }

  /**
   * The HTML of a page as it stands among others in one document; its links are those of the page.
   */
  String renderPrinted(String root, SiteView site, PageView page) {
    return evaluate(
        "partials/printed-page.peb",
        Map.of("site", site, "page", page, "root", root, "styled", true),
        root);
  }

  private String render(String root, boolean styled, SiteView site, PageView page) {
    return evaluate(
        "layouts/" + page.layout() + ".peb",
        Map.of("site", site, "page", page, "root", root, "styled", styled),
        root);
  }

  private String evaluate(String layout, Map<String, Object> context, String root) {
    if (changed) {
      try {
        return engine.evaluate(layout, context, root);
      } catch (RuntimeException | StackOverflowError e) {
        report(layout, e);
      }
    }
    return (changed ? packed.get() : engine).evaluate(layout, context, root);
  }

  private void report(String layout, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof TemplateExtension.MissingTemplateException e && broken.contains(e.missing)) {
        return;
      }
    }
    diagnostics.add(errors.get().failure(layout, thrown));
  }

  /** The files of a theme with templates of the user's, without those that cannot work. */
  private SortedMap<String, ThemeFile> checked(Theme theme) {
    TreeMap<String, ThemeFile> files = new TreeMap<>(theme.files());
    Engine trial = new Engine(files, assets);
    Map<String, TemplateTokens> tokens = tokensOf(theme.files());
    TemplateNames names = names(tokens);
    TemplateErrors messages = new TemplateErrors(tokens, names);
    for (ThemeFile file : theme.files().values()) {
      if (!file.packed() && file.isTemplate()) {
        List<Diagnostic> found = check(trial, tokens.get(file.path()), names, messages);
        if (!found.isEmpty()) {
          diagnostics.addAll(found);
          broken.add(file.path());
        }
      }
    }
    for (String path : broken) {
      files.remove(path);
      if (theme.packedFiles().containsKey(path)) {
        files.put(path, theme.packedFiles().get(path));
      }
    }
    return files;
  }

  private static List<Diagnostic> check(
      Engine engine, TemplateTokens template, TemplateNames names, TemplateErrors messages) {
    try {
      engine.template(template.file().path());
      return names.check(template);
    } catch (RuntimeException e) {
      return List.of(messages.syntax(template, e));
    } catch (StackOverflowError e) {
      return List.of(messages.tooDeep(template));
    }
  }

  private TemplateErrors errorsOf(SortedMap<String, ThemeFile> files) {
    Map<String, TemplateTokens> tokens = tokensOf(files);
    return new TemplateErrors(tokens, names(tokens));
  }

  private TemplateNames names(Map<String, TemplateTokens> tokens) {
    TemplateNames.Known known =
        new TemplateNames.Known(
            VARIABLES,
            TemplateExtension.functions(),
            TemplateExtension.filters(),
            TemplateExtension.tests(),
            assets.names());
    return new TemplateNames(known, tokens);
  }

  private static Map<String, TemplateTokens> tokensOf(SortedMap<String, ThemeFile> files) {
    Map<String, TemplateTokens> tokens = new TreeMap<>();
    files.values().stream()
        .filter(ThemeFile::isTemplate)
        .forEach(file -> tokens.put(file.path(), TemplateTokens.of(file)));
    return tokens;
  }

  private static <T> Supplier<T> lazily(Supplier<T> made) {
    List<T> once = new ArrayList<>(1);
    return () -> {
      synchronized (once) {
        if (once.isEmpty()) {
          once.add(made.get());
        }
        return once.getFirst();
      }
    };
  }

  /** Pebble over one set of files; a template is read when it is first used. Thread-safe. */
  private static final class Engine {
    private final TemplateExtension extension;
    private final PebbleEngine pebble;
    private final ThreadLocal<TemplateWriter> writer =
        ThreadLocal.withInitial(() -> new TemplateWriter(1 << 14));

    Engine(Map<String, ThemeFile> files, ThemeAssets assets) {
      extension = new TemplateExtension(assets);
      pebble =
          new PebbleEngine.Builder()
              .loader(new TemplateLoader(new HashMap<>(files)))
              .strictVariables(true)
              .defaultLocale(Locale.ROOT)
              .registerExtensionCustomizer(TemplateExtension::restrict)
              .templateCache(new TemplateCache())
              .extension(extension)
              .addEscapingStrategy("html", TemplateEscaper::escape)
              .build();
    }

    PebbleTemplate template(String path) {
      return pebble.getTemplate(path);
    }

    String evaluate(String layout, Map<String, Object> context, String root) {
      extension.startPage(root);
      TemplateWriter html = writer.get();
      html.clear();
      try {
        template(layout).evaluate(html, context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return html.toString();
    }
  }
}
