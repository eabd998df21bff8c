package dev.waymark.output;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that this package does to a disk. The default methods are the real thing; a test overrides
 * them to stop the writer between any two operations, or to play a file system that this machine
 * does not have.
 */
interface FileOperations {
  FileOperations DISK = new FileOperations() {};

  /** What stands at {@code path}. */
  default Standing at(Path path) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Optional<Object> key = Optional.ofNullable(found.fileKey());
      if (found.isRegularFile()) {
        return new Standing(Standing.Kind.FILE, found.size(), key);
      }
      // A junction of Windows calls itself a folder and something else at once.
      return found.isDirectory() && !found.isOther()
          ? new Standing(Standing.Kind.FOLDER, 0, key)
          : new Standing(Standing.Kind.OTHER, 0, key);
    } catch (NoSuchFileException e) {
      return Standing.MISSING;
    }
  }

  /** The names in a folder, in no order. */
  default List<String> list(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  /** Whether both paths lead to one file, as {@code A.html} and {@code a.html} may. */
  default boolean sameFile(Path one, Path other) throws IOException {
    return Files.isSameFile(one, other);
  }

  /** Opens a file; the permissions of a new one are the process's own. */
  default FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(file, options);
  }

  /** Writes all that remains of {@code bytes}. */
  default void write(FileChannel to, ByteBuffer bytes) throws IOException {
    // In pieces, since the JDK keeps a native buffer as large as the largest single write.
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + (1 << 16)));
      to.write(bytes);
    }
  }

  default void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
  }

  /** Renames over {@code to}: whoever opens it gets the old content or the new, whole. */
  default void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes a file, a link or an empty folder. */
  default void delete(Path path) throws IOException {
    Files.delete(path);
  }

  /** Waits before the next attempt at what another program prevents. */
  default void pause(int milliseconds) throws IOException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
