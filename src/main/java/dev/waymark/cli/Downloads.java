package dev.waymark.cli;

import dev.waymark.build.BuildResult;
import dev.waymark.build.Progress;
import dev.waymark.cli.Invocation.Build;
import dev.waymark.cli.Invocation.Folder;
import dev.waymark.output.NotOurFolderException;
import dev.waymark.output.SingleFile;
import dev.waymark.output.SiteArchive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files for readers to take away that {@code build} makes besides the site. */
final class Downloads {
  private final Build build;

  Downloads(Build build) {
    this.build = build;
  }

  /** Refuses to replace what Waymark did not make, before any work is done. */
  void requireOwned() throws IOException, UsageException {
    try {
      if (build.archive().isPresent()) {
        archive(build.archive().get()).requireOwned();
      }
      if (build.pdf().isPresent()) {
        pdf(build.pdf().get()).requireOwned();
      }
    } catch (NotOurFolderException e) {
      throw usage(e);
    }
  }

  /**
   * Makes what was asked for of the site that has just been published.
   *
   * @return a sentence for each
   */
  List<String> make(BuildResult result, Progress progress) throws IOException, UsageException {
    List<String> made = new ArrayList<>();
    try {
      if (build.archive().isPresent()) {
        made.add(pack(build.archive().get(), result, progress));
      }
      if (build.pdf().isPresent() && result.pdf().isPresent()) {
        made.add(set(build.pdf().get(), result.pdf().get(), progress));
      }
    } catch (NotOurFolderException e) {
      throw usage(e);
    }
    return made;
  }

  private String pack(Folder file, BuildResult result, Progress progress)
      throws IOException, NotOurFolderException {
    Folder output = build.site().output();
    String folder = SiteArchive.folderName(result.title());
    progress.at("packing", 0, 1);
    long size =
        archive(file).write(to -> SiteArchive.write(output.path(), output.name(), folder, to));
    progress.at("packing", 1, 1);
    return "Packed it into %s, %s. It unpacks to the folder %s."
        .formatted(file.name(), megabytes(size), folder);
  }

  private static String set(Folder file, BuildResult.Pdf content, Progress progress)
      throws IOException, NotOurFolderException {
    progress.at("setting the PDF", 0, 1);
    long size = pdf(file).write(content::writeTo);
    progress.at("setting the PDF", 1, 1);
    return "Set it as %s, %s.".formatted(file.name(), megabytes(size));
  }

  private static SingleFile pdf(Folder file) {
    return new SingleFile(file.path(), file.name(), SingleFile.Kind.PDF);
  }

  private static SingleFile archive(Folder file) {
    return new SingleFile(file.path(), file.name(), SingleFile.Kind.ARCHIVE);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static UsageException usage(NotOurFolderException e) {
    return new UsageException(String.valueOf(e.getMessage()), "");
  }
}
