package dev.waymark.serve;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Files and folders that have changed and were not looked at yet. Thread-safe. */
final class Changes {
  /** Editors write a file in several steps; a pause of this length ends a save. */
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(6);

  /** However many more there are, what there is is looked at after this time. */
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

  private Set<Path> paths = new LinkedHashSet<>();
  private long last;

  synchronized void add(Path path) {
    paths.add(path);
    last = System.nanoTime();
    notifyAll();
  }

  synchronized boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Waits for a change, and for the end of what comes with it. */
  synchronized Set<Path> take() throws InterruptedException {
    while (paths.isEmpty()) {
      wait();
    }
    long first = System.nanoTime();
    for (long now = first; now < last + QUIET_NANOS && now < first + LONGEST_NANOS; ) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, last + QUIET_NANOS - now));
      now = System.nanoTime();
    }
    Set<Path> taken = paths;
    paths = new LinkedHashSet<>();
    return taken;
  }

  /** Waits for a change, no longer than this; whether there is one. */
  synchronized boolean await(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long now = System.nanoTime(); paths.isEmpty() && now < end; now = System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, end - now);
    }
    return !paths.isEmpty();
  }
}
