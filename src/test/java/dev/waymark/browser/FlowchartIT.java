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
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import dev.waymark.flowchart.Charts;
import dev.waymark.flowchart.FlowNode;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.Flowchart.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flowcharts as their readers follow them: with a mouse, by keyboard, without a script. */
final class FlowchartIT {
  private static final List<Flowchart> CHARTS = Charts.toolkit();
  private static final String CHILD = "share-child-concern";

  @TempDir private static Path folder;
  private static BuiltSite toolkit;
  private static BuiltSite small;
  private static Chromium chromium;

  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    toolkit = BuiltSite.in(folder.toRealPath().resolve("toolkit"));
    small =
        BuiltSite.of(
            Path.of("src/test/resources/golden/flowcharts/content").toAbsolutePath(),
            folder.toRealPath().resolve("small"));
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (small != null) {
      small.close();
    }
    if (toolkit != null) {
      toolkit.close();
    }
  }

  @BeforeEach
  void start() {
    use(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  /** Starts again with another reader. */
  private void use(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.browser().newContext(options);
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(page.url() + ": " + message.text()));
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
  }

  @AfterEach
  void stop() {
    context.close();
    assertEquals(List.of(), complaints);
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static final String WALK = "Walk through it, one question at a time";

  /** The ids of the steps that show. */
  private List<String> showing() {
    return strings(
        "[...document.querySelectorAll('.flow-step')].filter(e => e.checkVisibility()).map(e =>"
            + " e.id)");
  }

  @SuppressWarnings("unchecked")
  private List<String> strings(String script) {
    return (List<String>) page.evaluate(script);
  }

  /** A busy browser takes a moment, and tells of its own buttons later. */
  private void assertShowing(String... ids) {
    page.waitForFunction(
        "ids => [...document.querySelectorAll('.flow-step')].filter(e =>"
            + " e.checkVisibility()).map(e => e.id).join() === ids",
        String.join(",", ids));
  }

  private String focused() {
    return (String)
        page.evaluate("(document.activeElement.textContent || '').replace(/\\s+/g, ' ').trim()");
  }

  private void answer(String label) {
    page.locator(".flow-current .flow-options a[data-label=\"" + label + "\"]").press("Enter");
  }

  @Test
  void everyPathEndsInItsOutcomeOneQuestionAtATime() {
    for (Flowchart chart : CHARTS) {
      page.navigate(toolkit.http() + "flowcharts/" + chart.id().value() + ".html");
      button(WALK).click();
      int walked = 0;
      List<Step> walk = List.of();
      for (List<Step> path : chart.paths()) {
        int from = changed(walk, path);
        walk = path;
        for (int i = from; i < path.size(); i++) {
          Step step = path.get(i);
          String anchor = chart.anchor(step.node().id().value());
          assertShowing(anchor);
          assertTrue(page.url().endsWith("#" + anchor), page.url());
          step.taken().map(FlowNode.Option::label).ifPresent(this::answer);
        }
        FlowNode outcome = path.getLast().node();
        assertTrue(outcome instanceof FlowNode.Outcome);
        String record = record();
        assertTrue(record.contains("\nOutcome: "), record);
        assertTrue(record.contains(outcome.label() + "\n"), record);
        assertEquals(
            answers(path),
            record
                .lines()
                .filter(line -> line.contains(" Answer: "))
                .map(line -> line.replaceFirst(".* Answer: ", ""))
                .toList());
        walked++;
      }
      System.out.printf("%s: %d paths walked%n", chart.id().value(), walked);
      assertTrue(walked > 3, chart.id().value());
    }
  }

  /**
   * Changes the answer at which a walk and the next one part, and gives its place; keys, for a
   * mouse waits until nothing moves.
   */
  private int changed(List<Step> walk, List<Step> next) {
    int same = same(walk, next);
    if (!walk.isEmpty()) {
      page.locator(".flow-answers button").nth(same).press("Enter");
    }
    return same;
  }

  /** The number of steps before two walks part. */
  private static int same(List<Step> walk, List<Step> next) {
    int same = 0;
    while (same < walk.size() && walk.get(same).equals(next.get(same))) {
      same++;
    }
    return same;
  }

  private static List<String> answers(List<Step> path) {
    return path.stream()
        .map(Step::taken)
        .flatMap(Optional::stream)
        .map(FlowNode.Option::label)
        .toList();
  }

  private String record() {
    return page.locator(".flow-record textarea").inputValue();
  }

  @Test
  void everyPathEndsInItsOutcomeWithoutAScriptOrAServer() {
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    for (Flowchart chart : CHARTS) {
      page.navigate(toolkit.file() + "flowcharts/" + chart.id().value() + ".html");
      assertEquals(0, button(WALK).count());
      int walked = 0;
      List<Step> walk = List.of();
      for (List<Step> path : chart.paths()) {
        List<Step> rest = path.subList(same(walk, path), path.size());
        walk = path;
        for (Step step : rest) {
          Locator item = page.locator("li[id='" + chart.anchor(step.node().id().value()) + "']");
          assertEquals(1, item.count());
          if (step.taken().isPresent()) {
            FlowNode.Option taken = step.taken().get();
            item.locator(".flow-options a[data-label=\"" + taken.label() + "\"]").press("Enter");
            String next = chart.anchor(taken.to().orElseThrow());
            assertTrue(page.url().endsWith("#" + next), page.url());
            assertEquals(next, page.locator(".flow-step:target").getAttribute("id"));
          }
        }
        assertTrue(
            page.locator(".flow-step:target").innerText().contains(path.getLast().node().label()),
            () -> answers(path).toString());
        walked++;
      }
      System.out.printf("%s: %d paths followed without a script%n", chart.id().value(), walked);
    }
  }

  @Test
  void theKeyboardAloneWalksToAnOutcomeAndBack() {
    page.navigate(toolkit.file() + "flowcharts/" + CHILD + ".html");
    tabTo(WALK);
    page.keyboard().press("Enter");
    assertEquals("1. Could someone come to serious harm very soon if nobody acts now?", focused());
    tabTo("Cannot tell: go to 13");
    page.keyboard().press("Enter");
    assertEquals("13. Advice: Seek advice today", focused());
    assertTrue((boolean) page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"));
    tabTo("Back");
    page.keyboard().press("Enter");
    assertEquals(List.of(CHILD + "--immediate-danger"), showing());
    tabTo("No: go to 3");
    page.keyboard().press("Enter");
    assertEquals("3. What do you have?", focused());
    page.keyboard().press("Shift+Tab");
    assertEquals(
        "Change the answer to: Could someone come to serious harm very soon if nobody acts now?",
        focused());
    tabTo("Show the whole flowchart");
    page.keyboard().press("Enter");
    assertTrue(showing().size() > 10);
    assertEquals(WALK, focused());
  }

  private void tabTo(String words) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if (focused().equals(words)) {
        return;
      }
    }
    throw new AssertionError("Tab does not reach " + words);
  }

  @Test
  void theBrowsersOwnButtonsGoAlongTheAnswers() {
    page.navigate(toolkit.http() + "index.html");
    page.navigate(toolkit.http() + "flowcharts/" + CHILD + ".html");
    button(WALK).click();
    answer("No");
    answer("Something is wrong, and I cannot say what");
    page.goBack();
    assertShowing(CHILD + "--what-you-have");
    assertEquals(1, page.locator(".flow-answers li").count());
    page.goBack();
    assertShowing(CHILD + "--immediate-danger");
    page.goForward();
    page.goForward();
    assertShowing(CHILD + "--pooled");
    assertEquals(2, page.locator(".flow-answers li").count());
    page.goBack();
    page.goBack();
    page.goBack();
    button(WALK).waitFor();
    assertTrue(showing().size() > 10, "the whole chart shows again");
    page.goBack();
    assertTrue(page.url().endsWith("index.html"), page.url());
  }

  @Test
  void theBrowsersOwnButtonsFindTheStepsOfAnotherAnswer() {
    page.navigate(toolkit.http() + "flowcharts/" + CHILD + ".html");
    button(WALK).click();
    answer("No");
    button("Back").click();
    assertShowing(CHILD + "--immediate-danger");
    answer("Cannot tell");
    assertShowing(CHILD + "--advice-today");
    page.goBack();
    assertShowing(CHILD + "--immediate-danger");
    page.goBack();
    assertShowing(CHILD + "--what-you-have");
    assertEquals(1, page.locator(".flow-answers li").count());
  }

  @Test
  void theSkipLinkDoesNotEndAWalk() {
    page.navigate(toolkit.http() + "flowcharts/" + CHILD + ".html");
    button(WALK).click();
    answer("No");
    page.locator("a.skip").focus();
    page.keyboard().press("Enter");
    page.waitForURL("**#wm.main");
    assertShowing(CHILD + "--what-you-have");
  }

  @Test
  void theRecordSaysNothingOfWhatWasSearchedFor() {
    page.navigate(toolkit.http() + "flowcharts/" + CHILD + ".html?q=somebody");
    button(WALK).click();
    answer("Cannot tell");
    String record = page.locator(".flow-record textarea").inputValue();
    assertTrue(record.contains("Address: " + toolkit.http()), record);
    assertFalse(record.contains("somebody"), record);
  }

  @Test
  void anAnswerCanBeChangedAndTheWalkStartedAgain() {
    page.navigate(toolkit.http() + "flowcharts/" + CHILD + ".html");
    button(WALK).click();
    answer("No");
    answer("Something is wrong, and I cannot say what");
    answer("Not yet");
    assertEquals(List.of(CHILD + "--advice-today"), showing());
    page.locator(".flow-answers button").nth(1).click();
    assertEquals(List.of(CHILD + "--what-you-have"), showing());
    assertEquals(1, page.locator(".flow-answers li").count());
    assertEquals(0, page.locator(".flow-record").count());
    answer("It is fully explained in another way");
    assertEquals(
        List.of(
            "Could someone come to serious harm very soon if nobody acts now? No Change the"
                + " answer to: Could someone come to serious harm very soon if nobody acts now?",
            "What do you have? It is fully explained in another way Change the answer to: What do"
                + " you have?"),
        page.locator(".flow-answers li").allTextContents());
    button("Start again").click();
    assertEquals(List.of(CHILD + "--immediate-danger"), showing());
    assertEquals(0, page.locator(".flow-answers li").count());
  }

  @Test
  void aReloadKeepsThePlaceAndForgetsTheAnswers() {
    page.navigate(toolkit.http() + "flowcharts/" + CHILD + ".html");
    button(WALK).click();
    answer("No");
    page.reload();
    assertTrue(showing().size() > 10);
    assertEquals(CHILD + "--what-you-have", page.locator(".flow-step:target").getAttribute("id"));
    assertEquals(0, page.locator(".flow-answers").count());
    assertEquals(
        0, ((Number) page.evaluate("localStorage.length + sessionStorage.length")).intValue());
  }

  @Test
  void theRecordSaysWhatWasConsulted() {
    use(
        new Browser.NewContextOptions()
            .setPermissions(List.of("clipboard-read", "clipboard-write"))
            .setTimezoneId("Europe/London"));
    page.clock().setFixedTime("2026-07-01T09:05:00Z");
    String address = toolkit.http() + "parts/part-5/children.html";
    page.navigate(address);
    button(WALK).click();
    answer("No");
    answer("I think that abuse or neglect is happening or likely");
    answer("Yes");
    String expected =
        """
        Worried about a child

        1. Could someone come to serious harm very soon if nobody acts now? Answer: No
        2. What do you have? Answer: I think that abuse or neglect is happening or likely
        3. Must you report this by law? Answer: Yes

        Outcome: Act: Report as that law requires, then refer the child
        Principles: P4 Child at risk: do not hold back; P1 Sharing protects people; P2 Sharing is a broad term, and asking counts; P3 Rules guide, they do not block

        Page: Sharing to protect a child – Safeguarding toolkit for general practice
        Address: %s#share-child-concern--report-by-law
        Version: facts as at 30 June 2026
        Reviewed: not yet
        Review by: 31 January 2027
        Consulted: 1 July 2026 at 10:05

        This records the guidance consulted, not advice given.\
        """
            .formatted(address);
    assertEquals(expected, record());
    button("Copy the record").click();
    page.locator(".flow-record [role=status]").getByText("Copied.").waitFor();
    assertEquals(expected, page.evaluate("navigator.clipboard.readText()"));
  }

  @Test
  void withoutAClipboardTheRecordIsSelectedAndCopied() {
    page.addInitScript("delete Navigator.prototype.clipboard");
    page.navigate(toolkit.http() + "flowcharts/two-tests.html");
    button(WALK).click();
    answer("Yes");
    button("Copy the record").click();
    page.locator(".flow-record [role=status]").getByText("Copied.").waitFor();
    assertEquals(record(), page.evaluate("getSelection().toString()"));
  }

  @Test
  void whereNothingCanBeCopiedTheReaderIsToldHow() {
    page.addInitScript(
        "delete Navigator.prototype.clipboard; Document.prototype.execCommand = () => false;");
    page.navigate(toolkit.http() + "flowcharts/two-tests.html");
    button(WALK).click();
    answer("Yes");
    button("Copy the record").click();
    page.locator(".flow-record [role=status]").getByText(Pattern.compile("Ctrl and C")).waitFor();
    assertEquals(record(), page.evaluate("getSelection().toString()"));
  }

  @Test
  void oneChartTwiceInAPageIsTwoWalks() {
    page.navigate(small.http() + "guides/twice.html");
    assertEquals(2, button(WALK).count());
    Locator second = page.locator(".flowchart").nth(1);
    second.getByText(WALK).click();
    assertTrue(page.url().endsWith("#which-way--danger--2"), page.url());
    second.locator(".flow-current [data-label=No]").click();
    assertTrue(page.url().endsWith("#which-way--ask--2"), page.url());
    assertTrue(
        showing().containsAll(List.of("which-way--danger", "which-way--ask--2")),
        showing()::toString);
    assertFalse(showing().contains("which-way--danger--2"));
    page.locator(".flowchart").first().getByText(WALK).click();
    assertTrue(page.url().endsWith("#which-way--danger"), page.url());
    second.getByText(WALK).waitFor();
    assertTrue(showing().contains("which-way--danger--2"), "the other walk has ended");
    assertEquals(
        0,
        ((Number)
                page.evaluate(
                    "(ids => ids.length - new"
                        + " Set(ids).size)([...document.querySelectorAll('[id]')].map(e => e.id))"))
            .intValue());
  }

  /** The picture's links lead to the steps in words; the other way round all steps are drawn. */
  @Test
  void theWordsSayAllThatThePictureShows() {
    for (Flowchart chart : CHARTS) {
      page.navigate(toolkit.file() + "flowcharts/" + chart.id().value() + ".html");
      assertEquals(
          strings("[...document.querySelectorAll('.flow-step')].map(e => '#' + e.id)"),
          strings("[...document.querySelectorAll('svg a')].map(e => e.getAttribute('href'))"));
      String words =
          "e => e.textContent.replace(/\\s+/g, ' ').replace(/^(\\d+)\\. ?(Urgent|Act|Advice|Stop)"
              + " /, '$1. $2: ').trim()";
      assertEquals(
          strings("[...document.querySelectorAll('.flow-label')].map(" + words + ")"),
          strings("[...document.querySelectorAll('svg a text')].map(" + words + ")"));
      assertEquals(
          strings(
              "[...document.querySelectorAll('.flow-options a')].map(e => e.dataset.label).sort()"),
          strings(
              "[...document.querySelectorAll('svg .flow-labels text')].map(e =>"
                  + " e.textContent.replace(/\\s+/g, ' ').trim()).sort()"));
    }
  }

  @Test
  void aWalkIsAccessibleAndFitsInEveryLook() {
    List<String> violations = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 320)) {
        use(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
        page.navigate(toolkit.http() + "parts/part-5/children.html");
        check(scheme + " " + width + " whole", violations);
        button(WALK).click();
        answer("No");
        check(scheme + " " + width + " question", violations);
        answer("It is fully explained in another way");
        check(scheme + " " + width + " outcome", violations);
      }
    }
    assertEquals(List.of(), violations);
  }

  private void check(String name, List<String> violations) {
    Axe.violations(page).forEach(line -> violations.add(name + ": " + line));
    int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    if (width > page.viewportSize().width) {
      violations.add(name + " is " + width + " px wide");
    }
  }

  @Test
  void diagramsAreAccessibleInEveryLook() {
    List<String> violations = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 320)) {
        use(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
        page.navigate(small.http() + "guides/diagrams.html");
        page.locator(".diagram-text summary").first().click();
        check(scheme + " " + width, violations);
        page.navigate(small.http() + "guides/twice.html");
        check(scheme + " " + width + " twice", violations);
      }
    }
    assertEquals(List.of(), violations);
  }

  @Test
  void theWholeChartIsPrintedWhileSomebodyWalks() {
    for (Flowchart chart : CHARTS) {
      page.setViewportSize(718, 1000);
      page.navigate(toolkit.http() + "flowcharts/" + chart.id().value() + ".html");
      button(WALK).click();
      assertEquals(1, showing().size());
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertEquals(chart.nodes().size(), showing().size());
      assertFalse(page.locator(".flow-tools").isVisible());
      // A4 without its margins: nothing may need to be cut in two.
      List<?> picture =
          (List<?>)
              page.evaluate(
                  "(r => [Math.ceil(r.width),"
                      + " Math.ceil(r.height)])(document.querySelector('svg.flow')"
                      + ".getBoundingClientRect())");
      assertTrue(((Number) picture.get(0)).intValue() <= 718, () -> chart.id() + ": " + picture);
      assertTrue(((Number) picture.get(1)).intValue() <= 960, () -> chart.id() + ": " + picture);
      assertEquals(
          List.of("avoid"),
          strings(
              "[...new Set([...document.querySelectorAll('svg.flow, .flow-step')].map(e =>"
                  + " getComputedStyle(e).breakInside))]"));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
  }

  @Test
  void forcedColoursKeepTheBoxesAndTheFocus() {
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    page.navigate(toolkit.http() + "flowcharts/" + CHILD + ".html");
    assertEquals(
        2,
        strings(
                "(s => [...new Set([s.fill, s.stroke])])(getComputedStyle(document.querySelector("
                    + "'.flow-node > :not(text)')))")
            .size());
    page.locator("svg a").first().focus();
    page.keyboard().press("Tab");
    assertFalse(
        strings(
                "[...document.querySelectorAll('.flow-node > :not(text)')].map(e =>"
                    + " getComputedStyle(e).strokeWidth)")
            .stream()
            .noneMatch("4px"::equals));
  }
}
