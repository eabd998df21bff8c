package dev.waymark.cli;

/** What the program tells its caller; scripts rely on the numbers. */
final class ExitCode {
  static final int FINE = 0;

  /** Errors in the content, or warnings under {@code --strict}. */
  static final int PROBLEMS = 1;

  /** A wrong command line, a folder that cannot be used, or errors in the settings of the site. */
  static final int USAGE = 2;

  /** A file or folder could not be read or written. */
  static final int INPUT_OUTPUT = 3;

  /** A mistake in Waymark itself. */
  static final int BUG = 4;

  /** Somebody ended it from outside, as the JVM says itself after Ctrl-C. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
