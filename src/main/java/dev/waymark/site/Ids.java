package dev.waymark.site;

import dev.waymark.config.Glossary;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.link.Slug;
import dev.waymark.page.Kind;
import dev.waymark.page.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code [[id]]} means. The id of a page is the one in its front matter; a page without one
 * goes by the name of its file as long as no other page has it.
 */
final class Ids {
  private static final String GLOSSARY = "glossary:";

  private final SortedMap<String, SitePath> pages = new TreeMap<>();
  private final Map<String, LinkTarget.Page> targets = new HashMap<>();
  private final Map<SitePath, Page> byPath;
  private final Glossary glossary;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Ids(SortedMap<SitePath, Page> byPath, Glossary glossary, Optional<SitePath> glossaryPage) {
    this.byPath = byPath;
    this.glossary = glossary;
    byPath.forEach(this::addGiven);
    addNames();
    pages.forEach((id, path) -> targets.put(id, new LinkTarget.Page(path, "", page(path).title())));
    glossaryPage.ifPresent(page ->
        glossary
            .terms()
            .forEach(term ->
                targets.put(
                    GLOSSARY + term.anchor(),
                    new LinkTarget.Page(page, term.anchor(), term.term().value()))));
  }

  private void addGiven(SitePath path, Page page) {
    Located<String> id = page.frontMatter().id().orElse(null);
    if (id == null) {
      return;
    }
    SitePath first = pages.putIfAbsent(id.value(), path);
    if (first != null) {
      diagnostics.add(
          Diagnostic.of(Code.DUPLICATE_ID, id.location())
              .withDetail("%s has it already".formatted(page(first).start().file()))
              .withHelp("give this page an id of its own"));
    }
  }

  private void addNames() {
    Map<String, SitePath> names = new HashMap<>();
    Set<String> repeated = new HashSet<>();
    byPath.forEach((path, page) -> {
      if (page.frontMatter().id().isEmpty() && !page.isFolderPage()) {
        String name = page.source().stem();
        if (names.putIfAbsent(name, path) != null) {
          repeated.add(name);
        }
      }
    });
    names.keySet().removeAll(repeated);
    names.forEach(pages::putIfAbsent);
  }

  private Page page(SitePath path) {
    @Nullable Page page = byPath.get(path);
    if (page == null) {
      throw new IllegalArgumentException("no page at " + path);
    }
    return page;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** All ids and what they mean. */
  Map<String, LinkTarget.Page> all() {
    return targets;
  }

  /** What an id means. */
  Optional<LinkTarget.Page> find(String id) {
    return Optional.ofNullable(targets.get(id));
  }

  /** The principle with this id. */
  Optional<SitePath> principle(String id) {
    return Optional.ofNullable(pages.get(id))
        .filter(path -> page(path).frontMatter().kind() == Kind.PRINCIPLE);
  }

  /** The id that was meant. */
  Optional<String> suggestion(String id) {
    TreeSet<String> known = new TreeSet<>(pages.keySet());
    glossary.terms().forEach(term -> known.add(GLOSSARY + term.anchor()));
    return known.contains(GLOSSARY + id)
        ? Optional.of(GLOSSARY + id)
        : Spelling.nearest(id, known).or(() -> byTitle(id));
  }

  /** The id of the principle that was meant. */
  Optional<String> principleSuggestion(String id) {
    return Spelling.nearest(
        id, pages.keySet().stream().filter(known -> principle(known).isPresent()).toList());
  }

  private Optional<String> byTitle(String words) {
    TreeMap<String, String> titles = new TreeMap<>();
    pages.forEach((id, path) -> titles.putIfAbsent(Slug.of(page(path).title()), id));
    return Spelling.nearest(Slug.of(words), titles.keySet()).map(titles::get);
  }
}
