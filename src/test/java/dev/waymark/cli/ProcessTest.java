package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.external.HttpTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show. */
@Timeout(60)
class ProcessTest {
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectory(folder.resolve("content"));
    Files.writeString(folder.resolve("content/index.md"), "# Caf\u00e9\n");
  }

  @Test
  void mainCarriesOutArgumentsAndExitCode() throws Exception {
    Process process = java(List.of(), Main.class, "check").start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(err.startsWith("Checked "), err);
    assertEquals(0, process.waitFor());
    assertEquals(2, java(List.of(), Main.class).start().waitFor());
  }

  /** Start-up time counts: what a run does not need is not loaded. */
  @Test
  void checkLoadsNeitherProgressBarNorJsonNorProxies() throws Exception {
    Path log = folder.resolve("classes.log");
    Process process = java(List.of("-Xlog:class+load:file=" + log), Main.class, "check").start();
    assertEquals(0, process.waitFor());
    String classes = Files.readString(log);
    assertTrue(classes.contains("dev.waymark.cli.SiteCommand "));
    for (String unneeded :
        List.of(
            "me.tongfei.",
            "org.jline.",
            "dev.waymark.cli.JsonReport",
            "jdk.proxy",
            "java.net.http")) {
      assertFalse(classes.contains(unneeded), unneeded);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void interruptedProgramExitsWith130() throws Exception {
    assumeTrue(heedsInterrupts(), "somebody above us has turned interrupts off");
    Process process = java(List.of(), EndlessBuild.class).start();
    try {
      assertEquals("building", process.inputReader().readLine());
      assertEquals(
          0, new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor());
      assertEquals(130, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void interruptedPreviewSaysNothingMore() throws Exception {
    assumeTrue(heedsInterrupts(), "somebody above us has turned interrupts off");
    Process process = java(List.of(), Main.class, "serve", "--port", "0").start();
    try {
      String built = process.errorReader().readLine();
      assertTrue(built.matches("Built 1 page in \\d+ ms\\. No problems\\."), built);
      String line = process.errorReader().readLine();
      assertTrue(line.startsWith("Serving content at http://127.0.0.1:"), line);
      String port = line.replaceFirst(".*127\\.0\\.0\\.1:(\\d+).*", "$1");
      Process second = java(List.of(), Main.class, "serve", "--port", port).start();
      assertEquals(
          "waymark: port "
              + port
              + " is taken\n"
              + "  help: give another, or --port 0 for a free one\n",
          new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(2, second.waitFor());
      assertEquals(
          0, new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor());
      assertEquals(130, process.waitFor());
      assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
      assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Runs a build that never ends. */
  static final class EndlessBuild {
    public static void main(String[] args) {
      SiteBuilder endless =
          (options, progress, content, theme) -> {
            System.out.println("building");
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            throw new IllegalStateException("the build ended");
          };
      Publisher.Factory none =
          (output, keepPrevious, progress) -> {
            throw new IllegalStateException("nothing to publish");
          };
      SearchCommand.Searcher nothing =
          (options, progress, content) -> {
            throw new IllegalStateException("nothing to search");
          };
      System.exit(
          new Program(
                  Environment.ofProcess(),
                  endless,
                  none,
                  nothing,
                  Explanations.packed(),
                  HttpTransport::new)
              .run(List.of("check")));
    }
  }

  // A process started in the background of a script inherits SIGINT as ignored.
  private static boolean heedsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .noneMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private ProcessBuilder java(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", absoluteClassPath(), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  private static String absoluteClassPath() {
    String separator = System.getProperty("path.separator");
    return Arrays.stream(System.getProperty("java.class.path").split(separator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(separator));
  }
}
