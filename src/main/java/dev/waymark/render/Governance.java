package dev.waymark.render;

import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Kind;
import dev.waymark.page.Status;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every page of a site by who keeps it and when it is to be reviewed. Whatever the day, the pages
 * that are overdue come first: pages stand in order of their dates, those without one at the end.
 */
final class Governance {
  /** What a spreadsheet would take for the start of a formula, in either width. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final Comparator<SitePage> MOST_URGENT_FIRST =
      Comparator.comparing((SitePage page) -> page.frontMatter().reviewBy().orElse(LocalDate.MAX))
          .thenComparing(SitePage::path);

  private final Site site;
  private final List<SitePage> pages;

  private Governance(Site site, List<SitePage> pages) {
    this.site = site;
    this.pages = pages;
  }

  static Governance of(Site site) {
    return new Governance(site, site.pages().values().stream().sorted(MOST_URGENT_FIRST).toList());
  }

  /** The list as the page at this address shows it. */
  GovernanceView view(SitePath from) {
    Views views = new Views(site, from);
    Map<String, List<KeptPageView>> byOwner = new LinkedHashMap<>();
    for (SitePage page : pages) {
      FrontMatter frontMatter = page.frontMatter();
      byOwner
          .computeIfAbsent(views.owner(frontMatter), owner -> new ArrayList<>())
          .add(
              new KeptPageView(
                  from.linkTo(page.path()),
                  page.title(),
                  frontMatter.kind() == Kind.GUIDE ? "" : frontMatter.kind().label(),
                  views.review(frontMatter)));
    }
    List<OwnerView> owners = new ArrayList<>();
    byOwner.forEach((name, kept) ->
        owners.add(new OwnerView("wm.owner-" + (owners.size() + 1), name, overdue(kept), kept)));
    return new GovernanceView(
        pages.size(),
        owners.stream().mapToInt(OwnerView::overdue).sum(),
        site.generated().governanceTable().map(from::linkTo).orElse(""),
        owners);
  }

  private static int overdue(List<KeptPageView> pages) {
    return (int) pages.stream().filter(page -> page.review().overdue()).count();
  }

  /**
   * The list as a table of comma-separated values (RFC 4180) in UTF-8. It starts with a byte order
   * mark, without which Excel takes it for another encoding. No value starts a formula: an
   * apostrophe stands before it.
   */
  OutputFile table(SitePath path) {
    Views views = new Views(site, Site.HOME);
    StringBuilder csv = new StringBuilder("\uFEFF");
    row(
        Stream.of(
            "Page", "Address", "Kind", "Owner", "Status", "Reviewed", "Review by", "Facts as at"),
        csv);
    for (SitePage page : pages) {
      FrontMatter frontMatter = page.frontMatter();
      row(
          Stream.of(
              page.title(),
              page.path().value(),
              frontMatter.kind().label(),
              views.owner(frontMatter),
              frontMatter.status().map(Status::label).orElse(""),
              iso(frontMatter.reviewed()),
              iso(frontMatter.reviewBy()),
              iso(frontMatter.factsAsAt())),
          csv);
    }
    return OutputFile.of(
        path, OutputFile.Role.PAGE, csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String iso(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }

  private static void row(Stream<String> values, StringBuilder csv) {
    csv.append(values.map(Governance::quoted).collect(Collectors.joining(","))).append("\r\n");
  }

  /** A value as it stands in a table of comma-separated values. */
  static String quoted(String value) {
    String safe =
        !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
