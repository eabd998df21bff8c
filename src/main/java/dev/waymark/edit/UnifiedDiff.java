package dev.waymark.edit;

import java.util.ArrayList;
import java.util.List;

/** Edits of a file as a unified diff: what GNU diff and git write. */
final class UnifiedDiff {
  /** Lines shown before and after a change. */
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** Lines {@code from} to {@code to}, 0-based and exclusive, that give way to others. */
  private record Block(int from, int to, List<String> lines) {}

  static void append(FileChange change, String from, String to, StringBuilder diff) {
    diff.append("diff --git a/" + from + " b/" + to + "\n");
    if (!from.equals(to)) {
      diff.append("rename from " + from + "\nrename to " + to + "\n");
    }
    if (change.edits().isEmpty()) {
      return;
    }
    diff.append("--- a/" + from + "\n+++ b/" + to + "\n");
    List<String> lines = lines(change.before());
    List<Block> blocks = blocks(change, lines);
    int shift = 0;
    for (int first = 0; first < blocks.size(); ) {
      int last = first;
      while (last + 1 < blocks.size()
          && blocks.get(last + 1).from() - blocks.get(last).to() <= 2 * CONTEXT) {
        last++;
      }
      shift += hunk(blocks.subList(first, last + 1), lines, shift, diff);
      first = last + 1;
    }
  }

  /** Writes a hunk and tells by how many lines it makes the file longer. */
  private static int hunk(List<Block> blocks, List<String> lines, int shift, StringBuilder diff) {
    int start = Math.max(0, blocks.getFirst().from() - CONTEXT);
    int end = Math.min(lines.size(), blocks.getLast().to() + CONTEXT);
    int more = blocks.stream().mapToInt(b -> b.lines().size() - (b.to() - b.from())).sum();
    int before = end - start;
    int after = before + more;
    diff.append("@@ -%s +%s @@\n".formatted(range(start, before), range(start + shift, after)));
    int at = start;
    for (Block block : blocks) {
      lines.subList(at, block.from()).forEach(line -> line(' ', line, diff));
      lines.subList(block.from(), block.to()).forEach(line -> line('-', line, diff));
      block.lines().forEach(line -> line('+', line, diff));
      at = block.to();
    }
    lines.subList(at, end).forEach(line -> line(' ', line, diff));
    return more;
  }

  private static String range(int start, int count) {
    // A range of no lines is named by the line before it.
    return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
  }

  private static void line(char sign, String line, StringBuilder diff) {
    diff.append(sign).append(line);
    if (!line.endsWith("\n")) {
      diff.append("\n\\ No newline at end of file\n");
    }
  }

  private static List<Block> blocks(FileChange change, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    List<Edit> edits = change.edits();
    int line = 0;
    int start = 0;
    for (int i = 0; i < edits.size(); ) {
      while (line < lines.size() && start + lines.get(line).length() <= edits.get(i).start()) {
        start += lines.get(line).length();
        line++;
      }
      Edit edit = edits.get(i);
      if (edit.start() == edit.end() && edit.start() == start && edit.after().endsWith("\n")) {
        blocks.add(new Block(line, line, lines(edit.after())));
        i++;
        continue;
      }
      int from = line;
      int end = start;
      StringBuilder text = new StringBuilder();
      int at = start;
      while (i < edits.size() && (line == from || edits.get(i).start() < end)) {
        edit = edits.get(i);
        while (line < lines.size() && (line == from || end < edit.end())) {
          end += lines.get(line).length();
          line++;
        }
        text.append(change.before(), at, edit.start()).append(edit.after());
        at = edit.end();
        i++;
      }
      text.append(change.before(), at, end);
      blocks.add(new Block(from, line, lines(text.toString())));
      start = end;
    }
    return blocks;
  }

  /** The lines with their ends. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }
}
