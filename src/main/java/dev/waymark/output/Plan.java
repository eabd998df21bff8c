package dev.waymark.output;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Role;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * All that a publish will do.
 *
 * @param steps in their order
 * @param unchanged the files that stand as they should
 * @param kept the hashed files of the build before that stay this once
 * @param announced the files that will be added or removed
 * @param unreached the pages that no page of the build before leads to while pages are added
 * @param stillUnreached those of them that this build does not have; no page of its own leads there
 */
record Plan(
    List<Step> steps,
    SortedMap<SitePath, Manifest.Entry> unchanged,
    SortedMap<SitePath, Manifest.Entry> kept,
    SortedMap<SitePath, Role> announced,
    Set<SitePath> unreached,
    Set<SitePath> stillUnreached) {

  /** Whether the site is there already, as it should be. */
  boolean changesNothing() {
    return steps.stream().allMatch(step -> step instanceof Step.WriteManifest);
  }
}
