package dev.waymark.render;

import dev.waymark.link.SitePath;
import dev.waymark.markdown.Html;
import dev.waymark.output.OutputFile;
import dev.waymark.page.FrontMatter;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a site with a known address offers to machines: a site map, and the changes of its pages as
 * an Atom feed.
 */
final class Feeds {
  private static final SitePath SITE_MAP = new SitePath("sitemap.xml");
  private static final SitePath FEED = new SitePath("feed.xml");
  private static final int MAX_ENTRIES = 30;

  /** Characters that an XML document cannot hold, escaped or not. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private Feeds() {}

  private record Entry(LocalDate date, SitePage page, String text) {}

  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing(Entry::date)
          .reversed()
          .thenComparing(entry -> entry.page().path())
          .thenComparing(Entry::text);

  static List<OutputFile> of(Site site, URI base) {
    List<OutputFile> files = new ArrayList<>();
    if (isFree(SITE_MAP, site)) {
      files.add(file(SITE_MAP, siteMap(site, base)));
    }
    List<Entry> entries = entries(site);
    if (!entries.isEmpty() && isFree(FEED, site)) {
      files.add(file(FEED, feed(site, base, entries)));
    }
    return files;
  }

  private static boolean isFree(SitePath path, Site site) {
    return !site.assets().containsKey(path);
  }

  private static OutputFile file(SitePath path, String xml) {
    return OutputFile.of(path, OutputFile.Role.PAGE, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String siteMap(Site site, URI base) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (SitePath path : site.pages().keySet()) {
      xml.append("<url><loc>")
          .append(Html.escape(PageViews.absolute(base, path)))
          .append("</loc></url>\n");
    }
    return xml.append("</urlset>\n").toString();
  }

  private static List<Entry> entries(Site site) {
    TreeSet<Entry> entries = new TreeSet<>(NEWEST_FIRST);
    for (SitePage page : site.pages().values()) {
      for (FrontMatter.Change change : page.frontMatter().changes()) {
        entries.add(new Entry(change.date(), page, change.text()));
      }
    }
    return entries.stream().limit(MAX_ENTRIES).toList();
  }

  private static String feed(Site site, URI base, List<Entry> entries) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    element("title", site.title(), xml);
    element("id", PageViews.absolute(base, Site.HOME), xml);
    element("updated", entries.getFirst().date() + "T00:00:00Z", xml);
    xml.append("<author>\n");
    element("name", site.title(), xml);
    xml.append("</author>\n");
    xml.append("<link rel=\"self\" href=\"")
        .append(Html.escape(PageViews.absolute(base, FEED)))
        .append("\"/>\n");
    for (Entry entry : entries) {
      String url = PageViews.absolute(base, entry.page().path());
      xml.append("<entry>\n");
      element("title", entry.page().title(), xml);
      element(
          "id", url + "#" + entry.date() + "-" + Integer.toHexString(entry.text().hashCode()), xml);
      element("updated", entry.date() + "T00:00:00Z", xml);
      xml.append("<link href=\"").append(Html.escape(url)).append("\"/>\n");
      element("summary", entry.text(), xml);
      xml.append("</entry>\n");
    }
    return xml.append("</feed>\n").toString();
  }

  private static void element(String name, String text, StringBuilder xml) {
    xml.append('<')
        .append(name)
        .append('>')
        .append(Html.escape(NOT_XML.matcher(text).replaceAll("\uFFFD")))
        .append("</")
        .append(name)
        .append(">\n");
  }
}
