package dev.waymark.output;

import dev.waymark.link.SitePath;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a folder against what a reader is promised at any moment. All links are read out of the
 * files as they are on disk; only their right contents are known from elsewhere.
 */
final class Promises {
  private static final Pattern NAMED =
      Pattern.compile("(?:href=|src=|url\\(|load\\()\"([^\"#]*)[^\"]*\"");

  private Promises() {}

  /**
   * What is broken, in words; empty if nothing is.
   *
   * @param versions all versions of the site that a file may be of
   * @param known pages that readers know from the last whole build and that the build at work has,
   *     too
   */
  static List<String> broken(Path folder, Collection<OutputTree> versions, Set<SitePath> known)
      throws IOException {
    List<String> broken = new ArrayList<>();
    SortedMap<String, String> disk = Disk.texts(folder);
    disk.keySet().removeIf(path -> Journal.isTemporary(name(path)) || path.equals(Journal.NAME));
    wholeness(disk, versions, broken);

    Map<String, Set<String>> named = new HashMap<>();
    disk.forEach((path, text) -> named.put(path, named(path, text)));
    // What a page names, and what that names in turn: a style sheet its fonts, the entry file its
    // shards.
    Deque<String> naming = new ArrayDeque<>();
    disk.keySet().stream().filter(path -> path.endsWith(".html")).forEach(naming::add);
    Set<String> assets = new HashSet<>();
    while (!naming.isEmpty()) {
      String path = naming.remove();
      for (String target : named.getOrDefault(path, Set.of())) {
        if (!target.endsWith(".html") && assets.add(target)) {
          naming.add(target);
          if (!disk.containsKey(target)) {
            broken.add(path + " names " + target + ", which is not there");
          }
        }
      }
    }

    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    for (SitePath page : known) {
      open.add(page.value());
      seen.add(page.value());
      if (!disk.containsKey(page.value())) {
        broken.add(page + " was there before and is in both builds, but is gone");
      }
    }
    while (!open.isEmpty()) {
      String path = open.remove();
      for (String target : named.getOrDefault(path, Set.of())) {
        if (target.endsWith(".html") && seen.add(target)) {
          open.add(target);
          if (!disk.containsKey(target)) {
            broken.add(path + " leads to " + target + ", which is not there");
          }
        }
      }
    }
    return broken;
  }

  private static void wholeness(
      SortedMap<String, String> disk, Collection<OutputTree> versions, List<String> broken) {
    List<SortedMap<String, String>> texts = versions.stream().map(SampleSite::texts).toList();
    disk.forEach((path, text) -> {
      if (path.equals(Manifest.NAME)) {
        try {
          Manifest.parse(text.getBytes(StandardCharsets.UTF_8), path);
        } catch (NotOurFolderException e) {
          broken.add(e.getMessage());
        }
      } else if (texts.stream().noneMatch(version -> text.equals(version.get(path)))) {
        broken.add(path + " is not whole");
      }
    });
  }

  /** The pages that both have. */
  static Set<SitePath> pagesOfBoth(OutputTree one, OutputTree other) {
    Set<SitePath> pages = new TreeSet<>(one.files().keySet());
    pages.retainAll(other.files().keySet());
    pages.removeIf(path -> !path.value().endsWith(".html"));
    return pages;
  }

  private static Set<String> named(String path, String text) {
    Set<String> targets = new TreeSet<>();
    Matcher matcher = NAMED.matcher(text);
    while (matcher.find()) {
      String link = URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      targets.add(resolve(path, link));
    }
    return targets;
  }

  private static String resolve(String from, String link) {
    Deque<String> segments = new ArrayDeque<>(List.of(from.split("/")));
    segments.removeLast();
    for (String segment : link.split("/")) {
      if (segment.equals("..")) {
        segments.removeLast();
      } else {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
