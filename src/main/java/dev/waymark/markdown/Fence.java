package dev.waymark.markdown;

import dev.waymark.source.SourceText;
import java.util.Objects;

/**
 * A fenced block that may be more than code.
 *
 * @param language the first word after the opening fence, in lower case
 * @param text what stands between the fences
 * @param section the anchor of the second- or third-level heading above it, or empty before the
 *     first
 */
public record Fence(String language, SourceText text, String section) {
  public Fence {
    Objects.requireNonNull(language);
    Objects.requireNonNull(text);
    Objects.requireNonNull(section);
  }
}
