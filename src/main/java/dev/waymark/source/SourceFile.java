package dev.waymark.source;

import dev.waymark.diagnostic.Location;
import java.nio.file.Path;

/**
 * One file of the input.
 *
 * <p>Text (Markdown, YAML, templates, style sheets) is read at once; anything else is only named,
 * and is read when it is copied.
 */
public sealed interface SourceFile {
  SourcePath path();

  /** The file as reached from the working folder, with forward slashes; for diagnostics. */
  String displayName();

  /** The place that stands for the whole file. */
  default Location start() {
    return Location.startOf(displayName());
  }

  /** Where the file is on disk. */
  Path origin();

  /** A file whose text has been read. A byte order mark is gone; line ends are as they were. */
  record Text(SourcePath path, SourceText text, Path origin) implements SourceFile {
    @Override
    public String displayName() {
      return text.file();
    }
  }

  /** A file that is copied as it is. */
  record Binary(SourcePath path, String displayName, Path origin) implements SourceFile {}
}
