package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * What templates may see: a record with a method that hands out its parts by name. Reading them by
 * reflection, as Pebble does by itself, costs twice the time of a page and a good part of a start.
 */
interface View {
  /** Says that there is no such part; templates never see it. */
  Object NONE = new Object();

  /** The part of this name, or {@link #NONE}. */
  @Nullable Object part(String name);
}
