package dev.waymark.build;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.source.SourceBlocks;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A whole site, built in memory with the packed theme. */
final class TestSite {
  private final BuildResult result;

  private TestSite(BuildResult result) {
    this.result = result;
  }

  /** Builds the files of {@link SourceBlocks}. */
  static TestSite of(String blocks) {
    return of(BuildOptions.defaults(), SourceBlocks.content(blocks));
  }

  static TestSite of(BuildOptions options, SourceTree content) {
    return of(options, Checked.of(content), Checked.of(SourceTree.of("theme", List.of())));
  }

  static TestSite of(BuildOptions options, Checked<SourceTree> content, Checked<SourceTree> theme) {
    SiteBuild build =
        new SiteBuild(
            options,
            Progress.NONE,
            file -> Optional.of(read(new OutputFile.Content.Copied(file.origin()))));
    return new TestSite(build.build(content, theme));
  }

  BuildResult result() {
    return result;
  }

  List<Diagnostic> diagnostics() {
    return result.diagnostics();
  }

  SortedMap<SitePath, OutputFile> files() {
    return result.output().files();
  }

  /** The text of the file at this address. */
  String text(String path) {
    OutputFile file = Objects.requireNonNull(files().get(new SitePath(path)), path);
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /** What a file holds. */
  static byte[] bytes(OutputFile file) {
    return switch (file.content()) {
      case OutputFile.Content.Bytes made -> made.bytes();
      case OutputFile.Content.Packed made -> made.bytes();
      case OutputFile.Content.Copied copied -> read(copied);
    };
  }

  private static byte[] read(OutputFile.Content.Copied copied) {
    try {
      return Files.readAllBytes(copied.from());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page that Waymark made, by address. */
  SortedMap<String, String> pages() {
    SortedMap<String, String> pages = new TreeMap<>();
    files()
        .forEach((path, file) -> {
          if (file.role() == OutputFile.Role.PAGE && path.value().endsWith(".html")) {
            pages.put(path.value(), new String(bytes(file), StandardCharsets.UTF_8));
          }
        });
    return pages;
  }

  /** All diagnostics as they are printed, without the lines of the source. */
  String report() {
    StringBuilder report = new StringBuilder();
    for (Diagnostic found : diagnostics()) {
      report.append(found.location()).append(": ").append(found.severity().word()).append(' ');
      report.append(found.code().id()).append(": ").append(found.message()).append('\n');
      if (!found.detail().isEmpty()) {
        report.append("      ").append(found.detail()).append('\n');
      }
      if (!found.help().isEmpty()) {
        report.append("      help: ").append(found.help()).append('\n');
      }
    }
    return report.toString();
  }
}
