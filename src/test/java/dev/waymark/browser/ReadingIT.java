package dev.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page does while it is read: the script of the theme, by the clock of the reader. */
final class ReadingIT {
  private static final String CONTENT =
      """
      -- site.yaml --
      title: Shed
      owners:
        lead: {name: Lead gardener}
        helper: {name: Helper}
      review:
        due-soon: 60
        check-by: 2027-06-30
      -- index.md --
      ---
      title: Shed
      ---
      See [tools](tools.md), [beds](beds.md) and [[notes]].
      -- glossary.yaml --
      terms:
        - term: dibber
          definition: A pointed stick for making holes.
        - term: HSE
          expansion: heel stamping exercise
          definition: How soil is firmed.
      -- notes.md --
      ---
      title: Notes
      ---
      Take a dibber. Then comes the HSE.

      ## First
      FILLER
      ### Below the first
      FILLER
      ## Second
      FILLER
      ## Third & last
      FILLER
      -- people/both.md --
      ---
      title: For both
      audience: [child, adult]
      ---
      -- people/children.md --
      ---
      title: For children
      audience: child
      nations: wales
      ---
      -- people/adults.md --
      ---
      title: For adults
      audience: adult
      ---
      -- people/all.md --
      ---
      title: For all
      nations: [wales, scotland]
      ---
      -- tools.md --
      ---
      title: Tools
      owner: lead
      status: reviewed
      reviewed: 2026-01-31
      review-by: 2027-01-31
      ---
      Oil them.
      -- beds.md --
      ---
      title: Beds
      owner: helper
      review-by: 2026-03-01
      ---
      Dig them.
      """;

  /** More than a window of text. */
  private static final String FILLER = "\n" + "Dig over the soil, and rest.\n\n".repeat(30);

