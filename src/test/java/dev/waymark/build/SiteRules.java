package dev.waymark.build;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is true of every site, whatever it was made from. */
final class SiteRules {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
  private static final Set<String> WEB = Set.of("http", "https", "mailto", "tel");
  private static final Pattern REFRESH = Pattern.compile("0; url=(.*)", Pattern.DOTALL);
  private static final Pattern IN_STYLE =
      Pattern.compile("url\\(\\s*[\"']?([^\"')]*)|@import\\s+[\"']([^\"']*)");

  private final TestSite site;
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  private SiteRules(TestSite site) {
    this.site = site;
  }

  /** Every breach, in words; none for a site as it should be. */
  static List<String> breaches(TestSite site) {
    SiteRules rules = new SiteRules(site);
    rules.check();
    return rules.broken;
  }

  private void check() {
    Map<String, List<HtmlScan.Element>> pages = new HashMap<>();
    site.pages()
        .forEach((path, html) -> {
          pages.put(path, HtmlScan.elements(html));
          HtmlScan.misnested(html).ifPresent(problem -> breach(path, problem));
        });
    pages.forEach((path, elements) -> ids.put(path, ids(path, elements)));
    pages.forEach(this::checkPage);
    if (!site.files().containsKey(new SitePath("index.html"))) {
      breach("index.html", "is missing");
    }
    checkNames();
    site.files().values().stream()
        .filter(file -> file.role() == OutputFile.Role.HASHED)
        .filter(file -> file.path().name().endsWith(".css"))
        .forEach(file -> checkStyle(file.path().value(), site.text(file.path().value())));
  }

  private void breach(String path, String what) {
    broken.add(path + ": " + what);
  }

  private Set<String> ids(String path, List<HtmlScan.Element> elements) {
    Set<String> found = new HashSet<>();
    for (HtmlScan.Element element : elements) {
      if (element.has("id")) {
        String id = element.attribute("id");
        if (!found.add(id)) {
          breach(path, "two elements have the id " + id);
        }
        if (id.isEmpty() || id.codePoints().anyMatch(Character::isWhitespace)) {
          breach(path, "this is no id: '" + id + "'");
        }
      }
    }
    return found;
  }

  private void checkPage(String path, List<HtmlScan.Element> elements) {
    long headings = elements.stream().filter(element -> element.name().equals("h1")).count();
    if (headings != 1) {
      breach(path, headings + " h1");
    }
    if (elements.stream().noneMatch(SiteRules::isPolicy)) {
      breach(path, "no Content-Security-Policy");
    }
    for (HtmlScan.Element element : elements) {
      checkElement(path, element);
    }
  }

  private static boolean isPolicy(HtmlScan.Element element) {
    return element.name().equals("meta")
        && element.attribute("http-equiv").equals("Content-Security-Policy")
        && element.attribute("content").startsWith("default-src 'none';")
        && !element.attribute("content").contains("unsafe");
  }

  private void checkElement(String path, HtmlScan.Element element) {
    String name = element.name();
    if (name.equals("style") || (name.equals("script") && !element.has("src"))) {
      breach(path, "inline " + name);
    }
    if (Set.of("iframe", "object", "embed", "base").contains(name)) {
      breach(path, "element " + name);
    }
    if (name.equals("form")) {
      checkForm(path, element);
    }
    element
        .attributes()
        .forEach((attribute, value) -> {
          if (attribute.equals("style") || attribute.startsWith("on")) {
            breach(path, "attribute " + attribute + "=" + value);
          }
          if (attribute.equals("src") || attribute.equals("srcset") || attribute.equals("poster")) {
            checkResource(path, value);
          }
        });
    if (element.has("href")) {
      String href = element.attribute("href");
      if (!name.equals("link")) {
        checkLink(path, href);
      } else if (!element.attribute("rel").equals("canonical")) {
        checkResource(path, href);
      }
    }
    Matcher refresh = REFRESH.matcher(element.attribute("content"));
    if (element.attribute("http-equiv").equals("refresh")) {
      if (refresh.matches()) {
        checkLink(path, refresh.group(1));
      } else {
        breach(path, "refresh to " + element.attribute("content"));
      }
    }
    for (String reference :
        List.of("for", "form", "aria-controls", "aria-labelledby", "aria-describedby")) {
      for (String id : element.attribute(reference).split("\\s+")) {
        if (!id.isEmpty() && !ids.getOrDefault(path, Set.of()).contains(id)) {
          breach(path, reference + " names " + id);
        }
      }
    }
  }

  /**
   * A search goes to the page of results; nothing else is asked of a reader but what a script alone
   * shows and reads, which goes nowhere.
   */
  private void checkForm(String path, HtmlScan.Element form) {
    if (form.has("hidden") && !form.has("action") && !form.has("method")) {
      return;
    }
    if (!form.attribute("role").equals("search") || form.has("method")) {
      breach(path, "a form that is no search");
    }
    checkInside(path, form.attribute("action"));
  }

  private void checkResource(String path, String reference) {
    if (SCHEME.matcher(reference).matches() || reference.startsWith("/")) {
      breach(path, "asks for " + reference);
    } else {
      checkInside(path, reference);
    }
  }

  private void checkLink(String path, String href) {
    Matcher scheme = SCHEME.matcher(href);
    if (!scheme.matches()) {
      checkInside(path, href);
    } else if (!WEB.contains(scheme.group(1))) {
      breach(path, "links to " + href);
    }
  }

  private void checkInside(String path, String href) {
    if (!href.matches("[!-~\\u00a0-\\uffff]*")) {
      breach(path, "white space in the link " + href);
    }
    int hash = href.indexOf('#');
    String file = hash < 0 ? href : href.substring(0, hash);
    String target = file.isEmpty() ? path : resolve(path, decode(file));
    if (file.isEmpty() && hash < 0) {
      breach(path, "an empty link");
    } else if (target.isEmpty() || !site.files().containsKey(new SitePath(target))) {
      breach(path, "leads nowhere: " + href);
    } else if (hash >= 0 && ids.containsKey(target)) {
      String id = decode(href.substring(hash + 1));
      if (!ids.get(target).contains(id)) {
        breach(path, "no such place: " + href);
      }
    }
  }

  /** The path below the root, or empty where it climbs above it. */
  private static String resolve(String path, String relative) {
    List<String> segments = new ArrayList<>(List.of(path.split("/")));
    segments.removeLast();
    for (String segment : relative.split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return "";
        }
        segments.removeLast();
      } else if (segment.isEmpty()) {
        return "";
      } else if (!segment.equals(".")) {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }

  /** As browsers decode, and strictly. */
  private static String decode(String encoded) {
    // A plus is a plus in a path.
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void checkStyle(String path, String css) {
    Matcher link = IN_STYLE.matcher(css);
    while (link.find()) {
      checkResource(path, link.group(1) == null ? link.group(2) : link.group(1));
    }
  }

  /** No file stands where another one has its folder. */
  private void checkNames() {
    Set<String> files = new HashSet<>();
    site.files().keySet().forEach(path -> files.add(path.value()));
    for (String file : files) {
      for (int i = file.indexOf('/'); i >= 0; i = file.indexOf('/', i + 1)) {
        if (files.contains(file.substring(0, i))) {
          breach(file, "stands below a file");
        }
      }
    }
  }
}
