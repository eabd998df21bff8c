package dev.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site in {@code content/} as its readers meet it, from a server and from a folder. */
final class SiteIT {
  /** One page of every kind. */
  private static final List<String> KINDS =
      List.of(
          "index.html",
          "404.html",
          "a-z.html",
          "accessibility.html",
          "glossary.html",
          "governance.html",
          "parts/index.html",
          "parts/part-5/index.html",
          "parts/part-5/consent.html",
          "parts/part-5/four-nations.html",
          "principles/index.html",
          "principles/p3.html",
          "search.html",
          "flowcharts/index.html",
          "flowcharts/share-child-concern.html",
          "parts/part-5/children.html",
          "excerpts/index.html",
          "excerpts/e1-multi-agency-working.html",
          "flowcharts/print.html",
          "excerpts/print.html");

  private static final int MAX_CSS = 20_000;

  /** The largest pages, and those that scripts change most. */
  private static final List<String> HEAVY =
      List.of(
          "print.html",
          "parts/part-5/children.html",
          "parts/part-5/index.html",
          "flowcharts/share-child-concern.html",
          "governance.html",
          "search.html");

  /** What gzip makes of all that a first visit asks for. */
  private static final int MAX_VISIT = 150_000;

  private static final int MAX_REQUESTS = 10;

  /** Scripts that a page does not wait for. */
  private static final Pattern LATE = Pattern.compile("/search/.*\\.js$|/flowchart\\.[^/]*\\.js$");

  /** What has moved since the page began, each with the first thing that did. */
  private static final String SHIFTS =
      """
      () => new Promise((told) => {
        const shifts = [];
        new PerformanceObserver((list) =>
          list.getEntries().forEach((entry) => {
            const [{ node } = {}] = entry.sources;
            shifts.push(entry.value + ": " + (node && (node.outerHTML || node.textContent)));
          })
        ).observe({type: 'layout-shift', buffered: true});
        requestAnimationFrame(() => requestAnimationFrame(() => told(shifts)));
      })
      """;

