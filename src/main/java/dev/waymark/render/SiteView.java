package dev.waymark.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows of the site, with links relative to that page.
 *
 * @param description or empty
 * @param language a BCP 47 tag such as {@code en-GB}
 * @param notice shown near the top of every page, or empty
 * @param logoHref a picture for the head of each page, or empty
 * @param searchHref the page of search results, or empty where the site has none
 * @param indexHref the A to Z, or empty where the site has none
 * @param navigation the main navigation
 * @param footer the generated lists and pages for the foot of every page
 * @param searchScript the script that every page loads for the search, or empty
 * @param checkByScript the script that says how long this copy is good, or empty
 * @param generator {@code Waymark} and its version
 */
record SiteView(
    String title,
    String description,
    String language,
    String notice,
    String homeHref,
    String logoHref,
    String searchHref,
    String indexHref,
    String contentSecurityPolicy,
    List<NavigationItemView> navigation,
    List<NavigationItemView> footer,
    String searchScript,
    String checkByScript,
    String generator)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "title" -> title;
      case "description" -> description;
      case "language" -> language;
      case "notice" -> notice;
      case "homeHref" -> homeHref;
      case "logoHref" -> logoHref;
      case "searchHref" -> searchHref;
      case "indexHref" -> indexHref;
      case "contentSecurityPolicy" -> contentSecurityPolicy;
      case "navigation" -> navigation;
      case "footer" -> footer;
      case "searchScript" -> searchScript;
      case "checkByScript" -> checkByScript;
      case "generator" -> generator;
      default -> NONE;
    };
  }

  /** The same with all links below {@code root}, for a page that is shown at any address. */
  SiteView under(String root) {
    return new SiteView(
        title,
        description,
        language,
        notice,
        root + homeHref,
        under(root, logoHref),
        under(root, searchHref),
        under(root, indexHref),
        contentSecurityPolicy,
        under(root, navigation),
        under(root, footer),
        under(root, searchScript),
        under(root, checkByScript),
        generator);
  }

  private static String under(String root, String href) {
    return href.isEmpty() ? "" : root + href;
  }

  private static List<NavigationItemView> under(String root, List<NavigationItemView> items) {
    return items.stream()
        .map(item -> new NavigationItemView(root + item.href(), item.title(), false, false))
        .toList();
  }
}
