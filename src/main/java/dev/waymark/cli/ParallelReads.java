package dev.waymark.cli;

import dev.waymark.diagnostic.Checked;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceReader.ReadTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads files by several threads at once. */
final class ParallelReads {
  // Below this, starting threads takes longer than reading.
  private static final int WORTH_A_THREAD = 64;

  private ParallelReads() {}

  static SourceReader reader(int jobs) {
    return jobs == 1 ? SourceReader.sequential() : new SourceReader(tasks -> run(tasks, jobs));
  }

  private static List<Checked<Optional<SourceFile>>> run(List<ReadTask> tasks, int jobs) {
    if (tasks.size() < WORTH_A_THREAD) {
      return tasks.stream().map(ReadTask::read).toList();
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
      List<Callable<Checked<Optional<SourceFile>>>> calls =
          tasks.stream().map(task -> (Callable<Checked<Optional<SourceFile>>>) task::read).toList();
      List<Checked<Optional<SourceFile>>> results = new ArrayList<>(tasks.size());
      for (Future<Checked<Optional<SourceFile>>> done : threads.invokeAll(calls)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a read failed", e.getCause());
    }
  }
}
