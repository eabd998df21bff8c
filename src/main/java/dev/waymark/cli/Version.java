package dev.waymark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;

/** Which Waymark this is, and on which Java it runs. */
final class Version {
  private Version() {}

  /** One line: {@code waymark 1.0.0 (JDK 25.0.3+9)}. */
  static String line() {
    return "waymark %s (JDK %s)".formatted(tool(), jdk(Runtime.version()));
  }

  /** The release, from the file that packaging writes; classes run without packaging have none. */
  static String tool() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unpackaged");
  }

  /** The version without its marks for support, such as {@code -LTS}. */
  private static String jdk(Runtime.Version version) {
    String numbers =
        version.version().stream().map(String::valueOf).collect(Collectors.joining("."));
    return version.build().map(build -> numbers + "+" + build).orElse(numbers);
  }
}
