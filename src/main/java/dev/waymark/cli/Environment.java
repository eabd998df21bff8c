package dev.waymark.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What the program finds around it. Tests hand in their own, so nothing else in this package asks
 * the process.
 *
 * @param variables the environment variables
 * @param workingFolder the folder that relative paths start from, absolute
 * @param out takes the data
 * @param err takes the talk
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 */
record Environment(
    Map<String, String> variables,
    Path workingFolder,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  Environment {
    variables = Map.copyOf(variables);
    workingFolder = workingFolder.toAbsolutePath().normalize();
    Objects.requireNonNull(out);
    Objects.requireNonNull(err);
  }

  /** The surroundings of this process. */
  static Environment ofProcess() {
    boolean outIsTerminal = isTerminal(1);
    boolean errIsTerminal = isTerminal(2);
    return new Environment(
        System.getenv(),
        Path.of(""),
        stream(FileDescriptor.out, outIsTerminal ? "stdout.encoding" : ""),
        stream(FileDescriptor.err, errIsTerminal ? "stderr.encoding" : ""),
        outIsTerminal,
        errIsTerminal);
  }

  /** The value of a variable, empty when it is not set. */
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Whether colours on standard output reach a person who can see and wants them. */
  boolean wantsColours() {
    return outIsTerminal && !isDumb() && variable("NO_COLOR").isEmpty();
  }

  /** Whether standard error is a terminal on which a line can be drawn over. */
  boolean wantsProgress() {
    return errIsTerminal && !isDumb();
  }

  private boolean isDumb() {
    return variable("TERM").equals("dumb");
  }

  // Java's console knows only whether input and output are both a terminal, which is wrong for
  // `waymark build 2>log` and for `waymark check </dev/null`. Linux tells each of them apart.
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console().isTerminal();
    }
  }

  // UTF-8 wherever a program reads on and on every terminal but that of Windows: the encoding that
  // Java derives from the locale is ASCII in many containers.
  private static PrintStream stream(FileDescriptor descriptor, String encodingProperty) {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    String encoding = encodingProperty.isEmpty() ? null : System.getProperty(encodingProperty);
    Charset charset =
        windows && encoding != null ? Charset.forName(encoding) : StandardCharsets.UTF_8;
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, charset);
  }
}
