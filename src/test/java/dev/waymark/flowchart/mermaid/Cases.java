package dev.waymark.flowchart.mermaid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The diagrams beside this class, with what they should be read as. A case begins with a line of
 * {@code ### name}; a line of {@code >>>} parts the diagram from the {@link Dump}.
 */
final class Cases {
  static final List<String> FILES =
      List.of("edges", "faults", "labels", "nodes", "other", "statements", "subgraphs");

  private Cases() {}

  record Case(String file, String name, String source, String expected) {
    @Override
    public String toString() {
      return file + ": " + name;
    }
  }

  static List<Case> all() {
    return FILES.stream().flatMap(file -> read(file).stream()).toList();
  }

  private static List<Case> read(String file) {
    List<Case> cases = new ArrayList<>();
    for (String block : ("\n" + text(file)).split("\n### ")) {
      int name = block.indexOf('\n');
      int part = block.indexOf("\n>>>\n");
      if (part < 0 && block.isBlank()) {
        continue;
      }
      if (part < 0) {
        throw new IllegalArgumentException(file + ".txt: no >>> in " + block);
      }
      String source = part <= name ? "" : block.substring(name + 1, part + 1);
      String expected = block.substring(part + 5).stripTrailing() + "\n";
      cases.add(new Case(file, block.substring(0, name), source, expected));
    }
    return cases;
  }

  private static String text(String file) {
    try (InputStream in = Cases.class.getResourceAsStream(file + ".txt")) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
