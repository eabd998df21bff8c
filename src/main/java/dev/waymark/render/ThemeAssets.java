package dev.waymark.render;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.LineMap;
import dev.waymark.diagnostic.Location;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.output.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheets, scripts and images of a theme as they are published: {@code assets/site.css}
 * becomes {@code assets/site.3f9a2c1b.css}, named by the first eight hexadecimal digits of the
 * SHA-256 of what is published.
 *
 * <p>A style sheet names other files of the theme by {@code url(...)} or {@code @import}, relative
 * to itself, as it would without a generator; those names are changed to the published ones first.
 */
final class ThemeAssets {
  private static final SitePath ROOT_PAGE = new SitePath("index.html");

  private final SortedMap<String, ThemeFile> sources = new TreeMap<>();
  private final SortedMap<String, OutputFile> published = new TreeMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private ThemeAssets() {}

  static ThemeAssets of(Theme theme) {
    ThemeAssets assets = new ThemeAssets();
    theme.files().values().stream()
        .filter(ThemeFile::isAsset)
        .forEach(file -> assets.sources.put(name(file), file));
    assets.sources.keySet().forEach(assets::publish);
    return assets;
  }

  private static String name(ThemeFile file) {
    return file.path().substring(Theme.ASSETS.length());
  }

  /** The names by which templates ask: {@code site.css}, {@code icons/phone.svg}. */
  Set<String> names() {
    return sources.keySet();
  }

  /**
   * The link from the root of the site to the published file, percent-encoded, if there is such a
   * file.
   */
  Optional<String> link(String name) {
    return Optional.ofNullable(links.get(name));
  }

  /** What to publish, sorted by name. */
  List<OutputFile> files() {
    return List.copyOf(published.values());
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  private OutputFile publish(String name) {
    OutputFile done = published.get(name);
    if (done != null) {
      return done;
    }
    ThemeFile source = sources.get(name);
    open.add(name);
    byte[] bytes =
        name.endsWith(".css")
            ? relink(source, name).getBytes(StandardCharsets.UTF_8)
            : source.bytes();
    open.remove(name);
    OutputFile file =
        OutputFile.of(
            new SitePath(Theme.ASSETS + hashed(name, bytes)), OutputFile.Role.HASHED, bytes);
    published.put(name, file);
    links.put(name, ROOT_PAGE.linkTo(file.path()));
    return file;
  }

  /**
   * Whether a style sheet can name other files at all; most name none, and the search for them is
   * slow at a start.
   */
  private static boolean hasLinks(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("url(") || lower.contains("@import");
  }

  private String relink(ThemeFile file, String name) {
    String text = file.text();
    if (!hasLinks(text)) {
      return text;
    }
    SitePath from = new SitePath(Theme.ASSETS + name);
    Matcher link = Patterns.CSS_LINK.matcher(text);
    StringBuilder relinked = new StringBuilder(text.length() + 64);
    int copied = 0;
    while (link.find()) {
      int group = writtenGroup(link);
      if (group == 0) {
        continue;
      }
      String written = link.group(group);
      int end = endOfPath(written);
      Optional<String> target = target(file, name, written.substring(0, end), link.start(group));
      if (target.isPresent()) {
        relinked.append(text, copied, link.start(group));
        relinked
            .append(from.linkTo(publish(target.get()).path()))
            .append(written, end, written.length());
        copied = link.end(group);
      }
    }
    return relinked.append(text, copied, text.length()).toString();
  }

  private static int writtenGroup(Matcher link) {
    for (int group = 1; group <= 5; group++) {
      if (link.start(group) >= 0) {
        return group;
      }
    }
    return 0;
  }

  private static int endOfPath(String written) {
    int end = 0;
    while (end < written.length() && written.charAt(end) != '?' && written.charAt(end) != '#') {
      end++;
    }
    return end;
  }

  private Optional<String> target(ThemeFile file, String from, String written, int offset) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Location place = place(file, offset, written.length());
    if (Patterns.ELSEWHERE.matcher(written).matches()) {
      diagnostics.add(
          Diagnostic.of(Code.THEME_FILE_MISSING, place)
              .withMessage(
                  "this style sheet asks for something outside the theme, which no page may load")
              .withHelp(
                  "put the file into the theme's assets folder and name it by its relative path"));
      return Optional.empty();
    }
    Optional<String> target = resolve(from, written).filter(sources::containsKey);
    if (target.isEmpty()) {
      diagnostics.add(TemplateNames.missingAsset(place, written, names()));
    } else if (open.contains(target.get())) {
      diagnostics.add(
          Diagnostic.of(Code.TEMPLATE_FAILED, place)
              .withMessage("this style sheet imports itself")
              .withHelp("take the import out"));
      return Optional.empty();
    }
    return target;
  }

  private static Optional<String> resolve(String from, String written) {
    List<String> segments = new ArrayList<>(List.of(from.split("/")));
    segments.removeLast();
    for (String segment : written.split("/")) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return Optional.empty();
        }
        segments.removeLast();
      } else if (!segment.equals(".")) {
        segments.add(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }

  private static Location place(ThemeFile file, int offset, int length) {
    LineMap lines = LineMap.of(file.text());
    return Location.onLine(file.displayName(), lines.line(offset), lines.column(offset), length);
  }

  private static String hashed(String name, byte[] bytes) {
    int dot = name.lastIndexOf('.');
    int end = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
    return name.substring(0, end) + '.' + Sha256.hex(bytes, 8) + name.substring(end);
  }

  /** Made when the first style sheet with a link is read. */
  private static final class Patterns {
    /**
     * A comment, a link to another file (groups 1 to 5), or any other string; whichever comes
     * first.
     */
    static final Pattern CSS_LINK =
        Pattern.compile(
            """
            /\\*[\\s\\S]*?\\*/\
            |url\\(\\s*+(?:"([^"\\n]*)"|'([^'\\n]*)'|([^)"'\\s]*))\\s*+\\)\
            |@import\\s++(?:"([^"\\n]*)"|'([^'\\n]*)')\
            |"(?:[^"\\\\\\n]++|\\\\.)*+"\
            |'(?:[^'\\\\\\n]++|\\\\.)*+'\
            """,
            Pattern.CASE_INSENSITIVE);

    static final Pattern ELSEWHERE =
        Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|/.*", Pattern.DOTALL);
  }
}
