package dev.waymark.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a folder equal to an {@link OutputTree}, under the eyes of readers:
 *
 * <pre>{@code
 * OutputWriter writer = new OutputWriter(Path.of("public"), false);
 * writer.requireOwned(); // before the build, so that a wrong folder is told at once
 * WriteSummary summary = writer.write(tree);
 * }</pre>
 *
 * <p>Files are written in the order hashed files, assets, new pages, changed pages, entry files;
 * then {@code manifest.json}, then removals. Each is written under a name that starts with {@code
 * .waymark-} in its own folder and renamed over its place. A file that has the right content is not
 * touched. If the process is killed at any moment,
 *
 * <ul>
 *   <li>every file is whole, but for those whose names start with {@code .waymark-};
 *   <li>every asset that a page names is there;
 *   <li>every page is there that a reader can reach from a page of the build before which this
 *       build has, too.
 * </ul>
 *
 * <p>The next write takes up from there. The one exception is an address that turns from a file
 * into a folder or back: until the write ends, a page may name the one that is not there. A failing
 * power supply is another matter, since nothing is forced to the disk; the next write, which
 * compares contents, repairs what was lost.
 *
 * <p>The folder must be missing, empty or made by Waymark, and what Waymark did not write there is
 * never changed: a file of somebody else's is left alone, or, where the site needs its place,
 * refused before anything is written. A link in the folder counts as a file and is never followed;
 * the folder itself may be one.
 *
 * <p>Not thread-safe; another writer at the same folder, in this process or another, is kept out.
 */
public final class OutputWriter {
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final Path folder;
  private final String shown;
  private final boolean keepPrevious;
  private final Progress progress;
  private final FileOperations files;
  private Known known = Known.NOTHING;

  /** Told how far a write is; called by the thread that writes. */
  public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /**
     * @param done how many steps are done; a step is a file written or removed
     * @param total how many there are
     */
    void at(long done, long total);
  }

  /** A writer that tells nobody how far it is. */
  public OutputWriter(Path folder, boolean keepPrevious) {
    this(folder, keepPrevious, Progress.NONE);
  }

  /**
   * @param folder where the site stands; messages name it as it is given here
   * @param keepPrevious whether the hashed files of the build before stay until the next write, for
   *     readers who have a page of that build open
   */
  public OutputWriter(Path folder, boolean keepPrevious, Progress progress) {
    this(folder, keepPrevious, progress, FileOperations.DISK);
  }

  /**
   * The same with a name of its own for messages.
   *
   * @param shown the folder as its user knows it
   */
  public OutputWriter(Path folder, String shown, boolean keepPrevious, Progress progress) {
    this(folder, shown, keepPrevious, progress, FileOperations.DISK);
  }

  OutputWriter(Path folder, boolean keepPrevious, Progress progress, FileOperations files) {
    this(folder, shown(folder), keepPrevious, progress, files);
  }

  private static String shown(Path folder) {
    String separator = folder.getFileSystem().getSeparator();
    return folder.toString().isEmpty() ? "." : folder.toString().replace(separator, "/");
  }

  private OutputWriter(
      Path folder, String shown, boolean keepPrevious, Progress progress, FileOperations files) {
    this.folder = Objects.requireNonNull(folder);
    this.shown = Objects.requireNonNull(shown);
    this.keepPrevious = keepPrevious;
    this.progress = Objects.requireNonNull(progress);
    this.files = new Retrying(files);
  }

  /**
   * Finds out, reading little and changing nothing, whether the folder is one to write into.
   *
   * @throws NotOurFolderException if it is not
   * @throws IOException if it cannot be read
   */
  public void requireOwned() throws IOException, NotOurFolderException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new NotOurFolderException(shown + " is a file, not a folder: choose a folder");
    }
    try {
      Path root = folder.toRealPath();
      known = manifest(root);
      if (known.bytes().isEmpty() && Journal.peek(files, root).paths().isEmpty()) {
        requireEmpty(root);
      }
    } catch (FileSystemException e) {
      throw IoFailure.sentence("cannot read " + shown, e);
    }
  }

  /**
   * Makes the folder equal to {@code tree}.
   *
   * @throws NotOurFolderException if the folder, or a place in it that the site needs, is not
   *     Waymark's; nothing was written then
   * @throws IOException with a sentence that names the file, if the disk refuses or another build
   *     is writing here; the promises to readers hold then, too, and the next write takes up from
   *     there
   */
  public WriteSummary write(OutputTree tree) throws IOException, NotOurFolderException {
    requireOwned();
    try {
      Path root = Files.createDirectories(folder).toRealPath();
      try (Journal journal = Journal.open(files, root, shown)) {
        // Read again: another build may have ended between the first look and the lock.
        known = manifest(root);
        if (known.bytes().isEmpty() && journal.leftover().paths().isEmpty()) {
          requireEmpty(root);
        }
        FolderView view = new FolderView(files, root);
        ContentIo io = new ContentIo(files);
        Plan plan =
            new Planner(files, view, io, shown, tree, known.manifest(), journal.leftover())
                .plan(keepPrevious);
        return new Publisher(files, view, io, journal, shown, tree, plan, known.bytes())
            .publish(progress);
      }
    } catch (FileSystemException e) {
      throw IoFailure.sentence("cannot write into " + shown, e);
    }
  }

  /** The manifest of the last whole build, if there was one. */
  private Known manifest(Path root) throws IOException, NotOurFolderException {
    Optional<byte[]> bytes = manifestBytes(root);
    if (bytes.isEmpty()) {
      return Known.NOTHING;
    }
    return known.bytes().isPresent() && Arrays.equals(known.bytes().get(), bytes.get())
        ? known
        : new Known(bytes, Manifest.parse(bytes.get(), shown + "/" + Manifest.NAME));
  }

  private Optional<byte[]> manifestBytes(Path root) throws IOException, NotOurFolderException {
    Path file = root.resolve(Manifest.NAME);
    return switch (files.at(file).kind()) {
      case MISSING -> Optional.empty();
      case FILE -> {
        try (FileChannel in = files.open(file, READ)) {
          yield Optional.of(ContentIo.readAll(in));
        }
      }
      case FOLDER, OTHER ->
          throw new NotOurFolderException(
              shown
                  + "/"
                  + Manifest.NAME
                  + " is not a file that Waymark wrote: choose another folder");
    };
  }

  private void requireEmpty(Path root) throws IOException, NotOurFolderException {
    Optional<String> foreign =
        files.list(root).stream()
            .filter(name -> !name.startsWith(Journal.RESERVED))
            .sorted()
            .findFirst();
    if (foreign.isPresent()) {
      throw new NotOurFolderException(
          shown
              + " is not empty, and Waymark did not make what is in it, such as "
              + foreign.get()
              + ": choose another folder, or empty this one");
    }
  }

  /**
   * A manifest with the bytes that it was read from; reading it twice would be slow for a large
   * site.
   */
  private record Known(Optional<byte[]> bytes, Manifest manifest) {
    static final Known NOTHING = new Known(Optional.empty(), Manifest.EMPTY);
  }
}
