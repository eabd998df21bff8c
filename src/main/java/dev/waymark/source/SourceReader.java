package dev.waymark.source;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Reads a folder from disk into a {@link SourceTree}.
 *
 * <p>Left out are names that start with {@code .} or {@code _}, {@code node_modules}, the folders
 * given as excluded and links that lead out of the folder (with a warning). What is wrong with one
 * file is reported, and the rest is read.
 */
public final class SourceReader {
  /** The largest Markdown or YAML file that is read: 2 MiB, some 300,000 words. */
  public static final long MAX_TEXT_BYTES = 2L << 20;

  /** Texts are held in memory up to this sum, and read again from the disk beyond it: 16 MiB. */
  private static final long MOST_HELD = 16L << 20;

  private static final Set<String> PAGE_ENDINGS = Set.of("md", "markdown");

  // What the tool reads itself; any other text is copied as it is.
  private static final Set<String> TEXT_ENDINGS = Set.of("yaml", "yml", "peb");

  /** What text that is not UTF-8 mostly is. */
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Function<List<ReadTask>, List<Checked<Optional<SourceFile>>>> runner;

  /** A read of one file, to be run on any thread. */
  public interface ReadTask {
    Checked<Optional<SourceFile>> read();
  }

  /**
   * @param runner runs the reads, in parallel if it likes, and returns their results in the same
   *     order
   */
  public SourceReader(Function<List<ReadTask>, List<Checked<Optional<SourceFile>>>> runner) {
    this.runner = runner;
  }

  /** A reader that reads one file after the other. */
  public static SourceReader sequential() {
    return new SourceReader(tasks -> tasks.stream().map(ReadTask::read).toList());
  }

  /**
   * Reads {@code root} and all below it.
   *
   * @param displayName the folder as the user named it
   * @param excluded folders below it that are not input, such as the output folder
   * @throws IOException if the folder itself cannot be listed
   */
  public Checked<SourceTree> read(Path root, String displayName, Collection<Path> excluded)
      throws IOException {
    return new SourceFolder(this, root, displayName, excluded).read();
  }

  /**
   * What stands in a folder.
   *
   * @param files sorted by path, none of them read
   * @param links whether a symbolic link leads from one place of it to another
   */
  record Listing(List<SourceFile.Binary> files, List<Diagnostic> diagnostics, boolean links) {}

  static Listing list(Path root, String displayName, Collection<Path> excluded) throws IOException {
    Lister lister = new Lister(root.toRealPath(), displayName, excluded);
    Files.walkFileTree(
        lister.root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, lister);
    lister.found.sort(Comparator.comparing(file -> file.path().value()));
    return new Listing(lister.found, lister.diagnostics, lister.links);
  }

  /** Reads these files; the results are in their order. */
  List<Checked<Optional<SourceFile>>> read(List<SourceFile.Binary> files, AtomicLong held) {
    return runner.apply(files.stream().map(file -> (ReadTask) () -> read(file, held)).toList());
  }

  /** The path without links in it, as far as there is anything at it. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** Whether a file or folder of this name is no input. */
  public static boolean isIgnored(String name) {
    return name.startsWith(".") || name.startsWith("_") || name.equals("node_modules");
  }

  private static Checked<Optional<SourceFile>> read(SourceFile.Binary file, AtomicLong held) {
    if (!isText(file.path().name())) {
      return Checked.of(Optional.of(file));
    }
    try {
      long size = Files.size(file.origin());
      return size > MAX_TEXT_BYTES ? tooLarge(file, size) : text(file, held);
    } catch (IOException e) {
      return new Checked<>(
          Optional.empty(),
          List.of(
              Diagnostic.of(Code.FILE_UNREADABLE, file.start())
                  .withDetail("it is left out")
                  .withHelp("check that the file is there and that you may read it")));
    }
  }

