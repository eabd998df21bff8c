package dev.waymark.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A site, such as the one in {@code content/}, built by the packaged tool, in a folder and on a
 * loopback server.
 *
 * <p>With {@code -Dwaymark.site=DIR} the one in {@code content/} is the site in that folder, such
 * as an unpacked archive, and is opened from there even where a server would be asked.
 */
final class BuiltSite implements AutoCloseable {
  private final Path folder;
  private final FolderServer server;
  private final String http;

  private BuiltSite(Path folder, FolderServer server, String http) {
    this.folder = folder;
    this.server = server;
    this.http = http;
  }

  static BuiltSite in(Path folder) throws IOException, InterruptedException {
    String given = System.getProperty("waymark.site", "");
    if (!given.isEmpty()) {
      Path site = Path.of(given).toRealPath();
      return new BuiltSite(site, new FolderServer(site), FolderServer.file(site));
    }
    return of(Path.of("content"), folder);
  }

  /** A site that has no problems. */
  static BuiltSite of(Path content, Path folder) throws IOException, InterruptedException {
    Path project = Path.of("").toAbsolutePath();
    Tool.Result built =
        Tool.run(
            project,
            List.of("build", "-c", content.toString(), "-o", folder.toString(), "--strict"));
    if (built.exitCode() != 0) {
      throw new IllegalStateException("the build failed: " + built.out() + built.err());
    }
    FolderServer server = new FolderServer(folder);
    return new BuiltSite(folder, server, server.root());
  }

  Path folder() {
    return folder;
  }

  /** {@code http://127.0.0.1:12345/}. */
  String http() {
    return http;
  }

  /** {@code file:///tmp/site/}. */
  String file() {
    return FolderServer.file(folder);
  }

  /** All pages, by their paths. */
  List<String> pages() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> pages = new ArrayList<>();
      files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(".html"))
          .sorted()
          .forEach(pages::add);
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
