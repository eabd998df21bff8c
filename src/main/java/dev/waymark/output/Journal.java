package dev.waymark.output;

import dev.waymark.json.JsonReader;
import dev.waymark.json.JsonResult;
import dev.waymark.json.JsonText;
import dev.waymark.json.JsonValue;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Role;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a build is about to do, on disk for the length of the build: the files it will add or
 * remove, which no manifest lists while it runs. The next build takes them for its own if this one
 * is killed. It is also the lock that keeps a second build out.
 *
 * <p>Each line is a JSON text, and lines are only appended; one that was cut off has no effect, and
 * nothing that it announces has happened yet:
 *
 * <pre>
 * {"generator":"Waymark","version":1}
 * {"hashed":["a.1f.css"],"asset":[],"page":["gone.html"],"entry":[],"unreached":["new.html"]}
 * {"unreached":[]}
 * </pre>
 *
 * <p>An unreached page is one that no page of the build before leads to yet: it may itself lead to
 * pages that are still to be written. Each line that names unreached pages replaces those of the
 * lines above; a page that was unreached is a page like others from then on.
 */
final class Journal implements Closeable {
  /** How every name starts that Waymark needs for itself in an output folder. */
  static final String RESERVED = ".waymark-";

  static final String NAME = RESERVED + "journal";

  private static final int VERSION = 1;
  private static final int ATTEMPTS = 100;

  /** Where the lock is taken: beyond all content, since a locked part cannot be read on Windows. */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  private static final Set<OpenOption> EXISTING =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

  private final FileOperations files;
  private final Path file;
  private final FileChannel channel;
  private final Leftover leftover;
  private State state = State.OPEN;

  private Journal(FileOperations files, Path file, FileChannel channel, Leftover leftover) {
    this.files = files;
    this.file = file;
    this.channel = channel;
    this.leftover = leftover;
  }

  private enum State {
    OPEN,
    BEGUN,
    FINISHED
  }

  /**
   * What an interrupted build left.
   *
   * @param paths all files that it may have added or not yet removed
   * @param unreached those of them that no page of the build before leads to
   * @param length the bytes of the journal up to the first line that is cut off
   */
  record Leftover(SortedMap<SitePath, Role> paths, Set<SitePath> unreached, int length) {
    static final Leftover NONE = new Leftover(new TreeMap<>(), Set.of(), 0);

    boolean isNone() {
      return length == 0;
    }
  }

  static boolean isTemporary(String name) {
    return name.startsWith(RESERVED) && name.endsWith(".tmp");
  }

  /** The name of this process's temporary files; it writes one after the other. */
  static String temporaryName() {
    return RESERVED + Long.toHexString(ProcessHandle.current().pid() ^ System.nanoTime()) + ".tmp";
  }

