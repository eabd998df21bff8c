package dev.waymark.cli;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.Progress;
import dev.waymark.build.SiteBuild;
import dev.waymark.cli.Invocation.Folder;
import dev.waymark.cli.Invocation.Format;
import dev.waymark.diagnostic.Checked;
import dev.waymark.edit.ContentMover;
import dev.waymark.edit.Edit;
import dev.waymark.edit.FileChange;
import dev.waymark.edit.Move;
import dev.waymark.edit.RefusedException;
import dev.waymark.json.JsonMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code move}: renames a file or folder and mends the links. What was changed goes to standard
 * output, with {@code --dry-run} as a diff.
 */
final class MoveCommand {
  private final Environment environment;

  MoveCommand(Environment environment) {
    this.environment = environment;
  }

  int run(Invocation.Move asked) throws IOException, UsageException {
    InputFolders folders = InputFolders.find(asked.site(), environment.workingFolder());
    Folder content = folders.content();
    // A draft has links, too, and is named in some.
    BuildOptions options =
        new BuildOptions(asked.site().asOf(), true, asked.site().jobs(), Optional.empty());
    SiteBuild build = new SiteBuild(options, Progress.NONE, file -> Optional.empty());
    ContentMover mover =
        new ContentMover(
            content.path(),
            content.name(),
            environment.workingFolder(),
            () ->
                folders
                    .read(asked.site().jobs(), asked.reporting().report().stream().toList())
                    .content()
                    .value(),
            tree -> build.link(Checked.of(tree)));
    Report report = new Report(environment, asked.reporting());
    Move move;
    try {
      move = mover.plan(asked.from(), asked.to());
      if (!asked.dryRun()) {
        mover.apply(move);
      }
    } catch (RefusedException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e.help());
    }
    String text = asked.dryRun() ? diff(move) : text(move);
    report.toFile(form ->
        form == Format.TEXT ? text.getBytes(StandardCharsets.UTF_8) : json(move, asked.dryRun()));
    if (asked.reporting().format() == Format.TEXT) {
      report.text(text);
    } else {
      report.bytes(json(move, asked.dryRun()));
    }
    report.say(summary(move, asked.dryRun()));
    return ExitCode.FINE;
  }

  private static String diff(Move move) {
    StringBuilder plain = new StringBuilder();
    for (String line : move.diff().split("(?<=\n)")) {
      plain.append(PlainText.of(line.replaceFirst("\r?\n$", "")));
      plain.append(line.endsWith("\r\n") ? "\r\n" : "\n");
    }
    return plain.toString();
  }

  private static String text(Move move) {
    StringBuilder text = new StringBuilder();
    text.append(name(move, move.from())).append(" -> ").append(name(move, move.to())).append('\n');
    for (FileChange change : move.changes()) {
      if (change.links() > 0) {
        text.append(name(move, change.to().value()))
            .append(": ")
            .append(count(change.links(), "link"))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String name(Move move, String path) {
    return PlainText.of(move.basis().displayName(path));
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String summary(Move move, boolean dryRun) {
    long files = move.changes().stream().filter(change -> change.links() > 0).count();
    return "%s %s, %s %s in %s, %s %s."
        .formatted(
            dryRun ? "Nothing was changed. It would move" : "Moved",
            count(move.files().size(), "file"),
            dryRun ? "mend" : "mended",
            count(move.links(), "link"),
            count((int) files, "file"),
            dryRun ? "keep" : "kept",
            count(move.aliases(), "old address").replace("addresss", "addresses"));
  }

  /**
   * {@code {version, dryRun, moved: [{from, to}], edits: [{kind, file, line, column, before,
   * after}], summary: {files, links, aliases}}}; {@code file} and place are those before the move.
   */
  private static byte[] json(Move move, boolean dryRun) {
    return JsonReport.write(json ->
        json.put("dryRun", dryRun)
            .array(
                "moved",
                items ->
                    move.files()
                        .forEach((from, to) ->
                            items.object(item ->
                                item.put("from", move.basis().displayName(from.value()))
                                    .put("to", move.basis().displayName(to.value())))))
            .array(
                "edits",
                items ->
                    move.changes()
                        .forEach(change ->
                            change
                                .edits()
                                .forEach(edit -> items.object(item -> write(edit, item)))))
            .object(
                "summary",
                summary ->
                    summary
                        .put("files", move.files().size())
                        .put("links", move.links())
                        .put("aliases", move.aliases())));
  }

  private static void write(Edit edit, JsonMembers json) {
    json.put(
            "kind",
            switch (edit.kind()) {
              case LINK -> "link";
              case ALIAS -> "alias";
              case ID -> "id";
            })
        .put("file", edit.location().file())
        .put("line", edit.location().line())
        .put("column", edit.location().column())
        .put("before", edit.before())
        .put("after", edit.after());
  }
}
