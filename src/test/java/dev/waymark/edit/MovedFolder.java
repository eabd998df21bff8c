package dev.waymark.edit;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.Progress;
import dev.waymark.build.SiteBuild;
import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.site.Site;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A content folder on disk whose files are moved about. */
final class MovedFolder {
  final Path content;
  private final SiteBuild build;

  /**
   * @param folder the working folder; the content is {@code content} in it
   */
  MovedFolder(Path folder) {
    content = folder.resolve("content");
    BuildOptions options = new BuildOptions(Optional.empty(), true, 2, Optional.empty());
    build = new SiteBuild(options, Progress.NONE, file -> Optional.empty());
  }

  MovedFolder file(String path, String text) throws IOException {
    Path file = content.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  String text(String path) throws IOException {
    return new String(Files.readAllBytes(content.resolve(path)), StandardCharsets.UTF_8);
  }

  ContentMover mover() {
    return new ContentMover(content, "content", content.getParent(), this::read, this::link);
  }

  SourceTree read() throws IOException {
    return SourceReader.sequential().read(content, "content", List.of()).value();
  }

  Checked<Site> link(SourceTree tree) {
    return build.link(Checked.of(tree));
  }

  List<Diagnostic> problems() throws IOException {
    return link(read()).diagnostics();
  }

  Move plan(String from, String to) throws IOException, RefusedException {
    return mover().plan(Path.of(from), Path.of(to));
  }

  Move move(String from, String to) throws IOException, RefusedException {
    ContentMover mover = mover();
    Move move = mover.plan(Path.of(from), Path.of(to));
    mover.apply(move);
    return move;
  }

  /** Every file below the content folder, also those that no build reads, one char a byte. */
  SortedMap<String, String> bytes() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(content)) {
      walk.filter(Files::isRegularFile).forEach(all::add);
    }
    for (Path file : all) {
      String name = content.relativize(file).toString().replace('\\', '/');
      files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
    return files;
  }
}
