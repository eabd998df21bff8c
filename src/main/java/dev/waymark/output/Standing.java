package dev.waymark.output;

import java.util.Optional;

/**
 * What stands at a path of the disk; a link stands for itself, not for what it leads to.
 *
 * @param size the bytes of a file, else 0
 * @param key what tells one file from another, where the file system has such a thing
 */
record Standing(Kind kind, long size, Optional<Object> key) {
  static final Standing MISSING = new Standing(Kind.MISSING, 0, Optional.empty());

  enum Kind {
    MISSING,
    FILE,
    FOLDER,
    /** A link, a device, a pipe: nothing that Waymark writes. */
    OTHER
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
