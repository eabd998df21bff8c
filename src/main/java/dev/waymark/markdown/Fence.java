package dev.waymark.markdown;

import dev.waymark.source.SourceText;
import java.util.Objects;

/**
 * A fenced block that may be more than code.
 *
 * @param language the first word after the opening fence, in lower case
 * @param text what stands between the fences
 */
public record Fence(String language, SourceText text) {
  public Fence {
    Objects.requireNonNull(language);
    Objects.requireNonNull(text);
  }
}
