package dev.waymark.site;

import java.util.List;
import java.util.Objects;

/**
 * What must be read again when something changes.
 *
 * @param target what changes
 * @param reliers the nearest first; those equally near by address, and within a page in its order.
 *     Each place is there once, and the target is not.
 */
public record Impact(Place target, List<Relier> reliers) {
  public Impact {
    Objects.requireNonNull(target);
    reliers = List.copyOf(reliers);
  }

  /**
   * A place that relies on the target.
   *
   * @param chain from this place to the one that cites the target itself: a shortest one, of as
   *     many steps as the place is away
   */
  public record Relier(List<Step> chain) {
    public Relier {
      chain = List.copyOf(chain);
      if (chain.isEmpty()) {
        throw new IllegalArgumentException("a chain without steps");
      }
    }

    public Place place() {
      return chain.getFirst().place();
    }

    /** 1 for a place that cites the target itself, 2 for one that cites such a place, and so on. */
    public int distance() {
      return chain.size();
    }
  }

  /**
   * One place that cites the next.
   *
   * @param sentence with the link; empty where the front matter cites
   */
  public record Step(Place place, String sentence) {
    public Step {
      Objects.requireNonNull(place);
      Objects.requireNonNull(sentence);
    }
  }
}
