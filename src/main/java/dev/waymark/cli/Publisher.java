package dev.waymark.cli;

import dev.waymark.build.Progress;
import dev.waymark.cli.Invocation.Folder;
import dev.waymark.output.OutputTree;
import java.io.IOException;

/** Makes one folder hold exactly a built site. */
interface Publisher {
  /** Refuses a folder that Waymark did not make, before any work is done. */
  void requireOwned() throws IOException, UsageException;

  Written publish(OutputTree site) throws IOException, UsageException;

  /** How many files were written, left as they were and removed. */
  record Written(int written, int unchanged, int removed) {}

  /** Opens a folder for publishing. */
  interface Factory {
    /**
     * @param keepPrevious whether the hashed files of the build before stay
     * @param progress told how far the writing is
     */
    Publisher into(Folder folder, boolean keepPrevious, Progress progress);
  }
}
