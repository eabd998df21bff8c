package dev.waymark.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Content for a site of many pages, each of several sections, some of which say what others do; the
 * same seed gives the same.
 */
final class GeneratedContent {
  private final Random random;
  private final List<String> words = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  /** With the words of other content, and some that are made up. */
  GeneratedContent(long seed, Path other) throws IOException {
    random = new Random(seed);
    Set<String> found = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(other)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        for (String word : Files.readString(file).split("[^\\p{L}’]+")) {
          found.add(word);
        }
      }
    }
    found.remove("");
    words.addAll(found);
    String consonants = "bcdfghklmnprstvwz";
    String vowels = "aeiouyŵé";
    for (int i = 0; i < 3000; i++) {
      StringBuilder word = new StringBuilder();
      for (int j = 1 + random.nextInt(4); j >= 0; j--) {
        word.append(consonants.charAt(random.nextInt(consonants.length())));
        word.append(vowels.charAt(random.nextInt(vowels.length())));
      }
      words.add(word + List.of("", "s", "ing", "ed", "ation", "ness").get(random.nextInt(6)));
    }
  }

  /** Frequent words often, most of them seldom. */
  private String word() {
    double share = random.nextDouble();
    return words.get((int) (words.size() * share * share * share));
  }

  private String words(int count) {
    return String.join(" ", Stream.generate(this::word).limit(count).toList());
  }

  Path write(Path folder, int pages) throws IOException {
    for (int i = 0; i < pages; i++) {
      StringBuilder text =
          new StringBuilder("---\ntitle: \"" + words(2 + random.nextInt(4)) + "\"\n");
      if (random.nextInt(3) == 0) {
        text.append("audience: [").append(random.nextBoolean() ? "child" : "adult").append("]\n");
      }
      if (random.nextInt(3) == 0) {
        text.append("nations: [")
            .append(
                List.of("wales", "scotland, england", "northern-ireland").get(random.nextInt(3)))
            .append("]\n");
      }
      text.append("---\n\n").append(paragraphs());
      for (int section = 2 + random.nextInt(4); section > 0; section--) {
        text.append(random.nextInt(3) == 0 ? "### " : "## ");
        text.append(words(1 + random.nextInt(4))).append("\n\n").append(paragraphs());
      }
      Path page = folder.resolve("parts/part-" + (i % 7) + "/page-" + i + ".md");
      Files.createDirectories(page.getParent());
      Files.writeString(page, text);
    }
    StringBuilder glossary = new StringBuilder("terms:\n");
    for (int i = 0; i < 40; i++) {
      glossary.append("  - term: \"X").append(i).append(' ').append(word()).append("\"\n");
      glossary.append("    expansion: \"").append(words(2 + random.nextInt(3))).append("\"\n");
      glossary.append("    definition: \"").append(words(8)).append(".\"\n");
      glossary.append("    synonyms: [\"").append(word()).append(i).append("\", \"");
      glossary.append(words(2)).append(" ").append(i).append("\"]\n");
    }
    Files.writeString(folder.resolve("glossary.yaml"), glossary);
    Files.writeString(folder.resolve("site.yaml"), "title: Generated\n");
    return folder;
  }

  private String paragraphs() {
    if (said.size() > 9 && random.nextInt(3) == 0) {
      return said.get(random.nextInt(said.size()));
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(random.nextInt(4) == 0 ? "- " : "").append(words(5 + random.nextInt(30)));
      text.append(".\n\n");
    }
    if (said.size() < 100) {
      said.add(text.toString());
    }
    return text.toString();
  }
}
