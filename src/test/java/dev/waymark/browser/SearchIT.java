package dev.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search as readers meet it: box, results, and the page that they arrive at. */
final class SearchIT {
  private static final String GUIDE = "parts/part-5/consent.html";

  @TempDir private static Path folder;
  private static BuiltSite site;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    site = BuiltSite.in(folder.toRealPath().resolve("site"));
    chromium = new Chromium();
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

  /** A reader's window. Closing it fails if the page asked for anything elsewhere or complained. */
  private record Visit(String root, BrowserContext context, Page page, List<String> complaints)
      implements AutoCloseable {
    static Visit to(String root) {
      return to(root, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    static Visit to(String root, Browser.NewContextOptions options) {
      BrowserContext context = chromium.browser().newContext(options);
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      String start = root.equals("file") ? site.file() : site.http();
      page.onRequest(request -> {
        if (!request.url().startsWith(start)) {
          complaints.add("request: " + request.url());
        }
      });
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      return new Visit(start, context, page, complaints);
    }

    Visit at(String path) {
      page.navigate(root + path);
      return this;
    }

    Locator box() {
      return page.getByRole(AriaRole.COMBOBOX);
    }

    Locator options() {
      return page.getByRole(AriaRole.OPTION);
    }

    Locator status() {
      return page.getByRole(AriaRole.STATUS);
    }

    Locator results() {
      return page.locator(".result");
    }

    Locator marks() {
      return page.locator("main mark");
    }

    Locator removal() {
      return page.getByRole(
          AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove highlighting"));
    }

    /** Types, and waits for the suggestions to what was typed. */
    void type(String words) {
      page.keyboard().type(words);
      assertThat(options().last()).hasText("All results for “" + words + "”");
    }

    /** Lets {@code open()} give what a function makes of the engine. */
    void instead(String function) {
      page.addInitScript(
          """
          window.waymark = {
            set search(search) {
              const open = search.open;
              search.open = () => {
                const other = open().then(%s);
                other.catch(() => {});
                return other;
              };
              Object.defineProperty(this, 'search', { value: search });
            }
          };
          """
              .formatted(function));
    }

    void isAt(String address) {
      page.waitForURL(url -> url.equals(root + address));
    }

    @Override
    public void close() {
      context.close();
      assertEquals(List.of(), complaints);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "file"})
  void theKeyboardLeadsThroughTheSuggestions(String root) {
    try (Visit visit = Visit.to(root).at(GUIDE)) {
      assertThat(visit.box()).hasAttribute("aria-expanded", "false");
      visit.box().focus();
      visit.type("recording what you decid");
      assertThat(visit.box()).hasAttribute("aria-expanded", "true");
      assertThat(visit.page().getByRole(AriaRole.LISTBOX)).isVisible();
      int count = visit.options().count();
      assertTrue(count >= 3 && count <= 7, count + " options");
      assertThat(visit.options().first()).containsText("Recording what you decided");

      visit.page().keyboard().press("ArrowDown");
      assertChosen(visit, 0);
      visit.page().keyboard().press("ArrowDown");
      assertChosen(visit, 1);
      visit.page().keyboard().press("ArrowUp");
      visit.page().keyboard().press("ArrowUp");
      assertChosen(visit, -1);
      visit.page().keyboard().press("ArrowUp");
      assertChosen(visit, count - 1);

      visit.page().keyboard().press("Escape");
      assertThat(visit.box()).hasAttribute("aria-expanded", "false");
      assertThat(visit.box()).hasValue("recording what you decid");
      assertChosen(visit, -1);
      assertThat(visit.options()).hasCount(0);

      visit.page().keyboard().press("ArrowDown");
      assertThat(visit.options()).hasCount(count);
      visit.page().keyboard().press("Tab");
      assertThat(visit.options()).hasCount(0);
      assertThat(visit.page().getByRole(AriaRole.BUTTON).getByText("Search")).isFocused();

      visit.box().focus();
      visit.page().keyboard().press("ArrowDown");
      assertThat(visit.options()).hasCount(count);
      visit.page().keyboard().press("ArrowDown");
      visit.page().keyboard().press("Enter");
      visit.page().waitForURL(Pattern.compile(".*/recording-decisions\\.html\\?q=recording.*"));
      assertThat(visit.removal()).isVisible();
    }
  }

  private static void assertChosen(Visit visit, int index) {
    List<String> selected = new ArrayList<>();
    for (Locator option : visit.options().all()) {
      selected.add(option.getAttribute("aria-selected"));
    }
    assertEquals(index, selected.indexOf("true"));
    assertEquals(index, selected.lastIndexOf("true"));
    String active = visit.box().getAttribute("aria-activedescendant");
    if (index < 0) {
      assertEquals(null, active);
    } else {
      assertEquals(visit.options().nth(index).getAttribute("id"), active);
    }
  }

  @Test
  void eachPageIsSuggestedOnce() {
    try (Visit visit = Visit.to("http").at("index.html")) {
      visit.box().focus();
      visit.type("consent");
      List<String> titles = visit.page().locator("[role=option] > b").allInnerTexts();
      assertEquals(titles.stream().distinct().toList(), titles);
      assertTrue(titles.contains("Consent: one word, two meanings"), titles::toString);
    }
  }

  @Test
  void aFingerTakesASuggestion() {
    Browser.NewContextOptions phone =
        new Browser.NewContextOptions().setViewportSize(320, 640).setHasTouch(true);
    try (Visit visit = Visit.to("http", phone).at(GUIDE)) {
      visit.box().tap();
      visit.type("recording what you decid");
      visit.options().first().tap();
      visit.page().waitForURL(Pattern.compile(".*/recording-decisions\\.html\\?q=recording.*"));
    }
  }

  @Test
  void aPageWithoutASearchLoadsNoneOfIt() {
    try (Visit visit = Visit.to("http")) {
      List<String> scripts = new ArrayList<>();
      visit
          .page()
          .onRequest(request -> {
            if (request.url().startsWith(visit.root() + "search/")) {
              scripts.add(request.url());
            }
          });
      visit.at(GUIDE);
      assertEquals(List.of(visit.root() + "search/entry.js"), scripts);
      visit.box().focus();
      visit.type("ask");
      assertTrue(scripts.size() > 2, scripts::toString);
    }
  }

  @Test
  void aLateAnswerDoesNotReplaceANewerOne() {
    try (Visit visit = Visit.to("http").at(GUIDE)) {
      visit
          .page()
          .evaluate(
              """
              async () => {
                const engine = await window.waymark.search.open();
                const query = engine.query.bind(engine);
                engine.query = async (text, options) => {
                  const answer = await query(text, options);
                  if (text === 'con') {
                    window.held = true;
                    await new Promise((resolve) => { window.release = resolve; });
                    window.released = true;
                  }
                  return answer;
                };
              }
              """);
      visit.box().focus();
      visit.page().keyboard().type("con");
      visit.page().waitForCondition(() -> isTrue(visit, "held"));
      visit.page().keyboard().type("fidential");
      assertThat(visit.options().last()).hasText("All results for “confidential”");
      List<String> shown = visit.options().allInnerTexts();
      visit.page().evaluate("window.release()");
      visit.page().waitForCondition(() -> isTrue(visit, "released"));
      visit.page().evaluate("new Promise(requestAnimationFrame)");
      assertEquals(shown, visit.options().allInnerTexts());
    }
  }

  private static boolean isTrue(Visit visit, String flag) {
    return (boolean) visit.page().evaluate("flag => window[flag] === true", flag);
  }

  @Test
  void aSlashLeadsToTheBoxAndIsAnOrdinaryLetterInIt() {
    try (Visit visit = Visit.to("file").at(GUIDE)) {
      assertThat(visit.box()).hasAttribute("aria-keyshortcuts", "/");
      visit.page().keyboard().press("/");
      assertThat(visit.box()).isFocused();
      assertThat(visit.box()).hasValue("");
      visit.page().keyboard().press("/");
      assertThat(visit.box()).hasValue("/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "file"})
  void theFormAloneLeadsToTheResults(String root) {
    try (Visit visit = Visit.to(root).at(GUIDE)) {
      visit.box().fill("court order");
      visit.page().keyboard().press("Enter");
      visit.isAt("search.html?q=court+order");
      assertThat(visit.status()).containsText(Pattern.compile("\\d+ results for “court order”"));
      assertThat(visit.box()).hasValue("court order");
      assertTrue(visit.page().title().startsWith("court order – Search"), visit.page().title());
      assertThat(visit.results().first().getByRole(AriaRole.HEADING)).isVisible();
      assertThat(visit.results().first().locator(".excerpt mark").first()).isVisible();
      assertThat(visit.results().first().locator(".kind")).hasCount(1);

      visit.box().fill("caldicott");
      visit.page().getByRole(AriaRole.BUTTON).getByText("Search").click();
      visit.isAt("search.html?q=caldicott");
      assertThat(visit.status()).containsText("“caldicott”");
    }
  }

  @Test
  void resultsStandByPageWithFurtherSectionsBelow() {
    try (Visit visit = Visit.to("http").at("search.html?q=consent")) {
      assertThat(visit.results().first()).isVisible();
      List<String> pages = new ArrayList<>();
      int sections = 0;
      for (Locator result : visit.results().all()) {
        String href = result.locator("h2 a").getAttribute("href");
        String path = href.replaceFirst("[?#].*", "");
        pages.add(path);
        List<Locator> others = result.locator(".more-sections a").all();
        assertTrue(others.size() <= 3, href);
        for (Locator other : others) {
          sections++;
          assertTrue(other.getAttribute("href").startsWith(path), other::toString);
          assertFalse(other.innerText().isBlank());
        }
      }
      assertEquals(pages.stream().distinct().toList(), pages);
      assertTrue(sections > 0);
    }
  }

  @Test
  void filtersNarrowTheResultsAndStayInTheAddress() {
    try (Visit visit = Visit.to("http").at("search.html?q=consent")) {
      String before = visit.status().innerText();
      visit.page().getByLabel("Principle", exactly()).check();
      assertThat(visit.status()).not().hasText(before);
      assertThat(visit.status()).containsText("results for “consent”");
      visit.isAt("search.html?q=consent&kind=principle");
      assertThat(visit.results().first()).isVisible();
      for (String kind : visit.page().locator(".result .kind").allInnerTexts()) {
        assertEquals("Principle", kind);
      }
      String narrowed = visit.status().innerText();

      visit.page().reload();
      assertThat(visit.status()).hasText(narrowed);
      assertThat(visit.page().getByLabel("Principle", exactly())).isChecked();

      // A new search keeps the filter.
      visit.box().fill("share");
      visit.page().keyboard().press("Enter");
      visit.isAt("search.html?q=share&kind=principle");
      assertThat(visit.status()).containsText("“share”");

      visit.page().getByLabel("Principle", exactly()).uncheck();
      visit.isAt("search.html?q=share");
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void filtersThatLeaveNothingCanBeTakenAway() {
    try (Visit visit = Visit.to("http").at("search.html?q=caldicott&kind=excerpt&nation=nowhere")) {
      assertThat(visit.status()).containsText("with these filters");
      visit.page().getByText("Search without filters").click();
      visit.isAt("search.html?q=caldicott");
      assertThat(visit.results().first()).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "file"})
  void aLongListPagesAndTheBackButtonRestoresIt(String root) {
    try (Visit visit = Visit.to(root).at("search.html?q=safeguarding")) {
      assertThat(visit.results()).hasCount(20);
      visit.page().getByText("Show more results").click();
      assertThat(visit.results().nth(20).getByRole(AriaRole.LINK).first()).isFocused();
      int count = visit.results().count();
      assertTrue(count > 20 && count <= 40, count + " results");
      visit.isAt("search.html?q=safeguarding&show=40");

      Locator link = visit.results().nth(21).getByRole(AriaRole.LINK).first();
      link.scrollIntoViewIfNeeded();
      double place = link.boundingBox().y;
      link.click();
      visit.page().waitForURL(Pattern.compile(".*\\.html\\?q=safeguarding.*(?<!show=40)$"));
      visit.page().goBack();
      visit.isAt("search.html?q=safeguarding&show=40");
      assertThat(visit.box()).hasValue("safeguarding");
      assertThat(visit.results()).hasCount(count);
      assertThat(link).isInViewport();
      assertEquals(place, link.boundingBox().y, 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "file"})
  void aCorrectionCanBeDeclined(String root) {
    try (Visit visit = Visit.to(root).at("search.html?q=safegarding+lead&kind=guide")) {
      assertThat(visit.status()).containsText("Showing results for safeguarding lead.");
      assertThat(visit.results().first().locator("mark").first()).isVisible();
      visit.page().getByText("instead").click();
      String exact = "search.html?q=safegarding+lead&kind=guide&exact=1";
      visit.isAt(exact);
      // The other word is still looked for.
      assertThat(visit.status())
          .containsText(Pattern.compile("\\d+ results for “safegarding lead”"));
      assertThat(visit.status()).not().containsText("Showing results for");
      Locator first = visit.results().first().getByRole(AriaRole.LINK).first();
      assertThat(first).hasAttribute("href", Pattern.compile("\\?q=safegarding%20lead&exact=1"));
      String asTyped = visit.status().innerText();

      visit.page().getByLabel("Guide", exactly()).uncheck();
      visit.isAt("search.html?q=safegarding+lead&exact=1");
      assertThat(visit.status()).not().hasText(asTyped);
      assertThat(visit.status()).not().containsText("Showing results for");
      visit.page().getByLabel("Guide", exactly()).check();
      visit.isAt(exact);
      assertThat(visit.status()).hasText(asTyped);

      // The page does not mark the words that were declined.
      first.click();
      assertThat(visit.removal()).isVisible();
      for (String word : visit.marks().allInnerTexts()) {
        assertTrue(word.matches("(?i)lead.*"), word);
      }
      visit.page().goBack();
      visit.isAt(exact);
      assertThat(visit.status()).hasText(asTyped);
      visit.page().goBack();
      assertThat(visit.status()).containsText("Showing results for safeguarding lead.");

      // A new search starts afresh.
      visit.at(exact);
      visit.box().fill("chidlren");
      visit.page().keyboard().press("Enter");
      visit.isAt("search.html?q=chidlren&kind=guide");
      assertThat(visit.status()).containsText("Showing results for children");
    }
  }

  @Test
  void aDeclinedCorrectionWithoutResultsOffersTheWordsNearIt() {
    try (Visit visit = Visit.to("http").at("search.html?q=safegarding")) {
      visit.page().getByText("instead").click();
      visit.isAt("search.html?q=safegarding&exact=1");
      assertThat(visit.status()).containsText("Nothing found for “safegarding”");
      assertThat(visit.results()).hasCount(0);
      assertThat(visit.status().getByText("A to Z")).isVisible();
      assertThat(visit.status()).containsText("Did you mean: safeguarding");
      visit.status().getByRole(AriaRole.LINK).first().click();
      visit.isAt("search.html?q=safeguarding");
      assertThat(visit.results().first()).isVisible();
    }
  }

  @Test
  void aQueryThatMatchesNothingOffersWordsAndTheIndex() {
    try (Visit visit = Visit.to("http").at("search.html?q=%22consemt%22")) {
      assertThat(visit.status()).containsText("Nothing found");
      assertThat(visit.status().getByText("A to Z")).isVisible();
      assertThat(visit.status()).containsText("Did you mean: consent");
      visit.status().getByRole(AriaRole.LINK).first().click();
      assertThat(visit.results().first()).isVisible();
      visit.at("search.html?q=xyzzyqwrtp");
      visit.status().getByText("A to Z").click();
      visit.isAt("a-z.html");
    }
  }

  @Test
  void anEmptySearchExplainsItself() {
    try (Visit visit = Visit.to("file").at("search.html?q=+")) {
      assertThat(visit.status()).containsText("Put quotes round words");
      assertThat(visit.status()).containsText("a minus in front");
      assertThat(visit.box()).isFocused();
      assertThat(visit.results()).hasCount(0);
      assertThat(visit.page().locator("fieldset").first()).isHidden();
    }
  }

  @Test
  void whatIsTypedIsNeverMarkup() {
    String typed = "<img src=x onerror=alert(1)> \"><script>alert(2)</script> consent";
    try (Visit visit = Visit.to("http").at("search.html")) {
      assertThat(visit.status()).containsText("Put quotes");
      visit.box().fill(typed);
      assertThat(visit.options().last()).hasText("All results for “" + typed + "”");
      visit.page().keyboard().press("Enter");
      visit.page().waitForURL(Pattern.compile(".*\\?q=%3Cimg.*"));
      assertThat(visit.status()).containsText("<img src=x onerror=alert(1)>");
      assertEquals(0, visit.page().locator("main img, main script").count());
    }
  }

  @Test
  void withoutJavaScriptTheIndexStandsInItsPlace() {
    Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Visit visit = Visit.to("http", plain).at(GUIDE)) {
      assertThat(visit.box()).isHidden();
      visit.page().locator("header noscript a").click();
      visit.isAt("a-z.html");
      visit.at("search.html?q=consent");
      assertThat(visit.box()).isHidden();
      visit.page().locator("main noscript a").click();
      visit.isAt("a-z.html");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "file"})
  void theWordsAreHighlightedOnArrivalUntilTheReaderHasSeenThem(String root) {
    try (Visit visit = Visit.to(root).at("search.html?q=consent+recorded")) {
      visit.page().locator("main a[href*='consent.html?'][href*='#']").first().click();
      visit.page().waitForURL(Pattern.compile(".*/consent\\.html\\?q=consent%20recorded#.+"));
      String anchor = visit.page().url().replaceFirst(".*#", "");
      assertThat(visit.removal()).isVisible();
      assertThat(visit.page().locator("[id='" + anchor + "']")).isInViewport();
      List<String> marked = visit.marks().allInnerTexts();
      assertTrue(
          marked.stream().allMatch(word -> word.matches("(?i)consent.*|record.*")),
          marked::toString);
      assertTrue(marked.size() > 5, marked::toString);
      assertEquals(0, visit.page().locator("header mark, nav mark").count());
      String text = visit.page().locator(".text").innerText();

      visit.removal().click();
      assertThat(visit.marks()).hasCount(0);
      assertThat(visit.removal()).isHidden();
      visit.isAt(GUIDE + "#" + anchor);
      assertEquals(text, visit.page().locator(".text").innerText());

      visit.at(GUIDE + "?q=consent");
      assertThat(visit.removal()).isVisible();
      visit.page().keyboard().press("Escape");
      assertThat(visit.marks()).hasCount(0);
      visit.isAt(GUIDE);
    }
  }

  @Test
  void everyLinkThatCarriesTheQueryHighlightsSomething() {
    try (Visit visit = Visit.to("http").at("search.html?q=hub")) {
      assertThat(visit.results().first()).isVisible();
      List<String> links = new ArrayList<>();
      for (Locator link : visit.page().locator(".results a").all()) {
        links.add((String) link.evaluate("a => a.href"));
      }
      int carrying = 0;
      for (String link : links) {
        if (link.contains("?q=")) {
          carrying++;
          visit.page().navigate(link);
          assertThat(visit.marks().first()).isVisible();
        }
      }
      assertTrue(carrying > 0, links::toString);
    }
  }

  @Test
  void numbersAreWrittenInTheLanguageOfTheSite() {
    Browser.NewContextOptions german = new Browser.NewContextOptions().setLocale("de-DE");
    try (Visit visit = Visit.to("http", german)) {
      visit.instead(
          """
          (engine) => ({
            query: async () => ({ total: 12345, hits: [], corrected: null }),
            marker: (text) => engine.marker(text)
          })
          """);
      visit.at("search.html?q=consent");
      assertThat(visit.status()).containsText("12,345 results");
    }
  }

  /** As a server has it that takes `//` for `/`. */
  @Test
  void highlightingGoesFromAnAddressWithTwoSlashes() {
    try (Visit visit = Visit.to("http")) {
      // The server of the JDK takes the name of a file at the root, after two slashes, for a host.
      visit.page.route(
          "**/check-by.js",
          route -> route.fulfill(new Route.FulfillOptions().setContentType("text/javascript")));
      visit.at("/" + GUIDE + "?q=consent#how-do-i-ask");
      assertThat(visit.removal()).isVisible();
      visit.removal().click();
      assertThat(visit.marks()).hasCount(0);
      visit.isAt("/" + GUIDE + "#how-do-i-ask");
    }
  }

  @Test
  void aSearchThatCannotBeLoadedSaysSo() {
    for (String missing : List.of("**/search/client-*.js", "**/search/*/d.js")) {
      try (BrowserContext context = chromium.browser().newContext()) {
        Page page = context.newPage();
        page.route(missing, Route::abort);
        page.navigate(site.http() + "search.html?q=consent");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("could not be loaded");
        assertThat(page.locator("main a[href='a-z.html']:visible")).hasCount(1);
      }
    }
  }

  @Test
  void anErrorThatReadersCannotMendIsNotShown() {
    try (Visit visit = Visit.to("http")) {
      visit.instead("() => { throw new Error('x is \"undefined\"]'); }");
      visit.at("search.html?q=consent");
      assertThat(visit.status()).containsText("Search does not work just now");
      assertThat(visit.status()).not().containsText("undefined");
      assertThat(visit.status()).not().containsText("loaded");
      assertThat(visit.status().locator("a[href='a-z.html']")).isVisible();
    }
  }

  @Test
  void thePrintedPageHasNoBox() {
    try (Visit visit = Visit.to("http").at(GUIDE)) {
      assertThat(visit.box()).isVisible();
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(visit.box()).isHidden();
    }
  }

  @Test
  void everyStateIsAccessibleInEveryLook() {
    Map<String, ColorScheme> schemes = Map.of("light", ColorScheme.LIGHT, "dark", ColorScheme.DARK);
    List<String> violations = new ArrayList<>();
    for (String scheme : List.of("light", "dark")) {
      for (int width : List.of(1280, 320)) {
        Browser.NewContextOptions look =
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(schemes.get(scheme));
        try (Visit visit = Visit.to("http", look)) {
          String name = scheme + " " + width;
          visit.at("search.html?q=safegarding+lead");
          assertThat(visit.results().first()).isVisible();
          if (width == 320) {
            visit.page().getByText("Narrow these results").click();
          }
          check(visit, name + " results", violations);
          visit.box().fill("");
          visit.type("consent");
          visit.page().keyboard().press("ArrowDown");
          check(visit, name + " suggestions on the results", violations);
          visit.at("search.html?q=%22consemt%22");
          assertThat(visit.status()).containsText("Nothing found");
          check(visit, name + " nothing found", violations);
          visit.at("search.html");
          assertThat(visit.status()).containsText("Put quotes");
          check(visit, name + " help", violations);
          visit.at(GUIDE + "?q=consent+data#how-do-i-ask");
          assertThat(visit.removal()).isVisible();
          check(visit, name + " highlighted", violations);
          visit.box().focus();
          visit.type("record");
          visit.page().keyboard().press("ArrowDown");
          check(visit, name + " suggestions", violations);
        }
      }
    }
    assertEquals(List.of(), violations);
  }

  private static void check(Visit visit, String name, List<String> violations) {
    int width = (int) visit.page().evaluate("document.documentElement.scrollWidth");
    int window = (int) visit.page().evaluate("innerWidth");
    if (width > window) {
      violations.add(name + " is " + width + " px wide");
    }
    Axe.violations(visit.page()).forEach(violation -> violations.add(name + ": " + violation));
  }
}
