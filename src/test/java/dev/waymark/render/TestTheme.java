package dev.waymark.render;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceText;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The packed theme read from the repository, and user's folders made from strings. */
final class TestTheme {
  private static final Path FOLDER = Path.of("site-templates");

  private TestTheme() {}

  static Theme packed() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(FOLDER.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Theme.packed(files);
  }

  /** The packed theme with these files of a user's folder {@code my-theme}, by path. */
  static Theme with(Map<String, String> files) {
    List<SourceFile> sources = new ArrayList<>();
    files.forEach((path, text) ->
        sources.add(
            new SourceFile.Text(
                new SourcePath(path),
                new SourceText("my-theme/" + path, 1, text),
                Path.of("my-theme", path))));
    return packed().overlay(SourceTree.of("my-theme", sources), file -> Optional.empty()).value();
  }

  /** A diagnostic on one line: place, end, code, and the parts that are there. */
  static String line(Diagnostic d) {
    StringBuilder line = new StringBuilder();
    line.append(d.location()).append('-').append(d.location().endLine()).append(':');
    line.append(d.location().endColumn()).append(' ').append(d.code()).append(": ");
    line.append(d.message());
    for (String part : List.of(d.detail(), d.help())) {
      if (!part.isEmpty()) {
        line.append(" | ").append(part);
      }
    }
    return line.toString();
  }
}
