package dev.waymark.output;

import dev.waymark.link.SitePath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

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

  /** A file made in memory that is kept deflated until it is written. */
  public static OutputFile packed(SitePath path, Role role, byte[] bytes) {
    return new OutputFile(path, role, Content.Packed.of(bytes));
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
     * Bytes in memory, deflated: the pages of a large site wait for each other, and take a third of
     * the room so. What is written are the bytes as they were given.
     *
     * @param size of the bytes when they are inflated
     */
    record Packed(byte[] deflated, int size) implements Content {
      static Packed of(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
          deflater.setInput(bytes);
          deflater.finish();
          byte[] deflated = new byte[bytes.length / 2 + 64];
          int length = 0;
          while (!deflater.finished()) {
            length += deflater.deflate(deflated, length, deflated.length - length);
            if (length == deflated.length) {
              deflated = Arrays.copyOf(deflated, 2 * length);
            }
          }
          return new Packed(Arrays.copyOf(deflated, length), bytes.length);
        }
      }

      /** The bytes, made anew at each call. */
      public byte[] bytes() {
        byte[] bytes = new byte[size];
        try (Inflater inflater = new Inflater(true)) {
          inflater.setInput(deflated);
          int length = 0;
          while (length < size) {
            int more = inflater.inflate(bytes, length, size - length);
            if (more == 0) {
              throw new IllegalStateException("deflated bytes end after " + length + " of " + size);
            }
            length += more;
          }
        } catch (DataFormatException e) {
          throw new IllegalStateException("not as they were deflated", e);
        }
        return bytes;
      }
    }

    /**
     * The bytes of a file of the content folder, read when they are written, so that large files
     * need no memory.
     */
    record Copied(Path from) implements Content {}
  }
}
