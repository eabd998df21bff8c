package dev.waymark.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names files as a hosted CI knows them: as reached from the root of the checkout, also when the
 * tool runs in a folder below it. GitHub's runner gives that root by the variable {@code
 * GITHUB_WORKSPACE}; without it, names stay as reached from the working folder.
 *
 * @param folder the working folder as reached from the root, with a slash at its end; or empty
 */
record CheckoutPaths(String folder) {

  static CheckoutPaths in(Environment environment) {
    String root = environment.variable("GITHUB_WORKSPACE");
    Path working = environment.workingFolder();
    try {
      Path checkout = working.getFileSystem().getPath(root).normalize();
      if (!root.isEmpty() && working.startsWith(checkout) && !working.equals(checkout)) {
        String below = checkout.relativize(working).toString();
        return new CheckoutPaths(below.replace(working.getFileSystem().getSeparator(), "/") + "/");
      }
    } catch (InvalidPathException e) {
      // Not the root of anything.
    }
    return new CheckoutPaths("");
  }

  /** The name from the root, for a name from the working folder; an absolute one stays. */
  String of(String file) {
    if (isAbsolute(file)) {
      return file;
    }
    String base = folder;
    String rest = file;
    while (rest.startsWith("../") && !base.isEmpty()) {
      base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
      rest = rest.substring(3);
    }
    return base + rest;
  }

  static boolean isAbsolute(String file) {
    return file.startsWith("/") || file.matches("(?s)[A-Za-z]:/.*");
  }
}
