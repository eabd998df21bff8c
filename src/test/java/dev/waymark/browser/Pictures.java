package dev.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures in {@code docs/pictures}; {@code make pictures} runs it. */
final class Pictures {
  private static final Path FOLDER = Path.of("docs", "pictures");

  /** The day on which they are looked at: what is due or overdue depends on it. */
  private static final String TODAY =
      "Date = class extends Date { constructor(...given) {"
          + " given.length ? super(...given) : super(2026, 6, 1, 9); } }";

  /** A PNG with a palette has no more. */
  private static final int COLOURS = 256;

  @TempDir private Path folder;

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "index.html");
    pages.put("guide", "parts/part-5/children.html");
    pages.put("principle", "principles/p3.html");
    pages.put("flowchart", "flowcharts/share-child-concern.html");
    pages.put("search", "search.html?q=consent");
    pages.put("governance", "governance.html");
    return pages;
  }

  @Test
  void take() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    int taken = 0;
    try (BuiltSite site = BuiltSite.in(folder.toRealPath().resolve("site"));
        Chromium chromium = new Chromium()) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : List.of(1280, 320)) {
          for (Map.Entry<String, String> page : pages().entrySet()) {
            String name =
                page.getKey()
                    + (scheme == ColorScheme.LIGHT ? "-light-" : "-dark-")
                    + width
                    + ".png";
            picture(
                chromium.browser(),
                site.http() + page.getValue(),
                scheme,
                width,
                FOLDER.resolve(name));
            taken++;
          }
        }
      }
    }
    assertEquals(24, taken);
  }

  private static void picture(
      Browser browser, String url, ColorScheme scheme, int width, Path file) {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 720 : 900)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE))) {
      context.addInitScript(TODAY);
      Page page = context.newPage();
      page.navigate(url);
      if (url.contains("?q=")) {
        page.locator(".found a").first().waitFor();
      }
      BufferedImage taken = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
      ImageIO.write(withPalette(taken), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The picture in its most frequent colours; what is left takes the nearest of them. */
  private static BufferedImage withPalette(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel | 0xff000000, 1, Integer::sum);
    }
    int[] palette =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(COLOURS)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    IndexColorModel model =
        new IndexColorModel(
            8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage indexed =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int i = 0; i < pixels.length; i++) {
      int index = nearest.computeIfAbsent(pixels[i] | 0xff000000, pixel -> nearest(palette, pixel));
      indexed.getRaster().setSample(i % image.getWidth(), i / image.getWidth(), 0, index);
    }
    return indexed;
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int distance = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int difference = (palette[i] >> shift & 0xff) - (colour >> shift & 0xff);
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
