package dev.waymark.output;

/**
 * What a publish did, in files; {@code manifest.json} is not counted.
 *
 * @param written files that are new or have new content
 * @param unchanged files that were there with the same content and were not touched
 * @param removed files that are gone
 */
public record WriteSummary(int written, int unchanged, int removed) {}
