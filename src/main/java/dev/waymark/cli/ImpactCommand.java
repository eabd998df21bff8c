package dev.waymark.cli;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.Progress;
import dev.waymark.build.SiteBuild;
import dev.waymark.cli.Invocation.Format;
import dev.waymark.json.JsonMembers;
import dev.waymark.site.Impact;
import dev.waymark.site.ImpactFinder;
import dev.waymark.site.Place;
import dev.waymark.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code impact}: what to read again when something changes, nearest first. */
final class ImpactCommand {
  private final Environment environment;

  ImpactCommand(Environment environment) {
    this.environment = environment;
  }

  int run(Invocation.Impact asked) throws IOException, UsageException {
    InputFolders folders = InputFolders.find(asked.site(), environment.workingFolder());
    Sources sources =
        folders.read(asked.site().jobs(), asked.reporting().report().stream().toList());
    BuildOptions options =
        new BuildOptions(
            asked.site().asOf(), asked.site().drafts(), asked.site().jobs(), Optional.empty());
    Site site =
        new SiteBuild(options, Progress.NONE, file -> Optional.empty())
            .link(sources.content())
            .value();
    ImpactFinder finder = new ImpactFinder(site);
    Impact impact = finder.of(find(finder, asked.wanted()), asked.depth());
    Report report = new Report(environment, asked.reporting());
    report.toFile(
        form -> form == Format.TEXT ? text(impact).getBytes(StandardCharsets.UTF_8) : json(impact));
    if (asked.reporting().format() == Format.TEXT) {
      report.text(text(impact));
    } else {
      report.bytes(json(impact));
    }
    return ExitCode.FINE;
  }

  private static Place find(ImpactFinder finder, String wanted) throws UsageException {
    return switch (finder.find(wanted)) {
      case ImpactFinder.Found.It it -> it.place();
      case ImpactFinder.Found.Nothing nothing ->
          throw new UsageException(
              nothing.anchor().isEmpty()
                  ? "nothing here has the id, path or address '%s'".formatted(wanted)
                  : "the page is there, but it has no heading '%s'".formatted(nothing.anchor()),
              nothing
                  .nearest()
                  .map(near -> "did you mean " + near + " ?")
                  .orElse(
                      nothing.anchor().isEmpty()
                          ? "write an id such as p3, or the path of a file below the content folder"
                          : "take the part from # on away to ask for the whole page"));
    };
  }

  private static String text(Impact impact) {
    List<String> lines = new ArrayList<>();
    lines.add(where(impact.target()) + "  " + words(impact.target()));
    lines.add(count(impact.reliers()));
    int distance = 0;
    for (Impact.Relier relier : impact.reliers()) {
      if (relier.distance() != distance) {
        distance = relier.distance();
        lines.addAll(List.of("", through(distance)));
      }
      Impact.Step first = relier.chain().getFirst();
      lines.add("  " + where(first.place()) + "  " + words(first.place()));
      if (!first.sentence().isEmpty() && !first.sentence().equals(first.place().heading())) {
        lines.add("      \u201c" + first.sentence() + "\u201d");
      }
      for (Impact.Step step : relier.chain().subList(1, distance)) {
        lines.add("      through " + where(step.place()) + "  " + words(step.place()));
      }
    }
    return lines.stream().map(line -> PlainText.of(line) + "\n").collect(Collectors.joining());
  }

  /** As {@code FILE:LINE:COLUMN}, which editors turn into a link. */
  private static String where(Place place) {
    return place.location().toString();
  }

  private static String words(Place place) {
    if (!place.heading().isEmpty()) {
      return place.title() + " \u203a " + place.heading();
    }
    return place.part() == Place.Part.PAGE ? place.title() + " (the whole page)" : place.title();
  }

  private static String count(List<Impact.Relier> reliers) {
    long direct = reliers.stream().filter(relier -> relier.distance() == 1).count();
    return switch (reliers.size()) {
      case 0 -> "Nothing relies on it.";
      case 1 -> "One place relies on it.";
      default ->
          "%s places rely on it: %s directly, %s through others."
              .formatted(reliers.size(), direct, reliers.size() - direct);
    };
  }

  private static String through(int distance) {
    return switch (distance) {
      case 1 -> "Directly:";
      case 2 -> "Through one other place:";
      default -> "Through %s other places:".formatted(distance - 1);
    };
  }

  /**
   * {@code {version, target: PLACE, reliers: [{distance, PLACE..., sentence, through: [{PLACE...,
   * sentence}]}], summary: {places, direct}}}.
   */
  private static byte[] json(Impact impact) {
    return JsonReport.write(json ->
        json.object("target", target -> write(impact.target(), target))
            .array(
                "reliers",
                items ->
                    impact.reliers().forEach(relier -> items.object(item -> write(relier, item))))
            .object(
                "summary",
                summary ->
                    summary
                        .put("places", impact.reliers().size())
                        .put(
                            "direct",
                            impact.reliers().stream()
                                .filter(relier -> relier.distance() == 1)
                                .count())));
  }

  private static void write(Impact.Relier relier, JsonMembers json) {
    json.put("distance", relier.distance());
    write(relier.chain().getFirst(), json);
    json.array(
        "through",
        items ->
            relier
                .chain()
                .subList(1, relier.distance())
                .forEach(step -> items.object(item -> write(step, item))));
  }

  private static void write(Impact.Step step, JsonMembers json) {
    write(step.place(), json);
    json.put("sentence", step.sentence());
  }

  private static void write(Place place, JsonMembers json) {
    json.put("kind", place.part().word())
        .put("address", place.address())
        .put("title", place.title())
        .put("heading", place.heading())
        .put("file", place.location().file())
        .put("line", place.location().line())
        .put("column", place.location().column());
  }
}
