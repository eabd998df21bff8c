package dev.waymark.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.link.SitePath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is served, to whom, and what browsers are told. */
@Timeout(120)
class PreviewTest {
  @TempDir Path folder;
  private Path content;

  @BeforeEach
  void write() throws IOException {
    content = Files.createDirectories(folder.resolve("content"));
    write("site.yaml", "title: Shed\n");
    write("index.md", "# Home\n\nSee [beds](parts/beds.md) and ![spade](spade.png).\n");
    write("parts/beds.md", "# Beds\n\nDig.\n");
    write("spade.png", "no real picture");
    write("two words.txt", "text");
  }

  private void write(String path, String text) throws IOException {
    Path file = content.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void servesTheSiteFromMemoryWithTheRightTypes() throws Exception {
    try (RunningPreview preview = new RunningPreview(content, false)) {
      assertAnswer(preview, "", 200, "text/html; charset=utf-8");
      assertAnswer(preview, "parts/beds.html", 200, "text/html; charset=utf-8");
      assertAnswer(preview, "parts/", 200, "text/html; charset=utf-8");
      assertAnswer(preview, "spade.png", 200, "image/png");
      assertAnswer(preview, "two%20words.txt", 200, "text/plain; charset=utf-8");
      assertAnswer(preview, "search/entry.js", 200, "text/javascript; charset=utf-8");
      assertAnswer(preview, "_waymark/preview.js", 200, "text/javascript; charset=utf-8");
      HttpResponse<String> folder = preview.get("parts");
      assertEquals(302, folder.statusCode());
      assertEquals("/parts/", folder.headers().firstValue("location").orElse(""));
      HttpResponse<String> missing = preview.get("no/such/page.html");
      assertEquals(404, missing.statusCode());
      assertTrue(missing.body().contains("Page not found"), missing.body());
      // The theme's own, as far below the root as it may be.
      assertTrue(missing.body().contains("href=\"/assets/site."), missing.body());
    }
  }

  private static void assertAnswer(RunningPreview preview, String path, int status, String type)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = preview.get(path);
    assertEquals(status, answer.statusCode(), path);
    assertEquals(type, answer.headers().firstValue("content-type").orElse(""), path);
    assertEquals("no-store", answer.headers().firstValue("cache-control").orElse(""), path);
  }

