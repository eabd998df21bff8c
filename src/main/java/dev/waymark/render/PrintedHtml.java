package dev.waymark.render;

import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Html;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the HTML of a page fit to stand with that of others in one document: its ids become unique,
 * its links lead within the document where their targets are there, its headings go down. One
 * object for one document, page after page; not thread-safe.
 *
 * <p>It knows tags and attributes and no more of HTML, which is enough for what templates and
 * Markdown make: there, {@code <} is a tag and every value stands between double quotes.
 */
final class PrintedHtml {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^>\"]++|\"[^\"]*+\")*+)>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z_:][-a-zA-Z0-9_:.]*)=\"([^\"]*)\"");
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  private static final Pattern HEADING = Pattern.compile("h[1-6]");

  /** Attributes that hold ids, with blanks between them. */
  private static final Set<String> IDS =
      Set.of("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls");

  private final SitePath document;
  private final Map<SitePath, String> ids;

  /** How often each label of a region has been used: regions of one name cannot be told apart. */
  private final Map<String, Integer> regions = new HashMap<>();

  /**
   * @param document the address of the document
   * @param ids what the id of each page in it is
   */
  PrintedHtml(SitePath document, Map<SitePath, String> ids) {
    this.document = document;
    this.ids = ids;
  }

  /**
   * The id for a page: its address with colons for slashes, {@code parts:part-5:consent}. It is a
   * name in XML, as ids in SVG must be, no two pages have the same, and none has a full stop, which
   * stands before an anchor.
   */
  static String id(SitePath page) {
    String value = page.value();
    String path = value.endsWith(".html") ? value.substring(0, value.length() - 5) : value;
    StringBuilder id = new StringBuilder();
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter || (!id.isEmpty() && ((c >= '0' && c <= '9') || c == '-'))) {
        id.append(c);
      } else if (c == '/') {
        id.append(':');
      } else if (c == '_') {
        id.append("__");
      } else {
        id.append('_').append(HexFormat.of().withUpperCase().toHexDigits(unit));
      }
    }
    return id.toString();
  }

  /**
   * The HTML for the document.
   *
   * @param page that it was made for
   * @param deeper by how many levels its headings go down
   */
  String of(SitePath page, String html, int deeper) {
    Matcher tag = TAG.matcher(html);
    StringBuilder printed = new StringBuilder(html.length() + html.length() / 8);
    int at = 0;
    while (tag.find()) {
      printed.append(html, at, tag.start()).append('<').append(tag.group(1));
      printed.append(name(tag.group(2), deeper));
      attributes(page, tag.group(2), tag.group(3), printed);
      printed.append('>');
      at = tag.end();
    }
    return printed.append(html, at, html.length()).toString();
  }

  private static String name(String name, int deeper) {
    return HEADING.matcher(name).matches()
        ? "h" + Math.min(6, name.charAt(1) - '0' + deeper)
        : name;
  }

  private void attributes(SitePath page, String element, String attributes, StringBuilder into) {
    boolean region = attributes.contains("role=\"region\"");
    Matcher attribute = ATTRIBUTE.matcher(attributes);
    int at = 0;
    while (attribute.find()) {
      String name = attribute.group(1);
      String value = attribute.group(2);
      into.append(attributes, at, attribute.start()).append(name).append("=\"");
      if (IDS.contains(name)) {
        into.append(
            Stream.of(value.split(" "))
                .map(id -> anchor(page, id))
                .collect(Collectors.joining(" ")));
      } else if (name.equals("src") || (name.equals("href") && element.equals("a"))) {
        Html.escape(href(page, unescaped(value)), into);
      } else if (value.startsWith("url(#")) {
        into.append("url(#").append(anchor(page, value.substring(5)));
      } else if (region && name.equals("aria-label")) {
        int times = regions.merge(value, 1, Integer::sum);
        into.append(value).append(times == 1 ? "" : ", number " + times);
      } else {
        into.append(value);
      }
      into.append('"');
      at = attribute.end();
    }
    into.append(attributes, at, attributes.length());
  }

  private static String anchor(SitePath page, String anchor) {
    return id(page) + "." + anchor;
  }

  /** Where a link of this page leads from the document. */
  private String href(SitePath page, String href) {
    if (href.startsWith("#")) {
      return "#" + anchor(page, href.substring(1));
    }
    if (href.isEmpty() || href.startsWith("//") || SCHEME.matcher(href).matches()) {
      return href;
    }
    int end = end(href);
    Optional<SitePath> target = resolve(page, Percent.decode(href.substring(0, end)));
    if (target.isEmpty()) {
      return href;
    }
    String suffix = href.substring(end);
    String id = ids.get(target.get());
    if (id == null || suffix.startsWith("?")) {
      return document.linkTo(target.get()) + suffix;
    }
    return "#" + id + (suffix.length() > 1 ? "." + suffix.substring(1) : "");
  }

  private static int end(String href) {
    int end = 0;
    while (end < href.length() && href.charAt(end) != '#' && href.charAt(end) != '?') {
      end++;
    }
    return end;
  }

  private static Optional<SitePath> resolve(SitePath from, String relative) {
    String folder = from.folder();
    String rest = relative.startsWith("./") ? relative.substring(2) : relative;
    while (rest.startsWith("../") && !folder.isEmpty()) {
      rest = rest.substring(3);
      folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }
    try {
      return Optional.of(new SitePath(folder + rest));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String unescaped(String value) {
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
