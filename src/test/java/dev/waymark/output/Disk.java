package dev.waymark.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What tests ask of a folder. */
final class Disk {
  private Disk() {}

  /** The text of every file, by path; a link is its target after an arrow. */
  static SortedMap<String, String> texts(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    walk(
        folder,
        (path, file) -> {
          if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            texts.put(
                path,
                Files.isSymbolicLink(file)
                    ? "-> " + Files.readSymbolicLink(file)
                    : new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
          }
        });
    return texts;
  }

  /** The same without the manifest. */
  static SortedMap<String, String> site(Path folder) throws IOException {
    SortedMap<String, String> texts = texts(folder);
    texts.remove(Manifest.NAME);
    return texts;
  }

  /** All folders below this one. */
  static SortedSet<String> folders(Path folder) throws IOException {
    SortedSet<String> folders = new TreeSet<>();
    walk(
        folder,
        (path, file) -> {
          if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            folders.add(path);
          }
        });
    return folders;
  }

  /** Inode and time of every file: equal if and only if none was touched. */
  static SortedMap<String, String> marks(Path folder) throws IOException {
    SortedMap<String, String> marks = new TreeMap<>();
    walk(
        folder,
        (path, file) -> {
          BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
          if (its.isRegularFile()) {
            marks.put(path, its.fileKey() + " " + its.lastModifiedTime());
          }
        });
    return marks;
  }

  static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private interface Visit {
    void at(String path, Path file) throws IOException;
  }

  private static void walk(Path folder, Visit visit) throws IOException {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
                throws IOException {
              if (!dir.equals(folder)) {
                visit.at(path(dir), dir);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              visit.at(path(file), file);
              return FileVisitResult.CONTINUE;
            }

            private String path(Path file) {
              return folder.relativize(file).toString().replace('\\', '/');
            }
          });
    } catch (NoSuchFileException e) {
      // A folder that is not there holds nothing.
    }
  }
}
