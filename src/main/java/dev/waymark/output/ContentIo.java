package dev.waymark.output;

import dev.waymark.output.OutputFile.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Compares, hashes and writes the content of one file after the other; content that comes from a
 * file goes through a buffer. Each content is hashed once. Not thread-safe.
 */
final class ContentIo {
  private static final Set<StandardOpenOption> SOURCE = Set.of(StandardOpenOption.READ);
  private static final Set<OpenOption> PUBLISHED =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  /** More than any manifest or journal has: that of a million files. */
  private static final int MOST = 256 << 20;

  /** Fails where anything stands, so that a link laid in the way is never written through. */
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final FileOperations files;
  private final MessageDigest sha256 = Sha256.start();
  private final ByteBuffer source = ByteBuffer.allocate(1 << 16);
  private final ByteBuffer published = ByteBuffer.allocate(1 << 16);

  ContentIo(FileOperations files) {
    this.files = files;
  }

  /**
   * The fingerprint of {@code content} if {@code file}, which is {@code size} long, holds exactly
   * that.
   */
  Optional<Fingerprint> ifSame(Content content, Path file, long size) throws IOException {
    return switch (content) {
      case Content.Bytes(byte[] bytes) ->
          bytes.length == size ? ifSame(bytes, file) : Optional.empty();
      case Content.Packed packed ->
          packed.size() == size ? ifSame(packed.bytes(), file) : Optional.empty();
      case Content.Copied(Path from) -> ifSame(from, file, size);
    };
  }

  private Optional<Fingerprint> ifSame(byte[] bytes, Path file) throws IOException {
    return holds(file, bytes)
        ? Optional.of(new Fingerprint(hash(bytes), bytes.length))
        : Optional.empty();
  }

  private boolean holds(Path file, byte[] bytes) throws IOException {
    ByteBuffer expected = ByteBuffer.wrap(bytes);
    try (FileChannel in = files.open(file, PUBLISHED)) {
      while (fill(in, published, bytes.length - expected.position())) {
        ByteBuffer piece = expected.slice(expected.position(), published.remaining());
        if (!piece.equals(published)) {
          return false;
        }
        expected.position(expected.position() + piece.remaining());
      }
    }
    return !expected.hasRemaining();
  }

  private Optional<Fingerprint> ifSame(Path from, Path file, long size) throws IOException {
    try (FileChannel one = files.open(from, SOURCE);
        FileChannel other = files.open(file, PUBLISHED)) {
      if (one.size() != size) {
        return Optional.empty();
      }
      sha256.reset();
      long same = 0;
      while (fill(one, source, size - same)) {
        fill(other, published, source.remaining());
        if (!source.equals(published)) {
          return Optional.empty();
        }
        same += source.remaining();
        sha256.update(source);
      }
      return same == size ? Optional.of(new Fingerprint(hex(), size)) : Optional.empty();
    }
  }

  /** Writes {@code content} to {@code file}, at which nothing may stand. */
  Fingerprint write(Content content, Path file) throws IOException {
    try (FileChannel out = files.open(file, NEW)) {
      return switch (content) {
        case Content.Bytes(byte[] bytes) -> write(bytes, out);
        case Content.Packed packed -> write(packed.bytes(), out);
        case Content.Copied(Path from) -> copy(from, out);
      };
    }
  }

  private Fingerprint write(byte[] bytes, FileChannel out) throws IOException {
    files.write(out, ByteBuffer.wrap(bytes));
    return new Fingerprint(hash(bytes), bytes.length);
  }

  private Fingerprint copy(Path from, FileChannel out) throws IOException {
    try (FileChannel in = files.open(from, SOURCE)) {
      sha256.reset();
      long size = 0;
      while (fill(in, source, Long.MAX_VALUE)) {
        size += source.remaining();
        sha256.update(source.duplicate());
        files.write(out, source);
      }
      return new Fingerprint(hex(), size);
    }
  }

  /**
   * Reads at most {@code most} bytes, fewer only at the end of the file; false if that gave none.
   */
  private static boolean fill(FileChannel from, ByteBuffer into, long most) throws IOException {
    into.clear().limit((int) Math.min(into.capacity(), most));
    int read = 0;
    while (into.hasRemaining() && read >= 0) {
      read = from.read(into);
    }
    return into.flip().hasRemaining();
  }

  /** All of a small file. */
  static byte[] readAll(FileChannel from) throws IOException {
    long size = from.size();
    if (size > MOST) {
      throw new IOException("it is far too large");
    }
    ByteBuffer all = ByteBuffer.allocate((int) size);
    fill(from, all, size);
    return Arrays.copyOf(all.array(), all.limit());
  }

  /** At most this many bytes from where the channel stands. */
  static byte[] readAll(FileChannel from, int most) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(most);
    fill(from, all, most);
    return Arrays.copyOf(all.array(), all.limit());
  }

  private String hash(byte[] bytes) {
    sha256.reset();
    sha256.update(bytes);
    return hex();
  }

  private String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
