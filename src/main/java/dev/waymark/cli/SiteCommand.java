package dev.waymark.cli;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.BuildResult;
import dev.waymark.build.SiteBuild;
import dev.waymark.cli.Invocation.Build;
import dev.waymark.cli.Invocation.Check;
import dev.waymark.cli.Invocation.Folder;
import dev.waymark.cli.Invocation.Format;
import dev.waymark.cli.Invocation.Reporting;
import dev.waymark.cli.Invocation.Site;
import dev.waymark.diagnostic.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** {@code build} and {@code check}: the one writes what both have checked. */
final class SiteCommand {
  private final Environment environment;
  private final SiteBuilder builder;
  private final Publisher.Factory publishers;
  private final Explanations explanations;

  SiteCommand(
      Environment environment,
      SiteBuilder builder,
      Publisher.Factory publishers,
      Explanations explanations) {
    this.environment = environment;
    this.builder = builder;
    this.publishers = publishers;
    this.explanations = explanations;
  }

  int run(Check check) throws IOException, UsageException {
    long started = System.nanoTime();
    Site site = check.site();
    Reporting reporting = check.reporting();
    Report report = new Report(environment, reporting);
    InputFolders folders = InputFolders.find(site, environment.workingFolder());
    tell(folders, site, report);
    Sources sources = folders.read(site.jobs(), reporting.report());
    BuildResult result;
    try (ShownProgress progress = progress(reporting)) {
      result = build(site, Optional.empty(), sources, progress);
    }
    Summary summary = Summary.of(result, Optional.empty());
    print(problems(result, summary, sources, site), reporting, report);
    result
        .readings()
        .forEach(page ->
            report.detail(
                "Reading age %.1f: %s (%d words).",
                page.age(), PlainText.of(page.file()), page.words()));
    report.say(summary.checked(site.strict()));
    tellTime(started, report);
    return exitCode(result, summary, site, sources);
  }

  int run(Build build) throws IOException, UsageException {
    long started = System.nanoTime();
    Site site = build.site();
    Reporting reporting = build.reporting();
    Report report = new Report(environment, reporting);
    InputFolders folders = InputFolders.find(site, environment.workingFolder());
    refuseReportInOutput(build);
    try (ShownProgress progress = progress(reporting)) {
      Publisher publisher = publishers.into(site.output(), build.keepPrevious(), progress);
      publisher.requireOwned();
      tell(folders, site, report);
      Sources sources = folders.read(site.jobs(), reporting.report());
      BuildResult result = build(site, build.baseUrl(), sources, progress);
      Summary summary = Summary.of(result, Optional.empty());
      try {
        if (!build.onlyIfClean() || !summary.fails(site.strict())) {
          summary = Summary.of(result, Optional.of(publisher.publish(result.output())));
        }
      } finally {
        progress.clear();
        // A full disk is no reason to hide what was found in the content.
        print(problems(result, summary, sources, site), reporting, report);
      }
      report.say(summary.built(site.output().name(), site.strict()));
      tellTime(started, report);
      return exitCode(result, summary, site, sources);
    }
  }

  // Wrong settings are no slip in a text: whoever runs the tool must mend them.
  private static int exitCode(BuildResult result, Summary summary, Site site, Sources sources) {
    String settings = SiteBuild.settingsName(sources.content().value());
    boolean wrongSettings =
        result.diagnostics().stream()
            .anyMatch(found ->
                found.severity() == Severity.ERROR && found.location().file().equals(settings));
    if (wrongSettings) {
      return ExitCode.USAGE;
    }
    return summary.fails(site.strict()) ? ExitCode.PROBLEMS : ExitCode.FINE;
  }

  // It would make a new folder look like somebody else's, and spoil the promise of --only-if-clean.
  private static void refuseReportInOutput(Build build) throws UsageException {
    Folder output = build.site().output();
    Optional<Path> report = build.reporting().report();
    if (report.isPresent() && report.get().normalize().startsWith(output.path())) {
      throw new UsageException(
          "the report cannot stand in '%s', which is for the site alone".formatted(output.name()),
          "give --report a place beside it");
    }
  }

  private ShownProgress progress(Reporting reporting) {
    return reporting.quiet() || !environment.wantsProgress()
        ? ShownProgress.NONE
        : new ProgressDisplay(environment.err());
  }

  private BuildResult build(
      Site site, Optional<URI> baseUrl, Sources sources, ShownProgress progress) {
    BuildOptions options = new BuildOptions(site.asOf(), site.drafts(), site.jobs(), baseUrl);
    return builder.build(options, progress, sources.content(), sources.theme());
  }

  private ProblemReport problems(BuildResult result, Summary summary, Sources sources, Site site) {
    return new ProblemReport(
        result.diagnostics(),
        summary,
        sources,
        site.strict(),
        CheckoutPaths.in(environment),
        explanations);
  }

  private static void print(ProblemReport problems, Reporting reporting, Report report)
      throws IOException {
    if (reporting.format() == Format.TEXT) {
      if (!problems.diagnostics().isEmpty()) {
        report.text(problems.text(reporting.colours() ? Style.COLOURS : Style.PLAIN));
      }
    } else {
      report.bytes(problems.in(reporting.format()));
    }
    report.toFile(problems::in);
  }

  private static void tell(InputFolders folders, Site site, Report report) {
    report.detail(
        "Content: %s. Templates: %s. Output: %s. Date: %s. Threads: %d.",
        folders.content().name(),
        folders.templates().map(Folder::name).orElse("those of Waymark"),
        folders.output().name(),
        site.asOf().map(Object::toString).orElse("the newest in the content"),
        site.jobs());
  }

  private static void tellTime(long started, Report report) {
    report.detail("Took %.2f s.", (System.nanoTime() - started) / 1e9);
  }
}
