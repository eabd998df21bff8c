package dev.waymark.render;

import dev.waymark.link.SitePath;
import dev.waymark.site.Folder;
import dev.waymark.site.NavigationEntry;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Many pages as one, in reading order: those of a folder and of all folders below it. The page of
 * the folder comes first and has the heading of the first level; the others follow with headings
 * below it. Thread-safe.
 */
final class PrintDocuments {
  private final Site site;
  private final PageViews views;
  private final Templates templates;

  PrintDocuments(Site site, PageViews views, Templates templates) {
    this.site = site;
    this.views = views;
    this.templates = templates;
  }

  /**
   * A page in a document.
   *
   * @param level how far below the document's first page; by so much its headings go down
   */
  private record Entry(SitePath path, String title, int level, Content content) {}

  /** What stands at an address. */
  private sealed interface Content {
    record OfPage(SitePage page) implements Content {}

    /** A folder without a page of its own. */
    record OfFolder(Folder folder) implements Content {}

    record Glossary() implements Content {}
  }

  /** The page at {@code address}, for all of the folder that the address is in. */
  PageView page(SitePath address) {
    List<Entry> entries = entries(Objects.requireNonNull(site.folders().get(address.folder())));
    return views.print(
        address, entries.getFirst().title(), contents(entries), body(address, entries));
  }

  /** All of the site, as if it stood at its root. */
  PrintedSite whole() {
    List<Entry> entries = entries(Objects.requireNonNull(site.folders().get("")));
    return new PrintedSite(
        entries.subList(1, entries.size()).stream()
            .map(entry ->
                new PrintedSite.Chapter(entry.level(), entry.title(), PrintedHtml.id(entry.path())))
            .toList(),
        site.asOf().map(date -> Views.date(date).text()).orElse(""),
        body(Site.HOME, entries));
  }

  private List<Entry> entries(Folder folder) {
    List<Entry> entries = new ArrayList<>();
    collect(folder, 0, entries);
    if (folder.path().isEmpty()) {
      site.generated()
          .glossary()
          .ifPresent(path -> entries.add(new Entry(path, "Glossary", 1, new Content.Glossary())));
    }
    return entries;
  }

  private void collect(Folder folder, int level, List<Entry> entries) {
    Content content =
        folder.page().<Content>map(Content.OfPage::new).orElse(new Content.OfFolder(folder));
    entries.add(new Entry(folder.address(), folder.title(), level, content));
    List<Folder.Child> children = new ArrayList<>(folder.children());
    if (folder.path().isEmpty()) {
      // The menu says in which order the site is to be read.
      children.sort(Comparator.comparingInt(this::placeInMenu));
    }
    for (Folder.Child child : children) {
      switch (child) {
        case Folder.Child.OfFolder inner -> collect(inner.folder(), level + 1, entries);
        case Folder.Child.OfPage of ->
            entries.add(
                new Entry(of.address(), of.title(), level + 1, new Content.OfPage(of.page())));
      }
    }
  }

  private int placeInMenu(Folder.Child child) {
    List<NavigationEntry> menu = site.navigation();
    for (int i = 0; i < menu.size(); i++) {
      SitePath target = menu.get(i).target();
      boolean inside =
          child instanceof Folder.Child.OfFolder of
              && target.folder().startsWith(of.folder().path());
      if (inside || target.equals(child.address())) {
        return i;
      }
    }
    return menu.size();
  }

  /** Two levels: what is deeper stands with its part. */
  private static List<ContentsItemView> contents(List<Entry> entries) {
    List<ContentsItemView> contents = new ArrayList<>();
    for (Entry entry : entries.subList(1, entries.size())) {
      LinkView link = new LinkView("#" + PrintedHtml.id(entry.path()), entry.title());
      if (entry.level() == 1) {
        contents.add(new ContentsItemView(link.href(), link.title(), new ArrayList<>()));
      } else {
        contents.getLast().children().add(link);
      }
    }
    return contents;
  }

  private String body(SitePath address, List<Entry> entries) {
    Map<SitePath, String> ids = new HashMap<>();
    Set<SitePath> charts = new HashSet<>();
    for (Entry entry : entries) {
      ids.put(entry.path(), PrintedHtml.id(entry.path()));
      if (site.flowcharts().containsKey(entry.path())) {
        charts.add(entry.path());
      }
    }
    PrintedHtml printed = new PrintedHtml(address, ids);
    StringBuilder body = new StringBuilder();
    for (Entry entry : entries) {
      SitePath path = entry.path();
      PageView page = view(entry, charts);
      String id = PrintedHtml.id(path);
      body.append("<section class=\"printed ").append(page.kind()).append("\" id=\"").append(id);
      body.append("\">\n");
      String html = templates.renderPrinted(path.toRoot(), views.site(path), page);
      body.append(printed.of(path, html, entry.level()));
      body.append("</section>\n");
    }
    return body.toString();
  }

  private PageView view(Entry entry, Set<SitePath> charts) {
    return switch (entry.content()) {
      case Content.OfPage of -> views.printed(of.page(), charts);
      case Content.OfFolder of -> views.folder(of.folder());
      case Content.Glossary glossary -> views.glossary(entry.path());
    };
  }
}
