package dev.waymark.serve;

import dev.waymark.source.SourceReader;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.helpers.NOPLogger;

/**
 * Tells of every change in a folder, as the operating system tells it. A folder that goes is waited
 * for.
 */
final class FolderWatcher implements Watching {
  private static final long RETRY_MILLIS = 300;

  private final Path folder;
  private final Changes changes;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Opened opened;

  private record Opened(DirectoryWatcher watcher, CompletableFuture<Void> end) {}

  private FolderWatcher(Path folder, Changes changes) throws IOException {
    this.folder = folder;
    this.changes = changes;
    this.opened = open();
  }

  /** Watches from now on; what changes after this call is told. */
  static FolderWatcher start(Path folder, Changes changes) throws IOException {
    FolderWatcher started = new FolderWatcher(folder, changes);
    daemon(started::run);
    return started;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "waymark-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private Opened open() throws IOException {
    Path real = folder.toRealPath();
    DirectoryWatcher watcher =
        DirectoryWatcher.builder()
            .path(real)
            .listener(this::tell)
            .fileHashing(false)
            // Of the platform, with nothing native of the library's own.
            .watchService(real.getFileSystem().newWatchService())
            .fileTreeVisitor(FolderWatcher::visit)
            .logger(NOPLogger.NOP_LOGGER)
            .build();
    CompletableFuture<Void> end = watcher.watchAsync(FolderWatcher::daemon);
    return new Opened(watcher, end);
  }

  private void tell(DirectoryChangeEvent event) throws IOException {
    // What was missed may be anything.
    boolean missed = event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW;
    changes.add(missed ? folder.toRealPath() : event.path());
  }

  /** Leaves out what no site is read from: the folders of version control may hold very much. */
  private static void visit(
      Path root, FileTreeVisitor.Callback onFolder, FileTreeVisitor.Callback onFile)
      throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
            if (!folder.equals(root) && SourceReader.isIgnored(name)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            try {
              onFolder.call(folder);
            } catch (NoSuchFileException e) {
              // Gone before it could be watched, of which the folder above tells.
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            onFile.call(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void run() {
    while (true) {
      try {
        opened.end().join();
      } catch (CompletionException e) {
        // By close(), or because something went while it was looked at.
      }
      try {
        do {
          if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
          }
        } while (!Files.isDirectory(folder));
        opened.watcher().close();
        opened = open();
        changes.add(folder.toRealPath());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException e) {
        // Gone again; the next round looks for it.
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    opened.watcher().close();
  }
}
