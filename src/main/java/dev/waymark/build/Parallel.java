package dev.waymark.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs independent work on several threads and returns the results in the order of the work, so
 * that nothing that comes after can tell how many threads there were.
 */
public final class Parallel implements AutoCloseable {
  /** Small enough to share the work out evenly, large enough that handing it out costs nothing. */
  private static final int CHUNK = 16;

  private final int jobs;
  private final ExecutorService threads;

  /**
   * @param jobs how many threads; with one, all work is done on the caller's
   */
  public Parallel(int jobs) {
    this.jobs = jobs;
    this.threads =
        Executors.newFixedThreadPool(
            jobs,
            task -> {
              Thread thread = new Thread(task, "waymark");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Applies {@code work} to every item; the results are in the order of the items. */
  public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
    if (jobs == 1 || items.size() <= 1) {
      return new ArrayList<>(items.stream().<R>map(work).toList());
    }
    List<Supplier<List<R>>> chunks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += CHUNK) {
      List<T> chunk = items.subList(from, Math.min(from + CHUNK, items.size()));
      chunks.add(() -> chunk.stream().<R>map(work).toList());
    }
    List<R> results = new ArrayList<>(items.size());
    share(chunks).forEach(results::addAll);
    return results;
  }

  /** Does every piece of work, each on whichever thread is free; the results are in its order. */
  public <R> List<R> run(List<Supplier<R>> work) {
    if (jobs == 1 || work.size() <= 1) {
      return new ArrayList<>(work.stream().map(Supplier::get).toList());
    }
    return share(work);
  }

  /**
   * Hands the pieces out. When one fails, those that were not begun are left out, and those that
   * were are waited for: nothing of this work goes on beside what comes next.
   */
  private <R> List<R> share(List<Supplier<R>> work) {
    AtomicBoolean failed = new AtomicBoolean();
    List<Future<Optional<R>>> pieces = new ArrayList<>(work.size());
    for (Supplier<R> piece : work) {
      pieces.add(threads.submit(() -> failed.get() ? Optional.empty() : Optional.of(piece.get())));
    }
    List<R> results = new ArrayList<>(work.size());
    @Nullable RuntimeException failure = null;
    for (Future<Optional<R>> piece : pieces) {
      try {
        get(piece).ifPresent(results::add);
      } catch (RuntimeException e) {
        failed.set(true);
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return results;
  }

  /** Waits for a result; what was thrown is thrown here. */
  static <R> R get(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