  private static Checked<Optional<SourceFile>> text(SourceFile.Binary file, AtomicLong held)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file.origin());
    if (isUtf8(bytes)) {
      SourceText text =
          held.addAndGet(bytes.length) > MOST_HELD
              ? SourceText.onDisk(file.displayName(), file.origin())
              : SourceText.ofUtf8(file.displayName(), bytes);
      return Checked.of(Optional.of(new SourceFile.Text(file.path(), text, file.origin())));
    }
    Diagnostic problem =
        Diagnostic.of(Code.FILE_NOT_UTF8, file.start())
            .withHelp("save it again with the encoding UTF-8");
    return inPlaceOf(file, new String(bytes, WINDOWS), problem);
  }

  private static Checked<Optional<SourceFile>> tooLarge(SourceFile.Binary file, long size) {
    Diagnostic problem =
        Diagnostic.of(Code.FILE_TOO_LARGE, file.start())
            .withDetail(
                String.format(
                    Locale.ROOT, "it has %,d bytes; the most is %,d", size, MAX_TEXT_BYTES))
            .withHelp("split it into several pages");
    return inPlaceOf(file, "The text of this page is too large to be shown.\n", problem);
  }

  /** A page is published with other text, so that links to it hold; other files are left out. */
  private static Checked<Optional<SourceFile>> inPlaceOf(
      SourceFile.Binary file, String text, Diagnostic problem) {
    Optional<SourceFile> page =
        PAGE_ENDINGS.contains(ending(file.path().name()))
            ? Optional.of(
                new SourceFile.Text(
                    file.path(), new SourceText(file.displayName(), 1, text), file.origin()))
            : Optional.empty();
    return new Checked<>(page, List.of(problem));
  }

  private static boolean isUtf8(byte[] bytes) {
    // Replacing what is malformed is quick; only a text with the mark for it needs a closer look.
    if (new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0) {
      return true;
    }
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isText(String name) {
    return TEXT_ENDINGS.contains(ending(name)) || PAGE_ENDINGS.contains(ending(name));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Collects the files to read; all of them as binary first, since listing is quick and reading is
   * not.
   */
  private static final class Lister extends SimpleFileVisitor<Path> {
    private final Path root;
    private final String displayName;
    private final List<Path> excluded;
    private final List<SourceFile.Binary> found = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private boolean links;

    Lister(Path root, String displayName, Collection<Path> excluded) {
      this.root = root;
      this.displayName = displayName;
      this.excluded = excluded.stream().map(SourceReader::real).toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      if (isIgnored(folder.getFileName().toString())
          || excluded.contains(folder)
          || leavesTree(folder)
          || hasNoAddress(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        // Links are followed, so this is one to something that has gone.
        return visitFileFailed(file, new NoSuchFileException(file.toString()));
      }
      if (attributes.isRegularFile()
          && !isIgnored(file.getFileName().toString())
          && !leavesTree(file)
          && !hasNoAddress(file)) {
        found.add(new SourceFile.Binary(path(file), displayName(file), file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!isIgnored(file.getFileName().toString())) {
        diagnostics.add(
            Diagnostic.of(Code.FILE_UNREADABLE, Location.startOf(displayName(file)))
                .withDetail("it is left out")
                .withHelp("check that the file is there and that you may read it"));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean leavesTree(Path file) {
      if (!Files.isSymbolicLink(file)) {
        return false;
      }
      links = true;
      if (real(file).startsWith(root)) {
        return false;
      }
      diagnostics.add(
          Diagnostic.of(Code.LINK_OUT_OF_TREE, Location.startOf(displayName(file)))
              .withDetail("it is left out")
              .withHelp("put a copy of the file into the content folder"));
      return true;
    }

    /**
     * Browsers take a backslash in an address for a slash, so nothing could lead to such a file.
     */
    private boolean hasNoAddress(Path file) {
      if (file.getFileSystem().getSeparator().equals("\\")
          || file.getFileName().toString().indexOf('\\') < 0) {
        return false;
      }
      diagnostics.add(
          Diagnostic.of(Code.NAME_NOT_PORTABLE, Location.startOf(displayName(file)))
              .withDetail("a name must not hold \\; it is left out")
              .withHelp("use small letters, digits and hyphens"));
      return true;
    }

    private SourcePath path(Path file) {
      return new SourcePath(relative(file));
    }

    private String relative(Path file) {
      return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private String displayName(Path file) {
      return SourceTree.displayName(displayName, relative(file));
    }
  }
}
