package dev.waymark.link;

import dev.waymark.diagnostic.Location;
import java.util.Objects;

/**
 * A link as its author wrote it.
 *
 * @param destination the address as written, percent-encoding and all, or the id
 * @param label the words of the link or the alternative text of the image; empty where they fill
 *     themselves in
 * @param location of the destination, without brackets around it; for a reference link that in the
 *     definition, for {@code [[id]]} the whole of it
 * @param section the anchor of the second- or third-level heading above it, or empty before the
 *     first
 * @param sentence that holds it
 */
public record LinkReference(
    Kind kind,
    String destination,
    String label,
    Location location,
    String section,
    Sentence sentence) {
  public LinkReference {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(destination);
    Objects.requireNonNull(label);
    Objects.requireNonNull(location);
    Objects.requireNonNull(section);
    Objects.requireNonNull(sentence);
  }

  /** How a link is written. */
  public enum Kind {
    /** {@code [words](destination)} and its reference form. */
    LINK,
    /** {@code ![words](destination)}. */
    IMAGE,
    /** {@code [[id]]} or {@code [[id|words]]}. */
    ID,
    /** An id alone, as the value of a key. */
    BARE_ID,
    /** The id of a principle alone, as the value of a key. */
    BARE_PRINCIPLE
  }
}
