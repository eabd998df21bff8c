package dev.waymark.render;

import dev.waymark.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One file of a theme.
 *
 * @param path below the theme's folder: {@code partials/header.peb}
 * @param displayName how diagnostics name it
 * @param packed whether it comes with the tool and not from the user's folder
 * @param bytes what it holds; the array must not be changed
 */
record ThemeFile(String path, String displayName, boolean packed, byte[] bytes) {
  ThemeFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(displayName);
    Objects.requireNonNull(bytes);
  }

  boolean isTemplate() {
    return path.endsWith(".peb") && (path.startsWith("layouts/") || path.startsWith("partials/"));
  }

  boolean isAsset() {
    return path.startsWith(Theme.ASSETS);
  }

  /** The place that stands for the whole file. */
  Location start() {
    return Location.startOf(displayName);
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
