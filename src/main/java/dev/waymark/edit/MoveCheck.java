package dev.waymark.edit;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.site.NavigationEntry;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds a site after a move against the site before it: whatever meant something means it still.
 */
final class MoveCheck {
  private final Checked<Site> before;
  private final Checked<Site> after;
  private final Relocation relocation;
  private final SourceTree tree;

  MoveCheck(Checked<Site> before, Checked<Site> after, Relocation relocation, SourceTree tree) {
    this.before = before;
    this.after = after;
    this.relocation = relocation;
    this.tree = tree;
  }

  /** Refuses a move that changes what anything means, or makes a new error. */
  void requireSame() throws RefusedException {
    requireNoNewErrors();
    for (SitePage page : before.value().pages().values()) {
      requireSame(page);
    }
    List<NavigationEntry> navigation = before.value().navigation();
    if (before.value().config().navigation().isPresent()) {
      for (int i = 0; i < navigation.size(); i++) {
        SitePath target = relocation.address(navigation.get(i).target());
        if (i >= after.value().navigation().size()
            || !after.value().navigation().get(i).target().equals(target)) {
          throw new RefusedException(
              "the navigation in site.yaml would not lead to %s any more"
                  .formatted(navigation.get(i).title()),
              "take that entry out first, and put it back with the new name");
        }
      }
    }
  }

  private record Kind(Code code, String file) {}

  private void requireNoNewErrors() throws RefusedException {
    Map<Kind, Integer> known = new HashMap<>();
    for (Diagnostic found : before.diagnostics()) {
      known.merge(new Kind(found.code(), now(found.location().file())), 1, Integer::sum);
    }
    for (Diagnostic found : after.diagnostics()) {
      if (found.severity() == Severity.ERROR
          && known.merge(new Kind(found.code(), found.location().file()), -1, Integer::sum) < 0) {
        throw new RefusedException(
            "it would make a new problem, so nothing was changed: %s: %s%s"
                .formatted(
                    found.location(),
                    found.message(),
                    found.detail().isEmpty() ? "" : ": " + found.detail()),
            "give it another place, or mend that first");
      }
    }
  }

  private String now(String file) {
    String folder = tree.displayName("x");
    String prefix = folder.substring(0, folder.length() - 1);
    return file.startsWith(prefix) && file.length() > prefix.length()
        ? tree.displayName(
            relocation.source(new SourcePath(file.substring(prefix.length()))).value())
        : file;
  }

  private void requireSame(SitePage page) throws RefusedException {
    SitePage moved = after.value().pages().get(relocation.address(page.path()));
    if (moved == null
        || !moved.page().source().equals(relocation.source(page.page().source()))
        || moved.targets().size() != page.targets().size()) {
      throw changed(page, page.page().start().toString());
    }
    for (int i = 0; i < page.targets().size(); i++) {
      if (!isSame(relocation.target(page.targets().get(i)), moved.targets().get(i))) {
        throw changed(page, page.page().links().get(i).location().toString());
      }
    }
  }

  private static RefusedException changed(SitePage page, String place) {
    return new RefusedException(
        "a link in '%s' would come to mean something else, so nothing was changed: %s"
            .formatted(page.title(), place),
        "write that link plainly, as a path or an id, and try again");
  }

  /** The title of a page can be the name of its file, which is another one now. */
  private static boolean isSame(LinkTarget wanted, LinkTarget found) {
    return (wanted instanceof LinkTarget.Page page && found instanceof LinkTarget.Page other)
        ? page.path().equals(other.path()) && page.anchor().equals(other.anchor())
        : wanted.equals(found);
  }
}
