package dev.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
      See [tools](tools.md) and [beds](beds.md).
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

  @TempDir private static Path folder;
  private static BuiltSite shed;
  private static Chromium chromium;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Path root = folder.toRealPath();
    Path content = Files.createDirectories(root.resolve("content"));
    for (String file : CONTENT.split("-- (?=[a-z.]+ --\n)")) {
      if (!file.isBlank()) {
        String[] parts = file.split(" --\n", 2);
        Files.writeString(content.resolve(parts[0]), parts[1]);
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
              .filter(e => e.checkVisibility()).map(e => e.textContent.trim())
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
    for (String path : shed.pages()) {
      if (path.equals("404.html")) { // which refers to nothing, here without a base address
        continue;
      }
      assertFalse(noticesOn("2027-06-30", shed.file(), path).contains(words), path);
      assertEquals(words, noticesOn("2027-07-01", shed.file(), path).getFirst(), path);
    }
    try (BrowserContext context = browser.newContext()) {
      Page page = page(context);
      page.clock().setFixedTime("2027-07-01T00:00:01");
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
}
