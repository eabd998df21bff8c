package dev.waymark.page;

import dev.waymark.diagnostic.Located;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the front matter of a page says; every part may be absent.
 *
 * @param principles ids of the principles that the page relies on
 * @param nations where it holds; empty means everywhere
 * @param owner the id of an owner in {@code site.yaml}
 * @param sources what it rests on; an excerpt has the one that it is taken from
 * @param aliases old addresses, as paths below the root of the site
 * @param marksTerms whether glossary terms are marked, unless the site does not mark any
 * @param statement of a principle, or empty
 * @param theme of an excerpt, or empty
 */
public record FrontMatter(
    Optional<Located<String>> title,
    Optional<Located<String>> id,
    Kind kind,
    String summary,
    Optional<Integer> order,
    List<Audience> audiences,
    List<Nation> nations,
    List<Located<String>> principles,
    Optional<Located<String>> owner,
    Optional<Status> status,
    Optional<LocalDate> reviewed,
    Optional<LocalDate> reviewBy,
    Optional<LocalDate> factsAsAt,
    List<Source> sources,
    List<Located<String>> aliases,
    List<String> tags,
    boolean draft,
    List<Change> changes,
    boolean marksTerms,
    String statement,
    String theme) {
  public FrontMatter {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(summary);
    audiences = List.copyOf(audiences);
    nations = List.copyOf(nations);
    principles = List.copyOf(principles);
    sources = List.copyOf(sources);
    aliases = List.copyOf(aliases);
    tags = List.copyOf(tags);
    changes = List.copyOf(changes);
    Objects.requireNonNull(statement);
    Objects.requireNonNull(theme);
  }

  /** Whether anything says who keeps the page, or how its review stands. */
  public boolean hasReview() {
    return owner.isPresent() || status.isPresent() || reviewed.isPresent() || reviewBy.isPresent();
  }

  /** The same with another id. */
  public FrontMatter withId(Located<String> newId) {
    return new FrontMatter(
        title,
        Optional.of(newId),
        kind,
        summary,
        order,
        audiences,
        nations,
        principles,
        owner,
        status,
        reviewed,
        reviewBy,
        factsAsAt,
        sources,
        aliases,
        tags,
        draft,
        changes,
        marksTerms,
        statement,
        theme);
  }

  /**
   * A published source; what is not known is empty.
   *
   * @param link its address, as it is written and where
   */
  public record Source(
      String title,
      String publisher,
      String published,
      Optional<Located<String>> link,
      String licence) {
    /** Its address; empty if it has none. */
    public String url() {
      return link.map(Located::value).orElse("");
    }
  }

  /** Something that changed on the page. */
  public record Change(LocalDate date, String text) {}
}
