package dev.waymark.search;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lucene advises a faster JVM option on standard error, which readers of our output cannot use. */
final class LuceneLog {
  /** Held here, since the log manager forgets a logger that nobody holds, and its level with it. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private LuceneLog() {}

  static void silence() {
    LUCENE.setLevel(Level.OFF);
  }
}
