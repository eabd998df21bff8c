package dev.waymark.flowchart.mermaid;

import dev.waymark.flowchart.mermaid.Label.Line;
import dev.waymark.flowchart.mermaid.Label.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers text into the lines of a {@link Label}, a run for each change of look. Spaces are made
 * single, and those at the ends of lines are left out; what XML cannot hold becomes the replacement
 * character.
 */
final class LabelLines {
  private static final int REPLACEMENT = 0xfffd;
  private static final int NO_BREAK_SPACE = 0xa0;

  private final List<Line> done = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private boolean runStrong;
  private boolean runEmphasis;

  /** The one to come before the next letter, or 0. */
  private int space;

  private int strong;
  private int emphasis;

  void turn(boolean isStrong, boolean on) {
    if (isStrong) {
      strong = Math.max(0, strong + (on ? 1 : -1));
    } else {
      emphasis = Math.max(0, emphasis + (on ? 1 : -1));
    }
  }

  void append(String text) {
    text.codePoints().forEach(this::append);
  }

  private void append(int c) {
    if (Cursor.isBlank(c) || Cursor.isLineEnd(c)) {
      if (!(runs.isEmpty() && run.isEmpty()) && space != NO_BREAK_SPACE) {
        space = c == NO_BREAK_SPACE ? c : ' ';
      }
      return;
    }
    boolean turned = runStrong != strong > 0 || runEmphasis != emphasis > 0;
    boolean toPlain = strong == 0 && emphasis == 0;
    if (turned && toPlain) {
      endRun();
    }
    // Between two looks the space is part of the plainer one.
    if (space > 0) {
      run.append((char) space);
      space = 0;
    }
    if (turned && !toPlain) {
      endRun();
    }
    run.appendCodePoint(isXml(c) ? c : REPLACEMENT);
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c < 0x7f)
        || (c >= 0xa0 && c < 0xd800)
        || (c >= 0xe000 && c < 0xfffe)
        || c >= 0x10000;
  }

  private void endRun() {
    if (!run.isEmpty()) {
      runs.add(new Run(run.toString(), runStrong, runEmphasis));
      run.setLength(0);
    }
    runStrong = strong > 0;
    runEmphasis = emphasis > 0;
  }

  void lineBreak() {
    endRun();
    if (!done.isEmpty() || !runs.isEmpty()) {
      done.add(new Line(runs));
    }
    runs.clear();
    space = 0;
  }

  Label label() {
    lineBreak();
    while (!done.isEmpty() && done.getLast().runs().isEmpty()) {
      done.removeLast();
    }
    return new Label(done);
  }
}
