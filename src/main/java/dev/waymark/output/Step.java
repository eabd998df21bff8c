package dev.waymark.output;

import dev.waymark.link.SitePath;

/** One step of a publish. After each, what is on disk keeps the promises to readers. */
sealed interface Step {
  /** Puts a file in its place, which may hold an older one. */
  record Write(OutputFile file) implements Step {}

  /** Removes a file that is Waymark's. */
  record Remove(SitePath path) implements Step {}

  /**
   * Removes a folder, if there is nothing in it.
   *
   * @param folder with a slash at its end
   */
  record RemoveFolder(String folder) implements Step {}

  /** Notes that pages of the build before will lead to the new ones from now on. */
  record MarkReached() implements Step {}

  /** Puts the new manifest in its place, if it differs. */
  record WriteManifest() implements Step {}
}
