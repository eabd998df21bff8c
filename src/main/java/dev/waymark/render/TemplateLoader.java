package dev.waymark.render;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives Pebble the templates of a theme by their paths. Thread-safe when the map is not changed.
 */
final class TemplateLoader implements Loader<String> {
  private final Map<String, ThemeFile> files;

  TemplateLoader(Map<String, ThemeFile> files) {
    this.files = files;
  }

  @Override
  public Reader getReader(String name) {
    ThemeFile file = files.get(name);
    if (file == null || !file.isTemplate()) {
      throw new LoaderException(null, name);
    }
    String text = file.text();
    // Pebble never ends on a backslash as the very last character of a string.
    return new StringReader(text.endsWith("\n") ? text : text + "\n");
  }

  @Override
  public boolean resourceExists(String name) {
    return files.containsKey(name);
  }

  @Override
  public String createCacheKey(String name) {
    return name;
  }

  /**
   * Templates name each other by the path below the theme's folder, wherever they stand themselves.
   */
  @Override
  public @Nullable String resolveRelativePath(String path, String anchor) {
    return path;
  }

  @Override
  public void setCharset(String charset) {}

  @Override
  public void setPrefix(String prefix) {}

  @Override
  public void setSuffix(String suffix) {}
}
