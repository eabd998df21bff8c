package dev.waymark.cli;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.BuildResult;
import dev.waymark.build.Progress;
import dev.waymark.build.SiteBuild;
import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import dev.waymark.external.Transport;
import dev.waymark.output.OutputTree;
import dev.waymark.search.SearchIndex;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the program within the test, in a folder of its own.
 *
 * <p>What stands in for the build finds a broken link wherever a text has the word BROKEN, and HTML
 * wherever it has the word HTML; what stands in for the disk only counts.
 */
final class TestRun implements SiteBuilder, Publisher {
  final Path folder;
  final Map<String, String> variables = new HashMap<>();
  boolean outIsTerminal;

  /** Thrown by the stand-in for the build, if set. */
  @Nullable Throwable buildFailure;

  /** Thrown by the stand-in for the disk, if set. */
  @Nullable IOException publishFailure;

  /** Said by the stand-in for the disk of the output folder, if set. */
  @Nullable String refusal;

  private static final Transport NO_NETWORK =
      (method, address) -> {
        throw new AssertionError("asked for " + address);
      };

  /** What the program did, in order. */
  final List<String> events = new ArrayList<>();

  /** What the build was given last. */
  BuildOptions options = BuildOptions.defaults();

  Checked<SourceTree> content = Checked.of(SourceTree.of("", List.of()));
  Checked<SourceTree> theme = Checked.of(SourceTree.of("", List.of()));

  TestRun(Path folder) {
    this.folder = folder;
  }

  /** What came out of a run. */
  record Result(int exitCode, String out, String err) {}

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            variables,
            folder,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            outIsTerminal,
            false);
    int exitCode = run(environment, arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  int run(Environment environment, String... arguments) {
    Publisher.Factory publishers =
        (output, keepPrevious, progress) -> {
          events.add("into " + relative(output.path()) + (keepPrevious ? ", keeping" : ""));
          return this;
        };
    return new Program(
            environment,
            this,
            publishers,
            this::index,
            DiagnosticPagesTest::page,
            (agent, allowsPrivate) -> NO_NETWORK)
        .run(List.of(arguments));
  }

  private SearchIndex index(BuildOptions given, Progress progress, Checked<SourceTree> read) {
    events.add("index");
    options = given;
    content = read;
    return new SiteBuild(given, progress, file -> Optional.empty()).index(read);
  }

  TestRun file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** The names of the files that were read as content. */
  List<String> contentNames() {
    return content.value().files().values().stream().map(SourceFile::displayName).toList();
  }

  @Override
  public BuildResult build(
      BuildOptions options,
      Progress progress,
      Checked<SourceTree> content,
      Checked<SourceTree> theme) {
    events.add("build");
    this.options = options;
    this.content = content;
    this.theme = theme;
    switch (buildFailure) {
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case null, default -> {}
    }
    List<Diagnostic> diagnostics = new ArrayList<>(content.diagnostics());
    int pages = 0;
    for (SourceFile file : content.value().files().values()) {
      if (file instanceof SourceFile.Text text && file.displayName().endsWith(".md")) {
        pages++;
        find("BROKEN", Code.LINK_NO_PAGE, text, diagnostics);
        find("HTML", Code.RAW_HTML, text, diagnostics);
      }
    }
    diagnostics.sort(Diagnostic.ORDER);
    return new BuildResult(
        OutputTree.of(List.of()),
        diagnostics,
        pages,
        "Toolkit",
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static void find(
      String word, Code code, SourceFile.Text file, List<Diagnostic> diagnostics) {
    String text = file.text().text();
    LineMap lines = LineMap.of(text);
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      Location location =
          Location.onLine(file.displayName(), lines.line(at), lines.column(at), word.length());
      diagnostics.add(Diagnostic.of(code, location));
    }
  }

  @Override
  public void requireOwned() throws UsageException {
    events.add("require owned");
    if (refusal != null) {
      throw new UsageException(refusal, "");
    }
  }

  @Override
  public Written publish(OutputTree site) throws IOException {
    events.add("publish");
    if (publishFailure != null) {
      throw publishFailure;
    }
    return new Written(3, 39, 0);
  }

  private String relative(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
