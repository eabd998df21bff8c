package dev.waymark.flowchart;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Flowcharts for tests: from text, and those of the toolkit. */
public final class Charts {
  private static final FlowchartReader READER =
      new FlowchartReader(new YamlReader(), new MarkdownReader(MarkdownOptions.defaults()));

  private Charts() {}

  /** A chart whose file is {@code flowcharts/NAME.yaml}. */
  public static Checked<Flowchart> read(String name, String yaml) {
    SourcePath path = new SourcePath("flowcharts/" + name + ".yaml");
    return READER.read(
        new SourceFile.Text(path, new SourceText(path.value(), 1, yaml), Path.of(path.value())));
  }

  /** A chart without a fault. */
  public static Flowchart sound(String name, String yaml) {
    Checked<Flowchart> read = read(name, yaml);
    if (!read.value().sound() || !read.diagnostics().isEmpty()) {
      throw new IllegalArgumentException(name + ": " + read.diagnostics());
    }
    return read.value();
  }

  /** The flowcharts of the toolkit, in the order of their files. */
  public static List<Flowchart> toolkit() {
    try (Stream<Path> files = Files.list(Path.of("content/flowcharts"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> sound(stem(file), text(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code 10:28 error WM501 message | detail | help}. */
  public static String line(Diagnostic diagnostic) {
    return "%d:%d %s %s %s | %s | %s"
        .formatted(
            diagnostic.location().line(),
            diagnostic.location().column(),
            diagnostic.severity().word(),
            diagnostic.code().id(),
            diagnostic.message(),
            diagnostic.detail(),
            diagnostic.help());
  }
}
