package dev.waymark.cli;

import dev.waymark.cli.Invocation.Format;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run found, in each of the forms; UTF-8, the same bytes for the same input.
 *
 * @param strict whether warnings are failures
 */
record ProblemReport(
    List<Diagnostic> diagnostics,
    Summary summary,
    Sources sources,
    boolean strict,
    CheckoutPaths paths,
    Explanations explanations) {

  byte[] in(Format format) {
    return switch (format) {
      case TEXT -> text(Style.PLAIN).getBytes(StandardCharsets.UTF_8);
      case JSON -> JsonReport.of(diagnostics, summary);
      case GITHUB -> GithubReport.of(diagnostics, paths);
      case SARIF -> new SarifReport(paths, explanations, Version.tool()).of(diagnostics);
      case JUNIT -> new JunitReport(printer(Style.PLAIN), strict).of(filesRead(), diagnostics);
      case TSV -> throw new IllegalArgumentException("problems have no form " + format.word());
    };
  }

  String text(Style style) {
    return printer(style).print(diagnostics);
  }

  private DiagnosticPrinter printer(Style style) {
    return new DiagnosticPrinter(sources.texts(), style);
  }

  private List<String> filesRead() {
    List<String> names = new ArrayList<>();
    for (SourceTree tree : List.of(sources.content().value(), sources.theme().value())) {
      for (SourceFile file : tree.files().values()) {
        if (file instanceof SourceFile.Text) {
          names.add(file.displayName());
        }
      }
    }
    return names;
  }
}
