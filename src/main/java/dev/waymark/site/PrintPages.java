package dev.waymark.site;

import dev.waymark.link.SitePath;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chooses what is worth a page that holds all the others, for printing: each section of the site
 * and the site itself. A section is a folder below {@code parts}, else one at the top.
 */
final class PrintPages {
  /** More would be a page that browsers choke on, and a pile of paper that nobody reads. */
  private static final int MOST = 200;

  private static final String NAME = "print.html";
  private static final String PARTS = "parts/";

  private PrintPages() {}

  /** The free addresses of such pages, each in the folder that it is for. */
  static SortedSet<SitePath> of(AddressBook book) {
    TreeMap<String, Integer> pages = new TreeMap<>();
    for (SitePath page : book.pages().keySet()) {
      pages.merge("", 1, Integer::sum);
      String section = section(page);
      if (!section.isEmpty()) {
        pages.merge(section, 1, Integer::sum);
      }
    }
    TreeSet<SitePath> addresses = new TreeSet<>();
    pages.forEach((folder, count) -> {
      SitePath address = new SitePath(folder + NAME);
      if (count >= 2 && count <= MOST && book.occupant(address).isEmpty()) {
        addresses.add(address);
      }
    });
    return addresses;
  }

  private static String section(SitePath page) {
    String folder = page.folder();
    int from = folder.startsWith(PARTS) ? PARTS.length() : 0;
    return folder.substring(0, folder.indexOf('/', from) + 1);
  }
}
