package dev.waymark.render;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that give a site its form: {@code layouts/*.peb}, {@code partials/*.peb} and {@code
 * assets/**}. The packed theme comes with the tool; a folder of the user's replaces it file by
 * file.
 *
 * <p>Immutable.
 */
final class Theme {
  static final String ASSETS = "assets/";

  private static final String RESOURCES = "/dev/waymark/render/theme/";

  private final SortedMap<String, ThemeFile> packed;
  private final SortedMap<String, ThemeFile> files;

  private Theme(SortedMap<String, ThemeFile> packed, SortedMap<String, ThemeFile> files) {
    this.packed = Collections.unmodifiableSortedMap(packed);
    this.files = Collections.unmodifiableSortedMap(files);
  }

  /** Reads a binary file of the user's folder; empty when that fails. */
  interface BinaryReader {
    Optional<byte[]> read(SourceFile.Binary file);
  }

  /** The theme that comes with the tool, read from the class path by its list of files. */
  static Theme packed() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    String index = new String(resource("index.txt"), StandardCharsets.UTF_8);
    index.lines().filter(line -> !line.isBlank()).forEach(path -> files.put(path, resource(path)));
    return packed(files);
  }

  /** A theme of these files in the place of the packed one. */
  static Theme packed(Map<String, byte[]> files) {
    TreeMap<String, ThemeFile> packed = new TreeMap<>();
    files.forEach((path, bytes) ->
        packed.put(path, new ThemeFile(path, "(built-in theme)/" + path, true, bytes)));
    return new Theme(packed, packed);
  }

  private static byte[] resource(String path) {
    try (InputStream in = Theme.class.getResourceAsStream(RESOURCES + path)) {
      if (in == null) {
        throw new IllegalStateException("the packed theme has no " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * This theme with the user's files in the place of those of the same path. A file equal to the
   * packed one changes nothing, and files outside the three folders are no part of a theme.
   */
  Checked<Theme> overlay(SourceTree user, BinaryReader reader) {
    TreeMap<String, ThemeFile> merged = new TreeMap<>(files);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (SourceFile file : user.files().values()) {
      Optional<byte[]> bytes =
          switch (file) {
            case SourceFile.Text text ->
                Optional.of(text.text().text().getBytes(StandardCharsets.UTF_8));
            case SourceFile.Binary binary ->
                binary.path().value().startsWith(ASSETS)
                    ? reader.read(binary)
                    : Optional.of(new byte[0]);
          };
      if (bytes.isEmpty()) {
        diagnostics.add(
            Diagnostic.of(Code.FILE_UNREADABLE, file.start())
                .withHelp("check that the file is there and that you may read it"));
        continue;
      }
      ThemeFile added = new ThemeFile(file.path().value(), file.displayName(), false, bytes.get());
      ThemeFile before = merged.get(added.path());
      if ((added.isTemplate() || added.isAsset())
          && (before == null || !Arrays.equals(before.bytes(), added.bytes()))) {
        merged.put(added.path(), added);
      }
    }
    return new Checked<>(new Theme(packed, merged), diagnostics);
  }

  /** All files by path, the user's in the place of the packed ones. */
  SortedMap<String, ThemeFile> files() {
    return files;
  }

  /** The files that come with the tool, by path. */
  SortedMap<String, ThemeFile> packedFiles() {
    return packed;
  }
}
