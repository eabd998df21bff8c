package dev.waymark.source;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
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
import java.util.function.Function;

/**
 * Reads a folder from disk into a {@link SourceTree}.
 *
 * <p>Left out are names that start with {@code .} or {@code _}, {@code node_modules}, the folders
 * given as excluded and links that lead out of the folder (with a warning). A file that cannot be
 * read, is not UTF-8 or is too large is left out with a diagnostic, and the rest is read.
 */
public final class SourceReader {
  /** The largest Markdown or YAML file that is read: 2 MiB, some 300,000 words. */
  public static final long MAX_TEXT_BYTES = 2L << 20;

  private static final Set<String> TEXT_ENDINGS =
      Set.of("md", "markdown", "yaml", "yml", "peb", "css", "js", "svg");

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
    Lister lister = new Lister(root.toRealPath(), displayName, excluded);
    Files.walkFileTree(
        lister.root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, lister);
    lister.found.sort(Comparator.comparing(file -> file.path().value()));
    List<Diagnostic> diagnostics = new ArrayList<>(lister.diagnostics);
    List<SourceFile> files = new ArrayList<>(lister.found.size());
    List<ReadTask> reads = lister.found.stream().map(file -> (ReadTask) () -> read(file)).toList();
    for (Checked<Optional<SourceFile>> read : runner.apply(reads)) {
      read.value().ifPresent(files::add);
      diagnostics.addAll(read.diagnostics());
    }
    return new Checked<>(SourceTree.of(displayName, files), diagnostics);
  }

  private static Checked<Optional<SourceFile>> read(SourceFile.Binary file) {
    if (!isText(file.path().name())) {
      return Checked.of(Optional.of(file));
    }
    try {
      long size = Files.size(file.origin());
      if (size > MAX_TEXT_BYTES) {
        return failed(
            Diagnostic.of(Code.FILE_TOO_LARGE, file.start())
                .withDetail(
                    String.format(
                        Locale.ROOT, "it has %,d bytes; the most is %,d", size, MAX_TEXT_BYTES))
                .withHelp("split it into several pages"));
      }
      String text = decode(Files.readAllBytes(file.origin()));
      return Checked.of(
          Optional.of(
              new SourceFile.Text(
                  file.path(), new SourceText(file.displayName(), 1, text), file.origin())));
    } catch (CharacterCodingException e) {
      return failed(
          Diagnostic.of(Code.FILE_NOT_UTF8, file.start())
              .withHelp("save it again with the encoding UTF-8"));
    } catch (IOException e) {
      return failed(
          Diagnostic.of(Code.FILE_UNREADABLE, file.start())
              .withDetail(e.getClass().getSimpleName())
              .withHelp("check that the file is there and that you may read it"));
    }
  }

  private static Checked<Optional<SourceFile>> failed(Diagnostic diagnostic) {
    return new Checked<>(Optional.empty(), List.of(diagnostic));
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isText(String name) {
    return TEXT_ENDINGS.contains(
        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
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

    Lister(Path root, String displayName, Collection<Path> excluded) {
      this.root = root;
      this.displayName = displayName;
      this.excluded = excluded.stream().map(Lister::real).toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      if (isIgnored(folder.getFileName().toString())
          || excluded.contains(folder)
          || leavesTree(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()
          && !isIgnored(file.getFileName().toString())
          && !leavesTree(file)) {
        found.add(new SourceFile.Binary(path(file), displayName(file), file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!isIgnored(file.getFileName().toString())) {
        diagnostics.add(
            Diagnostic.of(Code.FILE_UNREADABLE, Location.startOf(displayName(file)))
                .withDetail(failure.getClass().getSimpleName())
                .withHelp("check that the file is there and that you may read it"));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean leavesTree(Path file) {
      if (!Files.isSymbolicLink(file) || real(file).startsWith(root)) {
        return false;
      }
      diagnostics.add(
          Diagnostic.of(Code.LINK_OUT_OF_TREE, Location.startOf(displayName(file)))
              .withDetail("it is left out")
              .withHelp("put a copy of the file into the content folder"));
      return true;
    }

    private static boolean isIgnored(String name) {
      return name.startsWith(".") || name.startsWith("_") || name.equals("node_modules");
    }

    private SourcePath path(Path file) {
      return new SourcePath(root.relativize(file).toString().replace('\\', '/'));
    }

    private String displayName(Path file) {
      String path = root.relativize(file).toString().replace('\\', '/');
      return displayName.isEmpty() || displayName.equals(".") ? path : displayName + "/" + path;
    }

    private static Path real(Path path) {
      try {
        return path.toRealPath();
      } catch (IOException e) {
        return path.toAbsolutePath().normalize();
      }
    }
  }
}
