package dev.waymark.cli;

import dev.waymark.build.Progress;

/** Progress that somebody sees until it is cleared or closed; doing either again does nothing. */
interface ShownProgress extends Progress, AutoCloseable {
  /** Shows nothing. */
  ShownProgress NONE = (step, done, total) -> {};

  /** Takes it off the screen, so that something else can be printed there. */
  default void clear() {}

  @Override
  default void close() {
    clear();
  }
}
