package dev.waymark.site;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.link.SitePath;
import dev.waymark.link.WrittenPath;
import dev.waymark.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Old addresses, and the pages that stand for them now. */
final class Aliases {
  private final SortedMap<SitePath, SitePath> targets = new TreeMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Aliases() {}

  /** Reads the aliases of all pages, and reserves their addresses. */
  static Aliases of(AddressBook book) {
    Aliases aliases = new Aliases();
    book.pages()
        .forEach((path, page) ->
            page.frontMatter().aliases().forEach(alias -> aliases.add(alias, page, path, book)));
    return aliases;
  }

  private void add(Located<String> alias, Page page, SitePath path, AddressBook book) {
    Optional<SitePath> old = WrittenPath.pageAddress(alias.value());
    if (old.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(Code.LINK_OUTSIDE, alias.location())
              .withDetail("an old address is a path below the content folder")
              .withHelp("write it like parts/part-5/old-name.md"));
      return;
    }
    Optional<String> occupant = book.occupant(old.get());
    if (occupant.isPresent()) {
      diagnostics.add(
          Diagnostic.of(Code.ALIAS_CLASH, alias.location())
              .withDetail(occupant.get())
              .withHelp("take it out, or rename the other page"));
      return;
    }
    book.reserve(old.get(), "an alias of " + page.start().file());
    targets.put(old.get(), path);
  }

  SortedMap<SitePath, SitePath> all() {
    return targets;
  }

  /** The page that stands now for what was once at this path: a file, an address or a folder. */
  Optional<SitePath> find(String path) {
    return WrittenPath.pageAddress(path).map(targets::get);
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
