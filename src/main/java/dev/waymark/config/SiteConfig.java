package dev.waymark.config;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Located;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code site.yaml} says.
 *
 * @param title of the site; absent means that of its home page
 * @param description one sentence, or empty
 * @param language a BCP 47 tag
 * @param notice shown near the top of every page, or empty
 * @param navigation the main navigation; absent means the folders and pages at the top
 * @param owners the names of the roles that keep pages, by id
 * @param review when readers are told that something may be out of date
 * @param editLink where a page can be edited, with {@code {path}} for its path below the content
 *     folder, or empty
 * @param feedbackLink where a reader can write to, or empty
 * @param marksTerms whether the first use of a glossary term on a page is marked
 * @param allowedHtml elements of raw HTML that are kept
 * @param printPages whether there are pages that hold all others, for printing
 * @param searchWeights how much a word counts where it stands
 * @param logo the path of a picture below the content folder, shown beside the title of the site
 * @param advice the codes of the advice that is given
 * @param unchecked how the addresses outside the site start that nobody asks for
 */
public record SiteConfig(
    Optional<String> title,
    String description,
    String language,
    String notice,
    Optional<List<NavigationEntry>> navigation,
    Map<String, String> owners,
    ReviewPolicy review,
    String editLink,
    String feedbackLink,
    boolean marksTerms,
    Set<String> allowedHtml,
    boolean printPages,
    SearchWeights searchWeights,
    Optional<Located<String>> logo,
    Set<Code> advice,
    List<String> unchecked) {
  public SiteConfig {
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(language);
    Objects.requireNonNull(notice);
    navigation = navigation.map(List::copyOf);
    owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
    Objects.requireNonNull(review);
    Objects.requireNonNull(editLink);
    Objects.requireNonNull(feedbackLink);
    allowedHtml = Set.copyOf(allowedHtml);
    Objects.requireNonNull(searchWeights);
    Objects.requireNonNull(logo);
    advice = Set.copyOf(advice);
    unchecked = List.copyOf(unchecked);
  }

  /** The same with other advice. */
  public SiteConfig withAdvice(Set<Code> given) {
    return new SiteConfig(
        title,
        description,
        language,
        notice,
        navigation,
        owners,
        review,
        editLink,
        feedbackLink,
        marksTerms,
        allowedHtml,
        printPages,
        searchWeights,
        logo,
        given,
        unchecked);
  }

  /** What a folder without {@code site.yaml} gets. */
  public static SiteConfig defaults() {
    return new SiteConfig(
        Optional.empty(),
        "",
        "en",
        "",
        Optional.empty(),
        Map.of(),
        ReviewPolicy.defaults(),
        "",
        "",
        true,
        Set.of(),
        false,
        SearchWeights.defaults(),
        Optional.empty(),
        Set.of(),
        List.of());
  }

  /**
   * An entry of the main navigation.
   *
   * @param target a path below the content folder, or the address of a generated page
   * @param title the words of the link; absent means the title of the target
   */
  public record NavigationEntry(Located<String> target, Optional<String> title) {}
}