  @TempDir private static Path folder;
  private static BuiltSite shed;
  private static Chromium chromium;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Path root = folder.toRealPath();
    Path content = Files.createDirectories(root.resolve("content"));
    for (String file : CONTENT.split("-- (?=[a-z./]+ --\n)")) {
      if (!file.isBlank()) {
        String[] parts = file.split(" --\n", 2);
        Path path = content.resolve(parts[0]);
        Files.createDirectories(path.getParent());
        Files.writeString(path, parts[1].replace("FILLER\n", FILLER));
      }
    }
    shed = BuiltSite.of(content, root.resolve("shed"));
    chromium = new Chromium();
    browser = chromium.browser();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (shed != null) {
      shed.close();
    }
  }

  @AfterEach
  void nothingIsComplainedOf() {
    assertEquals(List.of(), complaints);
  }

  private Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(page.url() + ": " + message.text()));
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  /** What can be seen of the marks and notices that hang on a date. */
  @SuppressWarnings("unchecked")
  private static List<String> notices(Page page) {
    return (List<String>)
        page.evaluate(
            """
            [...document.querySelectorAll('.old-copy strong, .overdue strong, .late, .soon')]
              .filter(e => e.checkVisibility({visibilityProperty: true})).map(e => e.textContent.trim())
            """);
  }

  private List<String> noticesOn(String day, String root, String path) {
    try (BrowserContext context = browser.newContext()) {
      Page page = page(context);
      page.clock().setFixedTime(day + "T12:00:00");
      page.navigate(root + path);
      return notices(page);
    }
  }

  @Test
  void aPageTurnsOverdueByTheClockOfTheReader() {
    for (String root : List.of(shed.http(), shed.file())) {
      assertEquals(List.of(), noticesOn("2026-12-01", root, "tools.html"));
      assertEquals(List.of("due soon"), noticesOn("2026-12-02", root, "tools.html"));
      assertEquals(List.of("due soon"), noticesOn("2027-01-31", root, "tools.html"));
      assertEquals(
          List.of("Overdue for review.", "overdue"), noticesOn("2027-02-01", root, "tools.html"));
    }
  }

  @Test
  void aCopyThatIsTooOldSaysSoOnEveryPage() {
    String words = "This copy may be out of date.";
    try (BrowserContext context = browser.newContext()) {
      Page page = page(context);
      for (String path : shed.pages()) {
        if (path.equals("404.html")) { // which refers to nothing, here without a base address
          continue;
        }
        page.clock().setFixedTime("2027-06-30T23:59:00");
        page.navigate(shed.file() + path);
        assertFalse(notices(page).contains(words), path);
        page.clock().setFixedTime("2027-07-01T00:00:01");
        page.navigate(shed.file() + path);
        assertEquals(words, notices(page).getFirst(), path);
      }
      page.navigate(shed.http() + "index.html");
      assertTrue(
          page.locator(".old-copy").textContent().contains("until 30 June 2027."),
          page.locator(".old-copy").textContent());
    }
  }

  /**
   * The build saw 31 January 2026, its newest date; the clock of a machine without one says 1970.
   */
  @Test
  void aClockThatIsBehindTakesNothingBack() {
    assertEquals(List.of(), noticesOn("1970-01-01", shed.http(), "tools.html"));
    assertEquals(List.of("due soon"), noticesOn("1970-01-01", shed.http(), "beds.html"));
    assertEquals(
        List.of("Overdue for review.", "overdue"),
        noticesOn("2026-03-02", shed.http(), "beds.html"));
  }

  @Test
  void withoutScriptAllStaysAsItWasBuilt() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = page(context);
      page.navigate(shed.http() + "beds.html");
      assertTrue(page.locator(".soon").isVisible());
      assertFalse(page.locator(".overdue").isVisible());
      assertFalse(page.locator(".old-copy").isVisible());
    }
  }

  @Test
  void aPageThatLiesOpenTurnsOverdueWhenItIsLookedAtAgain() {
    try (BrowserContext context = browser.newContext()) {
      Page page = page(context);
      page.clock().setFixedTime("2027-01-31T23:00:00");
      page.navigate(shed.http() + "tools.html");
      assertEquals(List.of("due soon"), notices(page));
      page.clock().setFixedTime("2027-02-01T08:00:00");
      page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      assertEquals(List.of("Overdue for review.", "overdue"), notices(page));
    }
  }

  @Test
  void theListOfReviewDatesMarksAndCountsByTheClock() {
    assertEquals(
        List.of("1 overdue", "1 overdue", "overdue", "due soon"),
        noticesOn("2027-01-10", shed.http(), "governance.html"));
    assertEquals(
        List.of("2 overdue", "1 overdue", "1 overdue", "overdue", "overdue"),
        noticesOn("2027-02-10", shed.file(), "governance.html"));
  }

  @Test
  void theListOfReviewDatesCanBeTakenAway() throws IOException {
    try (BrowserContext context = browser.newContext()) {
      Page page = page(context);
      page.navigate(shed.http() + "governance.html");
      Path taken = page.waitForDownload(() -> page.getByText("CSV").click()).path();
      String csv = Files.readString(taken);
      assertTrue(csv.startsWith("\uFEFFPage,Address,"), csv);
      assertTrue(csv.contains("\r\nBeds,beds.html,Guide,Helper,,,2026-03-01,\r\n"), csv);
    }
  }

  private static String current(Page page) {
    return (String)
        page.evaluate(
            "[...document.querySelectorAll('.contents [aria-current=location]')].map(e =>"
                + " e.textContent).join(' and ')");
  }

  private static void waitForCurrent(Page page, String title) {
    page.waitForCondition(() -> current(page).equals(title));
  }

  @Test
  void theContentsListFollowsTheReader() {
    try (BrowserContext context = browser.newContext()) {
      Page page = page(context);
      page.navigate(shed.file() + "notes.html");
      assertEquals("", current(page));
      for (String id : List.of("first", "below-the-first", "third--last", "second")) {
        page.evaluate(
            "id => document.getElementById(id).scrollIntoView({behavior: 'instant'})", id);
        waitForCurrent(
            page,
            (String) page.evaluate("id => document.getElementById(id).textContent.trim()", id));
      }
      // A jump over headings that are in sight at neither end.
      page.evaluate("window.scrollTo({top: document.body.scrollHeight, behavior: 'instant'})");
      waitForCurrent(page, "Third & last");
      page.evaluate("window.scrollTo({top: 0, behavior: 'instant'})");
      waitForCurrent(page, "");
    }
  }

  @Test
  void aHeadingHasALinkThatCopiesItsAddress() {
    try (BrowserContext context = browser.newContext()) {
      context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = page(context);
      page.navigate(shed.http() + "notes.html");
      Locator link =
          page.getByRole(
              AriaRole.LINK,
              new Page.GetByRoleOptions().setName("Link to this section: Third & last"));
      link.focus();
      assertEquals("1", link.evaluate("e => getComputedStyle(e).opacity"));
      page.keyboard().press("Enter");
      page.getByText("Link copied").waitFor();
      assertEquals(shed.http() + "notes.html#third--last", page.url());
      assertEquals(page.url(), page.evaluate("navigator.clipboard.readText()"));
      assertEquals("Third & last", page.locator("#third--last").textContent());
    }
  }

  /** As on plain HTTP, where scripts may not copy. */
  @Test
  void whereNothingCanBeCopiedTheAddressStandsThereSelected() {
    try (BrowserContext context = browser.newContext()) {
      context.addInitScript("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
      Page page = page(context);
      page.navigate(shed.http() + "notes.html");
      Locator link = page.locator("#second .heading-link");
      link.click();
      Locator field = page.getByLabel("Copy this address:");
      field.waitFor();
      assertEquals(shed.http() + "notes.html#second", page.evaluate("getSelection().toString()"));
      page.keyboard().press("Escape");
      assertEquals(0, field.count());
      assertTrue((boolean) link.evaluate("e => e === document.activeElement"));
    }
  }

  @Test
  void aTermOpensItsDefinitionByKeyboardPointerAndTouch() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setHasTouch(true))) {
      Page page = page(context);
      page.navigate(shed.file() + "notes.html");
      Locator term = page.locator(".term").first();
      Locator box = page.locator(".definition").first();
      List<Runnable> ways =
          List.of(
              () -> term.press("Enter"),
              () -> term.press(" "),
              () -> term.click(),
              () -> term.tap());
      for (Runnable way : ways) {
        assertEquals("false", term.getAttribute("aria-expanded"));
        way.run();
        box.waitFor();
        page.waitForCondition(() -> "true".equals(term.getAttribute("aria-expanded")));
        assertEquals("A pointed stick for making holes. In the glossary", box.textContent());
        way.run();
        page.waitForCondition(() -> "false".equals(term.getAttribute("aria-expanded")));
        assertFalse(box.isVisible());
      }
      term.press("Enter");
      page.keyboard().press("Tab");
      assertEquals("In the glossary", page.evaluate("document.activeElement.textContent"));
      page.keyboard().press("Escape");
      assertFalse(box.isVisible());
      assertTrue((boolean) term.evaluate("e => e === document.activeElement"));
      assertEquals(shed.file() + "notes.html", page.url());
      assertEquals(
          "heel stamping exercise: How soil is firmed.",
          page.locator(".term").last().getAttribute("aria-description"));
    }
  }

  @Test
  void withoutScriptATermIsALinkToTheGlossary() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = page(context);
      page.navigate(shed.http() + "notes.html");
      assertEquals(
          "A pointed stick for making holes.", page.locator(".term").first().getAttribute("title"));
      page.locator(".term").first().click();
      assertEquals(shed.http() + "glossary.html#dibber", page.url());
    }
  }

  private static List<String> listed(Page page) {
    return page.locator(".children h3:visible").allTextContents();
  }

  @Test
  void aListIsNarrowedByLabelsAndSaysWhatItLeavesOut() {
    try (BrowserContext context = browser.newContext()) {
      Page page = page(context);
      page.navigate(shed.http() + "people/index.html");
      List<String> all = List.of("For adults", "For all", "For both", "For children");
      assertEquals(all, listed(page));
      assertEquals("", page.locator(".label-filter [role=status]").textContent());
      page.getByLabel("About").selectOption("Adults");
      assertEquals(List.of("For adults", "For all", "For both"), listed(page));
      assertEquals(
          "1 of 4 are not listed, because they are not marked “Adults”.",
          page.locator(".label-filter [role=status]").textContent());
      page.getByText("Which are not listed?").click();
      assertEquals(
          List.of("For children"), page.locator(".label-filter li a:visible").allTextContents());
      page.getByLabel("Nation").selectOption("Scotland");
      // What has no label holds everywhere.
      assertEquals(List.of("For adults", "For all", "For both"), listed(page));

      // On paper nothing is left out.
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertEquals(all, listed(page));
      assertFalse(page.locator(".label-filter").isVisible());
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

      page.getByText("List all").click();
      page.waitForCondition(() -> listed(page).equals(all));
      assertEquals("", page.locator(".label-filter [role=status]").textContent());
      assertFalse(page.getByText("Which are not listed?").isVisible());
    }
  }

  @Test
  void withoutScriptOrDifferencesThereIsNothingToNarrowBy() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = page(context);
      page.navigate(shed.http() + "people/index.html");
      assertFalse(page.locator(".label-filter").isVisible());
      page.navigate(shed.http() + "index.html");
      assertEquals(0, page.locator(".label-filter").count());
    }
  }

  /** Open definitions, notices, and the field with an address, in every look. */
  @Test
  void whatTheScriptShowsIsAccessible() {
    List<String> violations = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      int width = scheme == ColorScheme.LIGHT ? 1280 : 320;
      try (BrowserContext context =
          browser.newContext(
              new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme))) {
        context.addInitScript("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
        Page page = page(context);
        page.clock().setFixedTime("2027-08-01T12:00:00");
        page.navigate(shed.http() + "notes.html");
        page.locator(".term").first().click();
        page.locator(".definition").waitFor();
        check(page, violations);
        page.keyboard().press("Escape");
        page.locator("#second .heading-link").click();
        page.getByLabel("Copy this address:").waitFor();
        check(page, violations);
        page.navigate(shed.http() + "people/index.html");
        page.getByLabel("About").selectOption("Adults");
        page.getByText("Which are not listed?").click();
        check(page, violations);
        page.navigate(shed.http() + "tools.html");
        check(page, violations);
        page.navigate(shed.http() + "governance.html");
        check(page, violations);
      }
    }
    assertEquals(List.of(), violations);
  }

  private static void check(Page page, List<String> violations) {
    int width = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (width > 0) {
      violations.add(page.url() + " is " + width + " px too wide");
    }
    Axe.violations(page).forEach(line -> violations.add(page.url() + ": " + line));
  }
}
