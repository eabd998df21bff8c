package dev.waymark.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paths as authors write them in links, and what they mean below the content folder: in {@code
 * parts/a.md}, {@code ../b.md} means {@code b.md}. A folder has a slash at its end where its author
 * wrote one.
 */
public final class WrittenPath {
  private static final String UNFIT = "%#?()<>\\\"";

  private WrittenPath() {}

  /**
   * The path below the content folder that a path means; empty if it climbs above that folder. The
   * content folder itself is the empty path.
   *
   * @param folder of the file with the link, with a slash at its end, or empty for the content
   *     folder
   * @param path relative, or absolute from the content folder; decoded
   */
  public static Optional<String> resolve(String folder, String path) {
    List<String> segments = new ArrayList<>();
    String whole = path.startsWith("/") ? path.substring(1) : folder + path;
    String[] parts = whole.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      switch (parts[i]) {
        case "", "." -> {
          if (last && !segments.isEmpty()) {
            segments.add("");
          }
        }
        case ".." -> {
          if (segments.isEmpty()) {
            return Optional.empty();
          }
          segments.removeLast();
          if (last && !segments.isEmpty()) {
            segments.add("");
          }
        }
        default -> segments.add(parts[i]);
      }
    }
    return Optional.of(String.join("/", segments));
  }

  /**
   * The path to write in a file, encoded no more than Markdown needs.
   *
   * @param source the file with the link, below the content folder
   * @param target what it is to mean, below the content folder; with a slash at its end it stays a
   *     folder
   * @param absolute whether to write it from the content folder, with a slash in front
   */
  public static String of(String source, String target, boolean absolute) {
    SitePath from = new SitePath(source);
    boolean folder = target.isEmpty() || target.endsWith("/");
    String link;
    if (target.isEmpty()) {
      link = absolute ? "/" : from.toRoot().isEmpty() ? "./" : from.toRoot();
    } else {
      SitePath to = new SitePath(folder ? target.substring(0, target.length() - 1) : target);
      link = absolute ? "/" + new SitePath("index.html").linkTo(to) : from.linkTo(to);
    }
    StringBuilder written = new StringBuilder();
    for (char c : Percent.decode(link).toCharArray()) {
      if (c <= ' ' || UNFIT.indexOf(c) >= 0) {
        Percent.append(c, written);
      } else {
        written.append(c);
      }
    }
    return folder && !target.isEmpty() ? written.append('/').toString() : written.toString();
  }

  /** The address of the page that once stood at a path: of a file, an address or a folder. */
  public static Optional<SitePath> pageAddress(String written) {
    String path = written.startsWith("/") ? written.substring(1) : written;
    if (path.endsWith("/") || path.isEmpty()) {
      path += "index.html";
    }
    path = path.replaceFirst("(?i)\\.(md|markdown)$", ".html");
    if (!path.endsWith(".html")) {
      path += ".html";
    }
    try {
      return Optional.of(new SitePath(path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
