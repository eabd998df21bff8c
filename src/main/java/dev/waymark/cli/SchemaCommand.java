package dev.waymark.cli;

import dev.waymark.cli.Invocation.Format;
import dev.waymark.cli.Invocation.Reporting;
import dev.waymark.schema.SchemaKind;
import dev.waymark.schema.SchemaWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code schema}: prints one JSON Schema, writes all into a folder, or lists them. */
final class SchemaCommand {
  private final Environment environment;

  SchemaCommand(Environment environment) {
    this.environment = environment;
  }

  int run(Invocation.Schema asked) throws IOException {
    Reporting reporting = asked.reporting();
    Report report = new Report(environment, reporting);
    List<SchemaKind> kinds = asked.kind().map(List::of).orElse(Arrays.asList(SchemaKind.values()));
    if (asked.folder().isPresent()) {
      Files.createDirectories(asked.folder().get().path());
      for (SchemaKind kind : kinds) {
        Path file = asked.folder().get().path().resolve(kind.fileName());
        Files.writeString(file, SchemaWriter.write(kind));
      }
    }
    byte[] text = text(asked, kinds).getBytes(StandardCharsets.UTF_8);
    byte[] json = asked.kind().map(SchemaCommand::schema).orElseGet(() -> json(kinds));
    report.toFile(form -> form == Format.JSON ? json : text);
    report.bytes(reporting.format() == Format.JSON ? json : text);
    return ExitCode.FINE;
  }

  private static byte[] schema(SchemaKind kind) {
    return SchemaWriter.write(kind).getBytes(StandardCharsets.UTF_8);
  }

  /** The names of what was written; without a folder, the schema itself, or what there is. */
  private static String text(Invocation.Schema asked, List<SchemaKind> kinds) {
    if (asked.folder().isPresent()) {
      String folder = asked.folder().get().name();
      return kinds.stream()
          .map(kind -> PlainText.of(folder + "/" + kind.fileName()) + "\n")
          .collect(Collectors.joining());
    }
    return asked
        .kind()
        .map(SchemaWriter::write)
        .orElseGet(() ->
            kinds.stream()
                .map(kind -> "%-13s %s\n".formatted(kind.word(), kind.title()))
                .collect(Collectors.joining()));
  }

  /** {@code {version, schemas: [{name, title, file, schema}]}}; the schema is JSON as text. */
  private static byte[] json(List<SchemaKind> kinds) {
    return JsonReport.write(json ->
        json.array(
            "schemas",
            items ->
                kinds.forEach(kind ->
                    items.object(item ->
                        item.put("name", kind.word())
                            .put("title", kind.title())
                            .put("file", kind.fileName())
                            .put("schema", SchemaWriter.write(kind))))));
  }
}
