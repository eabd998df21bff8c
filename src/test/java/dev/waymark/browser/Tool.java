package dev.waymark.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged tool, run as its users run it. */
public final class Tool {
  private Tool() {}

  /** What a run left behind. */
  public record Result(int exitCode, String out, String err) {}

  /** The launcher in the folder that the build names. */
  public static Path launcher() {
    Path launcher = Path.of(System.getProperty("waymark.home"), "bin", "waymark");
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException("there is no tool at " + launcher);
    }
    return launcher;
  }

  /** Runs the tool in a folder and waits for its end. */
  public static Result run(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    return run(folder, arguments, Map.of());
  }

  /** Runs the tool with these variables beside those of this process. */
  public static Result run(Path folder, List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher().toString()));
    command.addAll(arguments);
    return runCommand(folder, command, environment);
  }

  /** Runs any command. */
  public static Result runCommand(
      Path folder, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("waymark-out", ".txt");
    Path err = Files.createTempFile("waymark-err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      int exitCode = builder.start().waitFor();
      return new Result(
          exitCode,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
