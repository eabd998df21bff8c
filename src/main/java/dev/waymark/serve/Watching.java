package dev.waymark.serve;

import java.io.IOException;

/** Tells {@link Changes} of a folder until it is closed. */
interface Watching extends AutoCloseable {
  @Override
  void close() throws IOException;
}
