package dev.waymark.serve;

import dev.waymark.source.SourceReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.io.monitor.FileAlterationListenerAdaptor;
import org.apache.commons.io.monitor.FileAlterationMonitor;
import org.apache.commons.io.monitor.FileAlterationObserver;

/**
 * Looks through a folder again and again, for drives that tell nobody of changes. A file has
 * changed when its time or its length has.
 */
final class FolderPoller implements Watching {
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final FileAlterationMonitor monitor = new FileAlterationMonitor(INTERVAL.toMillis());

  private FolderPoller() {}

  static FolderPoller start(Path folder, Changes changes) throws IOException {
    FolderPoller poller = new FolderPoller();
    FileAlterationObserver observer =
        FileAlterationObserver.builder()
            .setFile(folder.toRealPath().toFile())
            .setFileFilter(FolderPoller::isLookedAt)
            .get();
    observer.addListener(new Listener(changes));
    poller.monitor.addObserver(observer);
    poller.monitor.setThreadFactory(work -> {
      Thread thread = new Thread(work, "waymark-poll");
      thread.setDaemon(true);
      return thread;
    });
    try {
      poller.monitor.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
    return poller;
  }

  // A link may lead round in a circle, or out of the folder.
  private static boolean isLookedAt(File file) {
    return !SourceReader.isIgnored(file.getName())
        && !(file.isDirectory() && Files.isSymbolicLink(file.toPath()));
  }

  private static final class Listener extends FileAlterationListenerAdaptor {
    private final Changes changes;

    Listener(Changes changes) {
      this.changes = changes;
    }

    @Override
    public void onDirectoryCreate(File folder) {
      changes.add(folder.toPath());
    }

    @Override
    public void onDirectoryDelete(File folder) {
      changes.add(folder.toPath());
    }

    @Override
    public void onFileChange(File file) {
      changes.add(file.toPath());
    }

    @Override
    public void onFileCreate(File file) {
      changes.add(file.toPath());
    }

    @Override
    public void onFileDelete(File file) {
      changes.add(file.toPath());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      monitor.stop(0);
    } catch (IllegalStateException e) {
      // It has stopped before.
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
