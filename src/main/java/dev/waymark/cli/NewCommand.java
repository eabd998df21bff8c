package dev.waymark.cli;

import dev.waymark.cli.Invocation.Format;
import dev.waymark.cli.Invocation.New;
import dev.waymark.edit.ContentCreator;
import dev.waymark.edit.ContentKind;
import dev.waymark.edit.Created;
import dev.waymark.edit.RefusedException;
import dev.waymark.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code new}: writes a skeleton. The name of the file goes to standard output, what to do next to
 * standard error.
 */
final class NewCommand {
  private final Environment environment;

  NewCommand(Environment environment) {
    this.environment = environment;
  }

  int run(New asked) throws IOException, UsageException {
    Created created = create(asked);
    Report report = new Report(environment, asked.reporting());
    String text = PlainText.of(created.file()) + "\n";
    report.toFile(
        form -> form == Format.TEXT ? text.getBytes(StandardCharsets.UTF_8) : json(created));
    if (asked.reporting().format() == Format.TEXT) {
      report.text(text);
    } else {
      report.bytes(json(created));
    }
    tellNext(created, report);
    return ExitCode.FINE;
  }

  private Created create(New asked) throws IOException, UsageException {
    ContentCreator creator =
        new ContentCreator(
            asked.content().path(), asked.content().name(), environment.workingFolder());
    try {
      return creator.create(asked.kind(), asked.path());
    } catch (RefusedException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e.help());
    }
  }

  private static void tellNext(Created created, Report report) {
    report.say("Next:");
    report.say("- Replace each TO WRITE in " + PlainText.of(created.file()) + " with your words.");
    boolean chart = created.kind() == ContentKind.FLOWCHART;
    report.say(
        "- %s: %s"
            .formatted(
                (chart ? "Show it on a page" : "Link to it from where its readers are")
                    + created
                        .linkFrom()
                        .map(page -> ", for instance " + PlainText.of(page))
                        .orElse(""),
                PlainText.of(created.link())));
    if (created.kind() == ContentKind.PRINCIPLE) {
      created
          .id()
          .ifPresent(
              id -> report.say("- Name it in the pages that rest on it: principles: [" + id + "]"));
    }
    report.say("- Run waymark check.");
  }

  private static byte[] json(Created created) {
    return JsonText.object(json ->
            json.put("version", 1)
                .put("kind", created.kind().word())
                .put("file", created.file())
                .put("title", created.title())
                .put("id", created.id().orElse(""))
                .put("linkFrom", created.linkFrom().orElse(""))
                .put("link", created.link()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
