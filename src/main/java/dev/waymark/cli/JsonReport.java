package dev.waymark.cli;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.json.JsonMembers;
import dev.waymark.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The data of the commands as JSON: one object, UTF-8, with a line end. {@code version} is that of
 * the form, and rises when a reader of the old form would go wrong.
 */
final class JsonReport {
  private static final int FORM = 1;

  private JsonReport() {}

  /** {@code {version, diagnostics: [...], summary}}, all diagnostics in their order. */
  static byte[] of(List<Diagnostic> diagnostics, Summary summary) {
    return write(json ->
        json.array(
                "diagnostics",
                items ->
                    diagnostics.forEach(
                        diagnostic -> items.object(item -> write(diagnostic, item))))
            .object("summary", item -> write(summary, item)));
  }

  private static void write(Summary summary, JsonMembers json) {
    json.put("pages", summary.pages())
        .put("errors", summary.errors())
        .put("warnings", summary.warnings());
    summary
        .written()
        .ifPresent(files ->
            json.put("written", files.written())
                .put("unchanged", files.unchanged())
                .put("removed", files.removed()));
  }

  /**
   * {@code {version, codes: [{code, severity, message, explanation}]}}; the explanation is
   * Markdown.
   */
  static byte[] of(List<Code> codes, Function<Code, String> explanations) {
    return write(json ->
        json.array(
            "codes",
            items ->
                codes.forEach(code ->
                    items.object(item ->
                        item.put("code", code.id())
                            .put("severity", code.severity().word())
                            .put("message", code.message())
                            .put("explanation", explanations.apply(code))))));
  }

  /** What is wrong, with what was found or looked for. */
  static String message(Diagnostic diagnostic) {
    String detail = diagnostic.detail();
    return diagnostic.message() + (detail.isEmpty() ? "" : ": " + detail);
  }

  private static void write(Diagnostic diagnostic, JsonMembers json) {
    Location location = diagnostic.location();
    json.put("severity", diagnostic.severity().word())
        .put("code", diagnostic.code().id())
        .put("file", location.file())
        .put("line", location.line())
        .put("column", location.column())
        .put("endLine", location.endLine())
        .put("endColumn", location.endColumn())
        .put("message", message(diagnostic))
        .put("help", diagnostic.help())
        .put("suggestion", diagnostic.suggestion());
  }

  /** An object with {@code version} first. */
  static byte[] write(Consumer<JsonMembers> content) {
    return JsonText.object(
            json -> {
              json.put("version", FORM);
              content.accept(json);
            })
        .getBytes(StandardCharsets.UTF_8);
  }
}
