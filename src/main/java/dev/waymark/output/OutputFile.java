package dev.waymark.output;

import dev.waymark.link.SitePath;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One file of the published site: where it stands, what it holds and when in a publish it must be
 * written.
 */
public record OutputFile(SitePath path, Role role, Content content) {
  public OutputFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(role);
    Objects.requireNonNull(content);
  }

  /** A file made in memory. */
  public static OutputFile of(SitePath path, Role role, byte[] bytes) {
    return new OutputFile(path, role, new Content.Bytes(bytes));
  }

  /** What the file is to a reader; the order of the constants is the order of writing. */
  public enum Role {
    /**
     * A theme file whose name carries the hash of its content, or a search shard in a folder whose
     * name carries that of all shards; pages depend on it.
     */
    HASHED,
    /** A file copied from the content, such as an image; pages depend on it. */
    ASSET,
    /** A page that readers open. */
    PAGE,
    /** A file of fixed name that names hashed files, written once all pages are there. */
    ENTRY
  }

  /** Where the bytes come from. */
  public sealed interface Content {
    /** Bytes in memory; the array must not be changed afterwards. */
    record Bytes(byte[] bytes) implements Content {}

    /**
     * The bytes of a file of the content folder, read when they are written, so that large files
     * need no memory.
     */
    record Copied(Path from) implements Content {}
  }
}
