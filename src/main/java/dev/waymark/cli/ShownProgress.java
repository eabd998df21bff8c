package dev.waymark.cli;

import dev.waymark.build.Progress;

/** Progress that somebody sees until it is closed; closing it again does nothing. */
interface ShownProgress extends Progress, AutoCloseable {
  /** Shows nothing. */
  ShownProgress NONE = (step, done, total) -> {};

  @Override
  default void close() {}
}
