package dev.waymark.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Makes sentences of what the disk says; the JDK's own messages are often nothing but a path. */
final class IoFailure {
  private IoFailure() {}

  /**
   * An exception whose message is {@code doing}, such as {@code cannot write public/a.html}, and
   * the reason.
   */
  static IOException sentence(String doing, IOException failure) {
    return new IOException(doing + ": " + reason(failure), failure);
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied, or another program has it open";
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case FileAlreadyExistsException taken -> taken.getFile() + " is there already";
      case AtomicMoveNotSupportedException _ ->
          "this file system cannot replace a file in one step";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default ->
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    };
  }
}
