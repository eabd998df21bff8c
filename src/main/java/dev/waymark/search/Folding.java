package dev.waymark.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What Lucene's {@code ASCIIFoldingFilter} does, for a reader that can decompose characters: the
 * characters that it folds otherwise than to their compatibility decomposition without marks.
 *
 * <p>Pairs with a blank between: the first code point in base 36 and, for each from there on, what
 * it becomes, {@code +} before two letters; {@code .} as the rule has it, {@code =} itself.
 */
final class Folding {
  /** The exceptions as they stand in the directory of an index. */
  static final String EXCEPTIONS = read();

  private Folding() {}

  private static String read() {
    try (InputStream file =
        Objects.requireNonNull(Folding.class.getResourceAsStream("folding.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
