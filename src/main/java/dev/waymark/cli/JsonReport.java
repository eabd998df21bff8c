package dev.waymark.cli;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The data of the commands as JSON: one object, UTF-8, with a line end. {@code version} is that of
 * the form, and rises when a reader of the old form would go wrong.
 */
final class JsonReport {
  private static final int FORM = 1;

  private JsonReport() {}

  /** {@code {version, diagnostics: [...], summary}}, all diagnostics in their order. */
  static byte[] of(List<Diagnostic> diagnostics, Summary summary) {
    return write(
        json -> {
          json.writeArrayPropertyStart("diagnostics");
          diagnostics.forEach(diagnostic -> write(diagnostic, json));
          json.writeEndArray();
          json.writeObjectPropertyStart("summary");
          json.writeNumberProperty("pages", summary.pages());
          json.writeNumberProperty("errors", summary.errors());
          json.writeNumberProperty("warnings", summary.warnings());
          summary
              .written()
              .ifPresent(
                  files -> {
                    json.writeNumberProperty("written", files.written());
                    json.writeNumberProperty("unchanged", files.unchanged());
                    json.writeNumberProperty("removed", files.removed());
                  });
          json.writeEndObject();
        });
  }

  /**
   * {@code {version, codes: [{code, severity, message, explanation}]}}; the explanation is
   * Markdown.
   */
  static byte[] of(List<Code> codes, Function<Code, String> explanations) {
    return write(
        json -> {
          json.writeArrayPropertyStart("codes");
          for (Code code : codes) {
            json.writeStartObject();
            json.writeStringProperty("code", code.id());
            json.writeStringProperty("severity", code.severity().word());
            json.writeStringProperty("message", code.message());
            json.writeStringProperty("explanation", explanations.apply(code));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void write(Diagnostic diagnostic, JsonGenerator json) {
    Location location = diagnostic.location();
    String detail = diagnostic.detail();
    json.writeStartObject();
    json.writeStringProperty("severity", diagnostic.severity().word());
    json.writeStringProperty("code", diagnostic.code().id());
    json.writeStringProperty("file", wellFormed(location.file()));
    json.writeNumberProperty("line", location.line());
    json.writeNumberProperty("column", location.column());
    json.writeNumberProperty("endLine", location.endLine());
    json.writeNumberProperty("endColumn", location.endColumn());
    json.writeStringProperty(
        "message", wellFormed(diagnostic.message() + (detail.isEmpty() ? "" : ": " + detail)));
    json.writeStringProperty("help", wellFormed(diagnostic.help()));
    json.writeStringProperty("suggestion", wellFormed(diagnostic.suggestion()));
    json.writeEndObject();
  }

  // Half a surrogate pair has no UTF-8 form; a YAML escape can bring one into a message.
  private static String wellFormed(String text) {
    StringBuilder formed = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(formed::appendCodePoint);
    return formed.toString();
  }

  private static byte[] write(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeNumberProperty("version", FORM);
      content.accept(json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }
}
