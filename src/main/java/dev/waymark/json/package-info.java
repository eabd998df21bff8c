/**
 * JSON, in and out; the only door to Jackson's JSON half. {@link dev.waymark.json.JsonText} writes:
 * members in the order given, two spaces a level, LF on every platform, so that the same values are
 * the same bytes everywhere. {@link dev.waymark.json.JsonReader} reads: text that nobody vouches
 * for becomes a {@link dev.waymark.json.JsonValue} or a sentence about what is wrong with it, never
 * an exception.
 */
@NullMarked
package dev.waymark.json;

import org.jspecify.annotations.NullMarked;
