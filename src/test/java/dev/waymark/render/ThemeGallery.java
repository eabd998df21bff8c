package dev.waymark.render;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import dev.waymark.browser.Axe;
import dev.waymark.output.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Renders a page of every layout, and looks at them in Chromium: pictures in light, dark, narrow
 * and print, axe, and whether a page is wider than a narrow screen. By hand: {@code java …
 * ThemeGallery target/gallery [page …]}.
 */
final class ThemeGallery {
  static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("WAYMARK_CHROMIUM", "/usr/bin/chromium"));

  private ThemeGallery() {}

  record Look(
      String name, int width, int height, ColorScheme scheme, Media media, ForcedColors forced) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look("light", 1280, 900, ColorScheme.LIGHT, Media.SCREEN, ForcedColors.NONE),
          new Look("dark", 1280, 900, ColorScheme.DARK, Media.SCREEN, ForcedColors.NONE),
          new Look("narrow", 320, 640, ColorScheme.LIGHT, Media.SCREEN, ForcedColors.NONE),
          new Look("narrow-dark", 320, 640, ColorScheme.DARK, Media.SCREEN, ForcedColors.NONE),
          new Look("tablet", 800, 900, ColorScheme.LIGHT, Media.SCREEN, ForcedColors.NONE),
          new Look("print", 800, 1000, ColorScheme.DARK, Media.PRINT, ForcedColors.NONE),
          new Look("forced", 1280, 900, ColorScheme.DARK, Media.SCREEN, ForcedColors.ACTIVE));

  /** Every layout by the address of its sample. */
  static Map<String, SampleViews.Builder> pages() {
    Map<String, SampleViews.Builder> pages = new TreeMap<>();
    pages.put("index.html", SampleViews.home());
    pages.put("parts/part-5/page-2.html", SampleViews.guide());
    pages.put("principles/index.html", SampleViews.folder());
    pages.put("principles/p4.html", SampleViews.principle());
    pages.put("excerpts/e1.html", SampleViews.excerpt());
    pages.put("glossary.html", SampleViews.glossary());
    pages.put("a-z.html", SampleViews.aToZ());
    pages.put("search.html", SampleViews.search());
    pages.put("governance.html", SampleViews.governance());
    pages.put("404.html", SampleViews.notFound());
    return pages;
  }

  static void write(Path folder) throws IOException {
    Templates templates = Templates.of(TestTheme.packed());
    Map<String, String> html = new TreeMap<>();
    pages()
        .forEach((path, page) -> {
          String root = "../".repeat((int) path.chars().filter(c -> c == '/').count());
          html.put(path, templates.render(root, SampleViews.site(root), page.build()));
        });
    html.put(
        "404-bare.html",
        templates.renderUnstyled(SampleViews.site(""), SampleViews.notFound().build()));
    html.put(
        "old.html", templates.renderUnstyled(SampleViews.site(""), SampleViews.redirect().build()));
    for (Map.Entry<String, String> page : html.entrySet()) {
      Path file = folder.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
    for (OutputFile asset : templates.assets()) {
      Path file = folder.resolve(asset.path().value());
      Files.createDirectories(file.getParent());
      Files.write(file, ((OutputFile.Content.Bytes) asset.content()).bytes());
    }
  }

  /** What axe finds and whether a page needs sideways scrolling, one line each. */
  static List<String> look(Path folder, List<String> pages, boolean pictures) {
    List<String> found = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")))) {
      for (Look look : LOOKS) {
        BrowserContext context =
            browser.newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(look.scheme())
                    .setForcedColors(look.forced())
                    .setViewportSize(look.width(), look.height()));
        Page page = context.newPage();
        Consumer<ConsoleMessage> console =
            message -> found.add(look.name() + " console: " + message.text());
        page.emulateMedia(
            new Page.EmulateMediaOptions().setMedia(look.media()).setColorScheme(look.scheme()));
        for (String path : pages) {
          page.onConsoleMessage(console);
          page.navigate(folder.resolve(path).toUri().toString());
          page.offConsoleMessage(console);
          if (look.name().startsWith("narrow")) {
            page.evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = "
                    + path.startsWith("g")
                    + ")");
          }
          check(look, path, page, found);
          if (pictures) {
            String name = path.replace('/', '_').replace(".html", "") + "." + look.name() + ".png";
            page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name)));
          }
        }
        context.close();
      }
    }
    return found;
  }

  private static void check(Look look, String path, Page page, List<String> found) {
    Object width = page.evaluate("document.documentElement.scrollWidth");
    if (look.media() == Media.SCREEN && ((Number) width).intValue() > look.width()) {
      found.add("%s %s: %s px wide".formatted(look.name(), path, width));
    }
    for (String line : Axe.violations(page)) {
      found.add("%s %s: axe %s".formatted(look.name(), path, line));
    }
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    write(folder);
    List<String> pages =
        args.length > 1 ? List.of(args).subList(1, args.length) : List.copyOf(pages().keySet());
    look(folder, pages, true).forEach(System.out::println);
  }
}
