package dev.waymark.cli;

import dev.waymark.build.BuildResult;
import dev.waymark.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param written what was done to the output folder; absent when nothing was to be written
 */
record Summary(int pages, int errors, int warnings, Optional<Publisher.Written> written) {

  static Summary of(BuildResult result, Optional<Publisher.Written> written) {
    return new Summary(
        result.pages(), result.count(Severity.ERROR), result.count(Severity.WARNING), written);
  }

  boolean fails(boolean strict) {
    return errors > 0 || (strict && warnings > 0);
  }

  /** {@code Checked 42 pages. 2 errors, 1 warning.} */
  String checked(boolean strict) {
    return "Checked %s. %s".formatted(count(pages, "page"), problems(strict));
  }

  /** {@code Built 42 pages into public: 3 written, 39 unchanged. No problems.} */
  String built(String folder, boolean strict) {
    String changes =
        written
            .map(done -> {
              List<String> parts = new ArrayList<>(List.of(done.written() + " written"));
              if (done.unchanged() > 0) {
                parts.add(done.unchanged() + " unchanged");
              }
              if (done.removed() > 0) {
                parts.add(done.removed() + " removed");
              }
              return "into %s: %s".formatted(folder, String.join(", ", parts));
            })
            .orElse("and left %s as it was, because of --only-if-clean".formatted(folder));
    return "Built %s %s. %s".formatted(count(pages, "page"), changes, problems(strict));
  }

  /** {@code Built 42 pages in 310 ms. No problems.} */
  String served(int rendered, long millis, boolean first) {
    return first
        ? "Built %s in %d ms. %s".formatted(count(pages, "page"), millis, problems(false))
        : "Rebuilt %s in %d ms. %s".formatted(count(rendered, "page"), millis, problems(false));
  }

  private String problems(boolean strict) {
    if (errors == 0 && warnings == 0) {
      return "No problems.";
    }
    List<String> parts = new ArrayList<>();
    if (errors > 0) {
      parts.add(count(errors, "error"));
    }
    if (warnings > 0) {
      parts.add(count(warnings, "warning"));
    }
    String told = String.join(", ", parts);
    return errors == 0 && strict ? told + ", which --strict counts as failing." : told + ".";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
