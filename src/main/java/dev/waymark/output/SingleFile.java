package dev.waymark.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One file that stands outside the output folder, such as an archive of the whole site:
 *
 * <pre>{@code
 * SingleFile archive = new SingleFile(Path.of("toolkit.zip"), "toolkit.zip", Kind.ARCHIVE);
 * archive.requireOwned(); // before the build, so that a wrong file is told at once
 * archive.write(to -> SiteArchive.write(folder, "public", "toolkit", to));
 * }</pre>
 *
 * <p>It is written beside its place, under a name that starts with {@code .waymark-}, and renamed
 * over it: at its own name there is the old file or the new one, whole. A file there that Waymark
 * did not make is refused. Where the name is a link, what it leads to is replaced.
 */
public final class SingleFile {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private static final Pattern LINKS_START =
      Pattern.compile("\\s*\\{\\s*\"version\"\\s*:\\s*[0-9]+\\s*,\\s*\"alive\"\\s*:");

  private final Path file;
  private final String shown;
  private final Kind kind;
  private final FileOperations files;

  /** What is written, and the mark by which a later run knows it for Waymark's. */
  public enum Kind {
    /** An archive by {@link SiteArchive}: its comment is at the very end of the file. */
    ARCHIVE("an archive") {
      @Override
      boolean isMadeByWaymark(FileChannel in) throws IOException {
        return endsWith(in, SiteArchive.COMMENT);
      }
    },

    /** A PDF whose last line names its maker, in a comment behind all else. */
    PDF("a PDF") {
      @Override
      boolean isMadeByWaymark(FileChannel in) throws IOException {
        return endsWith(in, "Made with Waymark\n");
      }
    },

    /** A JSON text of links that were alive, of any version: it starts with these members. */
    LINKS("a list of links") {
      @Override
      boolean isMadeByWaymark(FileChannel in) throws IOException {
        return LINKS_START.matcher(latin1(in, 0, 100)).lookingAt();
      }
    };

    private final String name;

    Kind(String name) {
      this.name = name;
    }

    abstract boolean isMadeByWaymark(FileChannel in) throws IOException;
  }

  private static boolean endsWith(FileChannel file, String mark) throws IOException {
    int length = (int) Math.min(mark.length(), file.size());
    return mark.equals(latin1(file, file.size() - length, length));
  }

  private static String latin1(FileChannel file, long from, int most) throws IOException {
    file.position(from);
    return new String(ContentIo.readAll(file, most), StandardCharsets.ISO_8859_1);
  }

  /** Gives the bytes. */
  public interface Content {
    void writeTo(OutputStream to) throws IOException;
  }

  /**
   * @param file where it stands
   * @param shown the file as its user knows it
   */
  public SingleFile(Path file, String shown, Kind kind) {
    this(file, shown, kind, FileOperations.DISK);
  }

  SingleFile(Path file, String shown, Kind kind, FileOperations files) {
    this.file = Objects.requireNonNull(file);
    this.shown = Objects.requireNonNull(shown);
    this.kind = Objects.requireNonNull(kind);
    this.files = new Retrying(files);
  }

  /**
   * Finds out, changing nothing, whether the file may be written. An empty file may.
   *
   * @throws NotOurFolderException if something stands there that Waymark did not make
   * @throws IOException if it cannot be read
   */
  public void requireOwned() throws IOException, NotOurFolderException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      throw new NotOurFolderException(shown + " is not a file: choose another name");
    }
    try (FileChannel in = files.open(file, Set.of(StandardOpenOption.READ))) {
      if (in.size() > 0 && !kind.isMadeByWaymark(in)) {
        throw new NotOurFolderException(
            "%s is not %s that Waymark made, so it is not replaced: choose another name, or delete it"
                .formatted(shown, kind.name));
      }
    } catch (FileSystemException e) {
      throw IoFailure.sentence("cannot read " + shown, e);
    }
  }

  /**
   * Writes the file, and its folder where there is none.
   *
   * @return its size in bytes
   * @throws NotOurFolderException if something stands there that Waymark did not make; nothing was
   *     written then
   * @throws IOException with a sentence that names the file, if the disk refuses; what stood at its
   *     name is as it was
   */
  public long write(Content content) throws IOException, NotOurFolderException {
    requireOwned();
    try {
      Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Files.createDirectories(place.getParent());
      return write(content, place);
    } catch (FileSystemException e) {
      throw IoFailure.sentence("cannot write " + shown, e);
    }
  }

  private long write(Content content, Path place) throws IOException {
    Beside beside = beside(place);
    try {
      try (beside;
          OutputStream to =
              new BufferedOutputStream(Channels.newOutputStream(beside.open()), 1 << 16)) {
        content.writeTo(to);
      }
      long size = Files.size(beside.path());
      files.move(beside.path(), place);
      return size;
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(beside.path());
      throw e;
    }
  }

  /** A file that was not there before. */
  private record Beside(Path path, FileChannel open) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      open.close();
    }
  }

  // Counted, so that two builds at once write two files; the last to rename wins with a whole one.
  private Beside beside(Path place) throws IOException {
    for (int number = 1; ; number++) {
      Path path = place.resolveSibling(Journal.RESERVED + place.getFileName() + "." + number);
      try {
        return new Beside(path, files.open(path, NEW));
      } catch (FileAlreadyExistsException e) {
        // Of another build, or of one that was killed.
        if (number == 100) {
          throw e;
        }
      }
    }
  }
}
