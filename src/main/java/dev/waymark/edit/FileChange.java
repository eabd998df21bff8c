package dev.waymark.edit;

import dev.waymark.source.SourcePath;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A file with another text, and perhaps another place.
 *
 * @param from where it is
 * @param to where it will be; the same as {@code from} for a file that stays
 * @param before its text, without a byte order mark
 * @param edits in the order of the text; they do not overlap
 */
public record FileChange(SourcePath from, SourcePath to, String before, List<Edit> edits) {
  public FileChange {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(before);
    edits = edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList();
    int end = 0;
    for (Edit edit : edits) {
      if (edit.start() < end || !before.startsWith(edit.before(), edit.start())) {
        throw new IllegalArgumentException("edits of %s do not fit: %s".formatted(from, edits));
      }
      end = edit.end();
    }
  }

  /** Its text with all edits made. */
  public String after() {
    StringBuilder after = new StringBuilder(before.length() + 64);
    int at = 0;
    for (Edit edit : edits) {
      after.append(before, at, edit.start()).append(edit.after());
      at = edit.end();
    }
    return after.append(before, at, before.length()).toString();
  }

  /** How many links are mended. */
  public int links() {
    return (int) edits.stream().filter(edit -> edit.kind() == Edit.Kind.LINK).count();
  }
}
