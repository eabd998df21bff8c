package dev.waymark.output;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Asks again for what another program may be preventing for a moment: on Windows a file cannot be
 * replaced or deleted while a virus scanner, a web server or an editor has it open.
 */
final class Retrying implements FileOperations {
  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final int ATTEMPTS = 6;
  private static final int FIRST_PAUSE = 20;

  private final FileOperations files;

  Retrying(FileOperations files) {
    this.files = files;
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    insist(() -> files.move(from, to));
  }

  @Override
  public void delete(Path path) throws IOException {
    insist(() -> files.delete(path));
  }

  private interface Action {
    void run() throws IOException;
  }

  private void insist(Action action) throws IOException {
    int pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++, pause *= 2) {
      try {
        action.run();
        return;
      } catch (FileSystemException e) {
        // Windows says either; elsewhere the second is for what will not pass, such as too long a
        // name.
        boolean mayPass =
            e instanceof AccessDeniedException
                || (WINDOWS && e.getClass() == FileSystemException.class);
        if (!mayPass || attempt == ATTEMPTS) {
          throw e;
        }
        files.pause(pause);
      }
    }
  }

  @Override
  public Standing at(Path path) throws IOException {
    return files.at(path);
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    return files.list(folder);
  }

  @Override
  public boolean sameFile(Path one, Path other) throws IOException {
    return files.sameFile(one, other);
  }

  @Override
  public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    return files.open(file, options);
  }

  @Override
  public void write(FileChannel to, ByteBuffer bytes) throws IOException {
    files.write(to, bytes);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    files.createFolder(folder);
  }

  @Override
  public void pause(int milliseconds) throws IOException {
    files.pause(milliseconds);
  }
}
