package dev.waymark.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the HTML that this package made and gives its words back, by section. Used once.
 *
 * <p>It relies on what the renderers write: every tag is closed, values stand in double quotes, and
 * {@code < > & "} are escaped wherever they mean themselves.
 */
final class SectionReader {
  /** Where one of these starts or ends, a paragraph ends. */
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "li",
          "ul",
          "ol",
          "tr",
          "table",
          "thead",
          "tbody",
          "pre",
          "blockquote",
          "div",
          "section",
          "hr",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");

  /** Elements whose words are not the author's: numbers of footnotes, the way back, a label. */
  private static final Set<String> SILENT =
      Set.of("footnote-ref", "footnote-backref", "alert-title");

  private final Map<String, Heading> opening = new HashMap<>();
  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  /** The section from which a footnote is first referred to, by the anchor of the footnote. */
  private final Map<String, String> footnotes = new HashMap<>();

  private final StringBuilder text = new StringBuilder();
  private String section = "";
  private String silentUntil = "";

  /** The anchor of the heading that is open, whose words are not part of the section. */
  private String heading = "";

  SectionReader(List<Heading> headings) {
    for (Heading heading : headings) {
      if (heading.opensSection()) {
        opening.put(heading.anchor(), heading);
      }
    }
    open("");
  }

  /** Takes a piece of HTML; no tag is cut by its ends. */
  void html(String html, int start, int end) {
    int at = start;
    while (at < end) {
      int tag = html.indexOf('<', at);
      if (tag < 0 || tag >= end) {
        escaped(html, at, end);
        return;
      }
      escaped(html, at, tag);
      int close = html.indexOf('>', tag);
      tag(html.substring(tag + 1, close));
      at = close + 1;
    }
  }

  /** Takes words that are no HTML. */
  void words(String words) {
    for (int i = 0; i < words.length(); i++) {
      append(words.charAt(i));
    }
  }

  /** The sections in the order of the document. */
  List<SectionText> sections() {
    endParagraph();
    List<SectionText> all = new ArrayList<>();
    sections.forEach((anchor, paragraphs) -> all.add(new SectionText(anchor, paragraphs)));
    return all;
  }

  private void open(String anchor) {
    section = anchor;
    sections.putIfAbsent(anchor, new ArrayList<>());
  }

  private void tag(String tag) {
    boolean end = tag.startsWith("/");
    String name = end ? tag.substring(1) : nameOf(tag);
    if (end && name.equals(silentUntil)) {
      silentUntil = "";
      return;
    }
    if (name.equals("br") || name.equals("td") || name.equals("th")) {
      append(' ');
      return;
    }
    boolean inline = name.equals("a") || name.equals("sup");
    if (!end && inline && silentUntil.isEmpty() && SILENT.contains(attribute(tag, "class"))) {
      silentUntil = name;
    }
    if (!end && name.equals("a") && tag.contains("data-footnote-ref")) {
      footnotes.putIfAbsent(attribute(tag, "href").replaceFirst("^#", ""), section);
    }
    if (!BLOCKS.contains(name)) {
      return;
    }
    endParagraph();
    if (!end) {
      start(name, tag);
    } else if (name.length() == 2 && opening.containsKey(heading)) {
      heading = "";
    }
  }

  private void start(String name, String tag) {
    if (name.equals("p") && SILENT.contains(attribute(tag, "class"))) {
      silentUntil = name;
    } else if (name.equals("li")) {
      String owner = footnotes.get(attribute(tag, "id"));
      if (owner != null) {
        section = owner;
      }
    } else if (name.charAt(0) == 'h' && name.length() == 2) {
      String anchor = attribute(tag, "id");
      if (opening.containsKey(anchor)) {
        open(anchor);
        heading = anchor;
      }
    }
  }

  private static String nameOf(String tag) {
    int end = 0;
    while (end < tag.length() && tag.charAt(end) != ' ' && tag.charAt(end) != '/') {
      end++;
    }
    return tag.substring(0, end);
  }

  private static String attribute(String tag, String name) {
    int at = tag.indexOf(" " + name + "=\"");
    if (at < 0) {
      return "";
    }
    int start = at + name.length() + 3;
    String value = tag.substring(start, tag.indexOf('"', start));
    return value.indexOf('&') < 0 ? value : unescape(value);
  }

  private static String unescape(String value) {
    return value
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private void escaped(String html, int start, int end) {
    int at = start;
    while (at < end) {
      char c = html.charAt(at);
      int semicolon = c == '&' ? html.indexOf(';', at) : -1;
      if (semicolon < 0 || semicolon >= end) {
        append(c);
        at++;
        continue;
      }
      switch (html.substring(at, semicolon + 1)) {
        case "&quot;" -> append('"');
        case "&lt;" -> append('<');
        case "&gt;" -> append('>');
        case "&amp;" -> append('&');
        default -> {
          append('&');
          semicolon = at;
        }
      }
      at = semicolon + 1;
    }
  }

  private void append(char c) {
    if (!silentUntil.isEmpty() || !heading.isEmpty()) {
      return;
    }
    if (!Character.isWhitespace(c)) {
      text.append(c);
    } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private void endParagraph() {
    int length = text.length();
    if (length > 0 && text.charAt(length - 1) == ' ') {
      length--;
    }
    if (length > 0) {
      sections.get(section).add(text.substring(0, length));
    }
    text.setLength(0);
  }
}