  @TempDir private static Path folder;
  private static BuiltSite site;
  private static Chromium chromium;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    site = BuiltSite.in(folder.toRealPath().resolve("site"));
    chromium = new Chromium();
    browser = chromium.browser();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (site != null) {
      site.close();
    }
  }

  /** A look at a page: how wide, how coloured, on what. */
  private record Look(String name, int width, ColorScheme scheme, Media media) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look("light", 1280, ColorScheme.LIGHT, Media.SCREEN),
          new Look("dark", 1280, ColorScheme.DARK, Media.SCREEN),
          new Look("light, 320 px", 320, ColorScheme.LIGHT, Media.SCREEN),
          new Look("dark, 320 px", 320, ColorScheme.DARK, Media.SCREEN),
          new Look("print", 800, ColorScheme.LIGHT, Media.PRINT));

  private static BrowserContext context(Look look) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(look.width(), 900)
            .setColorScheme(look.scheme()));
  }

  /**
   * One page of every kind in every look. With {@code -Dwaymark.axe=all}, which takes minutes,
   * every page of the site.
   */
  @Test
  void everyKindOfPageIsAccessibleInEveryLook() {
    boolean all = "all".equals(System.getProperty("waymark.axe"));
    List<String> paths = all ? site.pages() : KINDS;
    List<String> violations = new ArrayList<>();
    int runs = 0;
    for (int width : LOOKS.stream().map(Look::width).distinct().toList()) {
      List<Look> looks = LOOKS.stream().filter(look -> look.width() == width).toList();
      try (BrowserContext context = context(looks.getFirst())) {
        Page page = context.newPage();
        for (String path : paths) {
          page.navigate(site.http() + path);
          for (Look look : looks) {
            page.emulateMedia(
                new Page.EmulateMediaOptions()
                    .setMedia(look.media())
                    .setColorScheme(look.scheme()));
            runs++;
            // Nobody aims at a link on paper.
            String[] without =
                look.media() == Media.PRINT ? new String[] {"target-size"} : new String[0];
            for (String violation : Axe.violations(page, without)) {
              violations.add("%s (%s): %s".formatted(path, look.name(), violation));
            }
          }
        }
      }
    }
    System.out.printf(
        "axe: %d pages, %d runs, %d violations%n", paths.size(), runs, violations.size());
    assertEquals(List.of(), violations);
    assertEquals(paths.size() * LOOKS.size(), runs);
  }

  @Test
  void axeSaysWhatIsWrong() {
    try (BrowserContext context = context(LOOKS.getFirst())) {
      Page page = context.newPage();
      page.setContent(
          "<!doctype html><html lang=en><title>Fault</title><main><h1>Fault</h1>"
              + "<img src='/favicon.ico'><p style='color:#999;background:#fff'>Pale</p></main>");
      List<String> violations = Axe.violations(page);
      assertEquals(
          List.of("color-contrast", "image-alt"),
          violations.stream().map(line -> line.substring(0, line.indexOf(':'))).toList());
    }
  }

  @Test
  void noPageIsWiderThanAPhone() {
    List<String> wide = new ArrayList<>();
    try (BrowserContext context = context(LOOKS.get(2))) {
      Page page = context.newPage();
      for (String path : site.pages()) {
        page.navigate(site.http() + path);
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        if (width > 320) {
          wide.add(path + " is " + width + " px wide");
        }
      }
    }
    assertEquals(List.of(), wide);
  }

  @Test
  void everyLinkLeadsSomewhereOverHttp() {
    checkLinks(site.http());
  }

  @Test
  void everyLinkLeadsSomewhereFromAFolder() {
    checkLinks(site.file());
  }

  /**
   * Opens every page; no request may leave the site, nothing may be complained of, and every link
   * must have an end.
   */
  private static void checkLinks(String root) {
    Map<String, Set<String>> ids = new HashMap<>();
    Map<String, Set<String>> links = new LinkedHashMap<>();
    Set<String> requested = new TreeSet<>();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = context(LOOKS.getFirst())) {
      Page page = context.newPage();
      page.onRequest(request -> requested.add(request.url()));
      page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
      page.onConsoleMessage(message -> complaints.add(page.url() + ": " + message.text()));
      page.onPageError(error -> complaints.add(page.url() + ": " + error));
      for (String path : site.pages()) {
        page.navigate(root + path);
        ids.put(
            root + path,
            new HashSet<>(strings(page, "[...document.querySelectorAll('[id]')].map(e => e.id)")));
        links.put(
            root + path,
            new TreeSet<>(
                strings(
                    page,
                    "[...document.querySelectorAll('a[href]')].map(e => new"
                        + " URL(e.getAttribute('href'), document.baseURI).href)")));
      }
    }
    List<String> broken = new ArrayList<>();
    int checked = 0;
    for (Map.Entry<String, Set<String>> page : links.entrySet()) {
      for (String link : page.getValue()) {
        if (!link.startsWith(root)) {
          continue;
        }
        checked++;
        int hash = link.indexOf('#');
        String target = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : URI.create(link).getFragment();
        if (!target.endsWith(".html")
            && Files.isRegularFile(site.folder().resolve(target.substring(root.length())))) {
          continue;
        }
        if (!ids.containsKey(target) || (!anchor.isEmpty() && !ids.get(target).contains(anchor))) {
          broken.add(page.getKey() + " links to " + link);
        }
      }
    }
    assertEquals(List.of(), broken);
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), requested.stream().filter(url -> !url.startsWith(root)).toList());
    assertTrue(checked > 500, "only " + checked + " links");
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Page page, String script) {
    return (List<String>) page.evaluate(script);
  }

  @Test
  void aReaderFollowsLinksAndComesBackOnAServerAndInAFolder() {
    for (String root : List.of(site.http(), site.file())) {
      try (BrowserContext context = context(LOOKS.getFirst())) {
        Page page = context.newPage();
        page.navigate(root + "index.html");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
            .getByText("Principles")
            .click();
        assertEquals(root + "principles/index.html", page.url());
        page.getByRole(AriaRole.MAIN).getByText("Rules guide, they do not block").first().click();
        assertEquals(root + "principles/p3.html", page.url());
        page.getByRole(AriaRole.MAIN).getByText("Relied on by").first().waitFor();
        page.goBack();
        assertEquals(root + "principles/index.html", page.url());
      }
    }
  }

  /** On a small phone, too: what to do in an emergency is there without scrolling. */
  @Test
  void theHomePageAnswersFirstWhoIsWorried() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(320, 640))) {
      Page page = context.newPage();
      page.navigate(site.http() + "index.html");
      assertTrue(page.locator("#wm\\.search").isVisible());
      double urgent = page.getByText("Ring 999").boundingBox().y;
      assertTrue(urgent < 620, "Ring 999 stands at " + urgent);
      assertEquals(
          List.of(
              "Caution",
              "I am worried about…",
              "Take me through it",
              "I need to…",
              "Browse the toolkit",
              "What changed"),
          strings(
              page,
              "[...document.querySelectorAll('.alert-title, .text h2, .whats-new h2')]"
                  + ".map(e => e.textContent)"));
      assertEquals(6, page.locator(".whats-new li").count());
    }
  }

  @Test
  void theKeyboardReachesTheTextAtOnce() {
    try (BrowserContext context = context(LOOKS.getFirst())) {
      Page page = context.newPage();
      page.navigate(site.http() + "parts/part-5/consent.html");
      page.keyboard().press("Tab");
      assertEquals("Skip to main content", page.evaluate("document.activeElement.textContent"));
      assertTrue(
          (boolean) page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"));
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertTrue(
          (boolean)
              page.evaluate("document.querySelector('main').contains(document.activeElement)"));
    }
  }

  @Test
  void thePrintedPageKeepsTheNoticeAndLeavesOutTheNavigation() {
    try (BrowserContext context = context(LOOKS.getLast())) {
      Page page = context.newPage();
      page.navigate(site.http() + "parts/part-5/consent.html");
      assertTrue(page.locator(".main-nav").isVisible());
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertTrue(page.locator(".notice").isVisible());
      assertFalse(page.locator(".main-nav").isVisible());
    }
  }

  @Test
  void theNuValidatorFindsNoErrorInAnyPageOrStyleSheet() throws IOException, InterruptedException {
    Path copies = Files.createDirectories(folder.resolve("validated"));
    List<String> pages = site.pages();
    for (String page : pages) {
      // In a folder every style sheet is foreign to the validator, and the page's policy forbids
      // it.
      String html =
          Files.readString(site.folder().resolve(page))
              .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
      Path copy = copies.resolve(page);
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, html);
    }
    int sheets = 0;
    try (var files = Files.list(site.folder().resolve("assets"))) {
      for (Path sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
        // The validator knows neither cascade layers nor questions about selectors, nor the order
        // of painting, nor rules two deep; a media rule holds the same rules.
        String css =
            Files.readString(sheet)
                .replaceAll("@layer [^{;]*;", "")
                .replaceAll("@(layer|supports) [^{]*\\{", "@media all {")
                .replaceAll("paint-order: [a-z]+;", "")
                .replace("::details-content", "::after");
        Files.createDirectories(copies.resolve("assets"));
        Files.writeString(copies.resolve("assets").resolve(sheet.getFileName()), css);
        sheets++;
      }
    }
    Tool.Result said =
        Tool.runCommand(
            copies,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss4m",
                "-cp",
                System.getProperty("java.class.path"),
                "nu.validator.client.SimpleCommandLineValidator",
                "--also-check-css",
                "--verbose",
                "."),
            Map.of());
    List<String> errors = said.err().lines().filter(line -> line.contains(": error")).toList();
    assertEquals(List.of(), errors);
    assertEquals(0, said.exitCode(), said.err());
    assertTrue(sheets >= 1 && pages.size() > 40, sheets + " sheets, " + pages.size() + " pages");
  }

  /**
   * The heaviest pages, seen for the first time on a day when every review is overdue and the copy
   * too old. What scripts may do late they do after the first painting.
   */
  @Test
  void aFirstVisitIsLightAndNothingMoves() throws IOException {
    List<String> problems = new ArrayList<>();
    int heaviest = 0;
    for (Look look : List.of(LOOKS.get(0), LOOKS.get(2))) {
      for (String path : HEAVY) {
        try (BrowserContext context = context(look)) {
          context.addInitScript(
              "Date = class extends Date { constructor(...given) {"
                  + " given.length ? super(...given) : super(2029, 7, 1); } }");
          Page page = context.newPage();
          Set<String> requested = new TreeSet<>();
          page.onRequest(request -> requested.add(request.url()));
          List<Route> late = new ArrayList<>();
          AtomicBoolean painted = new AtomicBoolean();
          page.route(
              LATE,
              route -> {
                if (painted.get()) {
                  route.resume();
                } else {
                  late.add(route);
                }
              });
          page.navigate(
              site.http() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
          page.waitForCondition(() ->
              (boolean)
                  page.evaluate(
                      "performance.getEntriesByName('first-contentful-paint').length > 0"));
          painted.set(true);
          late.forEach(Route::resume);
          page.waitForLoadState(LoadState.LOAD);
          assertTrue(page.locator(".old-copy").isVisible(), path);
          for (String shift : strings(page, SHIFTS)) {
            problems.add("%s (%s): moves by %s".formatted(path, look.name(), shift));
          }
          ByteArrayOutputStream packed = new ByteArrayOutputStream();
          for (String url : requested) {
            Path file =
                site.folder().resolve(URI.create(url.substring(site.http().length())).getPath());
            try (OutputStream gzip = new GZIPOutputStream(packed)) {
              Files.copy(file, gzip);
            }
          }
          System.out.printf(
              "first visit: %s (%s): %d bytes, %d requests%n",
              path, look.name(), packed.size(), requested.size());
          heaviest = Math.max(heaviest, packed.size());
          if (packed.size() >= MAX_VISIT || requested.size() > MAX_REQUESTS) {
            problems.add(
                "%s: %d bytes in %d requests: %s"
                    .formatted(path, packed.size(), requested.size(), requested));
          }
        }
      }
    }
    assertEquals(List.of(), problems);
    assertTrue(heaviest > 50_000, "only " + heaviest + " bytes: was anything asked for?");
  }

  /** The list of the section is the last thing in a page that comes piece by piece. */
  @Test
  void theTextStandsInItsPlaceBeforeTheSectionHasCome() {
    try (BrowserContext context = context(LOOKS.getFirst())) {
      Page page = context.newPage();
      page.navigate(site.http() + "parts/part-5/consent.html");
      double left = page.locator("main").boundingBox().x;
      assertTrue(left > page.locator(".section").boundingBox().x, "the section is on the left");
      page.evaluate("document.querySelector('.section').remove()");
      assertEquals(left, page.locator("main").boundingBox().x);
    }
  }

  @Test
  void whoComesToASectionIsThereAtOnce() {
    for (String root : List.of(site.http(), site.file())) {
      try (BrowserContext context = context(LOOKS.getFirst())) {
        Page page = context.newPage();
        page.navigate(root + "parts/part-5/four-nations.html");
        page.navigate(root + "parts/part-5/consent.html#do-i-need-consent-for-a-child");
        assertEquals(
            "auto", page.evaluate("getComputedStyle(document.documentElement).scrollBehavior"));
        page.waitForCondition(
            () -> Math.abs(page.locator("#do-i-need-consent-for-a-child").boundingBox().y) < 100);
      }
    }
  }

  @Test
  void theStyleSheetsAreLight() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed);
        var files = Files.list(site.folder().resolve("assets"))) {
      for (Path sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
        Files.copy(sheet, gzip);
      }
    }
    assertTrue(packed.size() < MAX_CSS, packed.size() + " bytes");
  }
}
