package dev.waymark.search;

import java.util.List;
import java.util.function.Supplier;

/** Runs independent work, in parallel if it likes, and returns the results in the same order. */
public interface Runner {
  <R> List<R> run(List<Supplier<R>> work);
}
