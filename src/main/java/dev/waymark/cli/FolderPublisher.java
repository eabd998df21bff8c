package dev.waymark.cli;

import dev.waymark.build.Progress;
import dev.waymark.cli.Invocation.Folder;
import dev.waymark.output.NotOurFolderException;
import dev.waymark.output.OutputTree;
import dev.waymark.output.OutputWriter;
import dev.waymark.output.WriteSummary;
import java.io.IOException;

/** Publishes into a folder of the disk. */
final class FolderPublisher implements Publisher {
  private final OutputWriter writer;

  FolderPublisher(Folder folder, boolean keepPrevious, Progress progress) {
    writer =
        new OutputWriter(
            folder.path(),
            folder.name(),
            keepPrevious,
            (done, total) -> progress.at("writing", done, total));
  }

  @Override
  public void requireOwned() throws IOException, UsageException {
    try {
      writer.requireOwned();
    } catch (NotOurFolderException e) {
      throw usage(e);
    }
  }

  @Override
  public Written publish(OutputTree site) throws IOException, UsageException {
    try {
      WriteSummary summary = writer.write(site);
      return new Written(summary.written(), summary.unchanged(), summary.removed());
    } catch (NotOurFolderException e) {
      throw usage(e);
    }
  }

  private static UsageException usage(NotOurFolderException e) {
    return new UsageException(String.valueOf(e.getMessage()), "");
  }
}
