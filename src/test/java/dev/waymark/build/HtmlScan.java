package dev.waymark.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start tags of a page. It is no parser: it knows the HTML that Waymark makes, in which every
 * {@code <} of the text is escaped and every attribute is quoted or empty.
 */
final class HtmlScan {
  private static final Pattern TAG =
      Pattern.compile(
          "<!doctype"
              + " html>|<!--.*?-->|<(/?[A-Za-z][A-Za-z0-9-]*)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)>",
          Pattern.DOTALL);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s\"'=/]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))?");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]+|[A-Za-z]+);");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "input", "link", "meta", "wbr", "col", "source");

  private HtmlScan() {}

  /** A start tag; an attribute without a value has the empty one. */
  record Element(String name, Map<String, String> attributes) {
    String attribute(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
      return attributes.containsKey(attribute);
    }
  }

  static List<Element> elements(String html) {
    List<Element> elements = new ArrayList<>();
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      String name = tag.group(1);
      if (name != null && !name.startsWith("/")) {
        elements.add(new Element(name.toLowerCase(Locale.ROOT), attributes(tag.group(2))));
      }
    }
    return elements;
  }

  /** What is wrong with the nesting of the elements, if anything. */
  static Optional<String> misnested(String html) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html);
    int text = 0;
    while (tag.find()) {
      if (html.substring(text, tag.start()).indexOf('<') >= 0) {
        break;
      }
      text = tag.end();
      String name = tag.group(1) == null ? "br" : tag.group(1).toLowerCase(Locale.ROOT);
      if (!name.startsWith("/")) {
        if (!VOID.contains(name) && !tag.group(2).endsWith("/")) {
          open.push(name);
        }
      } else if (!name.substring(1).equals(open.poll())) {
        return Optional.of("<" + name + "> closes nothing");
      }
    }
    int bare = html.indexOf('<', text);
    if (bare > 0) {
      return Optional.of("bare: " + html.substring(bare, Math.min(html.length(), bare + 40)));
    }
    return open.isEmpty() ? Optional.empty() : Optional.of("never closed: " + open);
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (attribute.find()) {
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      String name = attribute.group(1).toLowerCase(Locale.ROOT);
      if (attributes.putIfAbsent(name, value == null ? "" : decoded(value)) != null) {
        throw new AssertionError("attribute " + name + " twice: " + text);
      }
    }
    return attributes;
  }

  static String decoded(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
  }

  private static String character(String name) {
    if (name.startsWith("#x")) {
      return Character.toString(Integer.parseInt(name.substring(2), 16));
    }
    if (name.startsWith("#")) {
      return Character.toString(Integer.parseInt(name.substring(1)));
    }
    String known = ENTITIES.get(name);
    if (known == null) {
      throw new AssertionError("entity " + name);
    }
    return known;
  }

  /** The main element with all that is in it, or the whole page where there is none. */
  static String main(String html) {
    int start = html.indexOf("<main");
    int end = html.indexOf("</main>");
    return start < 0 || end < 0 ? html : html.substring(start, end + 7) + "\n";
  }
}
