package dev.waymark.site;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.page.Page;
import dev.waymark.source.SourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A site with what is needed to exchange the text of one page: to link a large site as a whole
 * takes longer than an editor should wait to see a word changed. Not thread-safe.
 */
public final class EditableSite {
  private final Checked<Site> site;
  private final PageLinker linker;
  private final Map<SourcePath, SitePath> addresses = new HashMap<>();

  EditableSite(Checked<Site> site, PageLinker linker) {
    this.site = Objects.requireNonNull(site);
    this.linker = linker;
    site.value().pages().forEach((path, page) -> addresses.put(page.page().source(), path));
  }

  public Checked<Site> site() {
    return site;
  }

  /**
   * A site that shows a new text.
   *
   * @param site in which the page at {@code address} is as a link of the whole site would have it;
   *     lists, citations and documents for printing are as they were
   * @param diagnostics of the links of that page
   */
  public record Edited(Site site, SitePath address, List<Diagnostic> diagnostics) {
    public Edited {
      Objects.requireNonNull(site);
      Objects.requireNonNull(address);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * The site with this page in the place of the one of the same source. Empty where that takes more
   * than to link the page: the title, the front matter or a heading is another one, or the page
   * links to itself and so lists itself.
   *
   * @param in the site to change: this one, or one that came of it
   */
  public Optional<Edited> edit(Page page, Site in) {
    SitePath address = addresses.get(page.source());
    if (address == null || !Outside.of(page).equals(Outside.of(page(address).page()))) {
      return Optional.empty();
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    SitePage linked = new SitePage(address, page, linker.link(address, page, diagnostics));
    return linksToItself(linked) || linksToItself(page(address))
        ? Optional.empty()
        : Optional.of(new Edited(in.with(linked), address, diagnostics));
  }

  private SitePage page(SitePath address) {
    return Objects.requireNonNull(site.value().pages().get(address));
  }

  private static boolean linksToItself(SitePage page) {
    return page.targets().stream()
        .anyMatch(target -> target instanceof LinkTarget.Page to && to.path().equals(page.path()));
  }
}
