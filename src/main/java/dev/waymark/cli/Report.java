package dev.waymark.cli;

import dev.waymark.cli.Invocation.Format;
import dev.waymark.cli.Invocation.Reporting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** Where a command leaves its data and its talk. */
final class Report {
  private final Environment environment;
  private final Reporting reporting;

  Report(Environment environment, Reporting reporting) {
    this.environment = environment;
    this.reporting = reporting;
  }

  /** Text data for standard output. */
  void text(String text) {
    environment.out().print(text);
  }

  /** Data for programs; as bytes, since it is UTF-8 whatever the stream's encoding. */
  void bytes(byte[] data) {
    environment.out().writeBytes(data);
  }

  /**
   * Writes the file of {@code --report}, if one was asked for, and its folder where there is none.
   *
   * @param data gives the data in a form
   */
  void toFile(Function<Format, byte[]> data) throws IOException {
    if (reporting.report().isPresent()) {
      Path file = reporting.report().get();
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.write(file, data.apply(reporting.reportFormat()));
    }
  }

  /** A sentence for a person, unless they want quiet. */
  void say(String sentence) {
    if (!reporting.quiet()) {
      environment.err().print(sentence + "\n");
    }
  }

  /** A sentence for a person who asked for more. */
  @SuppressWarnings("AnnotateFormatMethod") // Its annotation is Error Prone's own.
  void detail(String format, Object... values) {
    if (reporting.verbose()) {
      environment.err().print(String.format(Locale.ROOT, format, values) + "\n");
    }
  }
}
