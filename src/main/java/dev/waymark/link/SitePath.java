package dev.waymark.link;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The address of a file below the root of the published site: {@code parts/part-5/consent.html}.
 * Always forward slashes, never empty, never absolute, without {@code .} or {@code ..} segments.
 *
 * <p>The order is that of the UTF-16 units, the same on every machine.
 */
public record SitePath(String value) implements Comparable<SitePath> {
  public SitePath {
    Objects.requireNonNull(value);
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a site path: '" + value + "'");
    }
  }

  /** The address that a relative link from the root names; empty where it is none. */
  public static Optional<SitePath> of(String link) {
    String path = Percent.decode(link);
    return isValid(path) ? Optional.of(new SitePath(path)) : Optional.empty();
  }

  private static boolean isValid(String value) {
    if (value.isEmpty() || value.indexOf('\\') >= 0 || value.indexOf('\0') >= 0) {
      return false;
    }
    for (String segment : value.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** The folder, with a slash at its end, or the empty string for a file at the root. */
  public String folder() {
    return value.substring(0, value.lastIndexOf('/') + 1);
  }

  /** The last segment. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** What leads from this file's folder to the root: {@code ""}, {@code ../}, {@code ../../}. */
  public String toRoot() {
    StringBuilder up = new StringBuilder();
    for (int i = value.indexOf('/'); i >= 0; i = value.indexOf('/', i + 1)) {
      up.append("../");
    }
    return up.toString();
  }

  /**
   * The relative link that leads from the page at this address to {@code target}, percent-encoded,
   * naming its file: from {@code parts/a.html} to {@code principles/p1.html} it is {@code
   * ../principles/p1.html}.
   */
  public String linkTo(SitePath target) {
    String from = folder();
    String to = target.value;
    int common = 0;
    for (int i = 0; i < from.length() && i < to.length() && from.charAt(i) == to.charAt(i); i++) {
      if (from.charAt(i) == '/') {
        common = i + 1;
      }
    }
    StringBuilder link = new StringBuilder();
    for (int i = from.indexOf('/', common); i >= 0; i = from.indexOf('/', i + 1)) {
      link.append("../");
    }
    encode(to.substring(common), link);
    // A first segment with a colon would read as a scheme.
    int colon = link.indexOf(":");
    if (colon >= 0
        && link.indexOf("/") != 0
        && (link.indexOf("/") < 0 || colon < link.indexOf("/"))) {
      link.insert(0, "./");
    }
    return link.toString();
  }

  /** A form in which addresses that a case-insensitive file system takes for one are equal. */
  public String folded() {
    return value.toLowerCase(Locale.ROOT);
  }

  private static void encode(String path, StringBuilder into) {
    int plain = 0;
    while (plain < path.length() && isPlain(path.charAt(plain))) {
      plain++;
    }
    into.append(path, 0, plain);
    if (plain == path.length()) {
      return;
    }
    for (byte b : path.substring(plain).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c)) {
        into.append(c);
      } else {
        Percent.append(c, into);
      }
    }
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "/-._~!$&'()*+,;=:@".indexOf(c) >= 0;
  }

  @Override
  public int compareTo(SitePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
