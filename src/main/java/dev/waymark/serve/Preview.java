package dev.waymark.serve;

import dev.waymark.build.IncrementalBuild;
import dev.waymark.diagnostic.Checked;
import dev.waymark.source.SourceFolder;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows a site while it is written: watches its folders, builds what has changed and tells the
 * browsers that show it. Whatever goes wrong with a build, the pages of the last one stay.
 */
public final class Preview implements AutoCloseable {
  /** What is not needed at once waits for a pause of this length. */
  private static final long PAUSE_MILLIS = 120;

  private final SourceFolder content;
  private final Optional<SourceFolder> theme;
  private final IncrementalBuild build;
  private final Listener listener;
  private final Changes changes = new Changes();
  private final Browsers browsers = new Browsers();
  private final SiteServer server;
  private final List<Watching> watching = new ArrayList<>();
  private final Thread thread;

  /** Told what the preview does; called from one thread. */
  public interface Listener {
    /**
     * A change is shown; what is not looked at follows.
     *
     * @param millis since it was noticed
     */
    void shown(IncrementalBuild.Shown shown, long millis);

    /**
     * All is as a build of the same files would have it.
     *
     * @param millis since the change was noticed
     */
    void settled(
        IncrementalBuild.Settled settled,
        Checked<SourceTree> content,
        Checked<SourceTree> theme,
        long millis);

    /** A build came to nothing, and what was shown before is shown on. */
    void failed(Exception failure);
  }

  /**
   * How to watch and where to serve.
   *
   * @param port 0 for any that is free
   * @param poll whether to look for changes in place of being told
   */
  public record Settings(int port, boolean poll) {}

  private Preview(
      SourceFolder content,
      Optional<SourceFolder> theme,
      IncrementalBuild build,
      Settings settings,
      Listener listener)
      throws IOException {
    this.content = content;
    this.theme = theme;
    this.build = build;
    this.listener = listener;
    Set<Path> roots = new HashSet<>(Set.of(content.root()));
    theme.ifPresent(folder -> roots.add(folder.root()));
    this.server = new SiteServer(settings.port(), browsers, roots);
    this.thread = new Thread(this::run, "waymark-preview");
    this.thread.setDaemon(true);
    try {
      for (Path root : roots) {
        watching.add(
            settings.poll()
                ? FolderPoller.start(root, changes)
                : FolderWatcher.start(root, changes));
      }
      // Watched first, so that nothing that happens while it is read is missed.
      changes.add(content.root().toRealPath());
      rebuild(changes.take(), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Builds the site and serves it until it is closed. Takes the build over.
   *
   * @param theme the user's own templates
   * @throws IOException if a folder cannot be read or the port is taken
   */
  public static Preview start(
      SourceFolder content,
      Optional<SourceFolder> theme,
      IncrementalBuild build,
      Settings settings,
      Listener listener)
      throws IOException {
    Preview preview = new Preview(content, theme, build, settings, listener);
    preview.thread.start();
    return preview;
  }

  /** Where it is served: {@code http://127.0.0.1:8080/}. */
  public URI address() {
    return server.address();
  }

  /** Waits until it is closed. */
  public void await() throws InterruptedException {
    thread.join();
  }

  private void run() {
    Set<Path> pending = new HashSet<>();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        pending.addAll(changes.take());
        rebuild(pending, false);
        pending.clear();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException | RuntimeException | StackOverflowError e) {
        // What changed then is looked at again with the next change.
        listener.failed(e instanceof Exception failure ? failure : new IllegalStateException(e));
      }
    }
  }

  private void rebuild(Set<Path> changed, boolean first) throws IOException, InterruptedException {
    long started = System.nanoTime();
    Checked<SourceTree> files = content.reread(changed);
    Checked<SourceTree> templates =
        theme.isPresent() ? theme.get().reread(changed) : Checked.of(SourceTree.of("", List.of()));
    IncrementalBuild.Shown shown = build.update(files, templates, browsers.pages());
    if (!first) {
      show(shown);
      listener.shown(shown, millisSince(started));
      if (changes.await(PAUSE_MILLIS)) {
        return;
      }
    }
    Optional<IncrementalBuild.Settled> settled = build.settle(() -> !first && !changes.isEmpty());
    if (settled.isPresent()) {
      show(settled.get().shown());
      listener.settled(settled.get(), files, templates, millisSince(started));
    }
  }

  private static long millisSince(long started) {
    return (System.nanoTime() - started) / 1_000_000;
  }

  private void show(IncrementalBuild.Shown shown) {
    server.show(server.tree().with(shown.files(), shown.notFound()));
    browsers.tell(server.tree(), shown.assets(), shown.diagnostics(), shown.addresses());
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
    for (Watching watched : watching) {
      watched.close();
    }
    server.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    build.close();
  }
}
