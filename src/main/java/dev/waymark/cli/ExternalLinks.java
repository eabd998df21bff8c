package dev.waymark.cli;

import dev.waymark.cli.Invocation.External;
import dev.waymark.cli.Invocation.Folder;
import dev.waymark.cli.Invocation.Reporting;
import dev.waymark.cli.Invocation.Site;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.external.LinkChecker;
import dev.waymark.external.RememberedLinks;
import dev.waymark.external.Transport;
import dev.waymark.output.NotOurFolderException;
import dev.waymark.output.SingleFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** {@code check --external}: asks other sites whether what is linked to is there. */
final class ExternalLinks {
  private final Transports transports;

  ExternalLinks(Transports transports) {
    this.transports = transports;
  }

  /** Reaches the network. */
  interface Transports {
    Transport open(String agent, boolean allowsPrivate);
  }

  /** Refuses to replace what is not a memory of Waymark, before any work is done. */
  void requireOwned(External external, Site site, Reporting reporting)
      throws IOException, UsageException {
    Folder file = external.memory();
    if (file.path().startsWith(site.output().path())) {
      throw new UsageException(
          "%s cannot stand in '%s', which is for the site alone"
              .formatted(file.name(), site.output().name()),
          "give --external-cache a place beside it");
    }
    if (reporting.report().isPresent()
        && reporting.report().get().normalize().equals(file.path())) {
      throw new UsageException(
          "--report and --external-cache name one file", "give each a name of its own");
    }
    if (Files.isSymbolicLink(file.path())) {
      // A proposed change must not choose a file of the machine that checks it.
      throw new UsageException(
          file.name() + " leads to another file, so it is not written",
          "choose another name for --external-cache, or delete it");
    }
    try {
      file(file).requireOwned();
    } catch (NotOurFolderException e) {
      throw new UsageException(String.valueOf(e.getMessage()), "");
    }
  }

  private static SingleFile file(Folder file) {
    return new SingleFile(file.path(), file.name(), SingleFile.Kind.LINKS);
  }

  List<Diagnostic> check(External external, List<Located<String>> links, Report report) {
    Duration age = Duration.ofDays(external.days());
    RememberedLinks memory = RememberedLinks.read(external.memory().path());
    memory
        .notice()
        .ifPresent(reason ->
            report.say(
                "%s is not used: %s. It is written anew."
                    .formatted(PlainText.of(external.memory().name()), PlainText.of(reason))));
    Clock clock = Clock.systemUTC();
    LinkChecker.Result result;
    try (Transport transport =
        transports.open(
            "waymark/%s (link checker)".formatted(Version.tool()), external.allowsPrivate())) {
      result =
          new LinkChecker(transport, clock, time -> Thread.sleep(time), age).check(links, memory);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      // What was learnt is kept, however the run ends.
      write(memory.text(clock.instant(), age), external.memory(), report);
    }
    report.say(said(result, external.days()));
    result
        .untold()
        .forEach((address, reason) ->
            report.detail("Cannot tell: %s: %s.", PlainText.of(address), PlainText.of(reason)));
    return result.diagnostics();
  }

  private static void write(String memory, Folder file, Report report) {
    try {
      file(file).write(to -> to.write(memory.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | NotOurFolderException e) {
      report.say("%s cannot be written.".formatted(PlainText.of(file.name())));
    }
  }

  /** {@code Asked for 12 pages of other sites; 30 were there in the last 7 days.} */
  static String said(LinkChecker.Result result, int days) {
    int untold = result.untold().size();
    if (result.unreached() > 0) {
      return ("None of the %s sites that were asked answered, so nothing is known of %s there. Is"
              + " this machine connected to the internet?")
          .formatted(result.unreached(), pages(untold));
    }
    StringBuilder said = new StringBuilder();
    said.append("Asked for %s of other sites".formatted(pages(result.asked())));
    if (result.remembered() > 0) {
      said.append(
          "; %s %s there in the last %s"
              .formatted(
                  result.remembered(),
                  result.remembered() == 1 ? "was" : "were",
                  days == 1 ? "day" : days + " days"));
    }
    if (untold > 0) {
      said.append(
          "; %s could not be told (-v lists %s)".formatted(untold, untold == 1 ? "it" : "them"));
    }
    return said.append('.').toString();
  }

  private static String pages(int count) {
    return count + (count == 1 ? " page" : " pages");
  }
}
