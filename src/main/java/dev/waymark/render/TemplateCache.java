package dev.waymark.render;

import io.pebbletemplates.pebble.cache.PebbleCache;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The templates read so far. Pebble's own cache takes a lock on every look-up of one that is there.
 * Thread-safe.
 */
final class TemplateCache implements PebbleCache<Object, PebbleTemplate> {
  private final Map<Object, PebbleTemplate> templates = new ConcurrentHashMap<>();

  @Override
  public PebbleTemplate computeIfAbsent(
      Object key, Function<? super Object, ? extends PebbleTemplate> read) {
    PebbleTemplate known = templates.get(key);
    return known != null ? known : templates.computeIfAbsent(key, read);
  }

  @Override
  public void invalidateAll() {
    templates.clear();
  }
}
