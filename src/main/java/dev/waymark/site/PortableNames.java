package dev.waymark.site;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourcePath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names that Windows cannot store. The name of a folder is looked at once, with the first
 * file in it. Not thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file">Naming files,
 *     paths and namespaces</a>
 */
final class PortableNames {
  private static final Pattern CHARACTER = Pattern.compile("[<>:\"|?*\\\\\\x00-\\x1f]");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  private final Set<String> foldersSeen = new HashSet<>();

  /** What is wrong with a name, in words. */
  record Problem(String detail) {
    Diagnostic at(Location place) {
      return Diagnostic.of(Code.NAME_NOT_PORTABLE, place)
          .withDetail(detail)
          .withHelp("use small letters, digits and hyphens");
    }
  }

  /** The first problem of this path that has not been told of. */
  Optional<Problem> problem(SourcePath path) {
    String value = path.value();
    for (int start = 0, end; (end = value.indexOf('/', start)) >= 0; start = end + 1) {
      if (foldersSeen.add(value.substring(0, end))) {
        Optional<Problem> problem = problem(value.substring(start, end));
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return problem(path.name());
  }

  private static Optional<Problem> problem(String name) {
    Matcher character = CHARACTER.matcher(name);
    if (character.find()) {
      String shown = character.group().charAt(0) < ' ' ? "a control character" : character.group();
      return Optional.of(new Problem("a name must not hold " + shown));
    }
    if (name.endsWith(".") || name.endsWith(" ")) {
      return Optional.of(
          new Problem("a name must not end in a " + (name.endsWith(" ") ? "space" : "full stop")));
    }
    Matcher device = DEVICE.matcher(name);
    return device.matches()
        ? Optional.of(new Problem("Windows keeps the name " + device.group(1) + " for itself"))
        : Optional.empty();
  }
}