  /**
   * Reads the journal of a folder without taking the lock. Not for a process that has the lock: on
   * Unix a process loses its locks of a file when it closes any channel to it.
   */
  static Leftover peek(FileOperations files, Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!files.at(file).is(Standing.Kind.FILE)) {
      return Leftover.NONE;
    }
    try (FileChannel channel =
        files.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      return read(channel);
    } catch (NoSuchFileException e) {
      return Leftover.NONE;
    }
  }

  /**
   * Takes the lock, and makes the journal if there is none.
   *
   * @param shown the folder, as the user named it
   * @throws IOException with a sentence if another build has it
   */
  static Journal open(FileOperations files, Path folder, String shown) throws IOException {
    Path file = folder.resolve(NAME);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Standing before = files.at(file);
        if (before.is(Standing.Kind.MISSING)) {
          files.open(file, NEW).close();
          before = files.at(file);
        }
        FileChannel channel = files.open(file, EXISTING);
        try {
          Standing opened = files.at(file);
          lock(channel, shown);
          // The build before deletes its journal at its end. If that was between opening and
          // locking, this is the lock of a file that nobody else will ever see: begin again.
          if (opened.is(Standing.Kind.FILE)
              && opened.key().equals(before.key())
              && opened.key().equals(files.at(file).key())) {
            return new Journal(files, file, channel, read(channel));
          }
        } catch (IOException | RuntimeException | Error e) {
          channel.close();
          throw e;
        }
        channel.close();
      } catch (NoSuchFileException | FileAlreadyExistsException e) {
        // Another build was quicker: begin again.
      }
    }
    throw busy(shown);
  }

  private static void lock(FileChannel channel, String shown) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock(LOCKED, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    } catch (IOException e) {
      // Some shared drives have no locks; they are worth more than the protection.
      locked = true;
    }
    if (!locked) {
      throw busy(shown);
    }
  }

  private static IOException busy(String shown) {
    return new IOException(
        "another build is writing into " + shown + ": wait until it has ended, then build again");
  }

  Leftover leftover() {
    return leftover;
  }

  /** Announces files that will be added or removed; they count as Waymark's from now on. */
  void begin(Map<SitePath, Role> paths, Collection<SitePath> unreached) throws IOException {
    channel.truncate(leftover.length());
    channel.position(leftover.length());
    String head =
        leftover.isNone()
            ? JsonText.line(json -> json.put("generator", "Waymark").put("version", VERSION))
            : "";
    Set<SitePath> alone = Set.copyOf(unreached);
    String line =
        JsonText.line(json -> {
          for (Role role : Role.values()) {
            json.array(
                Manifest.name(role),
                items ->
                    paths.forEach((path, its) -> {
                      if (its == role && !alone.contains(path)) {
                        items.add(path.value());
                      }
                    }));
          }
          json.array("unreached", unreached.stream().map(SitePath::value).toList());
        });
    state = State.BEGUN;
    append(head + line);
  }

  /** Says that all pages can be reached now but these. */
  void reached(Collection<SitePath> allBut) throws IOException {
    append(
        JsonText.line(
            json -> json.array("unreached", allBut.stream().map(SitePath::value).toList())));
  }

  private void append(String line) throws IOException {
    files.write(channel, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
  }

  /** Removes the journal: all that it announced is done. */
  void finish() throws IOException {
    files.delete(file);
    state = State.FINISHED;
  }

  /** Lets go of the lock; a journal that says nothing is removed. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (state == State.OPEN && leftover.isNone()) {
        files.delete(file);
      }
    }
  }

  private static Leftover read(FileChannel channel) throws IOException {
    SortedMap<SitePath, Role> paths = new TreeMap<>();
    Set<SitePath> unreached = new HashSet<>();
    byte[] bytes = ContentIo.readAll(channel);
    int length = 0;
    for (int start = 0, i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
        if (!(JsonReader.read(line) instanceof JsonResult.Parsed(JsonValue.Members json))
            || !(start == 0 ? isHead(json) : take(json, paths, unreached))) {
          break;
        }
        start = i + 1;
        length = start;
      }
    }
    return length == 0
        ? Leftover.NONE
        : new Leftover(Collections.unmodifiableSortedMap(paths), Set.copyOf(unreached), length);
  }

  private static boolean isHead(JsonValue.Members json) {
    return json.text("generator").equals(Optional.of("Waymark"))
        && json.whole("version").orElse(0) == VERSION;
  }

  private static boolean take(
      JsonValue.Members json, SortedMap<SitePath, Role> paths, Set<SitePath> unreached) {
    for (Role role : Role.values()) {
      for (SitePath path : paths(json, Manifest.name(role))) {
        paths.put(path, role);
      }
    }
    if (json.get("unreached").isPresent()) {
      unreached.clear();
      unreached.addAll(paths(json, "unreached"));
      unreached.forEach(path -> paths.put(path, Role.PAGE));
    }
    return true;
  }

  private static Collection<SitePath> paths(JsonValue.Members json, String name) {
    return json.get(name).orElse(new JsonValue.Items(List.of())) instanceof JsonValue.Items items
        ? items.values().stream()
            .filter(JsonValue.Text.class::isInstance)
            .flatMap(item -> Manifest.path(((JsonValue.Text) item).value()).stream())
            .toList()
        : List.of();
  }
}
