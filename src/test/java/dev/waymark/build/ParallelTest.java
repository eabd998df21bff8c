package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private static final long TASK_NANOS = 100_000_000;

  @Test
  void resultsAreInTheOrderOfTheWork() {
    List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
    try (Parallel parallel = new Parallel(3)) {
      assertEquals(numbers, parallel.map(numbers, number -> number));
      assertEquals(
          numbers,
          parallel.run(numbers.stream().<Supplier<Integer>>map(number -> () -> number).toList()));
    }
  }

  @Test
  void whenAPieceFailsNothingGoesOnBesideWhatComesNext() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    Supplier<Integer> fails =
        () -> {
          await(begun);
          throw new IllegalArgumentException("the first");
        };
    Supplier<Integer> works =
        () -> {
          running.incrementAndGet();
          begun.countDown();
          long end = System.nanoTime() + TASK_NANOS;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          return running.decrementAndGet();
        };
    List<Supplier<Integer>> work = new ArrayList<>(List.of(fails, works));
    AtomicInteger later = new AtomicInteger();
    work.addAll(Collections.nCopies(1000, later::incrementAndGet));
    try (Parallel parallel = new Parallel(2)) {
      Exception failure = assertThrows(IllegalArgumentException.class, () -> parallel.run(work));
      assertEquals("the first", failure.getMessage());
      assertEquals(0, running.get(), "what was begun is waited for");
      int done = later.get();
      assertEquals(List.of(1, 2), parallel.run(List.of(() -> 1, () -> 2)));
      assertEquals(done, later.get(), "what was not begun is left out");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
