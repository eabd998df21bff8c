package dev.waymark.cli;

import dev.waymark.diagnostic.Checked;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceText;
import dev.waymark.source.SourceTree;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a site is made of, read.
 *
 * @param theme the user's own templates, or a tree without files
 */
record Sources(Checked<SourceTree> content, Checked<SourceTree> theme) {

  /** Gives the text of a file by the name that diagnostics have for it. */
  Function<String, Optional<String>> texts() {
    Map<String, SourceText> texts = new HashMap<>();
    for (SourceTree tree : new SourceTree[] {theme.value(), content.value()}) {
      for (SourceFile file : tree.files().values()) {
        if (file instanceof SourceFile.Text read) {
          texts.put(read.displayName(), read.text());
        }
      }
    }
    return name -> Optional.ofNullable(texts.get(name)).flatMap(Sources::text);
  }

  /** A large site is not held in memory, and a file of it may go while it is built. */
  private static Optional<String> text(SourceText source) {
    try {
      return Optional.of(source.text());
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
