package dev.waymark.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Source trees out of one text, so that a test shows the site that it is about:
 *
 * <pre>
 * -- index.md --
 * # Home
 * -- parts/consent.md --
 * # Consent
 * </pre>
 */
public final class SourceBlocks {
  private static final Set<String> BINARY = Set.of("png", "pdf", "jpg", "txt", "html", "json");

  private SourceBlocks() {}

  /** The files of a content folder named {@code content}. */
  public static SourceTree content(String blocks) {
    return tree("content", blocks);
  }

  /** The files of a folder of this name. */
  public static SourceTree tree(String name, String blocks) {
    List<SourceFile> files = new ArrayList<>();
    String path = "";
    StringBuilder text = new StringBuilder();
    for (String line : blocks.split("\n", -1)) {
      if (line.startsWith("-- ") && line.endsWith(" --") && line.length() > 6) {
        add(name, path, text, files);
        path = line.substring(3, line.length() - 3);
        text.setLength(0);
      } else if (path.isEmpty() && !line.isBlank()) {
        throw new IllegalArgumentException("text before the first file: " + line);
      } else {
        text.append(line).append('\n');
      }
    }
    add(name, path, text, files);
    return SourceTree.of(name, files);
  }

  private static void add(String name, String path, StringBuilder text, List<SourceFile> files) {
    if (!path.isEmpty()) {
      // The line end before the next head belongs to the text, the one of the last file twice.
      String whole = text.toString();
      files.add(file(name, path, whole.endsWith("\n\n") ? whole.stripTrailing() + "\n" : whole));
    }
  }

  /** One file as {@link SourceReader} would have read it. */
  public static SourceFile file(String folder, String path, String text) {
    String shown = folder + "/" + path;
    Path origin = Path.of("/nowhere", folder, "file");
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BINARY.contains(ending)
        ? new SourceFile.Binary(new SourcePath(path), shown, origin)
        : new SourceFile.Text(new SourcePath(path), new SourceText(shown, 1, text), origin);
  }
}
