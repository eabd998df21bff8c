package dev.waymark.source;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder that is read again and again while somebody works in it. A file that has not changed is
 * the same {@link SourceFile} in each tree, so that whoever compares two trees need not compare
 * texts.
 *
 * <p>Not thread-safe.
 */
public final class SourceFolder {
  private final SourceReader reader;
  private final Path root;
  private final String displayName;
  private final Collection<Path> excluded;

  /** What was read of each file, by its path on disk. */
  private TreeMap<Path, Checked<Optional<SourceFile>>> files = new TreeMap<>();

  private List<Diagnostic> listed = List.of();
  private boolean links;
  private boolean whole;
  private final AtomicLong held = new AtomicLong();

  /**
   * @param displayName the folder as the user named it
   * @param excluded folders below it that are not input, such as the output folder
   */
  public SourceFolder(
      SourceReader reader, Path root, String displayName, Collection<Path> excluded) {
    this.reader = reader;
    this.root = root;
    this.displayName = displayName;
    this.excluded = excluded.stream().map(SourceReader::real).toList();
  }

  /** Where it is, as it was named. */
  public Path root() {
    return root;
  }

  /**
   * Reads all of it.
   *
   * @throws IOException if the folder itself cannot be listed
   */
  public Checked<SourceTree> read() throws IOException {
    held.set(0);
    return list(Set.of(root.toRealPath()));
  }

  /**
   * Reads what has changed since the last time.
   *
   * @param changed files and folders, absolute, that were written, made or removed; of a folder,
   *     all that is in it
   * @throws IOException if the folder itself cannot be listed; the next call tries again
   */
  public Checked<SourceTree> reread(Collection<Path> changed) throws IOException {
    if (!whole) {
      return read();
    }
    Path real = root.toRealPath();
    List<Path> concerned = changed.stream().filter(path -> isInput(real, path)).distinct().toList();
    // What a link leads to changes without a word about the link.
    if (links && !concerned.isEmpty()) {
      return read();
    }
    for (Path path : concerned) {
      if (!isFileAsBefore(path)) {
        return list(Set.copyOf(concerned));
      }
    }
    List<SourceFile.Binary> unread = new ArrayList<>();
    for (Path path : concerned) {
      read(path).value().ifPresent(file -> unread.add(unread(file)));
    }
    take(unread);
    return tree();
  }

  /** Whether anything at this path can be of interest. */
  private boolean isInput(Path real, Path path) {
    if (path.equals(real)) {
      return true;
    }
    if (!path.startsWith(real) || excluded.stream().anyMatch(path::startsWith)) {
      return false;
    }
    for (Path name : real.relativize(path)) {
      if (SourceReader.isIgnored(name.toString())) {
        return false;
      }
    }
    return true;
  }

  private Checked<Optional<SourceFile>> read(Path path) {
    return Objects.requireNonNull(files.get(path));
  }

  private boolean isFileAsBefore(Path path) {
    Checked<Optional<SourceFile>> before = files.get(path);
    return before != null
        && before.value().isPresent()
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Lists the folder, and reads what is new there or stands at or below one of these paths. */
  private Checked<SourceTree> list(Set<Path> changed) throws IOException {
    whole = false;
    SourceReader.Listing listing;
    try {
      listing = SourceReader.list(root, displayName, excluded);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    TreeMap<Path, Checked<Optional<SourceFile>>> before = files;
    files = new TreeMap<>();
    List<SourceFile.Binary> unread = new ArrayList<>();
    for (SourceFile.Binary file : listing.files()) {
      Checked<Optional<SourceFile>> known = before.get(file.origin());
      if (known != null) {
        files.put(file.origin(), known);
      }
      if (known == null || isAtOrBelow(file.origin(), changed)) {
        unread.add(file);
      }
    }
    listed = listing.diagnostics();
    links = listing.links();
    take(unread);
    whole = true;
    return tree();
  }

  private boolean isAtOrBelow(Path file, Set<Path> changed) {
    for (Path path = file; path != null; path = path.getParent()) {
      if (changed.contains(path)) {
        return true;
      }
    }
    return false;
  }

  private static SourceFile.Binary unread(SourceFile file) {
    return new SourceFile.Binary(file.path(), file.displayName(), file.origin());
  }

  private void take(List<SourceFile.Binary> unread) {
    // What is edited is held, however much there is besides.
    List<Checked<Optional<SourceFile>>> read = reader.read(unread, whole ? new AtomicLong() : held);
    for (int i = 0; i < read.size(); i++) {
      Path origin = unread.get(i).origin();
      Checked<Optional<SourceFile>> known = files.get(origin);
      if (known == null || !isSame(known, read.get(i))) {
        files.put(origin, read.get(i));
      }
    }
  }

  private static boolean isSame(
      Checked<Optional<SourceFile>> one, Checked<Optional<SourceFile>> other) {
    return one.diagnostics().equals(other.diagnostics())
        && one.value().isPresent()
        && other.value().isPresent()
        && isSame(one.value().get(), other.value().get());
  }

  /** A text that is read anew whenever it is asked for may have been another one before. */
  private static boolean isSame(SourceFile one, SourceFile other) {
    return switch (one) {
      case SourceFile.Text text ->
          other instanceof SourceFile.Text that
              && text.text().isHeld()
              && that.text().isHeld()
              && text.text().text().equals(that.text().text());
      // Nothing of it was read: whoever needs it reads it then.
      case SourceFile.Binary binary -> false;
    };
  }

  private Checked<SourceTree> tree() {
    List<SourceFile> found = new ArrayList<>(files.size());
    List<Diagnostic> diagnostics = new ArrayList<>(listed);
    for (Checked<Optional<SourceFile>> file : files.values()) {
      file.value().ifPresent(found::add);
      diagnostics.addAll(file.diagnostics());
    }
    return new Checked<>(SourceTree.of(displayName, found), diagnostics);
  }
}
