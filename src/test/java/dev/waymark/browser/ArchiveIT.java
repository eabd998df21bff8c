package dev.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of the site, unpacked and read as from a USB stick. */
final class ArchiveIT {
  @TempDir private Path folder;

  private Path archive(String name) throws IOException, InterruptedException {
    Path zip = folder.resolve(name + ".zip");
    Tool.Result built =
        Tool.run(
            Path.of("").toAbsolutePath(),
            List.of("build", "-o", folder.resolve(name).toString(), "--zip", zip.toString()));
    assertEquals(0, built.exitCode(), built.err());
    return zip;
  }

  /** The one folder that the archive unpacks to. */
  private static Path unpack(Path zip, Path into) throws IOException {
    try (InputStream bytes = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(bytes)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; ) {
        Path file = into.resolve(entry.getName()).normalize();
        assertTrue(file.startsWith(into), entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
        }
        entry = entries.getNextEntry();
      }
    }
    try (var found = Files.list(into)) {
      List<Path> roots = found.toList();
      assertEquals(1, roots.size(), roots.toString());
      return roots.getFirst();
    }
  }

  @Test
  void theArchiveIsTheSameEachTimeAndWorksFromAFolderWithABlankInItsName()
      throws IOException, InterruptedException {
    Path zip = archive("first");
    assertArrayEquals(Files.readAllBytes(zip), Files.readAllBytes(archive("second")));

    Path site = unpack(zip, Files.createDirectory(folder.toRealPath().resolve("USB stick")));
    String root = FolderServer.file(site);
    assertTrue(root.contains("USB%20stick"), root);
    List<String> complaints = new ArrayList<>();
    try (Chromium chromium = new Chromium();
        BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(page.url() + ": " + message.text()));
      page.onPageError(error -> complaints.add(page.url() + ": " + error));
      page.onRequest(request -> {
        if (!request.url().startsWith(root)) {
          complaints.add("asked for " + request.url());
        }
      });
      page.navigate(root + "index.html");

      // A link.
      page.locator(".main-nav a[href^='principles']").click();
      assertEquals(root + "principles/index.html", page.url());

      // The search.
      page.locator("#wm\\.search").fill("consent");
      page.locator("#wm\\.search").press("Enter");
      page.locator(".found a").first().waitFor();
      assertTrue(page.url().startsWith(root + "search.html?q=consent"), page.url());
      page.locator(".found h2 a, .found h3 a").first().click();
      page.waitForCondition(() -> !page.url().contains("search.html"));
      assertTrue(page.locator("h1").isVisible());

      // A flowchart.
      page.navigate(root + "flowcharts/share-child-concern.html");
      page.locator(".flow-start").click();
      String start = page.locator(".flow-current").getAttribute("id");
      page.locator(".flow-current .flow-options a").first().click();
      page.waitForCondition(() -> !start.equals(page.locator(".flow-current").getAttribute("id")));
      assertEquals(1, page.locator(".flow-current").count());
    }
    assertEquals(List.of(), complaints);
  }
}
