package dev.waymark.serve;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.output.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that are served. Whoever asks for a path gets what the map has for it and nothing else,
 * so that no path leads to a file that was not meant. Immutable.
 *
 * @param earlier hashed files that are no longer part of the site, for pages that are still open
 * @param notFound the page for wrong addresses
 */
record Tree(
    Map<SitePath, OutputFile> files,
    Map<SitePath, OutputFile> earlier,
    Optional<OutputFile> notFound) {
  static final Tree EMPTY = new Tree(Map.of(), Map.of(), Optional.empty());

  /** The next one; the hashed files of this one can still be had. */
  Tree with(Map<SitePath, OutputFile> next, Optional<OutputFile> nextNotFound) {
    Map<SitePath, OutputFile> kept = new HashMap<>();
    files.forEach((path, file) -> {
      if (file.role() == OutputFile.Role.HASHED && !next.containsKey(path)) {
        kept.put(path, file);
      }
    });
    return new Tree(next, kept.isEmpty() ? earlier : kept, nextNotFound);
  }

  Optional<OutputFile> find(SitePath path) {
    return Optional.ofNullable(files.get(path)).or(() -> Optional.ofNullable(earlier.get(path)));
  }

  /** Whether a page of another content stands at this path than the one of this version. */
  String version(SitePath path) {
    OutputFile file = files.get(path);
    return file == null
        ? "none"
        : switch (file.content()) {
          case OutputFile.Content.Bytes made -> version(made.bytes());
          case OutputFile.Content.Packed made -> version(made.bytes());
          case OutputFile.Content.Copied copied -> "copied";
        };
  }

  /** A name for these bytes. */
  static String version(byte[] bytes) {
    return Sha256.hex(bytes, 16);
  }

  /**
   * What a file holds.
   *
   * @param roots the folders that copied files come from; one that has become a link out of them is
   *     not there
   */
  static Optional<byte[]> bytes(OutputFile file, Set<Path> roots) {
    return switch (file.content()) {
      case OutputFile.Content.Bytes made -> Optional.of(made.bytes());
      case OutputFile.Content.Packed made -> Optional.of(made.bytes());
      case OutputFile.Content.Copied copied -> read(copied.from(), roots);
    };
  }

  private static Optional<byte[]> read(Path from, Set<Path> roots) {
    try {
      Path real = from.toRealPath();
      boolean inside = false;
      for (Path root : roots) {
        inside |= real.startsWith(root.toRealPath());
      }
      if (!inside) {
        return Optional.empty();
      }
      try (InputStream in =
          Channels.newInputStream(
              Files.newByteChannel(
                  real, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
        return Optional.of(in.readAllBytes());
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
