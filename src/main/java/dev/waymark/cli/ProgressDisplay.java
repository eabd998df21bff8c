package dev.waymark.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on a terminal. It appears only when a build takes long enough to wonder, and is
 * gone when the build ends. This is the only class that names the progress-bar library, so that a
 * run without a bar never loads it.
 */
final class ProgressDisplay implements ShownProgress {
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int COLUMNS = 79;

  private final PrintStream err;
  private final long started = System.nanoTime();
  private @Nullable ProgressBar bar;

  ProgressDisplay(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void at(String step, long done, long total) {
    if (bar == null) {
      if (System.nanoTime() - started < PATIENCE) {
        return;
      }
      bar =
          new ProgressBarBuilder()
              .setTaskName("waymark")
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(100)
              .setConsumer(new Line(err))
              .hideEta()
              .clearDisplayOnFinish()
              .build();
    }
    bar.maxHint(total).stepTo(done).setExtraMessage(" " + step);
  }

  @Override
  public synchronized void clear() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  // The library's own consumers ask a native library for the width of the terminal, which makes
  // Java print a warning. Eighty columns suit every terminal.
  private record Line(PrintStream err) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return COLUMNS;
    }

    @Override
    public void accept(String line) {
      err.print("\r" + line);
      err.flush();
    }

    @Override
    public void clear() {
      accept(" ".repeat(COLUMNS) + "\r");
    }

    @Override
    public void close() {
      err.flush();
    }
  }
}
