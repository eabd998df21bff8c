package dev.waymark.flowchart.mermaid;

import dev.waymark.diagnostic.Location;
import java.util.Objects;

/**
 * Where a node leads when it is followed.
 *
 * @param address as it was written and unchecked: it may be {@code ../consent.md#age}, the address
 *     of another site, or a scheme that is not allowed
 * @param tooltip more about it, or empty
 * @param location the place of the address, without its quotation marks
 */
public record Link(String address, String tooltip, Location location) {
  public Link {
    Objects.requireNonNull(address);
    Objects.requireNonNull(tooltip);
    Objects.requireNonNull(location);
  }
}
