package dev.waymark.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The disk, until it stops dead before a chosen change; of a write the first half is still done.
 * After that nothing is done any more, as if the process were killed.
 */
class Stopping implements FileOperations {
  /** Not an exception, so that nobody handles it. */
  static final class Stopped extends Error {
    private static final long serialVersionUID = 1;
  }

  final List<String> changes = new ArrayList<>();
  private final int last;
  private boolean stopped;

  /** Stops before the change of this number, counted from 0. */
  Stopping(int before) {
    this.last = before;
  }

  /** Never stops, and notes all changes. */
  static Stopping never() {
    return new Stopping(Integer.MAX_VALUE);
  }

  /** The changes of one kind, without that word. */
  final List<String> changes(String kind) {
    return changes.stream()
        .filter(change -> change.startsWith(kind + " "))
        .map(change -> change.substring(kind.length() + 1))
        .toList();
  }

  /** Stops now. */
  final void stop() {
    stopped = true;
    throw new Stopped();
  }

  private boolean next(String change) {
    if (!stopped && changes.size() < last) {
      changes.add(change);
      return true;
    }
    stopped = true;
    return false;
  }

  private void change(String change) {
    if (!next(change)) {
      throw new Stopped();
    }
  }

  @Override
  public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    if (options.contains(StandardOpenOption.WRITE)) {
      change("open " + file.getFileName());
    }
    return FileOperations.super.open(file, options);
  }

  @Override
  public void write(FileChannel to, ByteBuffer bytes) throws IOException {
    boolean already = stopped;
    if (!next("write " + bytes.remaining())) {
      if (!already) {
        to.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
      }
      throw new Stopped();
    }
    FileOperations.super.write(to, bytes);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    change("folder " + folder.getFileName());
    FileOperations.super.createFolder(folder);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    change("move " + to.getFileName());
    FileOperations.super.move(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    change("delete " + path.getFileName());
    FileOperations.super.delete(path);
  }
}
