package dev.waymark.output;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A made-up site whose pages really name a style sheet, a script, images and one another, and which
 * changes like a site does: pages come, go and are edited, images are replaced, the theme gets new
 * hashes. The same seed gives the same sites.
 */
final class SampleSite {
  private static final String[] FOLDERS = {
    "", "", "parts/", "parts/one/", "a b/", "a b/ü/", "100%/"
  };

  private record Page(int text, SortedSet<SitePath> links, SortedSet<SitePath> images) {}

  private final SortedMap<SitePath, Page> pages = new TreeMap<>();
  private final SortedMap<SitePath, Integer> images = new TreeMap<>();
  private final int filling;
  private int style;

  private SampleSite(int filling) {
    this.filling = filling;
  }

  /**
   * A first version.
   *
   * @param filling about how many bytes each page has
   */
  static SampleSite first(Random random, int pages, int filling) {
    SampleSite site = new SampleSite(filling);
    site.style = random.nextInt(1000);
    for (int i = 0; i < pages / 4 + 1; i++) {
      site.images.put(image(random), random.nextInt(1000));
    }
    site.pages.put(new SitePath("index.html"), new Page(0, new TreeSet<>(), new TreeSet<>()));
    while (site.pages.size() < pages) {
      site.pages.put(page(random), new Page(0, new TreeSet<>(), new TreeSet<>()));
    }
    List.copyOf(site.pages.keySet()).forEach(path -> site.edit(path, random));
    return site;
  }

  /**
   * A later version: up to {@code changes} pages and images come, go or change, and now and then
   * the theme does.
   */
  SampleSite next(Random random, int changes) {
    SampleSite next = new SampleSite(filling);
    next.style = random.nextInt(3) == 0 ? random.nextInt(1000) : style;
    next.pages.putAll(pages);
    next.images.putAll(images);
    for (int i = 1 + random.nextInt(changes); i > 0; i--) {
      switch (random.nextInt(6)) {
        case 0, 1 -> next.pages.put(page(random), new Page(0, new TreeSet<>(), new TreeSet<>()));
        case 2 -> {
          SitePath gone = any(next.pages, random);
          if (!gone.value().equals("index.html")) {
            next.pages.remove(gone);
          }
        }
        case 3 -> next.images.put(image(random), random.nextInt(1000));
        case 4 -> {
          if (next.images.size() > 1) {
            next.images.remove(any(next.images, random));
          }
        }
        default -> next.edit(any(next.pages, random), random);
      }
    }
    next.mend(random);
    return next;
  }

  private static SitePath page(Random random) {
    return new SitePath(
        FOLDERS[random.nextInt(FOLDERS.length)] + "p" + random.nextInt(1000) + ".html");
  }

  private static SitePath image(Random random) {
    return new SitePath(
        FOLDERS[random.nextInt(FOLDERS.length)] + "i" + random.nextInt(100) + ".png");
  }

  private static <T> SitePath any(SortedMap<SitePath, T> of, Random random) {
    return new ArrayList<>(of.keySet()).get(random.nextInt(of.size()));
  }

  private void edit(SitePath path, Random random) {
    SortedSet<SitePath> links = new TreeSet<>();
    SortedSet<SitePath> shown = new TreeSet<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      links.add(any(pages, random));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      shown.add(any(images, random));
    }
    pages.put(path, new Page(random.nextInt(), links, shown));
  }

  /** Takes out links to what is gone, and lets some page lead to each one that is new. */
  private void mend(Random random) {
    pages.replaceAll((path, page) -> {
      // A copy, since the version before must stay as it is.
      Page mended =
          new Page(page.text(), new TreeSet<>(page.links()), new TreeSet<>(page.images()));
      mended.links().retainAll(pages.keySet());
      mended.images().retainAll(images.keySet());
      return mended;
    });
    for (SitePath path : List.copyOf(pages.keySet())) {
      if (pages.get(path).text() == 0) {
        edit(path, random);
        pages.get(any(pages, random)).links().add(path);
      }
    }
  }

  OutputTree tree() {
    List<OutputFile> files = new ArrayList<>();
    SitePath font = add(files, Role.HASHED, "theme/font", ".woff2", "font " + style / 2);
    SitePath css =
        add(
            files,
            Role.HASHED,
            "theme/style",
            ".css",
            "@font-face { src: url(\"" + font.name() + "\") } /* " + style + " */");
    SitePath shard = add(files, Role.HASHED, "search/shard", ".js", "words " + pages);
    SitePath entry = new SitePath("search/entry.js");
    files.add(file(entry, Role.ENTRY, "load(\"" + shard.name() + "\")"));
    images.forEach((path, version) -> files.add(file(path, Role.ASSET, "image " + version)));
    pages.forEach((path, page) -> {
      StringBuilder html = new StringBuilder("<!DOCTYPE html><title>" + path + "</title>\n");
      html.append("<link href=\"").append(path.linkTo(css)).append("\">\n");
      html.append("<script src=\"").append(path.linkTo(entry)).append("\"></script>\n");
      page.images()
          .forEach(at -> html.append("<img src=\"").append(path.linkTo(at)).append("\">\n"));
      page.links()
          .forEach(to -> html.append("<a href=\"").append(path.linkTo(to)).append("#x\">go</a>\n"));
      html.append("<p>").append(page.text());
      html.append(" and so on".repeat(filling / 10)).append("</p></html>\n");
      files.add(file(path, Role.PAGE, html.toString()));
    });
    return OutputTree.of(files);
  }

  private static SitePath add(
      List<OutputFile> files, Role role, String stem, String ending, String text) {
    SitePath path = new SitePath(stem + "." + Integer.toHexString(text.hashCode()) + ending);
    files.add(file(path, role, text));
    return path;
  }

  static OutputFile file(SitePath path, Role role, String text) {
    return OutputFile.of(path, role, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A tree of files given as {@code path, text, path, text …}; the role goes by the ending and the
   * folder.
   */
  static OutputTree tree(String... pathsAndTexts) {
    List<OutputFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String path = pathsAndTexts[i];
      Role role =
          path.endsWith(".html")
              ? Role.PAGE
              : path.equals("search/entry.js")
                  ? Role.ENTRY
                  : path.startsWith("theme/") ? Role.HASHED : Role.ASSET;
      files.add(file(new SitePath(path), role, pathsAndTexts[i + 1]));
    }
    return OutputTree.of(files);
  }

  /** The texts of a tree whose content is all in memory. */
  static SortedMap<String, String> texts(OutputTree tree) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<SitePath, OutputFile> entry : tree.files().entrySet()) {
      byte[] bytes = ((OutputFile.Content.Bytes) entry.getValue().content()).bytes();
      texts.put(entry.getKey().value(), new String(bytes, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
