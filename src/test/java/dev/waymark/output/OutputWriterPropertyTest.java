package dev.waymark.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Content;
import dev.waymark.output.OutputFile.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of trees that share few names, so that files, folders and roles change places
 * all the time.
 */
class OutputWriterPropertyTest {
  private static final String[] NAMES = {"a", "b", "a.html", "é"};

  @TempDir Path temp;

  @Test
  void makesTheFolderEqualToEachTreeOfAnySequence() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      Path folder = temp.resolve("public-" + round);
      Map<String, String> foreign = new HashMap<>();
      SortedMap<String, String> before = new TreeMap<>();
      SortedMap<String, String> marks = new TreeMap<>();
      for (int step = 0; step < 8; step++) {
        String at = "seed " + seed + ", round " + round + ", step " + step;
        SortedMap<String, String> texts = new TreeMap<>();
        OutputTree tree = tree(random, temp.resolve("from-" + round + "-" + step), texts);
        WriteSummary summary = new OutputWriter(folder, false).write(tree);

        SortedMap<String, String> expected = new TreeMap<>(texts);
        expected.putAll(foreign);
        assertEquals(expected, Disk.site(folder), at);
        SortedMap<String, String> now = Disk.marks(folder);
        int unchanged = 0;
        int removed = 0;
        for (Map.Entry<String, String> old : before.entrySet()) {
          String path = old.getKey();
          if (old.getValue().equals(texts.get(path))) {
            unchanged++;
            assertEquals(marks.get(path), now.get(path), at + ": " + path);
          } else if (!texts.containsKey(path)) {
            removed++;
          }
        }
        assertEquals(new WriteSummary(texts.size() - unchanged, unchanged, removed), summary, at);
        for (String path : foreign.keySet()) {
          assertEquals(marks.get(path), now.get(path), at);
        }

        Path fresh = temp.resolve("fresh-" + round + "-" + step);
        new OutputWriter(fresh, false).write(tree);
        assertArrayEquals(
            Files.readAllBytes(fresh.resolve("manifest.json")),
            Files.readAllBytes(folder.resolve("manifest.json")),
            at);

        if (random.nextInt(3) == 0) {
          String path = "foreign-" + step + "/" + random.nextInt(3);
          Disk.put(folder.resolve(path), "mine " + step);
          foreign.put(path, "mine " + step);
        }
        before = texts;
        marks = Disk.marks(folder);
      }
    }
  }

  private static OutputTree tree(Random random, Path from, Map<String, String> texts)
      throws Exception {
    TreeMap<SitePath, OutputFile> files = new TreeMap<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      StringBuilder path = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
      while (random.nextInt(2) == 0) {
        path.append('/').append(NAMES[random.nextInt(NAMES.length)]);
      }
      String at = path.toString();
      if (files.keySet().stream()
          .noneMatch(
              known -> (known + "/").startsWith(at + "/") || (at + "/").startsWith(known + "/"))) {
        String text = "text " + random.nextInt(3);
        Content content = new Content.Bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (random.nextInt(4) == 0) {
          Path source = from.resolveSibling(from.getFileName() + "-" + i);
          content = new Content.Copied(Files.writeString(source, text));
        }
        Role role = List.of(Role.values()).get(random.nextInt(4));
        files.put(new SitePath(at), new OutputFile(new SitePath(at), role, content));
        texts.put(at, text);
      }
    }
    return new OutputTree(files);
  }
}
