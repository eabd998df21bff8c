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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code build} and {@code check}: the one writes what both have checked. */
final class SiteCommand {
  private final Environment environment;
  private final SiteBuilder builder;
  private final Publisher.Factory publishers;
  private final Explanations explanations;
  private final ExternalLinks externalLinks;

  SiteCommand(
      Environment environment,
      SiteBuilder builder,
      Publisher.Factory publishers,
      Explanations explanations,
      ExternalLinks externalLinks) {
    this.environment = environment;
    this.builder = builder;
    this.publishers = publishers;
    this.explanations = explanations;
    this.externalLinks = externalLinks;
  }

  int run(Check check) throws IOException, UsageException {
    long started = System.nanoTime();
    Site site = check.site();
    Reporting reporting = check.reporting();
    Report report = new Report(environment, reporting);
    if (check.external().isPresent()) {
      externalLinks.requireOwned(check.external().get(), site, reporting);
    }
    InputFolders folders = InputFolders.find(site, environment.workingFolder());
    tell(folders, site, report);
    Stream<Path> memory = check.external().map(external -> external.memory().path()).stream();
    Sources sources =
        folders.read(site.jobs(), Stream.concat(reporting.report().stream(), memory).toList());
    BuildResult result;
    try (ShownProgress progress = progress(reporting)) {
      result = build(site, Optional.empty(), false, sources, progress);
    }
    if (check.external().isPresent()) {
      result =
          result.withMore(
              externalLinks.check(check.external().get(), result.externalLinks(), report));
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
    List<Path> besides = besides(build);
    Downloads downloads = new Downloads(build);
    try (ShownProgress progress = progress(reporting)) {
      Publisher publisher = publishers.into(site.output(), build.keepPrevious(), progress);
      publisher.requireOwned();
      downloads.requireOwned();
      tell(folders, site, report);
      Sources sources = folders.read(site.jobs(), besides);
      BuildResult result = build(site, build.baseUrl(), build.pdf().isPresent(), sources, progress);
      Summary summary = Summary.of(result, Optional.empty());
      List<String> made = List.of();
      try {
        if (!build.onlyIfClean() || !summary.fails(site.strict())) {
          summary = Summary.of(result, Optional.of(publisher.publish(result.output())));
          made = downloads.make(result, progress);
        }
      } finally {
        progress.clear();
        // A full disk is no reason to hide what was found in the content.
        print(problems(result, summary, sources, site), reporting, report);
      }
      report.say(summary.built(site.output().name(), site.strict()));
      made.forEach(report::say);
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

  /** The files that are written besides the site; each has a place of its own. */
  private static List<Path> besides(Build build) throws UsageException {
    Map<String, Path> asked = new LinkedHashMap<>();
    build.reporting().report().ifPresent(file -> asked.put("report", file.normalize()));
    build.archive().ifPresent(file -> asked.put("zip", file.path()));
    build.pdf().ifPresent(file -> asked.put("pdf", file.path()));
    Folder output = build.site().output();
    for (Map.Entry<String, Path> file : asked.entrySet()) {
      // It would make a new folder look like somebody else's, and spoil the promise of
      // --only-if-clean.
      if (file.getValue().startsWith(output.path())) {
        throw new UsageException(
            "the %s cannot stand in '%s', which is for the site alone"
                .formatted(file.getKey(), output.name()),
            "give --%s a place beside it".formatted(file.getKey()));
      }
    }
    Map<Path, String> owners = new HashMap<>();
    for (Map.Entry<String, Path> file : asked.entrySet()) {
      String other = owners.put(file.getValue(), file.getKey());
      if (other != null) {
        throw new UsageException(
            "--%s and --%s name one file".formatted(other, file.getKey()),
            "give each a name of its own");
      }
    }
    return List.copyOf(asked.values());
  }

  private ShownProgress progress(Reporting reporting) {
    return reporting.quiet() || !environment.wantsProgress()
        ? ShownProgress.NONE
        : new ProgressDisplay(environment.err());
  }

  private BuildResult build(
      Site site, Optional<URI> baseUrl, boolean pdf, Sources sources, ShownProgress progress) {
    BuildOptions options = new BuildOptions(site.asOf(), site.drafts(), site.jobs(), baseUrl, pdf);
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
