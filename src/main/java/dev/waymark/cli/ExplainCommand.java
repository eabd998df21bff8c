package dev.waymark.cli;

import dev.waymark.cli.Invocation.Explain;
import dev.waymark.cli.Invocation.Format;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Spelling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a code means, or lists the codes. */
final class ExplainCommand {
  private final Environment environment;
  private final Explanations explanations;

  ExplainCommand(Environment environment, Explanations explanations) {
    this.environment = environment;
    this.explanations = explanations;
  }

  int run(Explain explain) throws UsageException, IOException {
    Optional<Code> one =
        explain.code().isPresent() ? Optional.of(code(explain.code().get())) : Optional.empty();
    List<Code> codes = one.map(List::of).orElse(List.of(Code.values()));
    Report report = new Report(environment, explain.reporting());
    String text = one.map(explanations::of).orElseGet(ExplainCommand::list);
    report.toFile(form ->
        form == Format.TEXT
            ? text.getBytes(StandardCharsets.UTF_8)
            : JsonReport.of(codes, explanations::of));
    if (explain.reporting().format() == Format.TEXT) {
      report.text(text);
    } else {
      report.bytes(JsonReport.of(codes, explanations::of));
    }
    return ExitCode.FINE;
  }

  private static Code code(String given) throws UsageException {
    String id = id(given);
    Optional<Code> found =
        Arrays.stream(Code.values()).filter(code -> code.id().equals(id)).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
    throw new UsageException(
        "there is no code '%s'".formatted(given),
        Spelling.nearest(id, ids)
            .map(nearest -> "did you mean " + nearest + " ?")
            .orElse("'waymark explain' lists all codes"));
  }

  /**
   * {@code WM104} for {@code wm104}, {@code 104} and, as it stands in a message, {@code WM104:}.
   */
  private static String id(String given) {
    String id = given.strip().toUpperCase(Locale.ROOT).replaceFirst(":$", "");
    return id.matches("[0-9]+") ? "WM" + "0".repeat(Math.max(0, 3 - id.length())) + id : id;
  }

  private static String list() {
    return Arrays.stream(Code.values())
        .map(code -> "%s  %-7s  %s\n".formatted(code.id(), code.severity().word(), code.message()))
        .collect(Collectors.joining());
  }
}
