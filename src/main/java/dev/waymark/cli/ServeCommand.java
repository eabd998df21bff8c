package dev.waymark.cli;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.IncrementalBuild;
import dev.waymark.build.Parallel;
import dev.waymark.cli.Invocation.Serve;
import dev.waymark.cli.Invocation.Site;
import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.serve.Preview;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code serve}: shows the site while it is written. */
final class ServeCommand {
  private final Environment environment;
  private final Explanations explanations;
  private final Function<SourceFile.Binary, Optional<byte[]>> themeAssets;

  ServeCommand(
      Environment environment,
      Explanations explanations,
      Function<SourceFile.Binary, Optional<byte[]>> themeAssets) {
    this.environment = environment;
    this.explanations = explanations;
    this.themeAssets = themeAssets;
  }

  /** Ends when somebody ends it. */
  int run(Serve serve) throws IOException, UsageException {
    Site site = serve.site();
    InputFolders folders = InputFolders.find(site, environment.workingFolder());
    Report report = new Report(environment, serve.reporting());
    Parallel parallel = new Parallel(site.jobs());
    SourceReader reader =
        new SourceReader(tasks -> parallel.map(tasks, SourceReader.ReadTask::read));
    BuildOptions options =
        new BuildOptions(site.asOf(), site.drafts(), site.jobs(), Optional.empty());
    Talk talk = new Talk(report, serve);
    try (parallel;
        Preview preview =
            Preview.start(
                folders.watchedContent(reader),
                folders.watchedTemplates(reader),
                new IncrementalBuild(options, themeAssets),
                new Preview.Settings(serve.port(), serve.poll()),
                talk)) {
      report.say(
          "Serving %s at %s and watching for changes. Ctrl-C ends it."
              .formatted(PlainText.of(folders.content().name()), preview.address()));
      flush();
      preview.await();
    } catch (BindException e) {
      throw new UsageException(
          "port %d is taken".formatted(serve.port()), "give another, or --port 0 for a free one");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.INTERRUPTED;
  }

  private void flush() {
    environment.out().flush();
    environment.err().flush();
  }

  /** Says what the preview does. */
  private final class Talk implements Preview.Listener {
    private final Report report;
    private final Serve serve;
    private Optional<List<Diagnostic>> told = Optional.empty();

    Talk(Report report, Serve serve) {
      this.report = report;
      this.serve = serve;
    }

    @Override
    public void shown(IncrementalBuild.Shown shown, long millis) {
      report.detail("Shown after %d ms.", millis);
      flush();
    }

    @Override
    public void settled(
        IncrementalBuild.Settled settled,
        Checked<SourceTree> content,
        Checked<SourceTree> theme,
        long millis) {
      Summary summary = Summary.of(settled.result(), Optional.empty());
      List<Diagnostic> diagnostics = settled.result().diagnostics();
      if (!told.equals(Optional.of(diagnostics))) {
        ProblemReport problems =
            new ProblemReport(
                diagnostics,
                summary,
                new Sources(content, theme),
                false,
                CheckoutPaths.in(environment),
                explanations);
        report.text(problems.text(serve.reporting().colours() ? Style.COLOURS : Style.PLAIN));
      }
      report.say(summary.served(settled.shown().rendered().size(), millis, told.isEmpty()));
      told = Optional.of(diagnostics);
      flush();
    }

    @Override
    public void failed(Exception failure) {
      report.say(
          "The last change could not be built, and the pages stay as they were: %s"
              .formatted(PlainText.line(String.valueOf(failure.getMessage()))));
      report.detail("%s", failure);
      flush();
    }
  }
}
