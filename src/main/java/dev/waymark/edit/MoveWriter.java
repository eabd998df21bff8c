package dev.waymark.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Makes a move on disk. All new texts are written beside their files first, under names that no
 * build reads; when all are there, the file or folder is renamed, and then each new text takes the
 * place of the old one. Should a step fail, those before it are undone in reverse.
 */
final class MoveWriter {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path content;
  private final Deque<Undo> undo = new ArrayDeque<>();

  private interface Undo {
    void run() throws IOException;
  }

  /**
   * A text that waits beside its file.
   *
   * @param original what the file holds
   */
  private record Staged(Path file, Path waiting, byte[] original) {}

  MoveWriter(Path content) {
    this.content = content;
  }

  void write(Move move) throws IOException, RefusedException {
    Path from = content.resolve(move.from());
    Path to = content.resolve(move.to());
    try {
      List<Staged> staged = new ArrayList<>();
      for (FileChange change : move.changes()) {
        staged.add(stage(change));
      }
      createFolders(to.getParent());
      rename(from, to);
      for (Staged each : staged) {
        replace(
            each.file().startsWith(from) ? to.resolve(from.relativize(each.file())) : each.file(),
            each.waiting().startsWith(from)
                ? to.resolve(from.relativize(each.waiting()))
                // The text of a single file that moves waits where the file was.
                : each.waiting(),
            each.original());
      }
    } catch (IOException | RefusedException | RuntimeException e) {
      List<IOException> failed = rollBack();
      if (!failed.isEmpty()) {
        failed.forEach(e::addSuppressed);
        throw new IOException(
            "the move failed, and not all of it could be undone; compare with your last version: "
                + failed.getFirst().getMessage(),
            e);
      }
      throw e;
    }
  }

  private Staged stage(FileChange change) throws IOException, RefusedException {
    Path file = content.resolve(change.from().value());
    if (Files.isSymbolicLink(file)) {
      throw new RefusedException(
          "'%s' is a link to another file, and its links would have to change"
              .formatted(change.from()),
          "put the file itself there");
    }
    byte[] original = Files.readAllBytes(file);
    byte[] before = change.before().getBytes(StandardCharsets.UTF_8);
    byte[] mark = original.length == before.length + MARK.length ? MARK : new byte[0];
    if (!Arrays.equals(original, join(mark, before))) {
      throw new RefusedException(
          "%s is not UTF-8 text, or has just changed; nothing was moved".formatted(change.from()),
          "save it as UTF-8, and try again");
    }
    Path waiting = file.resolveSibling(".waymark-move-" + change.from().name() + ".tmp");
    byte[] after = join(mark, change.after().getBytes(StandardCharsets.UTF_8));
    Files.deleteIfExists(waiting);
    undo.push(() -> Files.deleteIfExists(waiting));
    Files.write(waiting, after, StandardOpenOption.CREATE_NEW);
    copyPermissions(file, waiting);
    return new Staged(file, waiting, original);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView made = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && made != null) {
      made.setPermissions(old.readAttributes().permissions());
    }
  }

  private void createFolders(Path folder) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path at = folder; !Files.exists(at); at = at.getParent()) {
      missing.addFirst(at);
    }
    for (Path each : missing) {
      Files.createDirectory(each);
      undo.push(() -> Files.deleteIfExists(each));
    }
  }

  private void rename(Path from, Path to) throws IOException {
    // An atomic rename may replace what is there; that the place is free was seen before, and is
    // looked at once more as late as can be.
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !Files.isSameFile(from, to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    moveWhole(from, to);
    undo.push(() -> moveWhole(to, from));
  }

  private static void moveWhole(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  private void replace(Path file, Path waiting, byte[] original) throws IOException {
    Files.move(waiting, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    undo.push(() -> Files.write(file, original));
  }

  private List<IOException> rollBack() {
    List<IOException> failed = new ArrayList<>();
    while (!undo.isEmpty()) {
      try {
        undo.pop().run();
      } catch (IOException e) {
        failed.add(e);
      }
    }
    return failed;
  }
}
