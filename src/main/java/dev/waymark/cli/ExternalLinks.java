package dev.waymark.cli;

import dev.waymark.cli.Invocation.External;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.external.LinkChecker;
import dev.waymark.external.RememberedLinks;
import dev.waymark.external.Transport;
import java.io.IOException;
import java.nio.file.Path;
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

  List<Diagnostic> check(External external, List<Located<String>> links, Report report) {
    Path file = external.memory().path();
    Duration age = Duration.ofDays(external.days());
    RememberedLinks memory = RememberedLinks.read(file);
    memory
        .notice()
        .ifPresent(reason ->
            report.say(
                "%s is not used: %s. It is written anew."
                    .formatted(PlainText.of(external.memory().name()), PlainText.of(reason))));
    Clock clock = Clock.systemUTC();
    Transport transport =
        transports.open(
            "waymark/%s (link checker)".formatted(Version.tool()), external.allowsPrivate());
    LinkChecker.Result result;
    try {
      result =
          new LinkChecker(transport, clock, time -> Thread.sleep(time), age).check(links, memory);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      transport.close();
    }
    try {
      memory.write(file, clock.instant(), age);
    } catch (IOException e) {
      report.say("%s cannot be written.".formatted(PlainText.of(external.memory().name())));
    }
    report.say(said(result, external.days()));
    result
        .untold()
        .forEach((address, reason) ->
            report.detail("Cannot tell: %s: %s.", PlainText.of(address), PlainText.of(reason)));
    return result.diagnostics();
  }

  /** {@code Asked for 12 pages of other sites, 30 were there in the last 7 days.} */
  private static String said(LinkChecker.Result result, int days) {
    if (result.unreached() > 0) {
      return ("None of the %s sites that are linked to answered, so nothing is known of %s pages"
              + " there. Is this machine connected to the internet?")
          .formatted(result.unreached(), result.asked());
    }
    StringBuilder said = new StringBuilder();
    said.append("Asked for %s pages of other sites".formatted(result.asked()));
    if (result.remembered() > 0) {
      said.append("; %s were there in the last %s days".formatted(result.remembered(), days));
    }
    if (!result.untold().isEmpty()) {
      said.append(
          "; of %s a program cannot tell (-v lists them)".formatted(result.untold().size()));
    }
    return said.append('.').toString();
  }
}