  @Test
  void addsItsScriptOnTheWayOutAlone() throws Exception {
    try (RunningPreview preview = new RunningPreview(content, false)) {
      String page = preview.get("index.html").body();
      assertEquals(2, page.split("_waymark/preview.js", -1).length);
      assertTrue(page.contains("content=\"connect-src &#39;self&#39;; default-src "), page);
      preview
          .settle()
          .result()
          .output()
          .files()
          .forEach((path, file) -> {
            byte[] bytes = Tree.bytes(file, Set.of(content)).orElseThrow();
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("_waymark"), path::value);
            assertFalse(text.contains("connect-src"), path::value);
          });
    }
  }

  @Test
  void nobodyReachesOut() throws Exception {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(content.resolve("out.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(content.resolve("above"), folder);
    try (RunningPreview preview = new RunningPreview(content, false)) {
      String host = "Host: " + preview.address().getAuthority();
      for (String path :
          List.of(
              "/../secret.txt",
              "/%2e%2e/secret.txt",
              "/parts/..%2f..%2fsecret.txt",
              "/..%5csecret.txt",
              "/%252e%252e/secret.txt",
              "//secret.txt",
              "/out.txt",
              "/above/secret.txt",
              "/parts/%00",
              "/" + folder.resolve("secret.txt"),
              "/.git/config",
              "/site.yaml")) {
        assertEquals(404, preview.raw("GET " + path + " HTTP/1.1", host), path);
      }
      assertEquals(200, preview.raw("GET / HTTP/1.1", host));
      assertEquals(400, preview.raw("GET /%zz HTTP/1.1", host));
      assertEquals(405, preview.raw("POST / HTTP/1.1", host));
      assertEquals(405, preview.raw("PUT /index.html HTTP/1.1", host));
      for (String stranger :
          List.of(
              "Host: evil.example", "Host: 127.0.0.1.evil.example", "Host: 127.0.0.1:1", "X: y")) {
        assertEquals(403, preview.raw("GET / HTTP/1.1", stranger), stranger);
        assertEquals(
            403, preview.raw("GET /_waymark/events?page=index.html HTTP/1.1", stranger), stranger);
      }
      String port = ":" + preview.address().getPort();
      assertEquals(200, preview.raw("GET / HTTP/1.1", "Host: LOCALHOST" + port));
      assertEquals(200, preview.raw("GET / HTTP/1.1", "Host: [::1]" + port));
    }
  }

  @Test
  void aFileThatBecomesALinkOutIsNoLongerServed() throws Exception {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    try (RunningPreview preview = new RunningPreview(content, false)) {
      assertEquals(200, preview.get("spade.png").statusCode());
      Files.delete(content.resolve("spade.png"));
      Files.createSymbolicLink(content.resolve("spade.png"), folder.resolve("secret.txt"));
      assertEquals(404, preview.get("spade.png").statusCode());
      preview.settle();
      assertEquals(404, preview.get("spade.png").statusCode());
    }
  }

  @Test
  void onlyBrowsersWhosePageChangedAreToldToReload() throws Exception {
    try (RunningPreview preview = new RunningPreview(content, false)) {
      Iterator<String> home = open(preview, "index.html");
      Iterator<String> beds = open(preview, "parts/beds.html");
      write("parts/beds.md", "# Beds\n\nDig deeper.\n");
      assertEquals("reload", next(beds));
      assertTrue(preview.get("parts/beds.html").body().contains("Dig deeper."));
      assertEquals(
          Set.of(new SitePath("parts/beds.html")),
          preview.settledWith("parts/beds.html", "Dig deeper.").shown().rendered());
      // The first that the other hears is what concerns it.
      write("index.md", "# Home\n\nSee [nothing](nowhere.md), [beds](parts/beds.md).\n");
      assertEquals("reload", next(home));
    }
  }

  @Test
  void tellsOfPicturesAndProblems() throws Exception {
    try (RunningPreview preview = new RunningPreview(content, false)) {
      Iterator<String> beds = open(preview, "parts/beds.html");
      write("spade.png", "another");
      assertEquals("picture", next(beds));
      assertEquals("data: spade.png", beds.next());
      write("index.md", "# Home\n\nSee [nothing](nowhere.md) and [beds](parts/beds.md).\n");
      assertEquals("problems", next(beds));
      String told = beds.next();
      assertTrue(told.contains("\"place\":\"content/index.md:3:15\""), told);
      assertTrue(told.contains("\"code\":\"WM104\""), told);
      assertTrue(told.contains("\"help\":\"mend the path, or write the page\""), told);
    }
  }

  private static Iterator<String> open(RunningPreview preview, String page)
      throws IOException, InterruptedException {
    String version = RunningPreview.version(preview.get(page).body());
    Iterator<String> events = preview.events(page, version);
    // All who listen are told at once of what is wrong.
    assertEquals("problems", next(events));
    return events;
  }

  /** The name of the next event; its data follows. */
  private static String next(Iterator<String> events) {
    while (true) {
      String line = events.next();
      if (line.startsWith("event: ")) {
        return line.substring("event: ".length());
      }
    }
  }

  @Test
  void whatIsBrokenLeavesTheLastGoodPages() throws Exception {
    try (RunningPreview preview = new RunningPreview(content, false)) {
      Path away = folder.resolve("away");
      Files.move(content, away);
      Files.writeString(away.resolve("parts/beds.md"), "# Beds\n\nNot there.\n");
      preview.awaitFailure();
      assertTrue(preview.get("parts/beds.html").body().contains("Dig."));
      Files.move(away, content);
      write("parts/beds.md", "# Beds\n\nDig again.\n");
      preview.settle();
      assertTrue(preview.get("parts/beds.html").body().contains("Dig again."));
    }
  }

  @Test
  void pollingSeesWhatWatchingSees() throws Exception {
    try (RunningPreview preview = new RunningPreview(content, true)) {
      write("parts/beds.md", "# Beds\n\nDig deeper and deeper.\n");
      write("new/page.md", "# New\n");
      Files.delete(content.resolve("spade.png"));
      preview.settle();
      assertTrue(preview.get("parts/beds.html").body().contains("deeper and deeper"));
      assertEquals(200, preview.get("new/page.html").statusCode());
      assertEquals(404, preview.get("spade.png").statusCode());
    }
  }
}
