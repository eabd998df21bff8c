package dev.waymark.cli;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Diagnostics as workflow commands of GitHub Actions, one a line. The runner turns each into an
 * annotation at its place in the changed file:
 *
 * <pre>
 * ::error file=content/mash.md,line=9,col=24,endLine=9,endColumn=55,title=WM104::this link goes nowhere
 * </pre>
 *
 * <p>The end column is the one behind the last letter, as other checkers give it. A range of
 * several lines has no columns, since annotations take them within one line only.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">Workflow
 *     commands</a>
 */
final class GithubReport {
  private GithubReport() {}

  static byte[] of(List<Diagnostic> diagnostics, CheckoutPaths paths) {
    StringBuilder commands = new StringBuilder();
    diagnostics.forEach(diagnostic -> write(diagnostic, paths, commands));
    return commands.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Diagnostic diagnostic, CheckoutPaths paths, StringBuilder commands) {
    Location location = diagnostic.location();
    String file = PlainText.of(paths.of(location.file()));
    commands
        .append("::")
        .append(diagnostic.severity().word())
        .append(" file=")
        .append(property(file))
        .append(",line=")
        .append(location.line());
    if (location.endLine() == location.line()) {
      commands
          .append(",col=")
          .append(location.column())
          .append(",endLine=")
          .append(location.endLine())
          .append(",endColumn=")
          .append(location.endColumn());
    } else {
      // A range that ends at the start of a line marks nothing of that line.
      commands
          .append(",endLine=")
          .append(location.endColumn() == 1 ? location.endLine() - 1 : location.endLine());
    }
    String help = PlainText.line(diagnostic.help());
    String message =
        PlainText.line(JsonReport.message(diagnostic)) + (help.isEmpty() ? "" : "\nhelp: " + help);
    commands
        .append(",title=")
        .append(property(diagnostic.code().id()))
        .append("::")
        .append(data(message))
        .append('\n');
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
