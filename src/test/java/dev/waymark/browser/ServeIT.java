package dev.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview as editors have it: the packaged tool, a browser, and files that are saved. */
final class ServeIT {
  private static final String LONG = "Words that fill the page.\n\n".repeat(120);

  @TempDir Path folder;
  private Process tool;
  private String address = "";
  private Chromium chromium;
  private BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    write("site.yaml", "title: Shed\n");
    write("index.md", "# Shed\n\nSee [beds](beds.md).\n");
    write("beds.md", "# Beds\n\nFirst words.\n\n" + LONG);
    tool =
        new ProcessBuilder(Tool.launcher().toString(), "serve", "-c", "content", "--port", "0")
            .directory(folder.toFile())
            .start();
    BufferedReader talk = tool.errorReader();
    while (address.isEmpty()) {
      String line = talk.readLine();
      if (line == null) {
        throw new IllegalStateException("the preview has ended");
      }
      address = line.replaceFirst(".* at (http://[^ ]+).*", "$1");
      address = address.startsWith("http") ? address : "";
    }
    chromium = new Chromium();
    context =
        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(320, 640));
  }

  @AfterEach
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
    tool.destroyForcibly();
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve("content"));
    Files.writeString(folder.resolve("content").resolve(path), text);
  }

  private Page open(String path) {
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (!message.text().startsWith("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    page.navigate(address + path);
    return page;
  }

  @Test
  void aSavedPageIsShownWhereItWasRead() throws IOException {
    Page page = open("beds.html");
    // The theme scrolls smoothly, and the page may be new before it has arrived.
    page.evaluate("scrollTo({top: 1500, behavior: 'instant'})");
    write("beds.md", "# Beds\n\nOther words.\n\n" + LONG);
    page.getByText("Other words.").waitFor();
    assertEquals(1500.0, ((Number) page.evaluate("Math.round(scrollY)")).doubleValue(), 2.0);
    assertEquals(List.of(), complaints);
  }

  @Test
  void theOtherPageIsNotReloaded() throws IOException {
    Page home = open("index.html");
    home.evaluate("window.here = true");
    Page beds = open("beds.html");
    write("beds.md", "# Beds\n\nOther words.\n\n" + LONG);
    beds.getByText("Other words.").waitFor();
    // What it hears next is of another change, and it hears it in the order in which things happen.
    write("index.md", "# Shed\n\nSee [beds](beds.md) and [nothing](nowhere.md).\n");
    panel(beds).waitFor();
    home.getByText("and nothing").waitFor();
    assertEquals(null, home.evaluate("window.here"));
    assertEquals(List.of(), complaints);
  }

  private static Locator panel(Page page) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName("Problems in the content"));
  }

  @Test
  void aProblemIsShownUntilItIsMended() throws IOException {
    Page page = open("beds.html");
    write("index.md", "# Shed\n\nSee [nix](nowhere.md) and [beds](beds.md).\n");
    Locator panel = panel(page);
    panel.waitFor();
    assertTrue(panel.innerText().contains("1 problem\n"), panel.innerText());
    assertTrue(panel.innerText().contains("content/index.md:3:11"), panel.innerText());
    assertTrue(
        panel.innerText().contains("error WM104: this link goes nowhere"), panel.innerText());
    assertTrue(panel.innerText().contains("Help: mend the path, or write the page"));
    List<String> violations = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      look(page, violations);
    }
    assertEquals(List.of(), violations);
    String shots = System.getProperty("waymark.shots", "");
    if (!shots.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(shots, "panel.png")));
    }
    assertEquals(true, page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"));

    panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hide")).press("Enter");
    assertEquals(0, panel.count());
    write("index.md", "# Shed\n\nSee [nix](nothing.md) and [beds](beds.md).\n");
    panel.waitFor();
    write("index.md", "# Shed\n\nSee [beds](beds.md).\n");
    panel.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    assertEquals(List.of(), complaints);
  }

  private static void look(Page page, List<String> violations) {
    new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
        .analyze()
        .getViolations()
        .forEach(rule ->
            rule.getNodes().forEach(node -> violations.add(rule.getId() + ": " + node.getHtml())));
  }

  @Test
  void aBrokenPageIsShownAgainOnceItIsWhole() throws IOException {
    Page page = open("beds.html");
    write("beds.md", "---\ntitle: [\n---\nBroken words.\n");
    panel(page).waitFor();
    write("beds.md", "---\ntitle: Beds\n---\nWhole words.\n");
    page.getByText("Whole words.").waitFor();
    Files.delete(folder.resolve("content/beds.md"));
    page.getByText("Page not found").first().waitFor();
    write("beds.md", "# Beds\n\nHere again.\n");
    page.getByText("Here again.").waitFor();
    assertEquals(List.of(), complaints);
  }
}
