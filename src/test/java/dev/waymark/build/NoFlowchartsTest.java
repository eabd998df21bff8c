package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.browser.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site without flowcharts pays nothing for them. */
final class NoFlowchartsTest {
  @TempDir private Path folder;

  /** Builds a site in a process of its own and gives the names of the classes that it loaded. */
  private List<String> classesOf(String page) throws IOException, InterruptedException {
    Path content = Files.createDirectories(folder.resolve("content"));
    Files.writeString(content.resolve("index.md"), page);
    Path log = folder.resolve("classes.txt");
    Tool.Result built =
        Tool.runCommand(
            folder,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.waymark.cli.Main",
                "build",
                "-o",
                folder.resolve("out").toString()),
            Map.of());
    assertEquals(0, built.exitCode(), built.out() + built.err());
    return Files.readAllLines(log);
  }

  private static boolean has(List<String> classes, String name) {
    return classes.stream().anyMatch(line -> line.contains(name));
  }

  @Test
  void theLayoutIsLoadedOnlyForAPicture() throws IOException, InterruptedException {
    List<String> without = classesOf("# Home\n\n```text\ngraph LR\n```\n");
    assertTrue(has(without, "dev.waymark.render.PageViews"), "the log has no classes");
    assertTrue(!has(without, "org.eclipse.") && !has(without, "com.google.common."));
    assertTrue(!has(without, "dev.waymark.flowchart.mermaid.MermaidReader"));
    // Nor does a build without --pdf pay for that.
    assertTrue(!has(without, "dev.waymark.pdf.") && !has(without, "com.openhtmltopdf."));
    assertTrue(!has(without, "org.apache.pdfbox.") && !has(without, "org.jsoup."));
    List<String> with = classesOf("# Home\n\n```mermaid\ngraph LR\n  a --> b\n```\n");
    assertTrue(has(with, "org.eclipse.elk."));
  }
}
