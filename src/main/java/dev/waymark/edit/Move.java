package dev.waymark.edit;

import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceTree;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What it takes to move a file or a folder of the content.
 *
 * @param from below the content folder, without a slash at its end
 * @param to likewise
 * @param files where each file that is part of the site goes
 * @param changes files that get another text, moved or not, by their present place
 * @param basis the content that all this was worked out from
 */
public record Move(
    String from,
    String to,
    SortedMap<SourcePath, SourcePath> files,
    List<FileChange> changes,
    SourceTree basis) {
  public Move {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    changes = List.copyOf(changes);
    Objects.requireNonNull(basis);
  }

  /** How many links are mended. */
  public int links() {
    return changes.stream().mapToInt(FileChange::links).sum();
  }

  /** How many pages keep their old address. */
  public int aliases() {
    return (int)
        changes.stream()
            .flatMap(change -> change.edits().stream())
            .filter(edit -> edit.kind() == Edit.Kind.ALIAS)
            .count();
  }

  /** All of it as a unified diff with renames, in the form that {@code git apply} takes. */
  public String diff() {
    StringBuilder diff = new StringBuilder();
    TreeMap<SourcePath, FileChange> byFile = new TreeMap<>();
    changes.forEach(change -> byFile.put(change.from(), change));
    files.forEach((old, now) -> byFile.putIfAbsent(old, new FileChange(old, now, "", List.of())));
    byFile
        .values()
        .forEach(change ->
            UnifiedDiff.append(
                change,
                basis.displayName(change.from().value()),
                basis.displayName(change.to().value()),
                diff));
    return diff.toString();
  }
}
